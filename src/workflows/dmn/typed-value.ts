import { FeelDate, FeelDateTime, FeelDuration, FeelTime, date, dateAndTime, duration, time } from 'feelin';

type Kind = 'string' | 'number' | 'boolean' | 'date' | 'time' | 'dateTime' | 'duration' | 'any';

const kinds: Readonly<Record<string, Kind>> = {
  string: 'string', number: 'number', integer: 'number', long: 'number', double: 'number', boolean: 'boolean', date: 'date', time: 'time',
  datetime: 'dateTime', dateandtime: 'dateTime', daysandtimeduration: 'duration', daytimeduration: 'duration', yearsandmonthsduration: 'duration', yearmonthduration: 'duration', duration: 'duration', any: 'any',
};

/** Whether the name of a type is one of DMN's simple types (`feel:` may stand before it). */
export function isKnownType(typeRef: string): boolean {
  return kindOf(typeRef) !== undefined;
}

/**
 * A JSON value as the value of a FEEL type: `"12"` for a number is 12, `"2026-03-01"` for a date is that day. Undefined when it is none;
 * null stays null.
 */
export function toTyped(value: unknown, typeRef: string | undefined): unknown {
  if (value === null || value === undefined) return null;
  const kind = typeRef === undefined ? 'any' : (kindOf(typeRef) ?? 'any');
  if (isOfKind(value, kind)) return value;
  if (typeof value !== 'string') return undefined;
  switch (kind) {
    case 'number': {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      return Number.isFinite(number) ? number : undefined;
    }
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'date':
      return parsed(() => date(value), FeelDate);
    case 'time':
      return parsed(() => time(value), FeelTime);
    case 'dateTime':
      return parsed(() => dateAndTime(value), FeelDateTime);
    case 'duration':
      return parsed(() => duration(value), FeelDuration);
    default:
      return undefined;
  }
}

/** A FEEL value as plain JSON: days, times and durations become their ISO text. */
export function toPlain(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'function') return null;
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object') return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, toPlain(entry)]));
}

function kindOf(typeRef: string): Kind | undefined {
  const name = typeRef.replace(/^.*:/, '').replace(/[\s_-]/g, '').toLowerCase();
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
}

function isOfKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'any':
      return true;
    case 'string':
    case 'boolean':
      return typeof value === kind;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return value instanceof FeelDate;
    case 'time':
      return value instanceof FeelTime;
    case 'dateTime':
      return value instanceof FeelDateTime;
    case 'duration':
      return value instanceof FeelDuration;
  }
}

function parsed<Value>(read: () => unknown, kind: abstract new (...parts: never[]) => Value): Value | undefined {
  try {
    const value = read();
    return value instanceof kind ? value : undefined;
  } catch {
    return undefined;
  }
}
