import type { Item } from '../../catalogue/item.js';
import { addDays, addMonths } from '../../calendar/plain-date.js';
import { dischargeRenewalNotice, ordinaryRenewalNotice, type RenewalNotice } from '../../calendar/index.js';

export interface PermitTerm {
  validFrom: string;
  validUntil: string | null;
  startBy: string | null;
}

interface Validity {
  type: string;
  value?: number;
  unit?: string;
  meaning?: string;
  extension?: { times: number; max: number; unit: string; applyBefore?: { value: number; unit: string } };
  renewBefore?: { value: number; unit: string };
}

const validityOf = (item: Item): Validity => item.result.validity as unknown as Validity;

/**
 * The term of a permit decided on that day: what the decision says, else what the list of items says. A term that only asks to begin
 * within it (`start works`, `start construction`) is a day by which to start, not a day on which the right ends.
 */
export function permitTerm(item: Item, decidedOn: string, said: { validFrom?: string; validUntil?: string }): PermitTerm {
  const validFrom = said.validFrom ?? decidedOn;
  const { type, value, unit, meaning } = validityOf(item);
  const end = type === 'duration' && value !== undefined ? addLength(validFrom, value, unit) : null;
  const toStart = meaning !== undefined && meaning.startsWith('start');
  return { validFrom, validUntil: said.validUntil ?? (toStart ? null : end), startBy: toStart ? end : null };
}

function addLength(from: string, value: number, unit: string | undefined): string {
  if (unit === 'day') return addDays(from, value);
  return addMonths(from, unit === 'year' ? value * 12 : value);
}

/** How long before the end a renewal is asked for: 30 calendar days, unless the special act names another period (行政许可法 50). */
export function renewalNoticeOf(item: Item): RenewalNotice {
  const before = validityOf(item).renewBefore;
  if (!before) return ordinaryRenewalNotice;
  if (before.value === dischargeRenewalNotice.amount && before.unit === 'day') return dischargeRenewalNotice;
  return { amount: before.value, unit: before.unit === 'workday' ? 'workday' : 'calendarDay' };
}

export interface StartExtensionRule {
  times: number;
  months: number;
  /** How long before the day to start it has to be asked for; absent: until that day. */
  notice?: RenewalNotice;
}

/** How often and by how much the day to start may be put off; undefined where the law knows no such day or no such extension. */
export function startExtensionRuleOf(item: Item): StartExtensionRule | undefined {
  const { extension } = validityOf(item);
  if (!extension) return undefined;
  const before = extension.applyBefore;
  return {
    times: extension.times,
    months: extension.unit === 'year' ? extension.max * 12 : extension.max,
    ...(before && { notice: { amount: before.value, unit: before.unit === 'workday' ? 'workday' : 'calendarDay' } }),
  };
}

/** Length of the original term in months, for a renewal; null where the decision set a free date. */
export function termMonthsOf(item: Item): number | null {
  const { type, value, unit } = validityOf(item);
  if (type !== 'duration' || value === undefined || unit === 'day') return null;
  return unit === 'year' ? value * 12 : value;
}
