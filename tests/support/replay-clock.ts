/**
 * The legal clock of an item counted day by day from its record, for comparison: plain dates and loops, no code of the product. It knows
 * what the law says of a day – working day or not, before the start, taken out by a special procedure – and nothing else.
 */
export interface ReplayEvent {
  on: string;
  type: string;
  data: Record<string, unknown>;
}

export interface ReplayRule {
  /** Working days of the law. */
  workdays: number;
  startsFrom: 'acceptance' | 'receipt';
}

/** A calendar year as the State Council publishes it. */
export interface YearSchedule {
  year: number;
  holidays: { from: string; to: string }[];
  makeUpWorkdays: { date: string }[];
}

export interface Replay {
  state: 'running' | 'paused' | 'decided' | 'withdrawn';
  due: string | null;
  usedWorkdays: number;
  /** From the day of receipt to today or the end: whether the day counts. */
  days: { date: string; counted: boolean }[];
}

/** What ends the clock, and how it is called then. */
const endings: Record<string, Replay['state']> = { decided: 'decided', withdrawn: 'withdrawn', terminated: 'withdrawn' };

const next = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Days on which offices work, by the published schedules. */
export class PlainCalendar {
  private readonly off = new Set<string>();
  private readonly on = new Set<string>();

  constructor(private readonly years: ReadonlyMap<number, YearSchedule>) {
    for (const { holidays, makeUpWorkdays } of years.values()) {
      for (const { from, to } of holidays) for (let day = from; day <= to; day = next(day)) this.off.add(day);
      for (const { date } of makeUpWorkdays) this.on.add(date);
    }
  }

  isPublished(date: string): boolean {
    return this.years.has(Number(date.slice(0, 4)));
  }

  isWorkday(date: string): boolean {
    if (this.on.has(date)) return true;
    if (this.off.has(date)) return false;
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  }

  /** The n-th working day after a day, where the published years reach so far. */
  after(date: string, workdays: number): string | undefined {
    let left = workdays;
    let day = date;
    while (left > 0) {
      day = next(day);
      if (!this.isPublished(day)) return undefined;
      if (this.isWorkday(day)) left -= 1;
    }
    return day;
  }
}

/** One case of a project with its record. */
export interface ReplayCase {
  kind: 'stage' | 'item';
  events: readonly ReplayEvent[];
}

/** What ends a case for its project: nothing is under way in it any more. */
const endingsInProject = new Set([...Object.keys(endings), 'notAccepted']);
/** Procedures whose time is not the project's; a commissioned review's is. */
const outOfProject = new Set(['hearing', 'tender', 'auction']);

interface Run {
  from: string;
  to: string | undefined;
  out: { from: string; to: string | undefined }[];
}

/** The working days on which anything of a project was under way: an item from acceptance to decision, the window from receipt to acceptance. */
export function replayProject(cases: readonly ReplayCase[], { asOf, calendar }: { asOf: string; calendar: PlainCalendar }): string[] {
  const runs = cases.map(runOf).filter((run): run is Run => run !== undefined);
  const first = runs.map(({ from }) => from).sort()[0];
  const counted: string[] = [];
  for (let day = first ?? next(asOf); day <= asOf; day = next(day)) {
    const isWithin = (stretch: { from: string; to: string | undefined }): boolean => day > stretch.from && (stretch.to === undefined || day <= stretch.to);
    if (calendar.isWorkday(day) && runs.some((run) => isWithin(run) && !run.out.some(isWithin))) counted.push(day);
  }
  return counted;
}

function runOf({ kind, events }: ReplayCase): Run | undefined {
  const dayOf = (...types: string[]): string | undefined => events.find(({ type }) => types.includes(type))?.on;
  const from = dayOf(kind === 'item' ? 'accepted' : 'received');
  const end = dayOf(...endingsInProject);
  if (from === undefined) return undefined;
  return kind === 'item' ? { from, to: end, out: proceduresOf(events) } : { from, to: dayOf('accepted') ?? end, out: withApplicant(events) };
}

function proceduresOf(events: readonly ReplayEvent[]): Run['out'] {
  const started = events.filter(({ type, data }) => type === 'pauseStarted' && outOfProject.has(String(data.kind)));
  return started.map(({ on, data }) => ({ from: on, to: events.find((event) => event.type === 'pauseEnded' && event.data.pause === data.pause)?.on }));
}

