import type { Response } from 'express';
import { IsString } from 'class-validator';
import { listSealUses, listSeals } from '../../services/seals/list-seals.js';
import { getDocument, readDocument } from '../../services/documents/find-documents.js';
import { viewCase } from '../../services/cases/view-case.js';
import type { ApiContext } from '../api-context.js';
import { presentDocument } from '../cases/cases.presenter.js';
import { PageQuery, pageOf, pageOfList } from '../paging.js';
import { route, type Route } from '../route.js';

export class DocumentQuery extends PageQuery {
  @IsString({ message: '请指明办件 caseId' })
  caseId!: string;
}

export function documentRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/documents', may: 'signedIn', does: 'Documents of a case', query: DocumentQuery, answers: 'List of DocumentView', handle: async ({ actor, query }) => {
      const { documents } = await viewCase(services, actor, query.caseId);
      return pageOfList(documents.map(presentDocument), query);
    } }),
    route({ method: 'get', path: '/documents/:id', may: 'signedIn', does: 'One document', answers: 'DocumentView', handle: async ({ actor, params }) => presentDocument(await getDocument(services, actor, params.id as string)) }),
    route({ method: 'get', path: '/documents/:id/content', may: 'signedIn', does: 'The PDF of a document', answers: 'application/pdf', handle: async ({ actor, params, response }) => {
      const { document, bytes } = await readDocument(services, actor, params.id as string);
      sendFile(response, { bytes, mediaType: 'application/pdf', name: `${document.number}.pdf`, inline: true });
    } }),
    route({ method: 'get', path: '/seals', may: ['sealkeeper', 'supervisor', 'admin'], does: 'Seals in use', answers: 'List of seals', handle: () => listSeals(services) }),
    route({ method: 'get', path: '/seals/uses', may: ['sealkeeper', 'supervisor', 'admin'], does: 'The seal register, newest first', query: PageQuery, answers: 'Page of seal uses', handle: ({ query }) => listSealUses(services, pageOf(query)) }),
  ];
}

/** Sends bytes under a name that may be Chinese; browsers never guess another type. */
export function sendFile(response: Response, file: { bytes: Buffer; mediaType: string; name: string; inline?: boolean }): void {
  response.setHeader('Content-Type', file.mediaType);
  response.setHeader('Content-Disposition', `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  response.send(file.bytes);
}
