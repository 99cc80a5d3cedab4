import { lockCase, CaseStep } from './case-step.js';
import { recordStep } from './record-step.js';

/** Tells the stage case that the flow it called for this item has come to its end. */
export async function reportToCaller(step: CaseStep): Promise<void> {
  const { parentId, callKey } = step.caseRecord;
  if (parentId === null || callKey === null) return;
  const parent = await lockCase(step.tx, parentId);
  const parentStep = new CaseStep(step.context, step.tx, step.actor, parent);
  parentStep.onBehalfOf = step.onBehalfOf;
  const { itemCode, itemListVersion, status } = step.caseRecord;
  parentStep.note('itemReturned', { item: itemCode, name: step.context.items.get(itemCode as string, itemListVersion).nameZh, status });
  await recordStep(parentStep, { type: 'callCompleted', key: callKey });
}
