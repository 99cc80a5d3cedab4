import { CalendarYear, Case, CaseEvent, Correction, Pause, WorkItem, type OutboxMessage } from '../../entities/index.js';
import { countWorkdays, createHolidayCalendar, dueDatesMovedBy, findDue, itemClock, plainDateOf, type HolidayCalendar, type HolidaySchedule, type MovedDue } from '../../calendar/index.js';
import type { Reader } from '../../persistence/transaction.js';
import { systemActor } from '../actor.js';
import { clockInput } from '../cases/case-clock.js';
import { CaseStep } from '../cases/case-step.js';
import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import type { ServiceContext } from '../service-context.js';
import { resetTimers } from './flow-timers.js';
import { eachAlone } from './each-alone.js';

interface CalendarChange {
  from: HolidayCalendar;
  to: HolidayCalendar;
}

const running = ['submitted', 'awaitingCorrection', 'accepted', 'examining', 'examined', 'deciding'];
const BATCH = 200;

/**
 * Outbox handler of `recomputeDueDates`: after a year was published or corrected, works out anew every date that still lies ahead 重算期限 –
 * limits of open cases, work on desks, answers to corrections, ends of pauses. Each case whose limit moves gets an event with the old and the
 * new date, and the applicant and the department are told. Papers that were sent are never rewritten: they keep the date that they named.
 * Repeating it changes nothing: a case that knows this calendar already is left alone.
 */
