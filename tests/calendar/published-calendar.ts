import { readFileSync } from 'node:fs';
import { createHolidayCalendar, type HolidayCalendar, type HolidaySchedule } from '../../src/calendar/index.js';

/** The schedule of one year as it is seeded. */
export function seededSchedule(year: number): HolidaySchedule {
  return JSON.parse(readFileSync(`seeds/reference/holidays/${year}.json`, 'utf8')) as HolidaySchedule;
}

/** The calendar that a fresh installation knows. */
export const published: HolidayCalendar = createHolidayCalendar({ schedules: [2024, 2025, 2026].map(seededSchedule) });
