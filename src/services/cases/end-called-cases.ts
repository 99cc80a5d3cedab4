import { Case } from '../../entities/index.js';
import type { Effect } from '../../workflows/machine/effects.js';
import { CaseStep } from './case-step.js';
import { flowStateOf } from './flow-state-of.js';
import { recordStep } from './record-step.js';

/** A call was interrupted in the stage's flow: the item case that it set going stops where it stands, with its work. */
export async function endCalledCases(step: CaseStep, effects: readonly Effect[]): Promise<void> {
  const keys = effects.flatMap((effect) => (effect.type === 'cancelCall' ? [effect.key] : []));
  for (const key of keys) {
    const item = await step.tx.lock(Case, 'parentId = ? AND callKey = ? AND closedAt IS NULL', [step.caseRecord.id, key]);
    if (!item || !['active', 'incident'].includes(flowStateOf(item)?.status ?? '')) continue;
    const itemStep = new CaseStep(step.context, step.tx, step.actor, item);
    itemStep.onBehalfOf = step.onBehalfOf;
    itemStep.set({ status: 'stopped', ...(step.caseRecord.closedAt !== null && { closedAt: step.at, dueOn: null }) });
    itemStep.note('stopped', { reason: '阶段流程已中断对本事项的办理' });
    await recordStep(itemStep, { type: 'cancel', reason: 'caller interrupted' });
  }
}