function withApplicant(events: readonly ReplayEvent[]): Run['out'] {
  return events.flatMap(({ type, on }, place) => {
    if (type !== 'correctionNoticed') return [];
    const back = events.slice(place).find((event) => event.type === 'corrected' || event.type === 'correctionLapsed');
    return [{ from: on, to: back?.type === 'correctionLapsed' ? String(back.data.dueOn) : back?.on }];
  });
}

/** The record of a stage as its clock reads it: its share of the promise ends when the last of its items came back, and extensions of joint handling are another limit. */
export function stageRecord(events: readonly ReplayEvent[]): ReplayEvent[] {
  const closed = events.find(({ type }) => type === 'closed');
  const last = events.filter(({ type }) => type === 'itemReturned').at(-1) ?? closed;
  return closed && last ? [...events, { on: last.on, type: 'decided', data: {} }] : [...events];
}

interface Stop {
  id: string;
  from: string;
  to: string | undefined;
}

/** Counts the days of an accepted item. Nothing for one that was not accepted. */
export function replayClock(events: readonly ReplayEvent[], { rule, asOf, calendar }: { rule: ReplayRule; asOf: string; calendar: PlainCalendar }): Replay | undefined {
  const received = events.find((event) => event.type === 'received')?.on;
  const accepted = events.find((event) => event.type === 'accepted')?.on;
  if (received === undefined || accepted === undefined) return undefined;
  const wasCorrected = events.some((event) => event.type === 'correctionNoticed' && event.data.afterAcceptance !== true);
  const start = rule.startsFrom === 'receipt' && !wasCorrected ? received : accepted;
  const end = events.find((event) => event.type in endings);
  const last = end?.on ?? asOf;
  const stops = stopsOf(events, { last, calendar });
  const isStopped = (day: string): boolean => stops.some((stop) => day > stop.from && (stop.to === undefined || day <= stop.to));

  const days: Replay['days'] = [];
  let usedWorkdays = 0;
  for (let date = received; date <= last; date = next(date)) {
    const counted = date > start && calendar.isWorkday(date) && !isStopped(date);
    if (counted) usedWorkdays += 1;
    days.push({ date, counted });
  }
  const extension = events.find((event) => event.type === 'extended' && event.data.joint !== true);
  const limit = rule.workdays + Number(extension?.data.workdays ?? 0);
  const isPaused = end === undefined && stops.some((stop) => stop.to === undefined);
  const state = end ? (endings[end.type] as Replay['state']) : isPaused ? 'paused' : 'running';
  return { state, due: isPaused ? null : dueAfter(start, limit, { isStopped, calendar }), usedWorkdays, days };
}

/** A procedure stops the clock from the day after it began; until it was ended, its told time ran out, or the case ended. */
function stopsOf(events: readonly ReplayEvent[], { last, calendar }: { last: string; calendar: PlainCalendar }): Stop[] {
  const isOver = events.some((event) => event.type in endings);
  return events
    .filter((event) => event.type === 'pauseStarted')
    .map((started) => {
      const ended = events.find((event) => event.type === 'pauseEnded' && event.data.pause === started.data.pause)?.on;
      const told = started.data.capWorkdays === undefined ? undefined : calendar.after(started.on, Number(started.data.capWorkdays));
      const ranOut = told !== undefined && told < last ? told : undefined;
      const ends = [ended, ranOut, isOver ? last : undefined].filter((day): day is string => day !== undefined).sort();
      return { id: String(started.data.pause), from: started.on, to: ends[0] };
    });
}

function dueAfter(start: string, limit: number, { isStopped, calendar }: { isStopped: (day: string) => boolean; calendar: PlainCalendar }): string | null {
  let left = limit;
  let day = start;
  // A limit of no days ends on the day itself, or on the next working day.
  if (limit === 0) while (!calendar.isWorkday(day)) day = next(day);
  while (left > 0) {
    day = next(day);
    if (!calendar.isPublished(day)) return null;
    if (calendar.isWorkday(day) && !isStopped(day)) left -= 1;
  }
  return day;
}
