import { Hearing, Opinion, Person, ThirdParty, WorkItem } from '../../entities/index.js';
import { countWorkdays, hearingHeldBy, hearingNoticeBy, hearingRequestUntil } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { hasRole } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireHandlerOf, requireRunningItem } from '../cases/handler-of-item.js';
import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import { recordOpinion } from '../cases/record-opinion.js';
import { closeMatter, mattersOf, openMatter } from '../cases/open-matters.js';
import { issueDocument } from '../documents/issue-document.js';
import { finishPause } from '../pauses/end-pause.js';
import { beginPause } from '../pauses/start-pause.js';
import { heardInHearing } from '../third-parties/hear-third-party.js';
import { pauseRulesOf } from '../pauses/pause-rules.js';

const states = {
  none: ['没有正在进行的听证', 'there is no hearing'],
  told: ['已告知听证权利，等待要求', 'the right was told; nobody has asked yet'],
  requested: ['已要求听证，尚未安排', 'it was asked for and is not scheduled'],
  scheduled: ['听证已安排，尚未举行', 'it is scheduled and was not held'],
} as const;

/**
 * Tells the applicant (and through the public notice third parties) the right to a hearing 告知听证权利 where the permit touches major interests
 * of others (行政许可法 47). The item is not decided until the right was used or has run out.
 */
export async function tellHearingRight(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  requireRunningItem(step.caseRecord, 'tellHearingRight');
  requireHandlerOf(step.actor, step.caseRecord);
  if (hearingMatter(step)) refuseState(step);
  const { reason } = validateStepForm('hearing-right', form) as { reason: string };
  await beginHearing(step, reason);
  step.save();
}

/** The same as part of another act; the caller saves. */
export async function beginHearing(step: CaseStep, reason: string): Promise<void> {
  const { caseRecord, context, tx, today } = step;
  const until = hearingRequestUntil(today, context.calendars.current());
  const requestUntil = until.provisional ? null : until.due;
  const id = context.newId();
  const document = await issueDocument(step, 'hearing-notice', { hearing: { stage: 'right', reason, requestUntil } });
  tx.insert(Hearing, { id, caseId: caseRecord.id, status: 'told', reason, toldOn: today, requestUntil });
  openMatter(step, { kind: 'hearing', id, label: '听证权利已告知，期限未满', state: 'told' });
  step.note('hearingRightTold', { hearing: id, reason, requestUntil, document });
  notifyApplicant(step, `您就“${caseRecord.title}”有权要求听证，请在 ${requestUntil ?? '告知书载明的日期'} 前提出；不收取费用。`);
}

/** Somebody else was told of the right later: it can be asked for until the end of his five days too, even if the applicant's have passed unused. */
export async function giveMoreTimeToAsk(step: CaseStep, until: string | null): Promise<void> {
  const [hearing] = await step.tx.find(Hearing, "caseId = ? AND status IN ('told', 'notRequested') ORDER BY toldOn DESC, id DESC", [step.caseRecord.id]);
  if (!hearing || (hearing.requestUntil !== null && until !== null && until <= hearing.requestUntil)) return;
  if (hearing.status === 'notRequested' && hearingMatter(step)) return;
  step.tx.update(Hearing, { status: 'told', requestUntil: until }, 'id = ?', [hearing.id], { rows: 1, lockedHere: true });
  openMatter(step, { kind: 'hearing', id: hearing.id, label: '听证权利已告知，期限未满', state: 'told' });
  step.note('hearingRightExtended', { hearing: hearing.id, requestUntil: until });
}

/** The applicant asks for the hearing, or the window records that a third party does. Throws HEARING_REQUEST_LATE and HEARING_STATE. */
export async function requestHearing(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, context, tx, actor, today } = step;
  const own = hasRole(actor, 'enterprise') && actor.organisationId === caseRecord.organisationId;
  if (!own && !hasRole(actor, 'clerk')) throw new DomainError('NOT_YOURS');
  const hearing = await hearingIn(step, 'told');
  if (hearing.requestUntil !== null && today > hearing.requestUntil) throw new DomainError('HEARING_REQUEST_LATE', { until: hearing.requestUntil });
  const said = validateStepForm('hearing-request', form) as { requestedBy?: string };
  if (!own && said.requestedBy === undefined) throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/requestedBy', message: '请填写要求听证的利害关系人' }] });
  const requestedBy = own ? '申请人' : (said.requestedBy as string);
  const by = hearingHeldBy(today, context.calendars.current());
  const holdBy = by.provisional ? null : by.due;
  tx.update(Hearing, { status: 'requested', requestedOn: today, requestedBy, holdBy }, 'id = ?', [hearing.id], { rows: 1, lockedHere: true });
  openMatter(step, { kind: 'hearing', id: hearing.id, label: '已要求听证，尚未举行', state: 'requested' });
  step.note('hearingRequested', { hearing: hearing.id, requestedBy, holdBy });
  notifyDepartment(step, caseRecord.departmentId, `“${caseRecord.title}”的${requestedBy}要求听证，应当在 ${holdBy ?? '二十个工作日内'} 前组织。`);
  step.save();
}

/**
 * Sets time, place and chair 听证通知: at least seven working days before, within twenty working days of the request, chaired by somebody who
 * did not review the application (行政许可法 47, 48). From the notice until the hearing the statutory clock stands still (45).
 *
 * Throws HEARING_STATE, HEARING_NOTICE_SHORT, HEARING_TOO_LATE and HEARING_CHAIR_REVIEWED.
 */
