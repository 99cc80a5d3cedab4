import { IsString, MaxLength, MinLength } from 'class-validator';
import { systemActor } from '../../services/actor.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import { findThirdParties } from '../../services/third-parties/find-third-parties.js';
import { stateOwnView } from '../../services/third-parties/hear-third-party.js';
import type { ApiContext } from '../api-context.js';
import { CaseIdQuery } from '../cases/cases.request.js';
import { route, type Route } from '../route.js';

export class OwnStatementBody {
  @IsString({ message: '请填写告知书上的核验码' })
  @MinLength(1, { message: '请填写告知书上的核验码' })
  @MaxLength(40)
  verifyCode!: string;

  @IsString({ message: '请填写陈述申辩内容' })
  @MinLength(1, { message: '请填写陈述申辩内容' })
  @MaxLength(4000, { message: '陈述申辩至多 4000 字' })
  statement!: string;
}

/** Those whose own interests an item touches. Naming, serving and hearing them are actions of the item's case. */
export function thirdPartyRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/third-parties', may: 'signedIn', does: 'Third parties of a case with what they stated', query: CaseIdQuery, answers: 'List of third parties', handle: async ({ actor, query }) => {
      const persons = await findThirdParties(services, actor, query.caseId);
      return { items: persons, total: persons.length };
    } }),
    route({ method: 'post', path: '/public/statements', may: 'public', does: 'State a view as a third party, with the code of the notice', body: OwnStatementBody, answers: '{ id }', status: 201, handle: ({ body, onceKey }) => answerOnce(services, systemActor, onceKey, ['statement', body], () => stateOwnView(services, body)) }),
  ];
}
