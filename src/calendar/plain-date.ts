import { DomainError } from '../errors/domain-error.js';

/**
 * A day of the civil calendar in Asia/Shanghai, written `yyyy-mm-dd`. It has no hour and no time zone; two dates compare as texts.
 */
export type PlainDate = string;

const MILLISECONDS_A_DAY = 86_400_000;
/** China has one time zone, UTC+8, without summer time since 1992. */
const SHANGHAI_OFFSET = 8 * 3_600_000;

/** The day in Asia/Shanghai to which an instant belongs: what is filed at 23:30 is filed on that day (domain rule A12). */
export function plainDateOf(instant: Date): PlainDate {
  return toPlainDate(Math.floor((instant.getTime() + SHANGHAI_OFFSET) / MILLISECONDS_A_DAY));
}

/** Whether a value is a real date written `yyyy-mm-dd`, from 1900 to 2999. */
export function isPlainDate(value: unknown): value is PlainDate {
  return typeof value === 'string' && !Number.isNaN(parseDay(value));
}

/** The number of the day, 1970-01-01 being 0. Throws `DATE_INVALID` for anything but a real date. */
export function toDayNumber(date: PlainDate): number {
  const day = parseDay(date);
  if (Number.isNaN(day)) throw new DomainError('DATE_INVALID', { date });
  return day;
}

/** The inverse of `toDayNumber`. */
export function toPlainDate(dayNumber: number): PlainDate {
  const { year, month, day } = civilDate(dayNumber);
  return format(year, month, day);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return toPlainDate(toDayNumber(date) + days);
}

/**
 * The date `months` months later with the same day of the month, or the last day of that month when it has no such day
 * (民法典 art. 202, by analogy for the periods of permits).
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = civilDate(toDayNumber(date));
  const monthCount = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthCount / 12);
  const targetMonth = monthCount - targetYear * 12 + 1;
  return format(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

export function isWeekend(dayNumber: number): boolean {
  const weekday = weekdayOf(dayNumber);
  return weekday === 0 || weekday === 6;
}

function parseDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  const day = digit(text, 8) * 10 + digit(text, 9);
  // A character that is no digit makes the sums NaN, and every comparison with NaN is false.
  if (!(year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return NaN;
  return dayNumberOf(year, month, day);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : NaN;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Counts in years that begin in March, so that the leap day is the last day of its year. */
function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const daysBeforeYear = marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return daysBeforeYear + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - DAYS_TO_EPOCH;
}

/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_TO_EPOCH = 719_468;

function civilDate(dayNumber: number): { year: number; month: number; day: number } {
  const fromMarchZero = dayNumber + DAYS_TO_EPOCH;
  const era = Math.floor(fromMarchZero / 146_097);
  const dayOfEra = fromMarchZero - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

function format(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
