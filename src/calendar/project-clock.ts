import { articles } from './articles.js';
import type { DayKind } from './day-kind.js';
import { describeWorkday } from './describe-workday.js';
import { describeDay, type HolidayCalendar } from './holiday-calendar.js';
import { lightOf, type Light } from './light.js';
import { isInSpans, uniteSpans, type Span } from './pause-spans.js';
import { addDays, toDayNumber, toPlainDate, type PlainDate } from './plain-date.js';
import { readProjectClockInput, type ProjectClockInput, type ProjectClockItem } from './project-clock/project-clock-input.js';

export type { ProjectClockInput };

/** One day of the project clock and the items that were running on it. */
export interface ProjectDay {
  readonly date: PlainDate;
  readonly counted: boolean;
  readonly why: string;
  readonly whyEn: string;
  readonly article: string;
  readonly kind: DayKind;
  /** Ids of the items that used the day. */
  readonly items: readonly string[];
}

export interface ProjectClock {
  readonly usedWorkdays: number;
  /** Negative when more days were used than the limit has. */
  readonly remainingWorkdays: number;
  /**
   * The day that uses the last day of the limit. While items are running it is the day on which that will happen if they go on as they are;
   * null when nothing known will use the limit up, and while it is provisional.
   */
  readonly exhaustedOn: PlainDate | null;
  readonly provisional: boolean;
  readonly unpublishedDays: number;
  readonly limitWorkdays: number;
  /** `idle`: no item is open, the project is between items or at its end. */
  readonly state: 'running' | 'paused' | 'idle';
  readonly light: Light;
  readonly overdue: boolean;
  /** What each item used by itself; their sum is larger than `usedWorkdays` where items ran side by side. */
  readonly items: readonly { readonly id: string; readonly usedWorkdays: number }[];
  readonly calendarVersion: string;
  readonly days: readonly ProjectDay[];
}

/**
 * The promised clock of a whole project or of one stage (domain 2.6): the number of distinct working days up to `asOf` on which at least one
 * item in scope is running. Parallel days are counted once, pauses of an item take out its own days only. Throws `CLOCK_INPUT_INVALID`.
 */
export function projectClock(json: ProjectClockInput, calendar: HolidayCalendar): ProjectClock {
  const { limitWorkdays, asOf, items } = readProjectClockInput(json);
  const runs = items.map((item) => runOf(item));
  const used = new Map(items.map(({ id }) => [id, 0]));
  const days = listDays(runs, asOf, { limitWorkdays, calendar });
  for (const day of days) if (day.counted) for (const id of day.items) used.set(id, (used.get(id) ?? 0) + 1);
  const usedWorkdays = days.filter(({ counted }) => counted).length;
  const remaining = limitWorkdays - usedWorkdays;
  const unpublishedDays = days.filter(({ kind }) => kind === 'unpublished').length;
  const exhausted = findExhaustion(days, runs, { limitWorkdays, usedWorkdays, asOf, unpublishedDays, calendar });
  const state = stateOf(runs, asOf);
  return {
    usedWorkdays,
    remainingWorkdays: remaining,
    exhaustedOn: exhausted?.due ?? null,
    provisional: exhausted?.provisional ?? false,
    unpublishedDays,
    limitWorkdays,
    state,
    light: state === 'paused' ? 'paused' : lightOf(limitWorkdays, remaining, remaining < 0),
    overdue: remaining < 0,
    items: items.map(({ id }) => ({ id, usedWorkdays: used.get(id) ?? 0 })),
    calendarVersion: calendar.version,
    days,
  };
}

/** An item as a stretch of days and the days taken out of it. */
interface Run {
  readonly id: string;
  readonly after: PlainDate;
  readonly to: PlainDate | null;
  readonly pauses: readonly Span[];
}

const FOREVER: PlainDate = '2999-12-31';

function runOf(item: ProjectClockItem): Run {
  const pauses = (item.pauses ?? []).map((pause) => ({ after: pause.from, upTo: pause.to ?? FOREVER }));
  return { id: item.id, after: item.from, to: item.to ?? null, pauses: uniteSpans(pauses) };
}

function isOpen(run: Run, date: PlainDate): boolean {
  return date > run.after && (run.to === null || date <= run.to);
}

function uses(run: Run, date: PlainDate): boolean {
  return isOpen(run, date) && !isInSpans(run.pauses, date);
}

/** Whether, as far as is known, the run uses the given day or a later one. */
function usesFrom(run: Run, date: PlainDate): boolean {
  let day = date > run.after ? date : addDays(run.after, 1);
  for (const pause of run.pauses) if (day > pause.after && day <= pause.upTo) day = pause.upTo === FOREVER ? FOREVER : addDays(pause.upTo, 1);
  return day !== FOREVER && (run.to === null || day <= run.to);
}

