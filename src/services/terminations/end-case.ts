import { Case } from '../../entities/index.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import { CaseStep } from '../cases/case-step.js';
import { recordStep } from '../cases/record-step.js';
import { releaseHeld } from '../outbox/release-held.js';

/** How a case ends before its decision. */
export interface Ending {
  status: 'withdrawn' | 'terminated';
  /** What the record says of it. */
  data: Record<string, unknown>;
}

/** Ends one case that has not been decided: its flow, its work, its special procedures and all that stood open beside it. */
export async function endCase(step: CaseStep, { status, data }: Ending): Promise<void> {
  const { caseRecord, tx, today, at } = step;
  const state = caseRecord.flowState === null ? undefined : (JSON.parse(caseRecord.flowState) as FlowState);
  step.set({ status, closedAt: at, dueOn: null, openMatters: null });
  step.note(status, data);
  tx.write("UPDATE `pauses` SET `status` = 'closed', `endedOn` = ? WHERE `caseId` = ? AND `status` = 'open'", [today, caseRecord.id]);
  tx.write("UPDATE `corrections` SET `status` = 'lapsed' WHERE `caseId` = ? AND `status` = 'open'", [caseRecord.id]);
  if (state?.status === 'active' || state?.status === 'incident') await recordStep(step, { type: 'cancel', reason: status });
  else step.save();
  releaseHeld(tx, step.context, caseRecord.id);
  // Work beside the flow ends with the case; the flow closes its own.
  tx.write("UPDATE `work_items` SET `status` = 'cancelled', `doneAt` = ? WHERE `caseId` = ? AND `status` = 'open'", [at, caseRecord.id]);
}

/** Ends a stage with those of its items that are not over. */
export async function endStage(step: CaseStep, ending: Ending): Promise<void> {
  const { tx, caseRecord, context, actor } = step;
  await endCase(step, ending);
  for (const { id, closedAt } of await tx.find(Case, 'parentId = ? ORDER BY number', [caseRecord.id])) {
    const item = closedAt === null ? await tx.lock(Case, 'id = ?', [id]) : undefined;
    if (item) await endCase(new CaseStep(context, tx, actor, item), { ...ending, data: { ...ending.data, withStage: true } });
  }
}
