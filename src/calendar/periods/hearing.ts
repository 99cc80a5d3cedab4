import type { HolidayCalendar } from '../holiday-calendar.js';
import type { PlainDate } from '../plain-date.js';
import { findDue, subtractWorkdays, type Due } from '../working-days.js';

/** The applicant and third parties may ask for a hearing within 5 working days of being told of the right (许可法 47). */
export function hearingRequestUntil(toldOn: PlainDate, calendar: HolidayCalendar): Due {
  return findDue(toldOn, 5, calendar);
}

/** The authority organises the hearing within 20 working days of the request (许可法 47). */
export function hearingHeldBy(requestedOn: PlainDate, calendar: HolidayCalendar): Due {
  return findDue(requestedOn, 20, calendar);
}

/** The last day to tell time and place: at least 7 working days before the hearing (许可法 48). Throws `CALENDAR_YEAR_UNKNOWN`. */
export function hearingNoticeBy(hearingOn: PlainDate, calendar: HolidayCalendar): PlainDate {
  return subtractWorkdays(hearingOn, 7, calendar);
}
