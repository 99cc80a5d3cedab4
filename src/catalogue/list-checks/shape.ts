import type { ReportFault } from '../list-fault.js';

/** Tests one value at one place and reports what is wrong there; answers whether everything below is sound. */
export type Shape = (value: unknown, place: string, report: ReportFault) => boolean;

const maxText = 4000;

export function text(max = maxText): Shape {
  return (value, place, report) =>
    (typeof value === 'string' && value.trim() !== '' && value.length <= max) ||
    wrong(report, place, `应为 1 至 ${max} 个字符的文字`, `must be a text of 1 to ${max} characters`);
}

export const yesOrNo: Shape = (value, place, report) => typeof value === 'boolean' || wrong(report, place, '应为 true 或 false', 'must be true or false');

export function wholeNumber(min: number, max: number): Shape {
  return (value, place, report) =>
    (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) ||
    wrong(report, place, `应为 ${min} 至 ${max} 的整数`, `must be a whole number from ${min} to ${max}`);
}

export function oneOf(...allowed: readonly string[]): Shape {
  return (value, place, report) =>
    allowed.includes(value as string) || wrong(report, place, `只能是：${allowed.join('、')}`, `must be one of: ${allowed.join(', ')}`);
}

export function orNull(shape: Shape): Shape {
  return (value, place, report) => value === null || shape(value, place, report);
}

export function optional(shape: Shape): Shape {
  return (value, place, report) => value === undefined || shape(value, place, report);
}

export function listOf(shape: Shape, max = 200): Shape {
  return (value, place, report) => {
    if (!Array.isArray(value)) return wrong(report, place, '应为列表', 'must be a list');
    if (value.length > max) return wrong(report, place, `最多 ${max} 项`, `at most ${max} entries`);
    return value.map((entry, index) => shape(entry, `${place}/${index}`, report)).every(Boolean);
  };
}

/** Members not named in `members` are let through: the list may carry columns that only people read. */
export function record(members: Readonly<Record<string, Shape>>): Shape {
  return (value, place, report) => {
    if (!isRecord(value)) return wrong(report, place, '应为对象', 'must be an object');
    return Object.entries(members)
      .map(([key, shape]) => shape(Object.hasOwn(value, key) ? value[key] : undefined, `${place}/${key}`, report))
      .every(Boolean);
  };
}

export function mapOf(shape: Shape): Shape {
  return (value, place, report) => {
    if (!isRecord(value)) return wrong(report, place, '应为对象', 'must be an object');
    return Object.entries(value)
      .map(([key, entry]) => shape(entry, `${place}/${key}`, report))
      .every(Boolean);
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(report: ReportFault, place: string, message: string, messageEn: string): false {
  report(place, 'wrong-shape', message, messageEn);
  return false;
}
