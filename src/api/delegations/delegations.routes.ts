import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { findDelegations, importDelegations, type NewDelegation } from '../../services/delegations/import-delegations.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import type { ApiContext } from '../api-context.js';
import { route, type Route } from '../route.js';

export class DelegationsBody {
  @IsArray({ message: '请提供授权委托清单 delegations' })
  @ArrayMinSize(1, { message: '清单不能为空' })
  @ArrayMaxSize(2000, { message: '清单过长' })
  @IsObject({ each: true, message: '每一行应为对象' })
  delegations!: NewDelegation[];
}

export class DelegationQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  itemCode?: string;
}

/** Who handed which item over to whom, where and when 授权委托清单. */
export function delegationRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/delegations', may: 'signedIn', does: 'Delegations, of all items or one', query: DelegationQuery, answers: 'List of delegations', handle: async ({ query }) => {
      const delegations = await findDelegations(services, query.itemCode);
      return { items: delegations, total: delegations.length };
    } }),
    route({ method: 'post', path: '/delegations', may: ['admin'], does: 'Import delegations, whole or not at all; earlier ones stay for the applications that were filed under them', body: DelegationsBody, answers: '{ imported }', status: 201, handle: ({ actor, body, onceKey }) => answerOnce(services, actor, onceKey, ['delegations', body], () => importDelegations(services, actor, body.delegations)) }),
  ];
}
