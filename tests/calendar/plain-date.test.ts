import { addDays, addMonths, isPlainDate, plainDateOf } from '../../src/calendar/index.js';
import { toDayNumber, toPlainDate, weekdayOf } from '../../src/calendar/plain-date.js';

describe('Plain dates of Asia/Shanghai', () => {
  it('gives what is filed at 23:30 to that day, and what is filed at midnight to the next (A12)', () => {
    expect(plainDateOf(new Date('2026-05-08T15:30:00Z'))).toBe('2026-05-08');
    expect(plainDateOf(new Date('2026-05-08T15:59:59.999Z'))).toBe('2026-05-08');
    expect(plainDateOf(new Date('2026-05-08T16:00:00Z'))).toBe('2026-05-09');
    expect(plainDateOf(new Date('1969-12-31T15:00:00Z'))).toBe('1969-12-31');
  });

  it('agrees with the calendar of the platform on every day of two centuries', () => {
    const wrong: string[] = [];
    for (let day = toDayNumber('1900-01-01'); day <= toDayNumber('2099-12-31'); day += 1) {
      const date = new Date(day * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      if (toPlainDate(day) !== text || toDayNumber(text) !== day || weekdayOf(day) !== date.getUTCDay()) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it('knows leap days', () => {
    expect(isPlainDate('2024-02-29')).toBe(true);
    expect(isPlainDate('2026-02-29')).toBe(false);
    expect(isPlainDate('2100-02-29')).toBe(false);
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('ends a period of months on the same day, or on the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-11-15', 2)).toBe('2027-01-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });
});
