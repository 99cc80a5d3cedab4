import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { actOnCase } from '../../services/cases/act-on-case.js';
import { findPauses, ifPauseStruck, type PauseRow } from '../../services/pauses/find-pauses.js';
import type { ApiContext } from '../api-context.js';
import type { PauseView } from '../contract.js';
import { PageQuery, pageOf } from '../paging.js';
import { route, type Route } from '../route.js';

export class PauseBody {
  @IsString({ message: '请指明事项办件 caseId' })
  @MaxLength(40)
  caseId!: string;

  @IsString({ message: '请选择特别程序种类' })
  @MaxLength(40)
  kind!: string;

  @IsInt({ message: '请填写所需工作日' })
  @Min(1, { message: '至少 1 个工作日' })
  @Max(400)
  neededWorkdays!: number;

  @IsString({ message: '请填写理由' })
  @MaxLength(1000)
  reason!: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  contact?: string;

  @IsInt({ message: '请带上办件的 version' })
  version!: number;
}

export class PauseEndBody {
  @IsString({ message: '请指明事项办件 caseId' })
  @MaxLength(40)
  caseId!: string;

  @IsInt({ message: '请带上办件的 version' })
  version!: number;
}

export class PauseQuery extends PageQuery {
  /** A stage or item case. */
  @IsOptional()
  @IsString()
  caseId?: string;

  @IsOptional()
  @IsString()
  kind?: string;

  @IsOptional()
  @IsIn(['open', 'closed', 'expired'], { message: '状态应为 open、closed 或 expired' })
  status?: 'open' | 'closed' | 'expired';

  @IsOptional()
  @IsString()
  departmentId?: string;

  /** `true`: only those that are not the first of their item. */
  @IsOptional()
  @IsString()
  repeated?: string;
}

/** Special procedures 特殊环节: begin, end, and the ledger of them. */
export function pauseRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'post', path: '/pauses', may: ['reviewer', 'leader'], does: 'Begin a special procedure of an item, with the written notice to the applicant; the same as the action startPause', body: PauseBody, answers: 'ActionResult', status: 201, handle: ({ actor, body, onceKey }) => {
      const { caseId, version, ...form } = body;
      return actOnCase(services, actor, caseId, { action: 'startPause', form: { ...form }, version }, onceKey);
    } }),
    route({ method: 'post', path: '/pauses/:id/end', may: ['reviewer', 'leader'], does: 'End a special procedure; the same as the action endPause', body: PauseEndBody, answers: 'ActionResult', handle: ({ actor, params, body, onceKey }) => actOnCase(services, actor, body.caseId, { action: 'endPause', form: { pause: params.id }, version: body.version }, onceKey) }),
    route({ method: 'get', path: '/pauses/:id/if-struck', may: 'signedIn', does: 'The clock of the item with and without this special procedure', answers: '{ asIs, ifStruck, workdaysRestored }', handle: ({ actor, params }) => ifPauseStruck(services, actor, params.id as string) }),
    route({ method: 'get', path: '/pauses', may: 'signedIn', does: 'The ledger of special procedures with those that were repeated or ran over their time', query: PauseQuery, answers: 'Page of PauseView', handle: async ({ actor, query }) => {
      const page = pageOf(query);
      const { rows, ...sums } = await findPauses(services, actor, { ...query, ...page, repeated: query.repeated === 'true' });
      return { items: rows.map(presentPause), page: page.page, pageSize: page.pageSize, ...sums };
    } }),
  ];
}

function presentPause({ pause, caseNumber, title, itemCode }: PauseRow): PauseView {
  const { id, caseId, pauseKey, kind, article, reason, contact, startedOn, neededWorkdays, capOn, nth, status, endedOn, openedByName, departmentId, documentId } = pause;
  return { id, key: pauseKey, caseId, caseNumber, title, ...(itemCode && { itemCode }), kind, article, reason, contact, startedOn, neededWorkdays, capOn, nth, status: status as PauseView['status'], endedOn, openedBy: openedByName, departmentId, ...(documentId && { documentId }) };
}
