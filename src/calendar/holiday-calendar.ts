import { DomainError } from '../errors/domain-error.js';
import type { HolidaySchedule, LocalDay } from './holiday-schedule.js';
import { isWeekend, toDayNumber, toPlainDate, type PlainDate } from './plain-date.js';

/**
 * The working days of the published years, as an immutable value. A corrected or added year makes a new calendar with another `version`;
 * figures that were computed with this one can always be computed again.
 */
export interface HolidayCalendar {
  /** Names the years and the content: equal content, equal version. */
  readonly version: string;
  readonly years: readonly number[];
  readonly schedules: readonly HolidaySchedule[];
  readonly localDays: readonly LocalDay[];
  /** Runs of neighbouring published years, in order. Between and around them nothing is known. */
  readonly blocks: readonly CalendarBlock[];
  /** What is said about a day beyond its weekday, by day number. */
  readonly notes: ReadonlyMap<number, DayNote>;
}

/** Neighbouring published years with the index that makes adding and counting independent of the distance. */
export interface CalendarBlock {
  readonly firstDay: number;
  readonly lastDay: number;
  /** At `d - firstDay + 1`: the number of working days from `firstDay` to day `d`. */
  readonly workdaysUpTo: Uint16Array;
  /** The n-th working day of the block at `n - 1`. */
  readonly workdayTexts: readonly PlainDate[];
  readonly workdayNumbers: Int32Array;
}

export interface DayNote {
  readonly kind: 'holiday' | 'makeUp' | 'localOff' | 'localWork';
  /** The name of the holiday. */
  readonly name: string;
  /** The number of the document that says so. */
  readonly document: string;
}

/** What a day is: the reason why an office works or does not. */
export interface DayDescription {
  readonly workday: boolean;
  readonly kind: 'weekday' | 'weekend' | 'unpublished' | DayNote['kind'];
  readonly name?: string;
  readonly document?: string;
}

export interface CalendarSource {
  readonly schedules: readonly HolidaySchedule[];
  readonly localDays?: readonly LocalDay[];
}

/**
 * Builds the calendar of the given years. Schedules are expected to be valid (`validateHolidaySchedule`); a year given twice throws `HOLIDAY_SCHEDULE_INVALID`.
 * Local days (a formal local document) go before the national schedule; a local day of an unpublished year does not make that year known.
 */
export function createHolidayCalendar({ schedules, localDays = [] }: CalendarSource): HolidayCalendar {
  const ordered = [...schedules].sort((a, b) => a.year - b.year);
  const twice = ordered.find((schedule, index) => ordered[index - 1]?.year === schedule.year);
  if (twice) throw new DomainError('HOLIDAY_SCHEDULE_INVALID', { year: twice.year, count: 1 });
  const years = ordered.map((schedule) => schedule.year);
  const notes = collectNotes(ordered, localDays);
  const blocks = runsOf(years).map(([first, last]) => buildBlock(first, last, notes));
  return Object.freeze({ version: versionOf(ordered, localDays), years, schedules: ordered, localDays: [...localDays], blocks, notes });
}

/** What the day is and which document says so; never throws for an unpublished year. */
export function describeDay(calendar: HolidayCalendar, date: PlainDate): DayDescription {
  const day = toDayNumber(date);
  if (!blockOf(calendar, day)) return { workday: false, kind: 'unpublished' };
  const note = calendar.notes.get(day);
  if (note) return { workday: note.kind === 'makeUp' || note.kind === 'localWork', ...note };
  return isWeekend(day) ? { workday: false, kind: 'weekend' } : { workday: true, kind: 'weekday' };
}

/** The published years around a day, if its year is published. */
export function blockOf(calendar: HolidayCalendar, day: number): CalendarBlock | undefined {
  for (const block of calendar.blocks) if (day >= block.firstDay && day <= block.lastDay) return block;
  return undefined;
}

/** Refuses a year whose schedule is not published. */
export function calendarYearUnknown(calendar: HolidayCalendar, year: number): DomainError {
  return new DomainError('CALENDAR_YEAR_UNKNOWN', { year, publishedYears: [...calendar.years] });
}

/** A later year may say something about the December before it, so years are laid down in order; local days come last. */
function collectNotes(schedules: readonly HolidaySchedule[], localDays: readonly LocalDay[]): Map<number, DayNote> {
  const notes = new Map<number, DayNote>();
  for (const { holidays, makeUpWorkdays, document } of schedules) {
    for (const { name, from, to } of holidays) {
      const last = toDayNumber(to);
      for (let day = toDayNumber(from); day <= last; day += 1) notes.set(day, { kind: 'holiday', name, document: document.number });
    }
    for (const day of makeUpWorkdays) notes.set(toDayNumber(day.date), { kind: 'makeUp', name: day.for ?? '', document: document.number });
  }
  for (const { date, kind, name, document } of localDays) notes.set(toDayNumber(date), { kind: kind === 'off' ? 'localOff' : 'localWork', name, document });
  return notes;
}

function runsOf(years: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs;
}

function buildBlock(firstYear: number, lastYear: number, notes: ReadonlyMap<number, DayNote>): CalendarBlock {
  const firstDay = toDayNumber(`${firstYear}-01-01`);
  const lastDay = toDayNumber(`${lastYear}-12-31`);
  const workdaysUpTo = new Uint16Array(lastDay - firstDay + 2);
  const workdays: number[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const note = notes.get(day);
    const works = note ? note.kind === 'makeUp' || note.kind === 'localWork' : !isWeekend(day);
    if (works) workdays.push(day);
    workdaysUpTo[day - firstDay + 1] = workdays.length;
  }
  return { firstDay, lastDay, workdaysUpTo, workdayTexts: workdays.map(toPlainDate), workdayNumbers: Int32Array.from(workdays) };
}

function versionOf(schedules: readonly HolidaySchedule[], localDays: readonly LocalDay[]): string {
  const content = JSON.stringify([
    schedules.map(({ year, document, holidays, makeUpWorkdays }) => [
      year,
      document.number,
      holidays.map(({ name, from, to }) => [name, from, to]),
      makeUpWorkdays.map((day) => [day.date, day.for ?? '']),
    ]),
    localDays.map(({ date, kind, name, document }) => [date, kind, name, document]),
  ]);
  const years = runsOf(schedules.map(({ year }) => year)).map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  return `CN:${years.join(',') || 'none'}:${fingerprint(content)}`;
}

/** FNV-1a, 32 bits: tells versions apart, protects nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
