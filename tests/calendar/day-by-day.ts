import type { ProjectClockInput } from '../../src/calendar/index.js';
import { seededSchedule } from './published-calendar.js';

// A second opinion that shares no code with the product: it walks day by day with the platform's dates and asks the published lists.

const off = new Set<string>();
const work = new Set<string>();
for (const year of [2024, 2025, 2026]) {
  const { holidays, makeUpWorkdays } = seededSchedule(year);
  for (const { from, to } of holidays) for (let date = from; date <= to; date = nextDay(date)) off.add(date);
  for (const { date } of makeUpWorkdays) work.add(date);
}

export function nextDay(date: string, step = 1): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + step);
  return at.toISOString().slice(0, 10);
}

/** Undefined in an unpublished year. */
export function works(date: string): boolean | undefined {
  if (date < '2024-01-01' || date > '2026-12-31') return undefined;
  if (work.has(date)) return true;
  return !off.has(date) && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/** The n-th working day after a date, or undefined when an unpublished day comes before it. */
export function naiveDue(from: string, n: number): string | undefined {
  let date = from;
  for (let left = n; left > 0; ) {
    date = nextDay(date);
    const working = works(date);
    if (working === undefined) return undefined;
    if (working) left -= 1;
  }
  return date;
}

/** What the item clock must say, for a record that holds only lawful events in the order of time. */
export interface NaiveItem {
  readonly startsOn: string;
  readonly limit: number;
  readonly pauses: readonly { from: string; to: string | null }[];
  readonly ended: string | null;
  readonly asOf: string;
}

export function naiveItem({ startsOn, limit, pauses, ended, asOf }: NaiveItem): { used: number; due: string | null; overdue: boolean } {
  const stop = ended ?? asOf;
  const isOut = (date: string): boolean => pauses.some(({ from, to }) => date > from && date <= (to ?? stop));
  let used = 0;
  for (let date = nextDay(startsOn); date <= stop; date = nextDay(date)) if (works(date) && !isOut(date)) used += 1;
  let end: string | null = null;
  let counted = 0;
  for (let date = nextDay(startsOn); works(date) !== undefined; date = nextDay(date)) {
    if (works(date) && !isOut(date)) counted += 1;
    if (counted === limit) {
      end = date;
      break;
    }
  }
  const open = ended === null && pauses.some(({ to }) => to === null);
  return { used, due: open ? null : end, overdue: end !== null && stop > end };
}

/** The distinct working days of a project up to `asOf`, and the day that uses the last of the limit, looking ahead to the end of 2026. */
export function naiveProject({ limitWorkdays, asOf, items }: ProjectClockInput): { used: number; exhaustedOn: string | null } {
  const runs = (date: string): boolean =>
    items.some(({ from, to, pauses = [] }) => date > from && date <= (to ?? '9999') && !pauses.some((pause) => date > pause.from && date <= (pause.to ?? '9999')));
  let used = 0;
  let exhaustedOn: string | null = null;
  let counted = 0;
  for (let date = '2024-01-01'; date <= '2026-12-31'; date = nextDay(date)) {
    if (!works(date) || !runs(date)) continue;
    counted += 1;
    if (date <= asOf) used = counted;
    if (counted === limitWorkdays) exhaustedOn = date;
  }
  return { used, exhaustedOn };
}
