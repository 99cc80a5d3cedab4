import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { terminationGrounds, type TerminationGround } from '../../forms/steps/termination.js';
import type { Actor } from '../../services/actor.js';
import { findInterventions, type InterventionRow } from '../../services/interventions/find-interventions.js';
import { decideIntervention, proposeIntervention } from '../../services/interventions/intervene.js';
import type { InterventionRequest } from '../../services/interventions/plan-intervention.js';
import type { ApiContext } from '../api-context.js';
import type { InterventionView } from '../contract.js';
import { PageQuery, pageOf } from '../paging.js';
import { route, type Route } from '../route.js';

export class InterventionBody {
  @IsString({ message: '请指明办件' })
  @MaxLength(40)
  caseId!: string;

  @IsIn(['reassign', 'reroute', 'end'], { message: '干预应为改派（reassign）、调整流程位置（reroute）或者终止（end）' })
  kind!: InterventionRequest['kind'];

  @IsOptional()
  @IsString()
  @MaxLength(40)
  workItem?: string;

  /** Who gets the work (id, user name or `queue`), or the step to which it is moved. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  to?: string;

  @IsOptional()
  @IsIn(Object.keys(terminationGrounds), { message: '请选择终止事由' })
  ground?: TerminationGround;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  basis?: string;

  @IsString({ message: '请填写干预原因' })
  @IsNotEmpty({ message: '请填写干预原因' })
  @MaxLength(1000)
  reason!: string;

  @IsInt({ message: '请带上办件的 version' })
  @Min(0)
  version!: number;
}

export class InterventionAnswerBody {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  remarks?: string;
}

export class InterventionRefusalBody {
  @IsString({ message: '请填写拒绝原因' })
  @IsNotEmpty({ message: '请填写拒绝原因' })
  @MaxLength(1000)
  remarks!: string;
}

export class InterventionQuery extends PageQuery {
  /** A stage or item case. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  caseId?: string;

  @IsOptional()
  @IsIn(['proposed', 'done', 'refused', 'withdrawn', 'lapsed'], { message: '没有这种状态' })
  status?: string;
}

/** What administrators do with a case, always two of them; supervision sees all of it. */
export function interventionRoutes({ services }: ApiContext): Route[] {
  const shown = async (id: string, caseId: string): Promise<InterventionView> => present((await findInterventions(services, { caseId, page: 1, pageSize: 200 })).rows.find(({ intervention }) => intervention.id === id) as InterventionRow);
  const decide = async (actor: Actor, id: string, answer: Parameters<typeof decideIntervention>[3], onceKey?: string): Promise<InterventionView> => shown(id, (await decideIntervention(services, actor, id, answer, onceKey)).caseId);
  return [
    route({ method: 'get', path: '/interventions', may: ['admin', 'supervisor'], does: 'Interventions of administrators, newest first', query: InterventionQuery, answers: 'Page of InterventionView', handle: async ({ query }) => {
      const page = pageOf(query);
      const { rows, total } = await findInterventions(services, { ...query, ...page });
      return { items: rows.map(present), total, page: page.page, pageSize: page.pageSize };
    } }),
    route({ method: 'post', path: '/interventions', may: ['admin'], does: 'Propose to give work to somebody else, to move it to another step or to end the case; another administrator has to confirm', body: InterventionBody, answers: 'InterventionView', status: 201, handle: async ({ actor, body, onceKey }) => {
      const { caseId, ...request } = body;
      const { id } = await proposeIntervention(services, actor, caseId, request, onceKey);
      return shown(id, caseId);
    } }),
    route({ method: 'post', path: '/interventions/:id/confirmation', may: ['admin'], does: 'Confirm as the second administrator; it is done at once', body: InterventionAnswerBody, answers: 'InterventionView', handle: ({ actor, params, body, onceKey }) => decide(actor, params.id as string, { how: 'confirm', remarks: body.remarks }, onceKey) }),
    route({ method: 'post', path: '/interventions/:id/refusal', may: ['admin'], does: 'Refuse as the second administrator, with the reason', body: InterventionRefusalBody, answers: 'InterventionView', handle: ({ actor, params, body, onceKey }) => decide(actor, params.id as string, { how: 'refuse', remarks: body.remarks }, onceKey) }),
    route({ method: 'post', path: '/interventions/:id/withdrawal', may: ['admin'], does: 'Withdraw what one has proposed', body: InterventionAnswerBody, answers: 'InterventionView', handle: ({ actor, params, body, onceKey }) => decide(actor, params.id as string, { how: 'withdraw', remarks: body.remarks }, onceKey) }),
  ];
}

function present({ intervention, caseNumber, caseTitle, state }: InterventionRow): InterventionView {
  const { id, caseId, kind, summary, reason, status, proposedByName, proposedAt, expiresAt, workItemId, decidedByName, decidedAt, remarks } = intervention;
  return {
    id,
    caseId,
    caseNumber,
    caseTitle,
    kind: kind as InterventionView['kind'],
    summary,
    reason,
    status: status as InterventionView['status'],
    state,
    proposedBy: proposedByName,
    proposedAt,
    expiresAt,
    ...(workItemId && { workItem: workItemId }),
    ...(decidedByName && { decidedBy: decidedByName }),
    ...(decidedAt && { decidedAt }),
    ...(remarks && { remarks }),
  };
}
