import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { askOfPermit } from '../../services/permits/ask-of-permit.js';
import { decidePermitRequest } from '../../services/permits/decide-permit-request.js';
import { endPermit } from '../../services/permits/end-permit.js';
import { findPermits, getPermit } from '../../services/permits/find-permits.js';
import { permitStates } from '../../services/permits/permit-step.js';
import { reportStart } from '../../services/permits/report-start.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import type { ApiContext } from '../api-context.js';
import type { PermitRequestView, PermitView } from '../contract.js';
import { PageQuery, pageOf } from '../paging.js';
import { route, type Route } from '../route.js';

export class PermitQuery extends PageQuery {
  @IsOptional()
  @IsIn(['valid', 'lapsed', 'revoked', 'recalled', 'deregistered', 'forfeited'], { message: '没有这种状态' })
  state?: string;
}

export class PermitRequestBody {
  @IsIn(['renewal', 'change', 'startExtension'], { message: '应为 renewal（延续）、change（变更）或 startExtension（开工延期）' })
  kind!: 'renewal' | 'change' | 'startExtension';

  @IsString({ message: '请说明申请内容' })
  @MinLength(1, { message: '请说明申请内容' })
  @MaxLength(2000)
  content!: string;
}

export class PermitRequestDecisionBody {
  @IsIn(['granted', 'refused'], { message: '应为 granted（同意）或 refused（不同意）' })
  outcome!: 'granted' | 'refused';

  @IsString({ message: '请填写理由' })
  @MaxLength(1000)
  reasons!: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '日期应为 yyyy-mm-dd' })
  validUntil?: string;
}

export class PermitEndBody {
  @IsIn(['revoked', 'recalled', 'deregistered', 'forfeited'], { message: '应为 revoked（撤销）、recalled（撤回）、deregistered（注销）或 forfeited（吊销）' })
  state!: 'revoked' | 'recalled' | 'deregistered' | 'forfeited';

  @IsString({ message: '请选择情形' })
  @MaxLength(40)
  ground!: string;

  @IsString({ message: '请填写事实和理由' })
  @MinLength(1, { message: '请填写事实和理由' })
  @MaxLength(800)
  reasons!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  basis?: string;

  @IsOptional()
  @IsBoolean()
  publicHarm?: boolean;
}

/** What is left after a decision: permits with term, renewal, change, lapse and the four ends. A permit bears the id of the item case. */
export function permitRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/permits', may: 'signedIn', does: 'Permits: an enterprise its own, the office all', query: PermitQuery, answers: 'Page of PermitView', handle: async ({ actor, query }) => {
      const page = pageOf(query);
      const { rows, total } = await findPermits(services, actor, { ...page, ...(query.state && { state: query.state }) });
      return { items: rows.map((permit) => present(permit)), total, page: page.page, pageSize: page.pageSize };
    } }),
    route({ method: 'get', path: '/permits/:id', may: 'signedIn', does: 'One permit with what was asked for since', answers: 'PermitView', handle: async ({ actor, params }) => {
      const { permit, requests } = await getPermit(services, actor, params.id as string);
      return present(permit, requests);
    } }),
    route({ method: 'post', path: '/permits/:id/requests', may: ['enterprise'], does: 'Ask for renewal, change, or more time to begin', body: PermitRequestBody, answers: 'PermitRequestView', status: 201, handle: async ({ actor, params, body, onceKey }) => presentRequest(await answerOnce(services, actor, onceKey, ['permitRequest', params.id, body], () => askOfPermit(services, actor, params.id as string, body))) }),
    route({ method: 'post', path: '/permits/:id/requests/:requestId/decision', may: ['leader'], does: 'Decide what the holder asked for', body: PermitRequestDecisionBody, answers: 'PermitRequestView', handle: async ({ actor, params, body, onceKey }) => presentRequest(await answerOnce(services, actor, onceKey, ['permitDecision', params.requestId, body], () => decidePermitRequest(services, actor, params.requestId as string, body))) }),
    route({ method: 'post', path: '/permits/:id/start', may: ['enterprise'], does: 'Report that what is permitted has begun', answers: 'Nothing', handle: async ({ actor, params, onceKey }) => {
      await answerOnce(services, actor, onceKey, ['permitStart', params.id], () => reportStart(services, actor, params.id as string));
    } }),
    route({ method: 'post', path: '/permits/:id/end', may: ['leader'], does: 'End a permit: 撤销, 撤回, 注销 or 吊销, each on its own grounds', body: PermitEndBody, answers: '{ document }', handle: ({ actor, params, body, onceKey }) => answerOnce(services, actor, onceKey, ['permitEnd', params.id, body], () => endPermit(services, actor, params.id as string, body)) }),
  ];
}

type Found = Awaited<ReturnType<typeof getPermit>>;

function present(permit: Found['permit'], requests?: Found['requests']): PermitView {
  const { caseId, itemCode, title, issuedOn, validFrom, validUntil, startBy, startExtensions, startedOn, state, endedOn, endReason } = permit;
  return { id: caseId, itemCode, title, issuedOn, validFrom, validUntil, startBy, startExtensions, startedOn, state: state as PermitView['state'], stateText: permitStates[state] ?? state, endedOn, ...(endReason && { endReason }), ...(requests && { requests: requests.map(presentRequest) }) };
}

function presentRequest({ id, caseId, kind, content, requestedOn, askableUntil, decideBy, status, decidedOn, reasons }: Found['requests'][number]): PermitRequestView {
  return { id, permitId: caseId, kind: kind as PermitRequestView['kind'], content: (content as { text: string }).text, requestedOn, askableUntil, decideBy, status: status as PermitRequestView['status'], decidedOn, ...(reasons && { reasons }) };
}
