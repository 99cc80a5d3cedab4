import { IsString, MaxLength, MinLength } from 'class-validator';
import { findHearings } from '../../services/hearings/find-hearings.js';
import { findObjections, findRunningNotices } from '../../services/public-notices/find-notices.js';
import { objectTo } from '../../services/public-notices/publish-notice.js';
import { systemActor } from '../../services/actor.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import type { ApiContext } from '../api-context.js';
import { CaseIdQuery } from '../cases/cases.request.js';
import { PageQuery, pageOf } from '../paging.js';
import { route, type Route } from '../route.js';

export class ObjectionBody {
  @IsString({ message: '请填写姓名或者名称' })
  @MinLength(1, { message: '请填写姓名或者名称' })
  @MaxLength(100)
  name!: string;

  @IsString({ message: '请填写联系方式' })
  @MinLength(1, { message: '请填写联系方式' })
  @MaxLength(100)
  contact!: string;

  @IsString({ message: '请填写异议' })
  @MinLength(1, { message: '请填写异议' })
  @MaxLength(4000, { message: '异议至多 4000 字' })
  statement!: string;
}

/** Hearings, public notices and the objections of third parties. What is done in them are actions of the item's case. */
export function hearingRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/hearings', may: 'signedIn', does: 'Hearings of a case', query: CaseIdQuery, answers: 'List of hearings', handle: async ({ actor, query }) => {
      const hearings = await findHearings(services, actor, query.caseId);
      return { items: hearings, total: hearings.length };
    } }),
    route({ method: 'get', path: '/objections', may: 'signedIn', does: 'Objections to an item, with their answers', query: CaseIdQuery, answers: 'List of objections', handle: async ({ actor, query }) => {
      const objections = await findObjections(services, actor, query.caseId);
      return { items: objections, total: objections.length };
    } }),
    route({ method: 'get', path: '/public/notices', may: 'public', does: 'Public notices that run now', query: PageQuery, answers: 'Page of notices', handle: async ({ query }) => {
      const page = pageOf(query);
      const { rows, total } = await findRunningNotices(services, page);
      return { items: rows.map(({ notice, item, applicant }) => ({ id: notice.id, title: notice.title, content: notice.content, item, applicant, publishedOn: notice.publishedOn, closesOn: notice.closesOn })), total, page: page.page, pageSize: page.pageSize };
    } }),
    route({ method: 'post', path: '/public/notices/:id/objections', may: 'public', does: 'Object to what is published', body: ObjectionBody, answers: '{ id }', status: 201, handle: ({ params, body, onceKey }) => answerOnce(services, systemActor, onceKey, ['objection', params.id, body], () => objectTo(services, params.id as string, body)) }),
  ];
}
