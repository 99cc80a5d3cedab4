import { endOfCalendarDays } from './calendar-periods.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { lightOf, type Light } from './light.js';
import { calendarDaysInSpans, countOutsideSpans, findDueOutsideSpans, type Span } from './pause-spans.js';
import type { PlainDate } from './plain-date.js';
import type { Due } from './working-days.js';
import { explainItemDays, type ClockDay } from './item-clock/explain-item-days.js';
import { readItemClockInput, type ItemClockInput } from './item-clock/item-clock-input.js';
import type { Refusal } from './item-clock/refusals.js';
import { replayEvents, spansOf, type ItemFacts, type ItemPause, type ReplayOptions } from './item-clock/replay-events.js';

export type { ItemClockInput };

export type ItemState = 'received' | 'awaitingCorrection' | 'running' | 'paused' | 'decided' | 'withdrawn';

/** How far one limit, statutory or promised, has been used. */
export interface LimitUse {
  readonly limitWorkdays: number;
  /** The last day of the limit; null before acceptance, while a pause is open, and while it is provisional. */
  readonly due: PlainDate | null;
  /** The due date falls into a year whose schedule is not published. */
  readonly provisional: boolean;
  readonly usedWorkdays: number;
  /** Negative when more days were used than the limit has. */
  readonly remainingWorkdays: number;
  readonly light: Light;
  readonly overdue: boolean;
}

/** The legal clock of one item: where it stands, and why each day was counted or not. */
export interface ItemClock extends LimitUse {
  readonly state: ItemState;
  readonly receivedOn: PlainDate | null;
  readonly acceptedOn: PlainDate | null;
  readonly acceptance: ItemFacts['acceptance'];
  /** The day that is not counted: acceptance, or receipt where the law says so. */
  readonly startedOn: PlainDate | null;
  /** The last day for the correction notice, or null without a window. */
  readonly correctionNoticeUntil: PlainDate | null;
  /** When the end is provisional: the year that is missing and a day before which the limit cannot end. */
  readonly provisionalBecause?: { readonly missingYear: number; readonly notBefore: PlainDate };
  /** Days of unpublished years that are neither counted nor taken out; while there are any, `usedWorkdays` is a lower bound. */
  readonly unpublishedDays: number;
  /** The promised limit beside the statutory one, when given. An extension of the statutory limit does not move it. */
  readonly promised?: LimitUse & { readonly state: ItemState };
  /** For a limit whose act says 日 only: its end in calendar days, as a warning (domain rule B19). */
  readonly calendarDayDue?: PlainDate | null;
  readonly pauses: readonly ItemPause[];
  readonly calendarVersion: string;
  /** From the day of receipt to `asOf` or the end of the case; exactly `usedWorkdays` of them are counted. */
  readonly days: readonly ClockDay[];
  readonly refused: readonly Refusal[];
}

export interface ItemClockOptions extends ReplayOptions {
  /** Leave the days out where only the figures are wanted, as in a list of cases. */
  readonly explain?: boolean;
}

/**
 * Computes the legal clock of one item from its limit and its events (许可法 32, 42, 45, 82; domain rules A1-A9, B1-B5).
 * Pure: the same input and calendar version give the same answer. An event that the law gives no effect is listed in `refused`.
 * Throws `CLOCK_INPUT_INVALID` with the place of every fault.
 */
