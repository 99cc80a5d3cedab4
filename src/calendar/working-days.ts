import { DomainError } from '../errors/domain-error.js';
import { blockOf, calendarYearUnknown, type CalendarBlock, type HolidayCalendar } from './holiday-calendar.js';
import { toDayNumber, toPlainDate, yearOf, type PlainDate } from './plain-date.js';

/**
 * The end of a period. While a year that it needs has no published schedule the end is provisional: there is no date,
 * only the year that is missing and a day before which the period cannot end.
 */
export type Due =
  | { readonly due: PlainDate; readonly provisional: false }
  | { readonly due: null; readonly provisional: true; readonly missingYear: number; readonly notBefore: PlainDate };

/** Whether offices work on the day. Throws `CALENDAR_YEAR_UNKNOWN` for an unpublished year. */
export function isWorkday(date: PlainDate, calendar: HolidayCalendar): boolean {
  const day = toDayNumber(date);
  const block = blockOf(calendar, day);
  if (!block) throw calendarYearUnknown(calendar, yearOf(date));
  return countIn(block, day) > countIn(block, day - 1);
}

/**
 * The n-th working day after a date, the date itself not counted (许可法 82; 民诉法 85). With n = 0 the date itself.
 * Throws `CALENDAR_YEAR_UNKNOWN` when it would have to pass through an unpublished year, `PERIOD_INVALID` when n is no whole number from 0.
 */
export function addWorkdays(date: PlainDate, n: number, calendar: HolidayCalendar): PlainDate {
  const day = toDayNumber(date);
  if (!(n >= 0 && Number.isInteger(n))) throw notACount(n);
  if (n === 0) return date;
  const block = blockAfter(calendar, day);
  if (!block) throw calendarYearUnknown(calendar, yearOf(toPlainDate(day + 1)));
  const text = block.workdayTexts[countIn(block, day) + n - 1];
  if (text === undefined) throw calendarYearUnknown(calendar, yearAfter(block));
  return text;
}

/** As `addWorkdays`, but an unpublished year gives a provisional answer instead of an error. */
export function findDue(date: PlainDate, n: number, calendar: HolidayCalendar): Due {
  const day = toDayNumber(date);
  if (!(n >= 0 && Number.isInteger(n))) throw notACount(n);
  if (n === 0) return { due: date, provisional: false };
  const block = blockAfter(calendar, day);
  if (!block) return { due: null, provisional: true, missingYear: yearOf(toPlainDate(day + 1)), notBefore: toPlainDate(day + n) };
  const text = block.workdayTexts[countIn(block, day) + n - 1];
  if (text !== undefined) return { due: text, provisional: false };
  const left = n - (block.workdayTexts.length - countIn(block, day));
  return { due: null, provisional: true, missingYear: yearAfter(block), notBefore: toPlainDate(block.lastDay + left) };
}

/**
 * The number of working days in (after, upTo]. Throws `CALENDAR_YEAR_UNKNOWN` when one of these days lies in an unpublished year,
 * `PERIOD_INVALID` when `upTo` lies before `after`.
 */
export function countWorkdays(after: PlainDate, upTo: PlainDate, calendar: HolidayCalendar): number {
  const first = toDayNumber(after);
  const last = toDayNumber(upTo);
  if (last < first) throw new DomainError('PERIOD_INVALID', { reason: `终止日 ${upTo} 早于起始日 ${after}`, reasonEn: `it ends on ${upTo}, before ${after}` });
  if (last === first) return 0;
  const block = blockAfter(calendar, first);
  if (!block) throw calendarYearUnknown(calendar, yearOf(toPlainDate(first + 1)));
  if (last > block.lastDay) throw calendarYearUnknown(calendar, yearAfter(block));
  return countIn(block, last) - countIn(block, first);
}

/** As `countWorkdays`, but days of unpublished years are told apart instead of refused. An empty or reversed span has none of either. */
export function countPublishedWorkdays(after: PlainDate, upTo: PlainDate, calendar: HolidayCalendar): { workdays: number; unpublishedDays: number } {
  const first = toDayNumber(after) + 1;
  const last = toDayNumber(upTo);
  if (last < first) return { workdays: 0, unpublishedDays: 0 };
  let workdays = 0;
  let publishedDays = 0;
  for (const block of calendar.blocks) {
    const from = Math.max(first, block.firstDay);
    const to = Math.min(last, block.lastDay);
    if (to < from) continue;
    workdays += countIn(block, to) - countIn(block, from - 1);
    publishedDays += to - from + 1;
  }
  return { workdays, unpublishedDays: last - first + 1 - publishedDays };
}

/**
 * The last working day from which n working days remain up to and including `date`: the latest day of a period that is counted backwards,
 * such as “at least 7 working days before the hearing” (许可法 48) or “30 working days before expiry”. Nothing is rolled.
 * Throws `CALENDAR_YEAR_UNKNOWN`, `PERIOD_INVALID`.
 */
export function subtractWorkdays(date: PlainDate, n: number, calendar: HolidayCalendar): PlainDate {
  const day = toDayNumber(date);
  if (!(n >= 0 && Number.isInteger(n))) throw notACount(n);
  if (n === 0) return date;
  const block = blockOf(calendar, day);
  if (!block) throw calendarYearUnknown(calendar, yearOf(date));
  const text = block.workdayTexts[countIn(block, day) - n - 1];
  if (text === undefined) throw calendarYearUnknown(calendar, yearOf(toPlainDate(block.firstDay - 1)));
  return text;
}

/** The day itself when offices work on it, else the next working day; provisional when that cannot be known (民诉法 85; domain rule A2). */
export function rollForward(date: PlainDate, calendar: HolidayCalendar): Due {
  const day = toDayNumber(date);
  const block = blockOf(calendar, day);
  if (!block) return { due: null, provisional: true, missingYear: yearOf(date), notBefore: date };
  const text = block.workdayTexts[countIn(block, day - 1)];
  if (text !== undefined) return { due: text, provisional: false };
  return { due: null, provisional: true, missingYear: yearAfter(block), notBefore: toPlainDate(block.lastDay + 1) };
}

/** Working days of the block up to and including the day, which may be the day before the block. */
function countIn(block: CalendarBlock, day: number): number {
  return block.workdaysUpTo[day - block.firstDay + 1] ?? 0;
}

/** The block that holds the day after `day`: the first day that a period beginning on `day` can count. */
function blockAfter(calendar: HolidayCalendar, day: number): CalendarBlock | undefined {
  return blockOf(calendar, day + 1);
}

function yearAfter(block: CalendarBlock): number {
  return yearOf(toPlainDate(block.lastDay + 1));
}

function notACount(n: number): DomainError {
  return new DomainError('PERIOD_INVALID', { reason: `${n} 不是从 0 起的整数`, reasonEn: `${n} is not a whole number from 0` });
}
