import { IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { plainDateOf } from '../../calendar/index.js';
import { correctionReport } from '../../services/corrections/correction-report.js';
import { findOpenWindows, findRequests } from '../../services/corrections/find-requests.js';
import { dropProposal, proposeCorrection } from '../../services/corrections/propose-correction.js';
import { readChanges } from '../../services/corrections/read-changes.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import type { ApiContext } from '../api-context.js';
import type { CorrectionRequestView } from '../contract.js';
import { CaseIdQuery } from '../cases/cases.request.js';
import { route, type Route } from '../route.js';

export class CorrectionRequestBody {
  @IsString({ message: '请指明办件' })
  @MaxLength(40)
  caseId!: string;

  @IsArray({ message: '请列明需要补正的内容' })
  items!: { target: string; reason: string; norm: string }[];

  @IsOptional()
  @IsIn(['newFact', 'weMissedIt'], { message: '情形应为 newFact（新事实）或 weMissedIt（本机关遗漏）' })
  ground?: 'newFact' | 'weMissedIt';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  explanation?: string;
}

export class PeriodQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '起始日应为 yyyy-mm-dd' })
  from?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '截止日应为 yyyy-mm-dd' })
  to?: string;
}

export class ChangesQuery {
  @IsOptional()
  @Matches(/^\d{1,6}$/, { message: '版本应为数字' })
  from?: string;

  @IsOptional()
  @Matches(/^\d{1,6}$/, { message: '版本应为数字' })
  to?: string;
}

/** Corrections 补正 as departments see them: what they ask for, what was changed, and how often it should have been asked before. */
export function correctionRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'post', path: '/corrections/requests', may: ['reviewer', 'clerk'], does: 'Ask for corrections as a department; the window tells the applicant in one notice', body: CorrectionRequestBody, answers: '{ id }', status: 201, handle: ({ actor, body, onceKey }) => answerOnce(services, actor, onceKey, ['correctionRequest', body], () => proposeCorrection(services, actor, body)) }),
    route({ method: 'get', path: '/corrections/requests', may: ['reviewer', 'clerk', 'leader', 'supervisor', 'admin'], does: 'What departments ask to correct in an application', query: CaseIdQuery, answers: 'List of CorrectionRequestView', handle: async ({ actor, query }) => {
      const requests = await findRequests(services, actor, query.caseId);
      return { items: requests.map(present), total: requests.length };
    } }),
    route({ method: 'delete', path: '/corrections/requests/:id', may: ['reviewer', 'clerk'], does: 'Take a request back that was not told yet', answers: 'Nothing', handle: ({ actor, params }) => dropProposal(services, actor, params.id as string) }),
    route({ method: 'get', path: '/corrections/windows', may: ['reviewer', 'clerk'], does: 'Applications in whose first window the department may still say what is missing', answers: 'List of windows', handle: async ({ actor }) => {
      const windows = await findOpenWindows(services, actor);
      return { items: windows.map(({ caseRecord, last, waiting }) => ({ caseId: caseRecord.id, number: caseRecord.number, title: caseRecord.title, receivedOn: caseRecord.receivedOn, last, waiting })), total: windows.length };
    } }),
    route({ method: 'get', path: '/corrections/report', may: ['leader', 'supervisor', 'admin', 'clerk'], does: 'Per department: requests, new facts and what was missed the first time; and the rate of one notice only', query: PeriodQuery, answers: 'Report with its rule', handle: ({ query }) => {
      const today = plainDateOf(services.clock.now());
      return correctionReport(services, { from: query.from ?? `${today.slice(0, 4)}-01-01`, to: query.to ?? today });
    } }),
    route({ method: 'get', path: '/cases/:id/changes', may: 'signedIn', does: 'What differs between two revisions of an application, by default the last two', query: ChangesQuery, answers: 'Changed fields and files', handle: ({ actor, params, query }) => readChanges(services, actor, params.id as string, { ...(query.from && { from: Number(query.from) }), ...(query.to && { to: Number(query.to) }) }) }),
  ];
}

function present(request: Awaited<ReturnType<typeof findRequests>>[number]): CorrectionRequestView {
  const { id, caseId, departmentId, items, ground, explanation, status, correctionId, requestedAt } = request;
  return { id, caseId, departmentId, items: items as CorrectionRequestView['items'], ...(ground && { ground: ground as 'newFact' | 'weMissedIt' }), ...(explanation && { explanation }), status: status as CorrectionRequestView['status'], ...(correctionId && { correctionId }), requestedAt };
}
