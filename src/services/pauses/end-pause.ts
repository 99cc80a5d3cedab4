import { Pause } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireHandlerOf } from '../cases/handler-of-item.js';
import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import { refreshDue } from '../cases/refresh-due.js';
import { closeMatter, mattersOf } from '../cases/open-matters.js';

/** Ends the open special procedure of an item before its time has run out. Throws PAUSE_NOT_OPEN. */
export async function endPause(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  requireHandlerOf(step.actor, step.caseRecord);
  const open = mattersOf(step.caseRecord).find((matter) => matter.kind === 'pause' && (form.pause === undefined || form.pause === matter.id));
  if (!open) throw new DomainError('PAUSE_NOT_OPEN', { title: step.caseRecord.title });
  await finishPause(step, open.id);
  step.save();
}

/** The same as part of another act; the caller saves. */
export async function finishPause(step: CaseStep, id: string): Promise<void> {
  step.tx.update(Pause, { status: 'closed', endedOn: step.today }, 'id = ? AND status = ?', [id, 'open'], { rows: 1, lockedHere: true });
  closeMatter(step, id);
  step.note('pauseEnded', { pause: id });
  await refreshDue(step);
  notifyApplicant(step, `“${step.caseRecord.title}”的特别程序已结束，办理时限自次日起继续计算。`);
}

/** The time told in writing has run out: the clock has gone on by itself since then, which the record now says, with a warning. */
export async function expirePause(step: CaseStep, pause: Pause): Promise<void> {
  step.tx.update(Pause, { status: 'expired', endedOn: pause.capOn }, 'id = ? AND status = ?', [pause.id, 'open'], { rows: 1, lockedHere: true });
  closeMatter(step, pause.id);
  step.note('pauseEnded', { pause: pause.pauseKey, expired: true }, { on: pause.capOn as string });
  step.note('pauseExpired', { pause: pause.pauseKey, kind: pause.kind, capOn: pause.capOn, neededWorkdays: pause.neededWorkdays });
  await refreshDue(step);
  notifyApplicant(step, `“${step.caseRecord.title}”的特别程序已满告知的 ${pause.neededWorkdays} 个工作日（至 ${pause.capOn}），办理时限已自动继续计算。`);
  notifyDepartment(step, pause.departmentId ?? step.caseRecord.departmentId, `预警：“${step.caseRecord.title}”的特别程序超过告知时间（${pause.capOn}），时限已自动恢复计算，请尽快办理。`);
}
