import type { HolidayCalendar } from '../holiday-calendar.js';
import type { PlainDate } from '../plain-date.js';
import { findDue, rollForward, type Due } from '../working-days.js';

/**
 * The last day on which the authority may ask, once and completely, for corrections (许可法 32(4): 5 working days; some acts 3, or on the spot = 0).
 * Afterwards the application counts as accepted from the day of receipt.
 */
export function correctionNoticeUntil(receivedOn: PlainDate, windowWorkdays: number, calendar: HolidayCalendar): Due {
  return windowWorkdays === 0 ? rollForward(receivedOn, calendar) : findDue(receivedOn, windowWorkdays, calendar);
}
