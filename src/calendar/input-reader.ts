import { isPlainDate, toDayNumber, type PlainDate } from './plain-date.js';

export interface InputFault {
  /** JSON pointer. */
  readonly place: string;
  readonly reason: string;
  readonly reasonEn: string;
}

/** No period of an approval is longer; a wrong century would otherwise be counted day by day. */
const LONGEST_SPAN_DAYS = 366 * 50;
const LARGEST_COUNT = 3660;

/** Reads unknown JSON and remembers every fault with its place; each reading gives the value, or null when it is wrong. */
export class InputReader {
  readonly faults: InputFault[] = [];

  report(place: string, reason: string, reasonEn: string): void {
    this.faults.push({ place: place === '' ? '/' : place, reason, reasonEn });
  }

  isObject(value: unknown, place: string): value is Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
    this.report(place, '应为对象', 'an object is expected');
    return false;
  }

  isList(value: unknown, place: string): value is unknown[] {
    if (Array.isArray(value)) return true;
    this.report(place, '应为列表', 'a list is expected');
    return false;
  }

  date(value: unknown, place: string): PlainDate | null {
    if (isPlainDate(value)) return value;
    this.report(place, `${show(value)} 不是有效日期（yyyy-mm-dd）`, `${show(value)} is not a date (yyyy-mm-dd)`);
    return null;
  }

  /** A whole number of days from 0. */
  count(value: unknown, place: string): number | null {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT) return value;
    this.report(place, `${show(value)} 不是 0 至 ${LARGEST_COUNT} 的整数`, `${show(value)} is not a whole number from 0 to ${LARGEST_COUNT}`);
    return null;
  }

  text(value: unknown, place: string): string | null {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.report(place, '不能为空', 'must be a text that is not empty');
    return null;
  }

  flag(value: unknown, place: string): boolean | null {
    if (typeof value === 'boolean') return value;
    this.report(place, `${show(value)} 应为 true 或 false`, `${show(value)} must be true or false`);
    return null;
  }

  oneOf<T extends string>(value: unknown, place: string, allowed: readonly T[]): T | null {
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return found;
    this.report(place, `${show(value)} 应为 ${allowed.join('、')} 之一`, `${show(value)} must be one of ${allowed.join(', ')}`);
    return null;
  }

  /** Refuses a span that no approval can have. */
  span(from: PlainDate, to: PlainDate, place: string): void {
    if (toDayNumber(to) - toDayNumber(from) > LONGEST_SPAN_DAYS) this.report(place, `${from} 至 ${to} 超过五十年`, `${from} to ${to} is longer than fifty years`);
  }
}

function show(value: unknown): string {
  if (value === undefined) return '（空）';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
