import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { endDeputy } from '../../services/deputies/end-deputy.js';
import { findDeputies, getDeputy } from '../../services/deputies/find-deputies.js';
import { nameDeputy } from '../../services/deputies/name-deputy.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import { officers } from '../../services/work-items/gestures.js';
import type { ApiContext } from '../api-context.js';
import { PageQuery, pageOf } from '../paging.js';
import { route, type Route } from '../route.js';

const isDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class DeputyBody {
  /** Id or user name of who is away; only an administrator names somebody else than himself. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  person?: string;

  @IsString({ message: '请指明代理人' })
  @IsNotEmpty({ message: '请指明代理人' })
  @MaxLength(60)
  deputy!: string;

  @Matches(isDay, { message: '开始日期应为 yyyy-mm-dd' })
  from!: string;

  @Matches(isDay, { message: '结束日期应为 yyyy-mm-dd' })
  to!: string;

  @IsOptional()
  @IsArray({ message: '岗位应为列表' })
  @ArrayMinSize(1, { message: '请至少选择一个岗位，或不限岗位' })
  @ArrayMaxSize(officers.length, { message: '岗位不能重复' })
  @IsIn([...officers], { each: true, message: '没有这个岗位' })
  roles?: string[];

  @IsOptional()
  @IsArray({ message: '流程应为列表' })
  @ArrayMinSize(1, { message: '请至少选择一个流程，或不限流程' })
  @ArrayMaxSize(50, { message: '一次至多指定 50 个流程' })
  @IsString({ each: true, message: '流程标识应为文字' })
  @MaxLength(80, { each: true })
  flows?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** Deputies during leave. Whoever changes one counts at once here; other processes follow within seconds. */
export function deputyRoutes({ services, authenticator }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/deputies', may: [...officers, 'admin', 'supervisor'], does: 'Deputyships that one gave or took; administrators see all', query: PageQuery, answers: 'Page of DeputyView', handle: async ({ actor, query }) => ({ ...(await findDeputies(services, actor, pageOf(query))), page: pageOf(query).page, pageSize: pageOf(query).pageSize }) }),
    route({ method: 'post', path: '/deputies', may: [...officers, 'admin'], does: 'Name who does the work of somebody who is away, from the first to the last day', body: DeputyBody, answers: 'DeputyView', status: 201, handle: async ({ actor, body, onceKey }) => {
      const { id } = await answerOnce(services, actor, onceKey, ['deputy', body], () => nameDeputy(services, actor, body));
      authenticator.forgetAll();
      return getDeputy(services, id);
    } }),
    route({ method: 'post', path: '/deputies/:id/ending', may: [...officers, 'admin'], does: 'Take a deputyship back before its last day', answers: 'DeputyView', handle: async ({ actor, params, onceKey }) => {
      const { id } = await answerOnce(services, actor, onceKey, ['deputyEnding', params.id], () => endDeputy(services, actor, params.id as string));
      authenticator.forgetAll();
      return getDeputy(services, id);
    } }),
  ];
}
