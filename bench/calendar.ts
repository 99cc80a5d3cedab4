// Goal 22: adding working days costs the same whatever the distance, and far less than a walk from day to day.
// Prints one JSON line; each figure is the median of interleaved rounds of one run.
import { readFileSync } from 'node:fs';
import { addWorkdays, createHolidayCalendar, type HolidaySchedule } from '../src/calendar/index.js';

const schedules = [2024, 2025, 2026].map((year) => JSON.parse(readFileSync(`seeds/reference/holidays/${year}.json`, 'utf8')) as HolidaySchedule);
const calendar = createHolidayCalendar({ schedules });
const starts = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2024, 6, 1 + day)).toISOString().slice(0, 10));

const off = new Set(schedules.flatMap(({ holidays }) => holidays.flatMap(({ from, to }) => datesOf(from, to))));
const makeUp = new Set(schedules.flatMap(({ makeUpWorkdays }) => makeUpWorkdays.map(({ date }) => date)));

const contestants = {
  plus1: (date: string) => addWorkdays(date, 1, calendar),
  plus10: (date: string) => addWorkdays(date, 10, calendar),
  plus250: (date: string) => addWorkdays(date, 250, calendar),
  naivePlus10: (date: string) => walk(date, 10),
};
type Contestant = keyof typeof contestants;

for (const start of starts) if (contestants.plus10(start) !== contestants.naivePlus10(start)) throw new Error(`the walk disagrees from ${start}`);

const rounds = 9;
const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, [] as number[]])) as Record<Contestant, number[]>;
for (let round = 0; round < rounds + 2; round += 1) {
  for (const name of Object.keys(contestants) as Contestant[]) {
    const nanoseconds = measure(contestants[name], name === 'naivePlus10' ? 10 : 600);
    if (round >= 2) times[name].push(nanoseconds);
  }
}
const ns = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, Math.round(median(values) * 10) / 10])) as Record<Contestant, number>;
const far = median(times.plus250.map((value, round) => value / times.plus1[round]!));
const naive = median(times.naivePlus10.map((value, round) => value / times.plus10[round]!));
console.log(
  JSON.stringify({ bench: 'calendar', goal: 22, addWorkdaysNs: ns, plus250OverPlus1: round2(far), atMost: 1.2, naiveOverOursAt10: round2(naive), atLeast: 10, ok: far <= 1.2 && naive >= 10 }),
);

/** CPU nanoseconds a call. */
function measure(add: (date: string) => string, repeats: number): number {
  const before = process.cpuUsage();
  let length = 0;
  for (let repeat = 0; repeat < repeats; repeat += 1) for (const start of starts) length += add(start).length;
  const used = process.cpuUsage(before);
  if (length !== repeats * starts.length * 10) throw new Error('a result is no date');
  return ((used.user + used.system) * 1000) / (repeats * starts.length);
}

function walk(from: string, n: number): string {
  const at = new Date(`${from}T00:00:00Z`);
  for (let left = n; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1);
    const date = at.toISOString().slice(0, 10);
    if (makeUp.has(date) || (!off.has(date) && at.getUTCDay() !== 0 && at.getUTCDay() !== 6)) left -= 1;
  }
  return at.toISOString().slice(0, 10);
}

function datesOf(from: string, to: string): string[] {
  const dates: string[] = [];
  for (const at = new Date(`${from}T00:00:00Z`); at.toISOString().slice(0, 10) <= to; at.setUTCDate(at.getUTCDate() + 1)) dates.push(at.toISOString().slice(0, 10));
  return dates;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
