import { addDays, type PlainDate } from '../plain-date.js';
import type { HolidayCalendar } from '../holiday-calendar.js';
import { findDue, type Due } from '../working-days.js';

/** The decision is handed over within 10 working days of the decision (许可法 44). */
export function deliveryDue(decidedOn: PlainDate, calendar: HolidayCalendar): Due {
  return findDue(decidedOn, 10, calendar);
}

/** Service by public notice takes effect when 30 days have passed since the notice (民诉法 95, by analogy). */
export function servedByPublicNoticeOn(publishedOn: PlainDate): PlainDate {
  return addDays(publishedOn, 30);
}
