import { IsIn, IsInt, IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { findIncidents, resolveIncident } from '../../services/incidents/resolve-incident.js';
import type { IncidentRow } from '../../services/incidents/resolve-incident.js';
import type { ApiContext } from '../api-context.js';
import type { IncidentView } from '../contract.js';
import { pageOf, PageQuery } from '../paging.js';
import { route, type Route } from '../route.js';

export class IncidentQuery extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'resolved', 'ended'], { message: '状态应为 open、resolved 或 ended' })
  status?: 'open' | 'resolved' | 'ended';
}

export class ResolutionBody {
  @IsIn(['retry', 'skip'], { message: '处理方式应为 retry（重新执行）或 skip（已另行办理，继续下一环节）' })
  how!: 'retry' | 'skip';

  @IsString({ message: '请写明理由' })
  @MinLength(1, { message: '请写明理由' })
  @MaxLength(1000)
  explanation!: string;

  @IsOptional()
  @IsObject({ message: '变量应为对象' })
  variables?: Record<string, unknown>;

  @IsOptional()
  @IsInt({ message: 'version 应为整数' })
  version?: number;
}

/** Where flows cannot go on: the list of the administrators, and how they let them go on. */
export function incidentRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/incidents', may: ['admin', 'supervisor', 'leader'], does: 'Places at which cases cannot go on, newest first', query: IncidentQuery, answers: 'Page of IncidentView', handle: async ({ query }) => {
      const page = pageOf(query);
      const { rows, total } = await findIncidents(services, { ...page, status: query.status ?? 'open' });
      return { items: rows.map(presentIncident), total, page: page.page, pageSize: page.pageSize };
    } }),
    route({ method: 'post', path: '/incidents/:id/resolutions', may: ['admin'], does: 'Let the flow try again there, or take the step for done; with a reason for the record', body: ResolutionBody, answers: 'IncidentResolutionResult', status: 201, handle: ({ actor, params, body, onceKey }) => resolveIncident(services, actor, params.id as string, body, onceKey) }),
  ];
}

function presentIncident({ incident, caseRecord, reason }: IncidentRow): IncidentView {
  return {
    id: incident.id,
    caseId: incident.caseId,
    caseNumber: caseRecord.number,
    caseTitle: caseRecord.title,
    caseVersion: caseRecord.version,
    element: incident.element,
    elementName: incident.elementName,
    reason,
    status: incident.status as IncidentView['status'],
    openedAt: incident.openedAt,
    ...(incident.resolvedAt && { resolvedAt: incident.resolvedAt }),
    ...(incident.resolution && { resolution: incident.resolution as 'retry' | 'skip' }),
    ...(incident.explanation && { explanation: incident.explanation }),
  };
}
