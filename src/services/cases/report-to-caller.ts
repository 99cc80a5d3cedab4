import { lockCase, CaseStep } from './case-step.js';
import { recordStep } from './record-step.js';

/** Tells the stage case that the flow it called for this item has come to its end. */
export async function reportToCaller(step: CaseStep): Promise<void> {
  const { parentId, callKey } = step.caseRecord;
  if (parentId === null || callKey === null) return;
  const parent = await lockCase(step.tx, parentId);
  const parentStep = new CaseStep(step.context, step.tx, step.actor, parent);
  parentStep.note('itemReturned', { item: step.caseRecord.itemCode, status: step.caseRecord.status });
  await recordStep(parentStep, { type: 'callCompleted', key: callKey });
}
