import type { HolidayRange, HolidaySchedule, LocalDay } from './holiday-schedule.js';
import { isPlainDate, isWeekend, toDayNumber, toPlainDate, yearOf } from './plain-date.js';

export type ScheduleFaultCode =
  | 'not-an-object'
  | 'missing'
  | 'wrong-year'
  | 'wrong-date'
  | 'range-reversed'
  | 'year-mismatch'
  | 'duplicate'
  | 'make-up-on-weekday'
  | 'make-up-on-day-off'
  | 'statutory-holiday-missing'
  | 'day-count'
  | 'run-too-long';

/** One fault with its place (JSON pointer). A warning does not stop an import: a notice may lawfully differ from the usual pattern. */
export interface ScheduleFault {
  readonly place: string;
  readonly code: ScheduleFaultCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly messageEn: string;
}

export interface ScheduleValidation {
  /** The schedule, only when there is no fault of severity `error`. */
  readonly schedule: HolidaySchedule | null;
  readonly faults: readonly ScheduleFault[];
}

/**
 * Checks a year's schedule before it is imported and reports every fault, not only the first.
 *
 * Errors: missing parts, dates that do not exist, dates of another year (only New Year may reach into the December before), a date named twice,
 * a make-up workday that is no weekend day or lies in a holiday, a fixed public holiday that is not a day off (放假办法 art. 2).
 * Warnings: more than six working days in a row, a number of days off that differs from the law (13, before 2025: 11).
 */
export function validateHolidaySchedule(json: unknown): ScheduleValidation {
  const faults: ScheduleFault[] = [];
  const schedule = readSchedule(json, faults);
  if (schedule) {
    checkYears(schedule, faults);
    checkDuplicates(schedule, faults);
    checkMakeUpDays(schedule, faults);
    checkFixedHolidays(schedule, faults);
    if (faults.length === 0) {
      checkDayCount(schedule, faults);
      checkRuns(schedule, faults);
    }
  }
  const usable = schedule !== null && !faults.some((fault) => fault.severity === 'error');
  return { schedule: usable ? schedule : null, faults };
}

/** Checks the table of local days; every day needs a document and who decided it. */
export function validateLocalDays(json: unknown): { days: readonly LocalDay[] | null; faults: readonly ScheduleFault[] } {
  const faults: ScheduleFault[] = [];
  if (!Array.isArray(json)) {
    faults.push(fault('', 'not-an-object', '应为列表', 'a list is expected'));
    return { days: null, faults };
  }
  const seen = new Set<unknown>();
  json.forEach((entry: unknown, index) => {
    const place = `/${index}`;
    if (!isRecord(entry)) return void faults.push(fault(place, 'not-an-object', '应为对象', 'an object is expected'));
    requireDate(entry, 'date', place, faults);
    if (entry['kind'] !== 'off' && entry['kind'] !== 'work') faults.push(fault(`${place}/kind`, 'missing', '应为 off（放假）或 work（上班）', 'must be off or work'));
    for (const key of ['name', 'document', 'decidedBy']) requireText(entry, key, place, faults);
    if (seen.has(entry['date'])) faults.push(duplicate(`${place}/date`, String(entry['date'])));
    seen.add(entry['date']);
  });
  return { days: faults.length === 0 ? (json as LocalDay[]) : null, faults };
}

