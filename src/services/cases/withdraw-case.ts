import { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { CaseStep } from './case-step.js';
import { recordStep } from './record-step.js';

const withdrawable = ['submitted', 'accepted', 'awaitingCorrection'];

/** The applicant takes the application back 撤件, until an item has been decided. Its item cases end with it. */
export async function withdrawCase(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, actor } = step;
  if (actor.organisationId !== caseRecord.organisationId || !actor.roles.includes('enterprise')) throw new DomainError('NOT_YOURS');
  if (caseRecord.status === 'draft') {
    step.set({ status: 'withdrawn', closedAt: step.at });
    step.note('withdrawn', { reason: form.reason ?? '' });
    return step.save();
  }
  await withdrawApplication(step, String(form.reason ?? ''));
}

/** Ends a filed application with its item cases, for whatever lawful reason. Throws ACTION_NOT_AVAILABLE once an item has been decided. */
export async function withdrawApplication(step: CaseStep, reason: string): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  const items = await tx.find(Case, 'parentId = ?', [caseRecord.id]);
  const decided = items.some((item) => ['approved', 'refused', 'filed'].includes(item.status));
  if (!withdrawable.includes(caseRecord.status) || decided) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'withdraw', available: [] });
  step.set({ status: 'withdrawn', closedAt: step.at, dueOn: null, openMatters: null });
  step.note('withdrawn', { reason });
  tx.write("UPDATE `corrections` SET `status` = 'lapsed' WHERE `caseId` = ? AND `status` = 'open'", [caseRecord.id]);
  await recordStep(step, { type: 'cancel', reason: 'withdrawn' });
  closeBesideWork(step);
  for (const item of items) {
    const locked = await tx.lock(Case, 'id = ?', [item.id]);
    if (!locked) continue;
    const itemStep = new CaseStep(context, tx, actor, locked);
    const running = ['examining', 'deciding'].includes(locked.status);
    itemStep.set({ status: 'withdrawn', closedAt: step.at, dueOn: null, openMatters: null });
    itemStep.note('withdrawn', {});
    tx.write("UPDATE `pauses` SET `status` = 'closed', `endedOn` = ? WHERE `caseId` = ? AND `status` = 'open'", [step.today, locked.id]);
    if (running) await recordStep(itemStep, { type: 'cancel', reason: 'withdrawn' });
    else itemStep.save();
    closeBesideWork(itemStep);
  }
}

/** Work beside the flow, such as an answer to a correction, ends with the case; the flow closes its own. */
function closeBesideWork(step: CaseStep): void {
  step.tx.write("UPDATE `work_items` SET `status` = 'cancelled', `doneAt` = ? WHERE `caseId` = ? AND `status` = 'open'", [step.at, step.caseRecord.id]);
}
