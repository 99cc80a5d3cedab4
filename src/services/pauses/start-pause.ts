import { Pause } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireHandlerOf, requireRunningItem } from '../cases/handler-of-item.js';
import { notifyApplicant } from '../cases/notify.js';
import { refreshDue } from '../cases/refresh-due.js';
import { mattersOf, openMatter } from '../cases/open-matters.js';
import { issueDocument } from '../documents/issue-document.js';
import { pauseRulesOf, type PauseRule } from './pause-rules.js';

/** What a special procedure says of itself when it begins. */
export interface NewPause {
  kind: PauseRule['kind'];
  neededWorkdays: number;
  reason: string;
  contact: string;
}

/**
 * Begins a special procedure 特殊环节 of an item: from the item's own list, told to the applicant in writing with the time it needs
 * (行政许可法 art. 45), one at a time. No token moves; the clock follows from the record. It ends by itself when its time has run out.
 *
 * Throws PAUSE_KIND_NOT_LISTED (with the item's list), PAUSE_TOO_LONG and PAUSE_ALREADY_OPEN.
 */
export async function startPause(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  requireRunningItem(step.caseRecord, 'startPause');
  requireHandlerOf(step.actor, step.caseRecord);
  const { kind, neededWorkdays, reason, contact } = validateStepForm('special-procedure', { ...form, startedOn: step.today, noticedInWriting: true });
  await beginPause(step, { kind: kind as NewPause['kind'], neededWorkdays: neededWorkdays as number, reason: String(reason), contact: String(contact ?? step.actor.name) });
  step.save();
}

/** The same as part of another act, e.g. of a hearing; the caller saves. */
export async function beginPause(step: CaseStep, pause: NewPause): Promise<string> {
  const { caseRecord, context, tx } = step;
  const open = mattersOf(caseRecord).find((matter) => matter.kind === 'pause');
  if (open) throw new DomainError('PAUSE_ALREADY_OPEN', { name: open.label, id: open.id });
  const rule = ruleFor(step, pause);
  const earlier = await tx.count(Pause, 'caseId = ?', [caseRecord.id]);
  const id = context.newId();
  const capOn = context.calendars.dueOn(step.today, pause.neededWorkdays);
  const documentId = await issueDocument(step, 'special-procedure-notice', { pause: { ...pause, capOn, rule } });
  tx.insert(Pause, {
    id,
    caseId: caseRecord.id,
    pauseKey: id,
    kind: pause.kind,
    article: rule.article,
    reason: pause.reason,
    contact: pause.contact,
    departmentId: caseRecord.departmentId,
    startedOn: step.today,
    neededWorkdays: pause.neededWorkdays,
    capOn,
    nth: earlier + 1,
    documentId,
    openedBy: step.actor.id,
    openedByName: step.actor.name,
    status: 'open',
  });
  openMatter(step, { kind: 'pause', id, label: `特别程序“${rule.name}”` });
  step.note('pauseStarted', { pause: id, kind: pause.kind, name: rule.name, reason: pause.reason, noticedInWriting: true, capWorkdays: pause.neededWorkdays, document: documentId });
  await refreshDue(step);
  notifyApplicant(step, `“${caseRecord.title}”自 ${step.today} 起进入特别程序“${rule.name}”，所需时间 ${pause.neededWorkdays} 个工作日不计入办理时限，联系人：${pause.contact}。`);
  return id;
}

function ruleFor({ caseRecord, context }: CaseStep, pause: NewPause): PauseRule {
  const rules = pauseRulesOf(context.items.get(caseRecord.itemCode as string, caseRecord.itemListVersion));
  const rule = rules.find((each) => each.kind === pause.kind);
  if (!rule) throw new DomainError('PAUSE_KIND_NOT_LISTED', { kind: pause.kind, title: caseRecord.title, allowed: rules.map(({ kind }) => kind), names: rules.map(({ name }) => name).join('、') });
  if (rule.mostWorkdays !== undefined && pause.neededWorkdays > rule.mostWorkdays) throw new DomainError('PAUSE_TOO_LONG', { name: rule.name, most: rule.mostWorkdays });
  return rule;
}
