import { Case, CaseEvent, Correction, Pause, WorkItem } from '../../entities/index.js';
import { countWorkdays, dueDatesMovedBy, findDue, itemClock, plainDateOf, type HolidayCalendar } from '../../calendar/index.js';
import { systemActor } from '../actor.js';
import { clockInput } from '../cases/case-clock.js';
import { CaseStep } from '../cases/case-step.js';
import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import { resetTimers } from './flow-timers.js';
import type { ServiceContext } from '../service-context.js';

export interface CalendarChange {
  from: HolidayCalendar;
  to: HolidayCalendar;
}

const running = ['submitted', 'awaitingCorrection', 'accepted', 'examining', 'examined', 'deciding'];

/**
 * After a year was published or corrected, works out anew every date that still lies ahead 重算期限: limits of open cases, work on desks, answers
 * to corrections, ends of pauses. Each case whose limit moves gets an event with the old and the new date, and the applicant and the
 * department are told. Papers that were sent are never rewritten: they keep the date that they named. Answers how many cases moved.
 */
export async function recomputeDueDates(context: ServiceContext, change: CalendarChange): Promise<number> {
  const open = await context.database.read.find(Case, `status IN (${running.map(() => '?').join(', ')}) AND closedAt IS NULL ORDER BY createdAt`, running);
  await resetTimers(context);
  let moved = 0;
  for (const { id } of open) if (await recomputeCase(context, id, change)) moved += 1;
  return moved;
}

function recomputeCase(context: ServiceContext, caseId: string, change: CalendarChange): Promise<boolean> {
  return context.database.inTransaction(async (tx) => {
    const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
    if (!caseRecord || !running.includes(caseRecord.status)) return false;
    const step = new CaseStep(context, tx, systemActor, caseRecord);
    await moveDesk(step, change);
    const events = await tx.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseId]);
    if (events.length === 0) return false;
    const input = clockInput(context, caseRecord, events);
    const [limit] = dueDatesMovedBy(change, [{ id: caseId, input }]);
    const after = itemClock(input, change.to, { explain: false });
    const dueOn = caseRecord.kind === 'item' ? (after.promised?.due ?? null) : after.due;
    const listed = caseRecord.acceptedOn !== null && after.state === 'running' && dueOn !== caseRecord.dueOn;
    if (!limit && !listed) return false;
    if (listed) step.set({ dueOn });
    if (limit) {
      step.note('dueMoved', { before: limit.before.due, after: limit.after.due, provisional: limit.after.provisional, calendar: change.to.version });
      const sentence = `“${caseRecord.title}”（${caseRecord.number}）的期限因工作日历公布或者调整重新计算：${limit.before.due ?? '暂定'} → ${limit.after.due ?? '暂定'}。已发出的文书不作更改。`;
      notifyApplicant(step, sentence);
      notifyDepartment(step, caseRecord.departmentId, sentence);
    }
    step.save();
    return true;
  });
}

/** Work on desks, answers to corrections and ends of pauses keep their number of working days and get the day that this now means. */
async function moveDesk(step: CaseStep, { from, to }: CalendarChange): Promise<void> {
  const { tx, caseRecord, context } = step;
  const limits = caseRecord.flowVersionId === null ? {} : (await context.flows.loadVersion(caseRecord.flowVersionId)).compiled.steps;
  for (const work of await tx.find(WorkItem, "caseId = ? AND status = 'open'", [caseRecord.id])) {
    const since = plainDateOf(new Date(work.openedAt));
    const due = dayOf(since, workdaysUntil(since, work.dueOn, from) ?? limits[work.step]?.limitWorkdays, to);
    if (due !== undefined && due !== work.dueOn) tx.update(WorkItem, { dueOn: due }, 'id = ?', [work.id], { rows: 1, lockedHere: true });
  }
  for (const correction of await tx.find(Correction, "caseId = ? AND status = 'open'", [caseRecord.id])) {
    const due = dayOf(correction.noticedOn, workdaysUntil(correction.noticedOn, correction.dueOn, from), to);
    if (due !== undefined && due !== correction.dueOn) tx.update(Correction, { dueOn: due }, 'id = ?', [correction.id], { rows: 1, lockedHere: true });
  }
  for (const pause of await tx.find(Pause, "caseId = ? AND status = 'open'", [caseRecord.id])) {
    const capOn = dayOf(pause.startedOn, pause.neededWorkdays, to);
    if (capOn !== undefined && capOn !== pause.capOn) tx.update(Pause, { capOn }, 'id = ?', [pause.id], { rows: 1, lockedHere: true });
  }
}

/** How many working days a date meant when it was set; undefined where it was open. */
function workdaysUntil(since: string, due: string | null, calendar: HolidayCalendar): number | undefined {
  return due === null || due <= since ? undefined : countWorkdays(since, due, calendar);
}

/** The day that so many working days mean now, null while it is provisional; undefined where the number is not known. */
function dayOf(since: string, workdays: number | undefined, calendar: HolidayCalendar): string | null | undefined {
  if (workdays === undefined) return undefined;
  const found = findDue(since, workdays, calendar);
  return found.provisional ? null : found.due;
}
