import { Case, Incident } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { requireRole, type Actor } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { flowStateOf } from '../cases/flow-state-of.js';
import { closeMatter, mattersOf } from '../cases/open-matters.js';
import { recordStep } from '../cases/record-step.js';
import { checkSaidVariables } from '../cases/said-variables.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';
import { refuseSuspended } from '../suspensions/suspended.js';
import { incidentReason } from './incident-words.js';

export interface IncidentResolution {
  /** `retry`: the flow tries again there. `skip`: somebody has seen to the step by other means; its token goes on. */
  how: 'retry' | 'skip';
  /** Why, for the record. */
  explanation: string;
  /** Variables that were missing or wrong. */
  variables?: Record<string, unknown>;
  version?: number;
}

/**
 * An administrator lets a flow go on where it could not, with a reason that stays in the record. Answers whether it stands again.
 *
 * Throws INCIDENT_NOT_FOUND, INCIDENT_NOT_OPEN, CASE_SUSPENDED, STALE_VERSION, VARIABLES_REFUSED, INCIDENT_NOT_REPAIRABLE (a join that
 * waits for ever: only a rerouting or the end of the case helps) and INCIDENT_NOT_SKIPPABLE (a gateway has to know its way).
 */
export function resolveIncident(context: ServiceContext, actor: Actor, id: string, resolution: IncidentResolution, onceKey?: string): Promise<{ caseId: string; number: string; version: number; standsAgain: boolean }> {
  requireRole(actor, 'admin');
  const variables = checkSaidVariables(resolution.variables ?? {});
  return answerOnce(context, actor, onceKey, ['resolveIncident', id, resolution], () =>
    context.database.inTransaction(async (tx) => {
      const caseId = (await tx.findOne(Incident, 'id = ?', [id]))?.caseId;
      if (caseId === undefined) throw new DomainError('INCIDENT_NOT_FOUND', { id });
      const step = new CaseStep(context, tx, actor, await lockCase(tx, caseId));
      const incident = (await tx.findOne(Incident, 'id = ?', [id])) as Incident;
      if (incident.status !== 'open') throw new DomainError('INCIDENT_NOT_OPEN', { element: incident.elementName });
      refuseSuspended(step.caseRecord);
      if (resolution.version !== undefined && resolution.version !== step.caseRecord.version) throw new DomainError('STALE_VERSION', { currentVersion: step.caseRecord.version });
      const key = incident.incidentKey;
      if (key === null) throw new DomainError('INCIDENT_NOT_REPAIRABLE', { element: incident.elementName });
      await mend(step, { ...incident, incidentKey: key }, { ...resolution, variables });
      const standsAgain = mattersOf(step.caseRecord).some((matter) => matter.kind === 'incident' && matter.key === key);
      return { caseId, number: step.caseRecord.number, version: step.caseRecord.version, standsAgain };
    }),
  );
}

async function mend(step: CaseStep, incident: Incident & { incidentKey: string }, { how, explanation, variables }: IncidentResolution & { variables: Record<string, unknown> }): Promise<void> {
  const key = incident.incidentKey;
  const given = Object.keys(variables);
  if (how === 'skip' && !(await isActivity(step, incident))) throw new DomainError('INCIDENT_NOT_SKIPPABLE', { element: incident.elementName });
  step.note('incidentResolved', { element: incident.elementName, how, explanation, variables: given }, { step: incident.element });
  if (given.length > 0) await recordStep(step, { type: 'setVariables', variables });
  step.tx.update(Incident, { status: 'resolved', resolution: how, explanation, resolvedAt: step.at, resolvedBy: step.actor.id }, 'id = ? AND status = ?', [incident.id, 'open']);
  closeMatter(step, incident.id);
  // New variables may have set a conditional event off that took the token away.
  if (flowStateOf(step.caseRecord)?.acts[key]?.kind !== 'incident') return step.save();
  await recordStep(step, { type: how, key });
}

async function isActivity({ context, caseRecord }: CaseStep, { element }: Incident): Promise<boolean> {
  const flow = await context.flows.loadVersion(caseRecord.flowVersionId as string);
  return flow.compiled.steps[element] !== undefined;
}

export interface IncidentRow {
  incident: Incident;
  caseRecord: Case;
  /** Why, in words. */
  reason: string;
}

/** Incidents of cases, newest first; open ones unless another status is asked for. */
export async function findIncidents(context: ServiceContext, filter: { status: string; page: number; pageSize: number }): Promise<{ rows: IncidentRow[]; total: number }> {
  const { read } = context.database;
  const total = await read.count(Incident, 'status = ?', [filter.status]);
  const incidents = await read.find(Incident, 'status = ? ORDER BY openedAt DESC, id DESC LIMIT ? OFFSET ?', [filter.status, filter.pageSize, (filter.page - 1) * filter.pageSize]);
  if (incidents.length === 0) return { rows: [], total };
  const ids = [...new Set(incidents.map(({ caseId }) => caseId))];
  const cases = new Map((await read.find(Case, `id IN (${ids.map(() => '?').join(', ')})`, ids)).map((each) => [each.id, each]));
  return { total, rows: incidents.map((incident) => ({ incident, caseRecord: cases.get(incident.caseId) as Case, reason: incidentReason(incident.reason) })) };
}
