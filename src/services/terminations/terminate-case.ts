import { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { terminationGrounds, type TerminationGround } from '../../forms/steps/termination.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { isRunningItem } from '../cases/handler-of-item.js';
import { notifyApplicant } from '../cases/notify.js';
import { recordStep } from '../cases/record-step.js';
import { issueDocument } from '../documents/issue-document.js';
import { directs } from '../suspensions/suspended.js';
import { endCase, endStage } from './end-case.js';

export interface Termination {
  ground: TerminationGround;
  reasons: string;
  /** The norm that the ground rests on. */
  basis: string;
}

/**
 * 终止办理 without a decision on the matter, on a ground that the law knows, with a written notice that tells the remedies. The other items of
 * the stage go on; when none is left, the stage ends too. Throws NOT_YOURS, TERMINATION_AFTER_DECISION, ACTION_NOT_AVAILABLE.
 */
export async function terminateCase(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  if (!directs(step.actor, step.caseRecord)) throw new DomainError('NOT_YOURS');
  await requireTerminable(step);
  await terminate(step, validateStepForm('termination', form) as unknown as Termination);
}

/** Throws unless the case was accepted and nothing of it has been decided. */
export async function requireTerminable({ caseRecord, tx }: CaseStep): Promise<void> {
  if (!isTerminable(caseRecord)) throw new DomainError('ACTION_NOT_AVAILABLE', { action: '终止办理', available: [] });
  if (caseRecord.kind === 'item') return;
  const decided = await tx.find(Case, 'parentId = ? AND decidedOn IS NOT NULL ORDER BY number', [caseRecord.id]);
  if (decided.length > 0) throw new DomainError('TERMINATION_AFTER_DECISION', { names: decided.map(({ title }) => title).join('、') });
}

export const isTerminable = (caseRecord: Case): boolean => (caseRecord.kind === 'stage' ? ['accepted', 'incident'].includes(caseRecord.status) : isRunningItem(caseRecord) || (caseRecord.status === 'incident' && caseRecord.decidedOn === null));

/** The termination itself, by whoever may. */
export async function terminate(step: CaseStep, { ground, reasons, basis }: Termination): Promise<void> {
  const { caseRecord } = step;
  const groundText = terminationGrounds[ground].zh;
  const document = await issueDocument(step, 'termination-notice', { termination: { ground: groundText, reasons, basis } });
  notifyApplicant(step, `“${caseRecord.title}”已终止办理：${groundText}。通知书已出具，载有救济途径。`);
  const ending = { status: 'terminated' as const, data: { ground, groundText, reasons, basis, document } };
  if (caseRecord.kind === 'stage') return endStage(step, ending);
  await endCase(step, ending);
  await goOnWithout(step, ending.data);
}

/** The stage goes on with its other items, or ends when there is none. */
async function goOnWithout(item: CaseStep, data: Record<string, unknown>): Promise<void> {
  const { tx, context, actor, caseRecord } = item;
  if (caseRecord.parentId === null) return;
  const stage = new CaseStep(context, tx, actor, await lockCase(tx, caseRecord.parentId));
  stage.note('itemTerminated', { item: caseRecord.itemCode, title: caseRecord.title, reasons: data.reasons });
  const others = await tx.count(Case, "parentId = ? AND status <> 'terminated'", [caseRecord.parentId]);
  if (others === 0) return endStage(stage, { status: 'terminated', data: { ...data, allItems: true } });
  await tellStage(stage, caseRecord.callKey);
}

/** The flow of the stage waits for this item no longer. */
export async function tellStage(stage: CaseStep, callKey: string | null): Promise<void> {
  const { flowState } = stage.caseRecord;
  const state = flowState === null ? undefined : (JSON.parse(flowState) as FlowState);
  if (callKey !== null && state?.acts[callKey]?.kind === 'call') await recordStep(stage, { type: 'callCompleted', key: callKey });
  else stage.save();
}