/** An item that began on `asOf` itself is open, though the day is not counted. */
function stateOf(runs: readonly Run[], asOf: PlainDate): ProjectClock['state'] {
  const open = runs.filter((run) => run.after <= asOf && (run.to === null || asOf <= run.to));
  if (open.length === 0) return 'idle';
  return open.every((run) => isInSpans(run.pauses, asOf) || run.pauses.some(({ after }) => after === asOf)) ? 'paused' : 'running';
}

function listDays(runs: readonly Run[], asOf: PlainDate, { limitWorkdays, calendar }: { limitWorkdays: number; calendar: HolidayCalendar }): ProjectDay[] {
  const begun = runs.filter(({ after }) => after <= asOf);
  if (begun.length === 0) return [];
  const first = begun.reduce((earliest, { after }) => (after < earliest ? after : earliest), asOf);
  const ends = begun.map(({ to }) => (to === null || to > asOf ? asOf : to));
  const last = toDayNumber(ends.reduce((latest, end) => (end > latest ? end : latest), first));
  const days: ProjectDay[] = [];
  let counted = 0;
  for (let number = toDayNumber(first); number <= last; number += 1) {
    const day = explainDay(begun, toPlainDate(number), { nth: counted + 1, limitWorkdays, calendar });
    if (day.counted) counted += 1;
    days.push(day);
  }
  return days;
}

function explainDay(runs: readonly Run[], date: PlainDate, { nth, limitWorkdays, calendar }: { nth: number; limitWorkdays: number; calendar: HolidayCalendar }): ProjectDay {
  const open = runs.filter((run) => isOpen(run, date));
  const running = open.filter((run) => uses(run, date)).map(({ id }) => id);
  const not = (why: string, whyEn: string, article: string, kind: DayKind): ProjectDay => ({ date, counted: false, why, whyEn, article, kind, items: [] });
  if (open.length === 0) {
    const starts = runs.filter(({ after }) => after === date).map(({ id }) => id);
    if (starts.length > 0) return not(`${starts.join('、')} 起算当日不计入`, `the day on which ${starts.join(', ')} starts is not counted`, articles.firstDay, 'notStarted');
    return not('没有在办事项，不计入', 'no item is running', articles.projectTarget, 'notRunning');
  }
  const day = describeDay(calendar, date);
  const reason = describeWorkday(day, date);
  if (!day.workday) return { date, counted: false, ...reason, items: [] };
  if (running.length === 0) return not(`${open.map(({ id }) => id).join('、')} 处于特别程序，不计入`, 'every open item is paused', articles.excluded, 'paused');
  const over = nth - limitWorkdays;
  return {
    date,
    counted: true,
    why: over > 0 ? `${reason.why}，${running.join('、')} 在办，超过总时限第 ${over} 日` : `${reason.why}，${running.join('、')} 在办，计入第 ${nth} 日`,
    whyEn: `${reason.whyEn}, ${running.join(', ')} running, ${over > 0 ? `day ${over} past the limit` : `day ${nth}`}`,
    article: articles.projectTarget,
    kind: over > 0 ? 'overdue' : reason.kind,
    items: running,
  };
}

interface Exhaustion {
  readonly limitWorkdays: number;
  readonly usedWorkdays: number;
  readonly asOf: PlainDate;
  readonly unpublishedDays: number;
  readonly calendar: HolidayCalendar;
}

/** Looked up in the days that have passed, else carried on from `asOf` over the runs that are known to go on. */
function findExhaustion(days: readonly ProjectDay[], runs: readonly Run[], known: Exhaustion): { due: PlainDate | null; provisional: boolean } | null {
  const { limitWorkdays, usedWorkdays, asOf, unpublishedDays, calendar } = known;
  if (limitWorkdays === 0) return null;
  const passed = days.filter(({ counted }) => counted)[limitWorkdays - 1];
  if (passed) return { due: passed.date, provisional: false };
  if (unpublishedDays > 0) return { due: null, provisional: true };
  let left = limitWorkdays - usedWorkdays;
  for (let date = addDays(asOf, 1); left > 0 && runs.some((run) => usesFrom(run, date)); date = addDays(date, 1)) {
    const day = describeDay(calendar, date);
    if (day.kind === 'unpublished') return { due: null, provisional: true };
    if (!day.workday || !runs.some((run) => uses(run, date))) continue;
    left -= 1;
    if (left === 0) return { due: date, provisional: false };
  }
  return null;
}