export async function scheduleHearing(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, context, tx, today } = step;
  requireRunningItem(caseRecord, 'scheduleHearing');
  requireHandlerOf(step.actor, caseRecord);
  const hearing = await hearingIn(step, 'requested');
  const { heldOn, place, chair: named } = validateStepForm('hearing-schedule', form) as { heldOn: string; place: string; chair: string };
  const by = hearingNoticeBy(heldOn, context.calendars.current());
  if (today > by) throw new DomainError('HEARING_NOTICE_SHORT', { heldOn, by });
  if (hearing.holdBy !== null && heldOn > hearing.holdBy) throw new DomainError('HEARING_TOO_LATE', { by: hearing.holdBy });
  const chair = await chairOf(step, named);
  const said = { stage: 'time', reason: hearing.reason, heldOn, place, chair: chair.name };
  const document = await issueDocument(step, 'hearing-notice', { hearing: said });
  for (const { name } of await tx.find(ThirdParty, "caseId = ? AND status <> 'released' ORDER BY namedOn, id", [caseRecord.id])) await issueDocument(step, 'hearing-notice', { hearing: { ...said, addressee: { name } } });
  tx.update(Hearing, { status: 'scheduled', noticedOn: today, heldOn, place, chairId: chair.id, chairName: chair.name }, 'id = ?', [hearing.id], { rows: 1, lockedHere: true });
  openMatter(step, { kind: 'hearing', id: hearing.id, label: `听证定于 ${heldOn} 举行`, state: 'scheduled' });
  step.note('hearingScheduled', { hearing: hearing.id, heldOn, place, chair: chair.name, document });
  notifyApplicant(step, `“${caseRecord.title}”的听证定于 ${heldOn} 在${place}公开举行，主持人：${chair.name}。`);
  await pauseForHearing(step, heldOn);
  step.save();
}

/** Keeps the signed record of the hearing 听证笔录; the item is decided on it. Throws HEARING_STATE before the day of the hearing. */
export async function recordHearing(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { tx, today } = step;
  requireHandlerOf(step.actor, step.caseRecord);
  const hearing = await hearingIn(step, 'scheduled');
  if (hearing.heldOn !== null && today < hearing.heldOn) refuseState(step);
  const record = validateStepForm('hearing-record', form);
  tx.update(Hearing, { status: 'held', record }, 'id = ?', [hearing.id], { rows: 1, lockedHere: true });
  recordOpinion(step, { kind: 'hearing', conclusion: 'recorded', text: String(record.findings) });
  closeMatter(step, hearing.id);
  await heardInHearing(step);
  step.note('hearingHeld', { hearing: hearing.id, ...record });
  const pause = mattersOf(step.caseRecord).find((matter) => matter.kind === 'pause' && matter.key === hearing.id);
  if (pause) await finishPause(step, pause.id);
  step.save();
}

/** Nobody asked in time: the decision waits for no hearing any more. */
export function closeUnusedHearing(step: CaseStep, hearing: Hearing): void {
  step.tx.update(Hearing, { status: 'notRequested' }, 'id = ?', [hearing.id], { rows: 1, lockedHere: true });
  closeMatter(step, hearing.id);
  step.note('hearingNotRequested', { hearing: hearing.id, requestUntil: hearing.requestUntil });
}

export const hearingMatter = ({ caseRecord }: CaseStep): ReturnType<typeof mattersOf>[number] | undefined => mattersOf(caseRecord).find((matter) => matter.kind === 'hearing');

async function hearingIn(step: CaseStep, state: 'told' | 'requested' | 'scheduled'): Promise<Hearing> {
  const matter = hearingMatter(step);
  if (matter?.state !== state) refuseState(step);
  return (await step.tx.findOne(Hearing, 'id = ?', [matter?.id])) as Hearing;
}

function refuseState(step: CaseStep): never {
  const [why, whyEn] = states[(hearingMatter(step)?.state ?? 'none') as keyof typeof states];
  throw new DomainError('HEARING_STATE', { why, whyEn });
}

/** Anybody of the office but those who examined or verified the item, or hold its examination on their desk. */
async function chairOf({ tx, caseRecord }: CaseStep, named: string): Promise<Person> {
  const person = await tx.findOne(Person, '(id = ? OR username = ? OR name = ?) AND enabled = 1 AND organisationId IS NULL', [named, named, named]);
  if (!person) throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/chair', message: '没有这个工作人员' }] });
  const judged = await tx.count(Opinion, 'caseId = ? AND personId = ?', [caseRecord.id, person.id]);
  const handled = await tx.count(WorkItem, 'caseId = ? AND (doneBy = ? OR assigneeId = ?)', [caseRecord.id, person.id, person.id]);
  if (judged + handled > 0) throw new DomainError('HEARING_CHAIR_REVIEWED');
  return person;
}

/** The time until the hearing does not count where the item's list names hearings and no other procedure stops the clock already. */
async function pauseForHearing(step: CaseStep, heldOn: string): Promise<void> {
  const { caseRecord, context, today } = step;
  const listed = pauseRulesOf(context.items.get(caseRecord.itemCode as string, caseRecord.itemListVersion)).some((rule) => rule.kind === 'hearing');
  if (!listed || mattersOf(caseRecord).some((matter) => matter.kind === 'pause')) return;
  const hearing = hearingMatter(step);
  const id = await beginPause(step, { kind: 'hearing', neededWorkdays: Math.max(1, countWorkdays(today, heldOn, context.calendars.current())), reason: '依法举行听证', contact: step.actor.name });
  const pause = mattersOf(caseRecord).find((matter) => matter.id === id);
  if (pause && hearing) openMatter(step, { ...pause, key: hearing.id });
}
