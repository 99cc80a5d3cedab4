import type { HolidayCalendar } from './holiday-calendar.js';
import { toDayNumber, type PlainDate } from './plain-date.js';
import { countPublishedWorkdays, findDue, rollForward, type Due } from './working-days.js';

/** The days after `after` up to and including `upTo` are out: the day of the notice still counts, the day after the end counts again. */
export interface Span {
  readonly after: PlainDate;
  readonly upTo: PlainDate;
}

/** Overlapping and touching spans become one, in order of time; empty ones vanish. */
export function uniteSpans(spans: readonly Span[]): readonly Span[] {
  const united: { after: PlainDate; upTo: PlainDate }[] = [];
  for (const { after, upTo } of [...spans].sort((a, b) => (a.after < b.after ? -1 : a.after > b.after ? 1 : 0))) {
    if (upTo <= after) continue;
    const last = united.at(-1);
    if (last && after <= last.upTo) last.upTo = upTo > last.upTo ? upTo : last.upTo;
    else united.push({ after, upTo });
  }
  return united;
}

export function isInSpans(spans: readonly Span[], date: PlainDate): boolean {
  return spans.some(({ after, upTo }) => date > after && date <= upTo);
}

/** Working days of (after, upTo] that lie in none of the united spans; days of unpublished years are told apart. */
export function countOutsideSpans(after: PlainDate, upTo: PlainDate, spans: readonly Span[], calendar: HolidayCalendar): { workdays: number; unpublishedDays: number } {
  const all = countPublishedWorkdays(after, upTo, calendar);
  for (const span of clip(spans, after, upTo)) {
    const out = countPublishedWorkdays(span.after, span.upTo, calendar);
    all.workdays -= out.workdays;
    all.unpublishedDays -= out.unpublishedDays;
  }
  return all;
}

/**
 * The day on which `limit` working days outside the united spans have passed since `from`; a limit of 0 ends on the day itself, or the next working day.
 * Each round adds the working days that the spans take out up to the end found so far, until nothing is added any more: the earliest such day.
 */
export function findDueOutsideSpans(from: PlainDate, limit: number, spans: readonly Span[], calendar: HolidayCalendar): Due {
  if (limit === 0) return rollForward(from, calendar);
  for (let out = 0; ; ) {
    const found = findDue(from, limit + out, calendar);
    if (found.provisional) return found;
    const outUpToFound = clip(spans, from, found.due).reduce((sum, span) => sum + countPublishedWorkdays(span.after, span.upTo, calendar).workdays, 0);
    if (outUpToFound === out) return found;
    out = outUpToFound;
  }
}

/** Calendar days of the united spans within (after, upTo]. */
export function calendarDaysInSpans(after: PlainDate, upTo: PlainDate, spans: readonly Span[]): number {
  return clip(spans, after, upTo).reduce((sum, span) => sum + toDayNumber(span.upTo) - toDayNumber(span.after), 0);
}

function clip(spans: readonly Span[], after: PlainDate, upTo: PlainDate): Span[] {
  return spans
    .map((span) => ({ after: span.after > after ? span.after : after, upTo: span.upTo < upTo ? span.upTo : upTo }))
    .filter((span) => span.upTo > span.after);
}
