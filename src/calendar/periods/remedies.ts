import { endOfCalendarDays, endOfMonths } from '../calendar-periods.js';
import type { HolidayCalendar } from '../holiday-calendar.js';
import type { PlainDate } from '../plain-date.js';
import type { Due } from '../working-days.js';

/** The last days on which somebody may attack a decision, from the day on which it was served. */
export interface RemedyDates {
  readonly reconsiderationUntil: Due;
  readonly litigationUntil: Due;
}

/**
 * Reconsideration within 60 calendar days (行政复议法 20), suit within 6 months (行政诉讼法 46); the applicant's periods are calendar periods
 * with roll-forward. When the decision does not tell the remedy both rights last up to one year from knowing its content
 * (行政复议法 20; 行诉解释 64).
 */
export function remedyDates(servedOn: PlainDate, calendar: HolidayCalendar, { remedyTold = true }: { remedyTold?: boolean } = {}): RemedyDates {
  if (!remedyTold) {
    const within = endOfMonths(servedOn, 12, calendar);
    return { reconsiderationUntil: within, litigationUntil: within };
  }
  return { reconsiderationUntil: endOfCalendarDays(servedOn, 60, calendar), litigationUntil: endOfMonths(servedOn, 6, calendar) };
}

/** Suit against a reconsideration decision: 15 calendar days from its service (行政诉讼法 45). */
export function litigationAfterReconsideration(servedOn: PlainDate, calendar: HolidayCalendar): Due {
  return endOfCalendarDays(servedOn, 15, calendar);
}
