import { Case, Objection, PublicNotice } from '../../entities/index.js';
import { plainDateOf } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { handles, requireHandlerOf, requireRunningItem } from '../cases/handler-of-item.js';
import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import { closeMatter, mattersOf, openMatter } from '../cases/open-matters.js';
import type { ServiceContext } from '../service-context.js';

/**
 * Publishes an item before its decision 批前公示, open to objections of everybody concerned (行政许可法 36, 46). The clock goes on: publicity is
 * none of the procedures of art. 45. The item is not decided while the notice runs or an objection waits for its answer.
 */
export async function publishNotice(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, context, tx, today } = step;
  requireRunningItem(caseRecord, 'publishNotice');
  if (!step.actor.roles.includes('clerk')) requireHandlerOf(step.actor, caseRecord);
  const { title, content, closesOn } = validateStepForm('public-notice', form) as { title: string; content: string; closesOn: string };
  if (closesOn <= today) throw new DomainError('PUBLIC_NOTICE_PERIOD');
  const id = context.newId();
  tx.insert(PublicNotice, { id, caseId: caseRecord.id, title, content, publishedOn: today, closesOn, publishedBy: step.actor.id, publishedAt: step.at });
  openMatter(step, { kind: 'publicNotice', id, label: `公示至 ${closesOn}`, state: closesOn });
  step.note('noticePublished', { notice: id, title, closesOn });
  notifyApplicant(step, `“${caseRecord.title}”已公示，至 ${closesOn} 结束。`);
  step.save();
}

/** The notice has run its time; what came in is answered before the decision. */
export function closeNotice(step: CaseStep, notice: { id: string; closesOn: string }): void {
  closeMatter(step, notice.id);
  step.note('noticeClosed', { notice: notice.id, closesOn: notice.closesOn });
}

export interface NewObjection {
  name: string;
  contact: string;
  statement: string;
}

/** Takes an objection to a running notice from anybody 提出异议; no account is needed. Throws PUBLIC_NOTICE_NOT_FOUND and PUBLIC_NOTICE_CLOSED. */
export async function objectTo(context: ServiceContext, noticeId: string, objection: NewObjection): Promise<{ id: string }> {
  return context.database.inTransaction(async (tx) => {
    const notice = await tx.findOne(PublicNotice, 'id = ?', [noticeId]);
    if (!notice) throw new DomainError('PUBLIC_NOTICE_NOT_FOUND', { id: noticeId });
    if (plainDateOf(context.clock.now()) > notice.closesOn) throw new DomainError('PUBLIC_NOTICE_CLOSED', { on: notice.closesOn });
    const step = new CaseStep(context, tx, systemActor, (await tx.lock(Case, 'id = ?', [notice.caseId])) as Case);
    const id = receive(step, objection, notice.id);
    step.save();
    return { id };
  });
}

/** The window records what a third party states at the counter 利害关系人陈述申辩, with or without a notice. */
export async function recordObjection(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  requireRunningItem(step.caseRecord, 'recordObjection');
  if (!step.actor.roles.includes('clerk') && !handles(step.actor, step.caseRecord)) throw new DomainError('NOT_YOURS');
  receive(step, validateStepForm('objection', form) as unknown as NewObjection, null);
  step.save();
}

function receive(step: CaseStep, { name, contact, statement }: NewObjection, noticeId: string | null): string {
  const { tx, context, caseRecord } = step;
  const id = context.newId();
  tx.insert(Objection, { id, caseId: caseRecord.id, noticeId, name: name.slice(0, 100), contact: contact.slice(0, 100), statement: statement.slice(0, 4000), receivedAt: step.at, accepted: false });
  // After the decision there is nothing left to hold up; the objection is still answered.
  if (caseRecord.decidedOn === null) openMatter(step, { kind: 'objection', id, label: `待答复的异议（${name.slice(0, 20)}）` });
  step.note('objectionReceived', { objection: id, notice: noticeId, name });
  notifyDepartment(step, caseRecord.departmentId, `“${caseRecord.title}”收到 ${name} 的异议，作出决定前应当答复。`);
  return id;
}

/** Answers an objection with reasons; the item can be decided afterwards. Throws OBJECTION_NOT_FOUND. */
export async function answerObjection(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  requireHandlerOf(step.actor, step.caseRecord);
  const { objection, answer, accepted } = validateStepForm('objection-answer', form) as { objection?: string; answer: string; accepted: boolean };
  const [waiting, ...more] = mattersOf(step.caseRecord).filter((matter) => matter.kind === 'objection');
  const id = objection ?? (more.length === 0 ? waiting?.id : undefined) ?? '';
  const known = await step.tx.findOne(Objection, 'id = ? AND caseId = ? AND answeredAt IS NULL', [id, step.caseRecord.id]);
  if (!known) throw new DomainError('OBJECTION_NOT_FOUND', { id });
  step.tx.update(Objection, { answer, accepted, answeredBy: step.actor.id, answeredAt: step.at }, 'id = ?', [known.id], { rows: 1, lockedHere: true });
  closeMatter(step, known.id);
  step.note('objectionAnswered', { objection: known.id, accepted, answer });
  step.save();
}
