import type { HolidayCalendar } from './holiday-calendar.js';
import { addDays, addMonths, type PlainDate } from './plain-date.js';
import { rollForward, type Due } from './working-days.js';

/**
 * The last day of a period of calendar days: the first day is not counted, and a period that ends on a day off ends on the next
 * working day (民诉法 85; domain rule A2). Provisional when the last day falls into an unpublished year.
 */
export function endOfCalendarDays(from: PlainDate, days: number, calendar: HolidayCalendar): Due {
  return rollForward(addDays(from, days), calendar);
}

/** The last day of a period of months: the same day of the month, or the last of a shorter month, rolled forward like a period of days. */
export function endOfMonths(from: PlainDate, months: number, calendar: HolidayCalendar): Due {
  return rollForward(addMonths(from, months), calendar);
}
