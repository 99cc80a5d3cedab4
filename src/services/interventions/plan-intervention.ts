import { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { terminationGrounds, type TerminationGround } from '../../forms/steps/termination.js';
import { reroute, reroutesOf } from '../../workflows/machine/reroute.js';
import { missingBefore, skippedSteps } from '../../workflows/machine/steps-around.js';
import type { CaseStep } from '../cases/case-step.js';
import { recordStep } from '../cases/record-step.js';
import { requireTerminable, terminate } from '../terminations/terminate-case.js';
import { receiverOf } from '../work-items/on-work-item.js';
import { findStanding, inForceAgain, isRepeatable, nameOf, type Standing } from '../work-items/step-moves.js';

export interface InterventionRequest {
  kind: 'reassign' | 'reroute' | 'end';
  /** The open work that is given to somebody else or moved. */
  workItem?: string | undefined;
  /** Reassign: id or user name of the one who gets it; `queue` for the queue of his department. Reroute: id of the step. */
  to?: string | undefined;
  /** Of an end: ground and norm, as the notice to the applicant states them. */
  ground?: TerminationGround | undefined;
  basis?: string | undefined;
  reason: string;
}

/** What would be done: one sentence of it, and the doing, which saves the case. Nothing is written before `carryOut`. */
export interface PlannedIntervention {
  summary: string;
  carryOut: () => Promise<void>;
}

/**
 * Looks whether the intervention is possible in the locked case as it stands now. Throws INTERVENTION_INVALID, WORK_ITEM_NOT_OPEN,
 * PERSON_CANNOT_DO_THIS, INTERVENTION_SKIPS_LAW, what `reroute` and the termination refuse.
 */
export async function planIntervention(step: CaseStep, request: InterventionRequest): Promise<PlannedIntervention> {
  if (request.kind === 'end') return planEnd(step, request);
  const workItem = request.workItem === undefined ? undefined : await step.tx.findOne(WorkItem, 'id = ? AND caseId = ?', [request.workItem, step.caseRecord.id]);
  if (!workItem) throw new DomainError('INTERVENTION_INVALID', { missing: '本办件的一项待办', errors: [{ pointer: '/workItem', message: '请选择本办件的一项待办' }] });
  if (workItem.status !== 'open') throw new DomainError('WORK_ITEM_NOT_OPEN', { name: workItem.name });
  if (request.to === undefined) throw new DomainError('INTERVENTION_INVALID', { missing: request.kind === 'reassign' ? '由谁办理' : '改到哪个环节', errors: [{ pointer: '/to', message: '请选择' }] });
  return request.kind === 'reassign' ? planReassigning(step, workItem, request.to) : planReroute(step, workItem, { to: request.to, reason: request.reason });
}

/** The steps to which an administrator may move the work: sound for the flow, and no act of law is left out or done twice. */
export function interventionSteps(standing: Standing, workItem: WorkItem): string[] {
  const { flow, state, called } = standing;
  return reroutesOf(flow, state, workItem.stepKey, { called }).filter((to) => hindrance(standing, workItem, to).length === 0);
}

async function planReassigning(step: CaseStep, workItem: WorkItem, to: string): Promise<PlannedIntervention> {
  const person = to === 'queue' ? undefined : await receiverOf(step.tx, workItem, to);
  const name = person?.name ?? '部门待办队列';
  return {
    summary: `“${workItem.name}”改派给${name}`,
    carryOut: async () => {
      step.tx.update(WorkItem, { assigneeId: person?.id ?? null, delegatedBy: null, takenUpAt: step.at }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
      step.note('workReassigned', { name: workItem.name, workItem: workItem.id, to: name }, { step: workItem.step });
      step.save();
    },
  };
}

async function planReroute(step: CaseStep, workItem: WorkItem, { to, reason }: { to: string; reason: string }): Promise<PlannedIntervention> {
  const standing = await findStanding(step.context, step.caseRecord);
  if (!standing) throw new DomainError('ACTION_NOT_AVAILABLE', { action: '调整流程位置', available: [] });
  const { flow, state, called } = standing;
  const input = { type: 'reroute' as const, key: workItem.stepKey, to };
  reroute(flow, state, input, { called });
  const skipped = hindrance(standing, workItem, to);
  if (skipped.length > 0) {
    const possible = interventionSteps(standing, workItem);
    throw new DomainError('INTERVENTION_SKIPS_LAW', { to: nameOf(flow, to), skipped: skipped.map((id) => nameOf(flow, id)).join('、'), possible, names: possible.map((id) => nameOf(flow, id)).join('、') || '没有其他环节' });
  }
  return {
    summary: `“${workItem.name}”改到“${nameOf(flow, to)}”`,
    carryOut: async () => {
      step.returned = { from: workItem.name, by: step.actor.name, reason, straightBack: false };
      step.note('workRerouted', { name: workItem.name, workItem: workItem.id, to: nameOf(flow, to), toStep: to, reason }, { step: workItem.step });
      await recordStep(step, input);
    },
  };
}

/** Acts of law that the move would leave out, that were never done although everything there rests on them, or that it would do a second time. */
function hindrance(standing: Standing, workItem: WorkItem, to: string): string[] {
  const { flow, state } = standing;
  const again = (state.counts[to] ?? 0) > 0 && !isRepeatable(flow, to) ? [to] : [];
  const isOfLaw = (id: string): boolean => flow.compiled.steps[id]?.form !== undefined || flow.compiled.steps[id]?.calls !== undefined || (flow.compiled.steps[id]?.documents ?? []).length > 0;
  const from = state.acts[workItem.stepKey]?.node ?? '';
  const left = new Set([...skippedSteps(flow, { from, to }), ...missingBefore(flow, state, { from, to })]);
  return [...new Set([...[...left].filter(isOfLaw), ...again, ...inForceAgain(standing, workItem, to)])];
}

async function planEnd(step: CaseStep, { ground, basis, reason }: InterventionRequest): Promise<PlannedIntervention> {
  if (ground === undefined || !basis) throw new DomainError('INTERVENTION_INVALID', { missing: '终止事由和依据', errors: [{ pointer: ground === undefined ? '/ground' : '/basis', message: '请填写终止事由和依据' }] });
  await requireTerminable(step);
  return { summary: `终止办理：${terminationGrounds[ground].zh}`.slice(0, 500), carryOut: () => terminate(step, { ground, basis, reasons: reason }) };
}