export function itemClock(json: ItemClockInput, calendar: HolidayCalendar, options: ItemClockOptions = {}): ItemClock {
  const input = readItemClockInput(json);
  const facts = replayEvents(input, calendar, options);
  const lastDay = facts.ended?.on ?? input.asOf;
  const state = stateOf(facts);
  const spans = spansOf(facts, lastDay);
  const use = { facts, state, spans, lastDay, calendar };
  const limit = input.limit.workdays + (facts.extension?.workdays ?? 0);
  const statutory = useOf(limit, use);
  const promised = input.promised ? useOf(Math.min(input.promised.workdays, input.limit.workdays), use) : null;
  return {
    state,
    acceptedOn: facts.acceptedOn,
    ...statutory.use,
    receivedOn: facts.receivedOn,
    acceptance: facts.acceptance,
    startedOn: facts.startedOn,
    correctionNoticeUntil: facts.noticeUntil?.due ?? null,
    ...(statutory.end?.provisional && statutory.use.provisional ? { provisionalBecause: { missingYear: statutory.end.missingYear, notBefore: statutory.end.notBefore } } : {}),
    unpublishedDays: statutory.unpublishedDays,
    ...(promised ? { promised: { state, ...promised.use } } : {}),
    ...(input.limit.lawUnit === 'unspecified' ? { calendarDayDue: calendarDayDue(limit, use) } : {}),
    pauses: facts.pauses,
    calendarVersion: calendar.version,
    days: options.explain === false ? [] : explainItemDays({ facts, limitWorkdays: input.limit.workdays, totalWorkdays: limit, lastDay, calendar }),
    refused: facts.refused,
  };
}

function stateOf(facts: ItemFacts): ItemState {
  if (facts.ended) return facts.ended.how;
  if (facts.pauses.some(({ endedOn }) => endedOn === null)) return 'paused';
  if (facts.acceptedOn !== null) return 'running';
  return facts.correctionNoticedOn === null ? 'received' : 'awaitingCorrection';
}

interface Use {
  readonly facts: ItemFacts;
  readonly state: ItemState;
  /** United, an open pause cut off at `lastDay`. */
  readonly spans: readonly Span[];
  readonly lastDay: PlainDate;
  readonly calendar: HolidayCalendar;
}

function useOf(limit: number, { facts, state, spans, lastDay, calendar }: Use): { use: LimitUse; end: Due | null; unpublishedDays: number } {
  if (facts.startedOn === null) {
    const light = state === 'withdrawn' ? 'done' : 'green';
    const use: LimitUse = { due: null, provisional: noticeIsProvisional(facts, lastDay), usedWorkdays: 0, remainingWorkdays: limit, light, limitWorkdays: limit, overdue: false };
    return { use, end: null, unpublishedDays: 0 };
  }
  const counted = countOutsideSpans(facts.startedOn, lastDay, spans, calendar);
  const end = findDueOutsideSpans(facts.startedOn, limit, spans, calendar);
  const remaining = limit - counted.workdays;
  const overdue = end.due !== null && lastDay > end.due;
  const use: LimitUse = {
    due: state === 'paused' ? null : end.due,
    provisional: end.provisional,
    usedWorkdays: counted.workdays,
    remainingWorkdays: remaining,
    light: facts.ended ? 'done' : state === 'paused' ? 'paused' : lightOf(limit, remaining, overdue),
    limitWorkdays: limit,
    overdue,
  };
  return { use, end, unpublishedDays: counted.unpublishedDays };
}

/** Whether acceptance by the law cannot be told, because the window for the notice reaches into an unpublished year. */
function noticeIsProvisional({ noticeUntil, correctionNoticedOn, ended }: ItemFacts, lastDay: PlainDate): boolean {
  return correctionNoticedOn === null && ended === null && noticeUntil !== null && noticeUntil.provisional && lastDay > noticeUntil.notBefore;
}

/** The end of the limit if its days were calendar days, pauses out; null before acceptance, while a pause is open, and when provisional. */
function calendarDayDue(limit: number, { facts, state, spans, calendar }: Use): PlainDate | null {
  if (facts.startedOn === null || state === 'paused') return null;
  for (let out = 0; ; ) {
    const end = endOfCalendarDays(facts.startedOn, limit + out, calendar);
    if (end.provisional) return null;
    const outUpToEnd = calendarDaysInSpans(facts.startedOn, end.due, spans);
    if (outUpToEnd === out) return end.due;
    out = outUpToEnd;
  }
}
