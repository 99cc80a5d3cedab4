import { Case, Correction, WorkItem } from '../../entities/index.js';
import { countPublishedWorkdays } from '../../calendar/working-days.js';
import { plainDateOf } from '../../calendar/plain-date.js';
import { DomainError } from '../../errors/domain-error.js';
import { CaseStep } from '../cases/case-step.js';
import { notifyApplicant } from '../cases/notify.js';
import { closeMatter, mattersOf } from '../cases/open-matters.js';
import { releaseHeld } from '../outbox/release-held.js';
import { finishPause } from '../pauses/end-pause.js';
import { shiftTimers } from '../time-limits/flow-timers.js';
import { directs, suspensionOf } from './suspended.js';

/**
 * 恢复办理: everything goes on where it stood; timers and desk dates are later by the working days of the suspension, and what other cases
 * said meanwhile is heard now. A stage resumes the items that were suspended with it. Throws NOT_YOURS, CASE_NOT_SUSPENDED.
 */
export async function resumeCase(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  if (!directs(actor, caseRecord)) throw new DomainError('NOT_YOURS');
  const suspension = suspensionOf(caseRecord);
  if (!suspension) throw new DomainError('CASE_NOT_SUSPENDED', { title: caseRecord.title });
  if (suspension.key === 'stage' && caseRecord.kind === 'item') throw new DomainError('SUSPENDED_WITH_STAGE', { title: caseRecord.title });
  const reason = String(form.reason ?? '').slice(0, 1000);
  await resume(step, reason);
  if (caseRecord.kind === 'stage') {
    for (const item of await tx.find(Case, 'parentId = ? ORDER BY number', [caseRecord.id])) {
      if (suspensionOf(item)?.key !== 'stage') continue;
      await resume(new CaseStep(context, tx, actor, (await tx.lock(Case, 'id = ?', [item.id])) as Case), reason);
    }
  }
  notifyApplicant(step, `“${caseRecord.title}”自 ${step.today} 起恢复办理。`);
}

async function resume(step: CaseStep, reason: string): Promise<void> {
  const { tx, context, caseRecord, today } = step;
  const suspension = suspensionOf(caseRecord);
  if (!suspension?.state) return;
  const since = suspension.state;
  const { workdays } = countPublishedWorkdays(plainDateOf(new Date(since)), today, context.calendars.current());
  if (suspension.pause !== undefined && mattersOf(caseRecord).some(({ id }) => id === suspension.pause)) await finishPause(step, suspension.pause);
  closeMatter(step, suspension.id);
  if (workdays > 0) {
    for (const { id, dueOn } of await tx.find(WorkItem, "caseId = ? AND status = 'open' AND dueOn IS NOT NULL", [caseRecord.id])) tx.update(WorkItem, { dueOn: context.calendars.dueOn(dueOn as string, workdays) }, 'id = ?', [id]);
    for (const { id, dueOn } of await tx.find(Correction, "caseId = ? AND status = 'open'", [caseRecord.id])) tx.update(Correction, { dueOn: (dueOn && context.calendars.dueOn(dueOn, workdays)) ?? dueOn }, 'id = ?', [id]);
  }
  await shiftTimers(step, { since, workdays });
  releaseHeld(tx, context, caseRecord.id);
  step.note('resumed', { since, workdays, reason });
  step.save();
}
