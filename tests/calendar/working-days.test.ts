import { addWorkdays, countWorkdays, createHolidayCalendar, describeDay, findDue, isWorkday, rollForward, subtractWorkdays } from '../../src/calendar/index.js';
import { published, seededSchedule } from './published-calendar.js';

describe('Working days (A1, A2)', () => {
  it.each([
    ['2024-02-01', 20, '2024-03-05', 'two working Sundays'],
    ['2024-04-26', 5, '2024-05-07', 'Sunday 04-28 counts'],
    ['2024-09-12', 5, '2024-09-20', 'Saturday 09-14 counts'],
    ['2025-09-24', 20, '2025-10-28', 'T3: 10-22 by weekday, 10-30 without make-up days, 10-27 with the first day counted'],
    ['2025-10-04', 5, '2025-10-14', 'received on a day off; Saturday 10-11 counts'],
    ['2025-12-01', 80, '2026-03-30', 'crosses a year'],
    ['2026-01-05', 80, '2026-05-07', 'T3: 04-27 by weekday'],
    ['2026-02-12', 20, '2026-03-18', 'over the Spring Festival'],
    ['2026-03-02', 57, '2026-05-25', ''],
    ['2026-03-02', 68, '2026-06-09', ''],
    ['2026-03-02', 80, '2026-06-26', ''],
    ['2026-05-08', 1, '2026-05-09', 'T3: the next working day is a Saturday'],
    ['2026-05-08', 5, '2026-05-14', ''],
    ['2026-05-09', 20, '2026-06-05', 'from a working Saturday'],
    ['2026-07-01', 80, '2026-10-27', ''],
    ['2026-09-29', 10, '2026-10-19', 'B5: delivery of the decision'],
    ['2026-12-03', 20, '2026-12-31', 'the last start that fits into 2026'],
  ])('counts from %s by %i working days to %s (%s)', (from, n, due) => {
    expect(addWorkdays(from, n, published)).toBe(due);
    expect(findDue(from, n, published)).toEqual({ due, provisional: false });
    expect(countWorkdays(from, due, published)).toBe(n);
  });

  it('gives the years the published numbers of working days', () => {
    expect(countWorkdays('2023-12-31', '2024-12-31', published)).toBe(251);
    expect(countWorkdays('2024-12-31', '2025-12-31', published)).toBe(248);
    const months = ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30', '12-31'];
    const ends = ['2025-12-31', ...months.map((day) => `2026-${day}`)];
    expect(months.map((_, month) => countWorkdays(ends[month]!, ends[month + 1]!, published))).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });

  it('never guesses a year whose schedule is not published (T14)', () => {
    expect(findDue('2026-12-04', 20, published)).toEqual({ due: null, provisional: true, missingYear: 2027, notBefore: '2027-01-01' });
    expect(() => addWorkdays('2026-12-04', 20, published)).toThrow(expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN', details: expect.objectContaining({ year: 2027 }) }));
    expect(countWorkdays('2026-12-04', '2026-12-31', published)).toBe(19);
    expect(() => countWorkdays('2026-12-04', '2027-01-01', published)).toThrow(expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN' }));
    expect(() => isWorkday('2027-01-04', published)).toThrow(expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN' }));
    expect(() => subtractWorkdays('2024-01-10', 30, published)).toThrow(expect.objectContaining({ details: expect.objectContaining({ year: 2023 }) }));
    expect(rollForward('2026-12-31', published)).toEqual({ due: '2026-12-31', provisional: false });
    expect(rollForward('2027-02-28', published)).toMatchObject({ due: null, provisional: true, missingYear: 2027 });
  });

  it('does not bridge a year that is missing in the middle', () => {
    const gap = createHolidayCalendar({ schedules: [seededSchedule(2024), seededSchedule(2026)] });
    expect(addWorkdays('2024-12-30', 1, gap)).toBe('2024-12-31');
    expect(findDue('2024-12-30', 2, gap)).toMatchObject({ provisional: true, missingYear: 2025 });
    expect(() => countWorkdays('2024-12-30', '2026-01-05', gap)).toThrow(expect.objectContaining({ details: expect.objectContaining({ year: 2025 }) }));
    expect(addWorkdays('2025-12-31', 1, gap)).toBe('2026-01-04');
  });

  it('says of each day why offices work or not, with the document', () => {
    expect(describeDay(published, '2026-02-14')).toEqual({ workday: true, kind: 'makeUp', name: '春节', document: '国办发明电〔2025〕7号' });
    expect(describeDay(published, '2026-10-05')).toMatchObject({ workday: false, kind: 'holiday', name: '国庆节' });
    expect(describeDay(published, '2026-03-07')).toEqual({ workday: false, kind: 'weekend' });
    expect(describeDay(published, '2027-03-05')).toEqual({ workday: false, kind: 'unpublished' });
  });

  it('lets a local day off go before the national schedule, in a new version of the calendar', () => {
    const local = { date: '2026-08-07', kind: 'off', name: '自治区活动放假', document: '测试文件〔2026〕1号', decidedBy: '自治区人民政府' } as const;
    const changed = createHolidayCalendar({ schedules: published.schedules, localDays: [local] });
    expect(isWorkday('2026-08-07', published)).toBe(true);
    expect(isWorkday('2026-08-07', changed)).toBe(false);
    expect(addWorkdays('2026-08-06', 1, changed)).toBe('2026-08-10');
    expect(changed.version).not.toBe(published.version);
    expect(createHolidayCalendar({ schedules: [...published.schedules].reverse() }).version).toBe(published.version);
  });

  it('refuses what is no date and no number of days', () => {
    for (const date of ['2026-02-30', '2026-2-3', '', '2026-02-03T00:00', '20260203', '２０２６-02-03']) {
      expect(() => addWorkdays(date, 1, published)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }));
    }
    for (const n of [-1, 1.5, NaN, Infinity]) expect(() => addWorkdays('2026-03-02', n, published)).toThrow(expect.objectContaining({ code: 'PERIOD_INVALID' }));
    expect(() => countWorkdays('2026-03-03', '2026-03-02', published)).toThrow(expect.objectContaining({ code: 'PERIOD_INVALID' }));
  });
});
