import type { HolidayCalendar } from '../holiday-calendar.js';
import { addDays, type PlainDate } from '../plain-date.js';
import { subtractWorkdays } from '../working-days.js';

/** How long before expiry a renewal must be asked for. The applicant's period is in calendar days unless the special act says working days. */
export interface RenewalNotice {
  readonly amount: number;
  readonly unit: 'calendarDay' | 'workday';
}

/** 许可法 50: 30 days before expiry, unless a special act says otherwise. */
export const ordinaryRenewalNotice: RenewalNotice = { amount: 30, unit: 'calendarDay' };
/** 排污许可管理条例: 60 days. */
export const dischargeRenewalNotice: RenewalNotice = { amount: 60, unit: 'calendarDay' };
/** 取水许可和水资源费征收管理条例: 45 days. */
export const waterRenewalNotice: RenewalNotice = { amount: 45, unit: 'calendarDay' };
/** 企业投资项目核准和备案管理条例: the verification of a project, 30 working days. */
export const verificationExtensionNotice: RenewalNotice = { amount: 30, unit: 'workday' };

/**
 * The last day on which a renewal can be asked for with effect. A period counted backwards is not rolled: filing online is possible on a day off.
 * Throws `CALENDAR_YEAR_UNKNOWN` for a notice in working days.
 */
export function renewalDeadline(expiresOn: PlainDate, notice: RenewalNotice, calendar: HolidayCalendar): PlainDate {
  return notice.unit === 'workday' ? subtractWorkdays(expiresOn, notice.amount, calendar) : addDays(expiresOn, -notice.amount);
}

export interface RenewalFacts {
  readonly expiresOn: PlainDate;
  readonly notice: RenewalNotice;
  readonly appliedOn: PlainDate;
  /** The day of the decision on the renewal, if there is one. */
  readonly decidedOn?: PlainDate;
  readonly asOf: PlainDate;
}

/**
 * What the law makes of a renewal (许可法 50, domain rule 3.3):
 * `pending` while the authority may still decide, `decided` when it did in time, `renewedByLaw` when the permit expired without a decision on an application
 * in time, `tooLate` when the application came after the deadline and has no protection.
 */
export function renewalOutcome(facts: RenewalFacts, calendar: HolidayCalendar): 'pending' | 'decided' | 'renewedByLaw' | 'tooLate' {
  if (facts.appliedOn > renewalDeadline(facts.expiresOn, facts.notice, calendar)) return 'tooLate';
  if (facts.decidedOn !== undefined && facts.decidedOn <= facts.expiresOn && facts.decidedOn <= facts.asOf) return 'decided';
  return facts.asOf > facts.expiresOn ? 'renewedByLaw' : 'pending';
}
