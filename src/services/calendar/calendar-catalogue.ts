import { CalendarYear } from '../../entities/index.js';
import { createHolidayCalendar, type HolidayCalendar } from '../../calendar/holiday-calendar.js';
import type { HolidaySchedule } from '../../calendar/holiday-schedule.js';
import { findDue } from '../../calendar/working-days.js';
import type { Database } from '../../persistence/database.js';

/** The working-day calendar in force: the newest version of each published year. Read anew when a year was imported. */
export class CalendarCatalogue {
  private calendar: HolidayCalendar = createHolidayCalendar({ schedules: [] });
  private years: CalendarYear[] = [];

  constructor(private readonly database: Database) {}

  /** Reads the published years; call after start and after each import. */
  async reload(): Promise<void> {
    const all = await this.database.read.find(CalendarYear, '1 = 1 ORDER BY year, version');
    const newest = new Map(all.map((row) => [row.year, row]));
    this.years = [...newest.values()];
    this.calendar = createHolidayCalendar({ schedules: this.years.map((row) => row.schedule as HolidaySchedule) });
  }

  /** The calendar that counts today. */
  current(): HolidayCalendar {
    return this.calendar;
  }

  /** The published years with their versions. */
  publishedYears(): readonly CalendarYear[] {
    return this.years;
  }

  /** The date `workdays` after `date`, or null where that falls into a year without a published schedule. */
  dueOn(date: string, workdays: number): string | null {
    const due = findDue(date, workdays, this.calendar);
    return due.provisional ? null : due.due;
  }
}