function readSchedule(json: unknown, faults: ScheduleFault[]): HolidaySchedule | null {
  if (!isRecord(json)) {
    faults.push(fault('', 'not-an-object', '应为一个年度的放假安排', 'the schedule of one year is expected'));
    return null;
  }
  const year = json['year'];
  if (!Number.isInteger(year) || (year as number) < 1950 || (year as number) > 2999) faults.push(fault('/year', 'wrong-year', '年份有误', 'the year is wrong'));
  if (!isRecord(json['document'])) faults.push(fault('/document', 'missing', '缺少依据文件', 'the document that it comes from is missing'));
  else requireText(json['document'], 'number', '/document', faults);
  const holidays = json['holidays'];
  if (!Array.isArray(holidays) || holidays.length === 0) faults.push(fault('/holidays', 'missing', '缺少放假日期', 'the days off are missing'));
  else holidays.forEach((entry, index) => readHoliday(entry, `/holidays/${index}`, faults));
  const makeUp = json['makeUpWorkdays'];
  if (!Array.isArray(makeUp)) faults.push(fault('/makeUpWorkdays', 'missing', '缺少调休上班日期（没有时写空列表）', 'the make-up workdays are missing (write an empty list if there are none)'));
  else makeUp.forEach((entry, index) => readMakeUpDay(entry, `/makeUpWorkdays/${index}`, faults));
  return faults.length === 0 ? (json as unknown as HolidaySchedule) : null;
}

function readHoliday(entry: unknown, place: string, faults: ScheduleFault[]): void {
  if (!isRecord(entry)) return void faults.push(fault(place, 'not-an-object', '应为对象', 'an object is expected'));
  requireText(entry, 'name', place, faults);
  const from = requireDate(entry, 'from', place, faults);
  const to = requireDate(entry, 'to', place, faults);
  if (from && to && to < from) faults.push(fault(`${place}/to`, 'range-reversed', `结束日期 ${to} 早于开始日期 ${from}`, `it ends on ${to}, before it begins on ${from}`));
}

function readMakeUpDay(entry: unknown, place: string, faults: ScheduleFault[]): void {
  if (!isRecord(entry)) return void faults.push(fault(place, 'not-an-object', '应为对象', 'an object is expected'));
  requireDate(entry, 'date', place, faults);
}

/** New Year may begin in the December before and be made up there (as in the schedules of 2019 and 2023); everything else stays in its year. */
function checkYears(schedule: HolidaySchedule, faults: ScheduleFault[]): void {
  const decemberBefore = `${schedule.year - 1}-12-`;
  const mismatch = (place: string, date: string): ScheduleFault =>
    fault(place, 'year-mismatch', `${date} 不属于 ${schedule.year} 年`, `${date} is not in ${schedule.year}`);
  schedule.holidays.forEach(({ from, to }, index) => {
    if (yearOf(to) !== schedule.year) faults.push(mismatch(`/holidays/${index}/to`, to));
    if (yearOf(from) !== schedule.year && !(from.startsWith(decemberBefore) && to >= `${schedule.year}-01-01`)) faults.push(mismatch(`/holidays/${index}/from`, from));
  });
  schedule.makeUpWorkdays.forEach(({ date }, index) => {
    if (yearOf(date) !== schedule.year && !date.startsWith(decemberBefore)) faults.push(mismatch(`/makeUpWorkdays/${index}/date`, date));
  });
}

function checkDuplicates(schedule: HolidaySchedule, faults: ScheduleFault[]): void {
  const off = new Map<number, number>();
  schedule.holidays.forEach((range, index) => {
    const clash = daysOf(range).find((day) => off.has(day));
    if (clash !== undefined) faults.push(duplicate(`/holidays/${index}`, toPlainDate(clash)));
    for (const day of daysOf(range)) off.set(day, index);
  });
  const work = new Set<string>();
  schedule.makeUpWorkdays.forEach(({ date }, index) => {
    if (work.has(date)) faults.push(duplicate(`/makeUpWorkdays/${index}/date`, date));
    work.add(date);
  });
}

function checkMakeUpDays(schedule: HolidaySchedule, faults: ScheduleFault[]): void {
  const off = daysOff(schedule);
  schedule.makeUpWorkdays.forEach(({ date }, index) => {
    const place = `/makeUpWorkdays/${index}/date`;
    const day = toDayNumber(date);
    if (!isWeekend(day)) faults.push(fault(place, 'make-up-on-weekday', `${date} 不是周末，本来就上班`, `${date} is not a weekend day; it is a working day anyway`));
    if (off.has(day)) faults.push(fault(place, 'make-up-on-day-off', `${date} 同时列为放假`, `${date} is listed as a day off as well`));
  });
}