export async function recomputeDueDates(context: ServiceContext, message: OutboxMessage): Promise<void> {
  const { year, version } = message.payload as { year: number; version: number };
  const change = await changeOf(context, year, version);
  await resetTimers(context);
  const failures: unknown[] = [];
  for (let after = ''; ; ) {
    const cases = await context.database.read.find(Case, `status IN (${running.map(() => '?').join(', ')}) AND closedAt IS NULL AND id > ? ORDER BY id LIMIT ?`, [...running, after, BATCH]);
    if (cases.length === 0) break;
    const records = await readRecords(context.database.read, cases);
    await eachAlone(cases, ({ id }) => id, async (caseRecord) => {
      if (await moves(context, caseRecord, { record: recordOf(records, caseRecord.id), change })) await recomputeCase(context, caseRecord.id, change);
    }).catch((error: unknown) => failures.push(error));
    after = cases.at(-1)?.id ?? '';
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some cases keep their old dates');
}

/** The calendar before this version of the year and with it; later publications have messages of their own. */
async function changeOf(context: ServiceContext, year: number, version: number): Promise<CalendarChange> {
  const rows = await context.database.read.find(CalendarYear, '1 = 1 ORDER BY year, version');
  const upTo = (last: number): HolidayCalendar => {
    const newest = new Map(rows.filter((row) => row.year !== year || row.version <= last).map((row) => [row.year, row]));
    return createHolidayCalendar({ schedules: [...newest.values()].map((row) => row.schedule as HolidaySchedule) });
  };
  return { from: upTo(version - 1), to: upTo(version) };
}

/** What the dates of some cases hang on. */
interface Records {
  events: CaseEvent[];
  works: WorkItem[];
  corrections: Correction[];
  pauses: Pause[];
}

async function readRecords(reader: Reader, cases: readonly Pick<Case, 'id'>[]): Promise<Records> {
  const ids = cases.map(({ id }) => id);
  const among = `caseId IN (${ids.map(() => '?').join(', ')})`;
  return {
    events: await reader.find(CaseEvent, `${among} ORDER BY caseId, seq`, ids),
    works: await reader.find(WorkItem, `${among} AND status = 'open'`, ids),
    corrections: await reader.find(Correction, `${among} AND status = 'open'`, ids),
    pauses: await reader.find(Pause, `${among} AND status = 'open'`, ids),
  };
}

function recordOf(records: Records, caseId: string): Records {
  const of = <T extends { caseId: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.caseId === caseId);
  return { events: of(records.events), works: of(records.works), corrections: of(records.corrections), pauses: of(records.pauses) };
}

/** The new dates of one case; empty where nothing moves. */
interface Moves {
  limit?: MovedDue;
  /** The date that lists show. */
  listed?: string | null;
  works: { id: string; dueOn: string | null }[];
  corrections: { id: string; dueOn: string | null }[];
  pauses: { id: string; capOn: string | null }[];
}

async function moves(context: ServiceContext, caseRecord: Case, { record, change }: { record: Records; change: CalendarChange }): Promise<Moves | undefined> {
  const { from, to } = change;
  const latest = record.events.findLast((event) => ['dueMoved', 'deskMoved'].includes(event.type));
  if (record.events.length === 0 || (latest?.data as { calendar?: string } | undefined)?.calendar === to.version) return undefined;
  const limits = caseRecord.flowVersionId === null ? {} : (await context.flows.loadVersion(caseRecord.flowVersionId)).compiled.steps;
  const asked = answerWorkdays(record.events);
  const moved: Moves = {
    ...limitMoves(context, caseRecord, { events: record.events, change }),
    works: record.works.flatMap(({ id, step, stepKey, openedAt, dueOn }) => {
      const since = plainDateOf(new Date(openedAt));
      const due = dayOf(since, workdaysUntil(since, dueOn, from) ?? limits[step]?.limitWorkdays ?? asked.get(stepKey), to);
      return due === undefined || due === dueOn ? [] : [{ id, dueOn: due }];
    }),
    corrections: record.corrections.flatMap(({ id, noticedOn, dueOn }) => {
      const due = dayOf(noticedOn, workdaysUntil(noticedOn, dueOn, from) ?? asked.get(`correction:${id}`), to);
      return due === undefined || due === dueOn ? [] : [{ id, dueOn: due }];
    }),
    pauses: record.pauses.flatMap(({ id, startedOn, neededWorkdays, capOn }) => {
      const cap = dayOf(startedOn, neededWorkdays, to);
      return cap === undefined || cap === capOn ? [] : [{ id, capOn: cap }];
    }),
  };
  const still = moved.limit === undefined && moved.listed === undefined && moved.works.length + moved.corrections.length + moved.pauses.length === 0;
  return still ? undefined : moved;
}

function limitMoves(context: ServiceContext, caseRecord: Case, { events, change }: { events: CaseEvent[]; change: CalendarChange }): Pick<Moves, 'limit' | 'listed'> {
  const input = clockInput(context, caseRecord, events);
  const [limit] = dueDatesMovedBy(change, [{ id: caseRecord.id, input }]);
  const after = itemClock(input, change.to, { explain: false });
  const listed = caseRecord.kind === 'item' ? (after.promised?.due ?? null) : after.due;
  const shown = caseRecord.acceptedOn !== null && after.state === 'running' && listed !== caseRecord.dueOn;
  return { ...(limit && { limit }), ...(shown && { listed }) };
}

/** Moves what moves, looked at again under the lock of the case. */
function recomputeCase(context: ServiceContext, caseId: string, change: CalendarChange): Promise<void> {
  return context.database.inTransaction(async (tx) => {
    const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
    if (!caseRecord || !running.includes(caseRecord.status)) return;
    const moved = await moves(context, caseRecord, { record: await readRecords(tx, [caseRecord]), change });
    if (!moved) return;
    const must = { rows: 1, lockedHere: true };
    for (const { id, ...set } of moved.works) tx.update(WorkItem, set, 'id = ?', [id], must);
    for (const { id, ...set } of moved.corrections) tx.update(Correction, set, 'id = ?', [id], must);
    for (const { id, ...set } of moved.pauses) tx.update(Pause, set, 'id = ?', [id], must);
    const step = new CaseStep(context, tx, systemActor, caseRecord);
    if (moved.listed !== undefined) step.set({ dueOn: moved.listed });
    if (moved.limit) tell(step, moved.limit, change);
    else step.note('deskMoved', { calendar: change.to.version });
    step.save();
  });
}

function tell(step: CaseStep, { before, after }: MovedDue, { to }: CalendarChange): void {
  const { caseRecord } = step;
  step.note('dueMoved', { before: before.due, after: after.due, provisional: after.provisional, calendar: to.version });
  const sentence = `“${caseRecord.title}”（${caseRecord.number}）的期限因工作日历公布或者调整重新计算：${before.due ?? '暂定'} → ${after.due ?? '暂定'}。已发出的文书不作更改。`;
  notifyApplicant(step, sentence);
  notifyDepartment(step, caseRecord.departmentId, sentence);
}

/** How many working days a date meant when it was set; undefined where it was open. */
function workdaysUntil(since: string, due: string | null, calendar: HolidayCalendar): number | undefined {
  return due === null || due <= since ? undefined : countWorkdays(since, due, calendar);
}

/** How many working days the applicant was given for each answer, by the key of its step: no date tells it where the notice could name none. */
function answerWorkdays(events: readonly CaseEvent[]): Map<string, number> {
  const noticed = events.filter((event) => event.type === 'correctionNoticed').map((event) => event.data as { correction: string; answerWorkdays?: number });
  return new Map(noticed.flatMap(({ correction, answerWorkdays: days }) => (days === undefined ? [] : [[`correction:${correction}`, days]])));
}

/** The day that so many working days mean now, null while it is provisional; undefined where the number is not known. */
function dayOf(since: string, workdays: number | undefined, calendar: HolidayCalendar): string | null | undefined {
  if (workdays === undefined) return undefined;
  const found = findDue(since, workdays, calendar);
  return found.provisional ? null : found.due;
}
