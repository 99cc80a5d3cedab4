import { IsString, MaxLength } from 'class-validator';
import { statusText } from '../../services/cases/words.js';
import { documentTraits } from '../../services/documents/document-traits.js';
import { findByVerifyCode } from '../../services/documents/find-documents.js';
import { followPublicly, publicRegister } from '../../services/public/follow-publicly.js';
import type { ApiContext } from '../api-context.js';
import { permitStates } from '../../services/permits/permit-step.js';
import type { CaseStatus, PermitView, PublicProgressView, PublicVerifyView } from '../contract.js';
import { PageQuery, pageOf } from '../paging.js';
import { route, type Route } from '../route.js';

type PermitState = PermitView['state'];

export class ProgressQuery {
  @IsString({ message: '请填写办件编号' })
  @MaxLength(60)
  number!: string;

  @IsString({ message: '请填写查询码' })
  @MaxLength(20)
  code!: string;
}

export function publicRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/public/progress', may: 'public', does: 'Progress of an application by number and query code', query: ProgressQuery, answers: 'PublicProgressView', handle: async ({ query }): Promise<PublicProgressView> => {
      const { stage, items } = await followPublicly(services, query.number, query.code);
      return {
        number: stage.number,
        title: stage.title,
        status: stage.status as CaseStatus,
        statusText: statusText(stage.status),
        receivedOn: stage.receivedOn,
        acceptedOn: stage.acceptedOn,
        items: items.map((item) => ({ name: item.title, status: item.status as CaseStatus, statusText: statusText(item.status), decidedOn: item.decidedOn })),
      };
    } }),
    route({ method: 'get', path: '/public/verify/:code', may: 'public', does: 'Is a document with this code genuine, and does it still hold?', answers: 'PublicVerifyView', handle: async ({ params }): Promise<PublicVerifyView> => {
      const found = await findByVerifyCode(services, params.code as string);
      if (!found) return { found: false, verdict: 'unknown', text: '没有查到使用此核验码的文书' };
      const { document, permit, sealName, fingerprint } = found;
      const verdict = document.state !== 'valid' ? (document.state as 'replaced' | 'revoked') : document.status === 'sealed' ? 'valid' : 'notSealedYet';
      const record = document.record as { issuer: { name: string } };
      return {
        found: true,
        verdict,
        text: { valid: '文书真实、有效', replaced: '文书真实，但已被替换', revoked: permit && permit.state !== 'valid' ? `文书真实，但该许可已于 ${permit.endedOn} ${permitStates[permit.state]}` : '文书真实，但已被撤销', notSealedYet: '文书尚未用印，不具效力' }[verdict],
        ...(permit && { permit: { state: permit.state as PermitState, stateText: permitStates[permit.state] ?? permit.state, endedOn: permit.endedOn, validUntil: permit.validUntil } }),
        document: {
          number: document.number,
          title: document.title,
          kind: documentTraits[document.kind as keyof typeof documentTraits]?.name ?? document.kind,
          issuedOn: document.issuedOn,
          issuer: record.issuer.name,
          sha256: document.status === 'sealed' ? document.sha256 : null,
          sealedAt: document.sealedAt,
          ...(sealName && { sealName }),
          ...(fingerprint && { fingerprint }),
        },
      };
    } }),
    route({ method: 'get', path: '/public/register', may: 'public', does: 'Published decisions', query: PageQuery, answers: 'Page of decisions', handle: async ({ query }) => {
      const page = pageOf(query);
      const { rows, total } = await publicRegister(services, page);
      return { items: rows, total, page: page.page, pageSize: page.pageSize };
    } }),
  ];
}