/** The holidays with a fixed date; the others follow the lunar calendar and the solar terms. */
function checkFixedHolidays(schedule: HolidaySchedule, faults: ScheduleFault[]): void {
  const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03', ...(schedule.year >= 2025 ? ['05-02'] : [])];
  const off = daysOff(schedule);
  for (const monthDay of fixed) {
    const date = `${schedule.year}-${monthDay}`;
    if (!off.has(toDayNumber(date))) faults.push(fault('/holidays', 'statutory-holiday-missing', `法定节假日 ${date} 未列为放假`, `the public holiday ${date} is not a day off`));
  }
}

/** Moving weekends does not change the sum: weekdays off less make-up days is the number of public holidays. */
function checkDayCount(schedule: HolidaySchedule, faults: ScheduleFault[]): void {
  const byLaw = schedule.year >= 2025 ? 13 : 11;
  const weekdaysOff = [...daysOff(schedule)].filter((day) => !isWeekend(day)).length;
  const net = weekdaysOff - schedule.makeUpWorkdays.length;
  if (schedule.year >= 2014 && net !== byLaw) {
    faults.push(fault('', 'day-count', `净放假 ${net} 天，与法定 ${byLaw} 天不符，请核对`, `${net} days off net of make-up days, the law gives ${byLaw}; please check`, 'warning'));
  }
}

/** 放假办法 (2024): as a rule no more than six days of work in a row around a holiday. */
function checkRuns(schedule: HolidaySchedule, faults: ScheduleFault[]): void {
  const off = daysOff(schedule);
  const makeUp = new Map(schedule.makeUpWorkdays.map(({ date }, index) => [toDayNumber(date), index]));
  const works = (day: number): boolean => makeUp.has(day) || (!off.has(day) && !isWeekend(day));
  const reported = new Set<number>();
  for (const [day, index] of makeUp) {
    let first = day;
    let last = day;
    while (works(first - 1)) first -= 1;
    while (works(last + 1)) last += 1;
    const length = last - first + 1;
    if (length <= 6 || reported.has(first)) continue;
    reported.add(first);
    const [from, to] = [toPlainDate(first), toPlainDate(last)];
    faults.push(fault(`/makeUpWorkdays/${index}/date`, 'run-too-long', `${from} 至 ${to} 连续上班 ${length} 天，超过 6 天`, `${length} working days in a row from ${from} to ${to}, more than 6`, 'warning'));
  }
}

function daysOff(schedule: HolidaySchedule): Set<number> {
  return new Set(schedule.holidays.flatMap(daysOf));
}

function daysOf(range: HolidayRange): number[] {
  const from = toDayNumber(range.from);
  return Array.from({ length: toDayNumber(range.to) - from + 1 }, (_, offset) => from + offset);
}

function requireText(entry: Record<string, unknown>, key: string, place: string, faults: ScheduleFault[]): void {
  const value = entry[key];
  if (typeof value !== 'string' || value.trim() === '') faults.push(fault(`${place}/${key}`, 'missing', '不能为空', 'must not be empty'));
}

function requireDate(entry: Record<string, unknown>, key: string, place: string, faults: ScheduleFault[]): string | null {
  const value = entry[key];
  if (isPlainDate(value)) return value;
  faults.push(fault(`${place}/${key}`, 'wrong-date', `“${String(value)}”不是有效日期（yyyy-mm-dd）`, `"${String(value)}" is not a date (yyyy-mm-dd)`));
  return null;
}

function duplicate(place: string, date: string): ScheduleFault {
  return fault(place, 'duplicate', `${date} 重复`, `${date} is named twice`);
}

function fault(place: string, code: ScheduleFaultCode, message: string, messageEn: string, severity: ScheduleFault['severity'] = 'error'): ScheduleFault {
  return { place, code, severity, message, messageEn };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

