import type { TimerRule } from '../bpmn/flow-model.js';

interface Duration {
  readonly months: number;
  readonly millis: number;
}

const day = 86_400_000;
const shape = /^P(?=[\dT])(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** An ISO 8601 duration; undefined when the text is none. */
export function parseDuration(text: string): Duration | undefined {
  const match = shape.exec(text);
  if (match === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return { months: years * 12 + months, millis: (weeks * 7 + days) * day + hours * 3_600_000 + minutes * 60_000 + seconds * 1_000 };
}

/** The moment that lies a duration after another one, in milliseconds of the epoch (months by the UTC calendar). */
export function after(moment: number, duration: Duration): number {
  if (duration.months === 0) return moment + duration.millis;
  const date = new Date(moment);
  date.setUTCMonth(date.getUTCMonth() + duration.months);
  return date.getTime() + duration.millis;
}

/** When a timer that is set now is due for the first time; undefined when its rule cannot be read. */
export function dueAt(rule: TimerRule, now: number, workdaysAfter: (moment: number, days: number) => number): number | undefined {
  switch (rule.kind) {
    case 'date': {
      const moment = Date.parse(rule.value);
      return Number.isNaN(moment) ? undefined : moment;
    }
    case 'duration': {
      const duration = parseDuration(rule.value);
      return duration && after(now, duration);
    }
    case 'workdays':
      return /^\d+$/.test(rule.value) ? workdaysAfter(now, Number(rule.value)) : undefined;
    case 'cycle': {
      const { start, interval } = parseCycle(rule.value);
      if (interval === undefined) return undefined;
      return start !== undefined && start >= now ? start : after(start ?? now, interval);
    }
  }
}

/** When a cycle that was just due is due again. */
export function dueAgain(rule: TimerRule, due: number): number | undefined {
  const interval = rule.kind === 'cycle' ? parseCycle(rule.value).interval : undefined;
  return interval && after(due, interval);
}

/** How often a cycle fires: `R3/…` three times, `R/…` without end, else once. */
export function timesOf(rule: TimerRule): number {
  const match = rule.kind === 'cycle' ? /^R(\d*)\//.exec(rule.value) : null;
  if (match === null) return 1;
  return match[1] === '' ? Number.POSITIVE_INFINITY : Number(match[1]);
}

function parseCycle(value: string): { start?: number; interval?: Duration } {
  const parts = value.replace(/^R\d*\//, '').split('/');
  const interval = parseDuration(parts.at(-1) ?? '');
  const start = parts.length === 2 ? Date.parse(parts[0] ?? '') : Number.NaN;
  return { ...(Number.isNaN(start) ? {} : { start }), ...(interval && { interval }) };
}
