import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { checkCommitment, findDebts } from '../../services/promises/settle-debts.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import type { ApiContext } from '../api-context.js';
import { CaseIdQuery } from '../cases/cases.request.js';
import { route, type Route } from '../route.js';

export class CommitmentCheckBody {
  @IsIn(['kept', 'broken'], { message: '结果应为 kept（属实）或 broken（不实）' })
  outcome!: 'kept' | 'broken';

  @IsString({ message: '请填写核查情况' })
  @MinLength(1, { message: '请填写核查情况' })
  @MaxLength(1000)
  finding!: string;
}

/** What applicants promised instead of papers: 容缺 with a day, 告知承诺 with a check. */
export function promiseRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/promises', may: 'signedIn', does: 'Papers that are owed and commitments of an application', query: CaseIdQuery, answers: 'List of promises', handle: async ({ actor, query }) => {
      const debts = await findDebts(services, actor, query.caseId);
      return { items: debts, total: debts.length };
    } }),
    route({ method: 'post', path: '/promises/:id/check', may: ['reviewer', 'leader', 'supervisor'], does: 'Record the check of a commitment', body: CommitmentCheckBody, answers: 'The promise', handle: ({ actor, params, body, onceKey }) => answerOnce(services, actor, onceKey, ['commitment', params.id, body], () => checkCommitment(services, actor, params.id as string, body)) }),
  ];
}
