import { codedText } from './coded-text.js';

/** A day that exists, written `yyyy-mm-dd`, from 1900 to 2199. */
export function isPlainDate(value: string): boolean {
  const parts = /^((?:19|20|21)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day <= daysInMonth(year, month);
}

export function IsPlainDate(): PropertyDecorator {
  return codedText({
    name: 'isPlainDate',
    test: isPlainDate,
    pattern: '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
    zh: '应为存在的日期，格式为 年-月-日，例如 2026-03-02',
    en: 'Must be an existing day written yyyy-mm-dd, e.g. 2026-03-02',
  });
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
