import { readFileSync } from 'node:fs';
import { createHolidayCalendar, isWorkday, validateHolidaySchedule, validateLocalDays, type HolidaySchedule } from '../../src/calendar/index.js';
import { published, seededSchedule } from './published-calendar.js';

type Draft = { year: number; document: Record<string, unknown>; holidays: Record<string, unknown>[]; makeUpWorkdays: Record<string, unknown>[] };

/** The schedule of 2026 with something changed. */
function changed(change: (draft: Draft) => void): unknown {
  const draft = structuredClone(seededSchedule(2026)) as unknown as Draft;
  change(draft);
  return draft;
}
const codes = (json: unknown): [string, string][] => validateHolidaySchedule(json).faults.map(({ place, code }) => [place, code]);

describe('A year’s schedule before its import', () => {
  it.each([2024, 2025, 2026])('the published schedule of %i has no fault', (year) => {
    expect(validateHolidaySchedule(seededSchedule(year))).toEqual({ schedule: seededSchedule(year), faults: [] });
  });

  it.each([2024, 2025, 2026])('the schedule of %i agrees day by day with an independent data set', (year) => {
    const { holidays, workdays } = JSON.parse(readFileSync('node_modules/chinese-days/dist/chinese-days.json', 'utf8')) as Record<'holidays' | 'workdays', Record<string, string>>;
    const differing: string[] = [];
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
      const date = new Date(at).toISOString().slice(0, 10);
      const weekend = [0, 6].includes(new Date(at).getUTCDay());
      const works = date in workdays || (!(date in holidays) && !weekend);
      if (works !== isWorkday(date, published)) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it.each<[string, unknown, [string, string][]]>([
    ['what is no schedule', 'x', [['', 'not-an-object']]],
    ['missing parts, all of them', {}, [['/year', 'wrong-year'], ['/document', 'missing'], ['/holidays', 'missing'], ['/makeUpWorkdays', 'missing']]],
    ['a document without a number', changed((it) => void delete it.document['number']), [['/document/number', 'missing']]],
    ['dates that do not exist', changed((it) => Object.assign(it.holidays[1]!, { from: '2026-02-30', to: 'soon' })), [['/holidays/1/from', 'wrong-date'], ['/holidays/1/to', 'wrong-date']]],
    ['a range that ends before it begins', changed((it) => Object.assign(it.holidays[6]!, { from: '2026-10-08' })), [['/holidays/6/to', 'range-reversed']]],
    ['a date of another year', changed((it) => Object.assign(it.makeUpWorkdays[5]!, { date: '2027-10-09' })), [['/makeUpWorkdays/5/date', 'year-mismatch']]],
    ['the same day off twice', changed((it) => it.holidays.push({ name: '国庆节', from: '2026-10-07', to: '2026-10-08' })), [['/holidays/7', 'duplicate']]],
    ['the same make-up day twice', changed((it) => it.makeUpWorkdays.push({ date: '2026-10-10' })), [['/makeUpWorkdays/6/date', 'duplicate']]],
    ['a make-up day on a weekday', changed((it) => Object.assign(it.makeUpWorkdays[5]!, { date: '2026-10-12' })), [['/makeUpWorkdays/5/date', 'make-up-on-weekday']]],
    ['a make-up day within a holiday', changed((it) => Object.assign(it.makeUpWorkdays[5]!, { date: '2026-10-04' })), [['/makeUpWorkdays/5/date', 'make-up-on-day-off']]],
    ['National Day as a working day', changed((it) => Object.assign(it.holidays[6]!, { from: '2026-10-02' })), [['/holidays', 'statutory-holiday-missing']]],
    ['a day off that is text', changed((it) => void (it.holidays[0] = '2026-01-01' as never)), [['/holidays/0', 'not-an-object']]],
  ])('is refused with %s', (_, json, faults) => {
    expect(codes(json)).toEqual(faults);
    expect(validateHolidaySchedule(json).schedule).toBeNull();
  });

  it('is warned about more than six days of work in a row, and passes', () => {
    const json = changed((it) => Object.assign(it.makeUpWorkdays[5]!, { date: '2026-10-17' }));
    expect(validateHolidaySchedule(json)).toMatchObject({ schedule: expect.anything(), faults: [] });
    const long = changed((it) => it.makeUpWorkdays.push({ date: '2026-10-11' }));
    expect(validateHolidaySchedule(long).faults).toMatchObject([
      { code: 'day-count', severity: 'warning' },
      { code: 'run-too-long', severity: 'warning', place: '/makeUpWorkdays/5/date', message: expect.stringContaining('2026-10-08 至 2026-10-16 连续上班 9 天') },
    ]);
    expect(validateHolidaySchedule(long).schedule).not.toBeNull();
  });

  it('is warned about a day off too few', () => {
    const json = changed((it) => Object.assign(it.holidays[4]!, { from: '2026-06-20' }));
    expect(codes(json)).toEqual([['', 'day-count']]);
  });

  it('may let New Year begin in the December before, which then corrects that year', () => {
    const next: HolidaySchedule = {
      year: 2027,
      document: { number: '测试〔2026〕1号' },
      holidays: [
        { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
        { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
        { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
      ],
      makeUpWorkdays: [{ date: '2026-12-26', for: '元旦' }],
    };
    expect(validateHolidaySchedule(next).schedule).toEqual(next);
    const calendar = createHolidayCalendar({ schedules: [...published.schedules, next] });
    expect([isWorkday('2026-12-31', published), isWorkday('2026-12-31', calendar)]).toEqual([true, false]);
    expect([isWorkday('2026-12-26', published), isWorkday('2026-12-26', calendar)]).toEqual([false, true]);
  });

  it('local days need a document and who decided it', () => {
    const day = { date: '2027-05-01', kind: 'off', name: '自治区成立纪念日', document: '测试〔2027〕1号', decidedBy: '自治区人民政府' };
    expect(validateLocalDays([day])).toEqual({ days: [day], faults: [] });
    const { days, faults } = validateLocalDays([{ ...day, document: '' }, day, { ...day, kind: 'half' }]);
    expect(days).toBeNull();
    expect(faults.map(({ place, code }) => [place, code])).toEqual([['/0/document', 'missing'], ['/1/date', 'duplicate'], ['/2/kind', 'missing'], ['/2/date', 'duplicate']]);
  });
});
