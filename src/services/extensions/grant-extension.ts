import { CaseEvent } from '../../entities/index.js';
import { itemClock, type Approver } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { requireRole } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { clockInput, isJoint, jointInput } from '../cases/case-clock.js';
import { requireHandlerOf, requireRunningItem } from '../cases/handler-of-item.js';
import { notifyApplicant } from '../cases/notify.js';
import { issueDocument } from '../documents/issue-document.js';

/** How the approving head is named on paper. */
export const approverTexts: Record<Approver, string> = { authorityHead: '本机关负责人', principalHead: '本机关主要负责人', governmentHead: '本级人民政府负责人' };

/**
 * Extends the statutory limit of an item once 延长审查期限, or in the stage case that of joint handling (行政许可法 art. 42): no longer than the law allows, approved by the head whom it
 * names, before the old limit has run out; the applicant is told the reason. Whether the law gives the extension any effect is asked of the
 * same clock that counts the days. Throws EXTENSION_REFUSED with the clock's reason.
 */
export async function grantExtension(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, context, tx, today } = step;
  requireRole(step.actor, 'leader');
  const joint = isJoint(caseRecord) && caseRecord.status === 'accepted';
  if (!joint) requireRunningItem(caseRecord, 'extend');
  if (!joint) requireHandlerOf(step.actor, caseRecord);
  const { workdays, approvedBy, reason } = validateStepForm('extension', form) as { workdays: number; approvedBy: Approver; reason: string };
  const events = await tx.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseRecord.id]);
  const input = joint ? jointInput(context, caseRecord, events) : clockInput(context, caseRecord, events);
  const before = itemClock(input, context.calendars.current(), { explain: false });
  const asked = { on: today, type: 'extended' as const, workdays, approvedBy };
  const after = itemClock({ ...input, events: [...input.events, asked] }, context.calendars.current(), { explain: false });
  const refusal = after.refused.find((each) => each.event === input.events.length);
  if (refusal) throw new DomainError('EXTENSION_REFUSED', { reason: refusal.reason, reasonEn: refusal.reasonEn, because: refusal.code });
  const document = await issueDocument(step, 'extension-notice', { extension: { workdays, approvedBy: approverTexts[approvedBy], reason, oldDue: before.due, newDue: after.due } });
  step.note('extended', { workdays, approvedBy, reason, oldDue: before.due, newDue: after.due, document, ...(joint && { joint }) });
  step.set({ overdueSince: null });
  notifyApplicant(step, `“${caseRecord.title}”的办理期限经${approverTexts[approvedBy]}批准延长 ${workdays} 个工作日，至 ${after.due ?? '日历公布后确定的日期'}。理由：${reason}`);
  step.save();
}
