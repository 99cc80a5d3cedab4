export { dueDatesMovedBy, type MovedDue } from './calendar-change.js';
export { endOfCalendarDays, endOfMonths } from './calendar-periods.js';
export type { Clock } from './clock.js';
export type { DayKind } from './day-kind.js';
export { createHolidayCalendar, describeDay, type CalendarSource, type DayDescription, type HolidayCalendar } from './holiday-calendar.js';
export type { HolidayRange, HolidaySchedule, LocalDay, MakeUpWorkday, SourceDocument } from './holiday-schedule.js';
export type { ClockDay } from './item-clock/explain-item-days.js';
export { itemClock, type ItemClock, type ItemClockOptions, type ItemState, type LimitUse } from './item-clock.js';
export { readItemClockInput, type Approver, type ItemClockEvent, type ItemClockInput, type ItemLimit, type ItemPauseRule } from './item-clock/item-clock-input.js';
export { pauseKinds, type PauseKind } from './item-clock/pause-kinds.js';
export type { Refusal, RefusalCode } from './item-clock/refusals.js';
export type { ItemPause } from './item-clock/replay-events.js';
export { whatIfPausesStruck, type WhatIf } from './item-clock/what-if.js';
export type { Light } from './light.js';
export { correctionNoticeUntil } from './periods/acceptance.js';
export { deliveryDue, servedByPublicNoticeOn } from './periods/delivery.js';
export { hearingHeldBy, hearingNoticeBy, hearingRequestUntil } from './periods/hearing.js';
export { lapsesAfter, stoppedWorksDates, worksStartBy, type LapsingApproval } from './periods/permit-validity.js';
export { litigationAfterReconsideration, remedyDates, type RemedyDates } from './periods/remedies.js';
export {
  dischargeRenewalNotice,
  ordinaryRenewalNotice,
  renewalDeadline,
  renewalOutcome,
  verificationExtensionNotice,
  waterRenewalNotice,
  type RenewalFacts,
  type RenewalNotice,
} from './periods/renewal.js';
export { addDays, addMonths, isPlainDate, plainDateOf, yearOf, type PlainDate } from './plain-date.js';
export { projectClock, type ProjectClock, type ProjectDay } from './project-clock.js';
export { readProjectClockInput, type ProjectClockInput, type ProjectClockItem } from './project-clock/project-clock-input.js';
export { validateHolidaySchedule, validateLocalDays, type ScheduleFault, type ScheduleFaultCode, type ScheduleValidation } from './validate-holiday-schedule.js';
export { addWorkdays, countWorkdays, findDue, isWorkday, rollForward, subtractWorkdays, type Due } from './working-days.js';
