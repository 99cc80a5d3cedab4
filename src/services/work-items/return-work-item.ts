import { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { reroute } from '../../workflows/machine/reroute.js';
import { passedSteps } from '../../workflows/machine/steps-around.js';
import type { Actor } from '../actor.js';
import { recordStep } from '../cases/record-step.js';
import type { CaseStep } from '../cases/case-step.js';
import type { ServiceContext } from '../service-context.js';
import { onWorkItem, requireOnDesk, taken, type GestureResult } from './on-work-item.js';
import { findStanding, inForceAgain, isRepeatable, nameOf, returnStepsOf, type Standing } from './step-moves.js';

export interface Returning {
  /** Id of a step that the case has passed in this branch. */
  to: string;
  reason: string;
  /** Done there, the work comes straight back to the returner 办完直接回到我这里; else it takes the ordinary way of the flow. */
  straightBack?: boolean | undefined;
}

/**
 * 退回指定步骤: the work goes back to a step that the case passed in this branch, to the one who did it there if he still can. What was
 * written stays as it is: opinions as versions, the drafts with both. Other branches are not touched, and no legal clock stops by it.
 *
 * Throws RETURN_STEP_NOT_PASSED and RETURN_STEP_IN_FORCE with the steps that are possible, RETURN_PASSES_IN_FORCE where only the straight
 * way back is possible, WORK_ITEM_TAKEN, and what `reroute` refuses.
 */
export function returnWorkItem(context: ServiceContext, actor: Actor, id: string, request: Returning, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'return', request, onceKey }, async (step, workItem) => {
    await requireOnDesk(step, workItem);
    if (workItem.delegatedBy !== null) throw await taken(step.tx, workItem);
    const standing = await findStanding(context, step.caseRecord);
    if (!standing) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'return', available: [] });
    refuseWrongStep(standing, workItem, request);
    await sendBack(step, workItem, standing, request);
  });
}

function refuseWrongStep(standing: Standing, workItem: WorkItem, { to, straightBack }: Returning): void {
  const { flow, state } = standing;
  const possible = returnStepsOf(standing, workItem);
  const details = { to: nameOf(flow, to), possible, names: possible.map(({ name }) => name).join('、') || '没有可以退回的环节', namesEn: possible.map(({ name }) => name).join(', ') || 'none' };
  if (!passedSteps(flow, state, workItem.stepKey).includes(to)) throw new DomainError('RETURN_STEP_NOT_PASSED', details);
  if (!isRepeatable(flow, to)) throw new DomainError('RETURN_STEP_IN_FORCE', details);
  const inForce = straightBack ? [] : inForceAgain(standing, workItem, to);
  if (inForce.length > 0) throw new DomainError('RETURN_PASSES_IN_FORCE', { ...details, between: inForce.map((id) => nameOf(flow, id)).join('、') });
}

async function sendBack(step: CaseStep, workItem: WorkItem, { flow, state, called }: Standing, { to, reason, straightBack = false }: Returning): Promise<void> {
  const { tx, actor } = step;
  const [done] = await tx.find(WorkItem, "caseId = ? AND step = ? AND status = 'done' ORDER BY doneAt DESC, id DESC LIMIT 1", [workItem.caseId, to]);
  const input = { type: 'reroute' as const, key: workItem.stepKey, to, ...(done?.doneBy && { person: done.doneBy }), ...(straightBack && { back: { person: actor.id } }) };
  reroute(flow, state, input, { called });
  step.note('workReturned', { name: workItem.name, workItem: workItem.id, to: nameOf(flow, to), toStep: to, reason, straightBack }, { step: workItem.step });
  step.returned = { from: workItem.name, by: actor.name, reason, straightBack };
  await recordStep(step, input);
}
