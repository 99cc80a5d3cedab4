import { readdir, readFile } from 'node:fs/promises';
import { createHolidayCalendar, validateHolidaySchedule, validateLocalDays, type HolidayCalendar, type HolidaySchedule, type LocalDay } from '../calendar/index.js';
import { DomainError } from '../errors/domain-error.js';
import { parseJson } from './read-json.js';

const seededSchedules = new URL('../../seeds/reference/holidays/', import.meta.url);

/**
 * The calendar of the schedules in a folder: one `<year>.json` a year and, where there is one, `local-days.json`.
 * Without a folder the schedules that the product is delivered with. Throws `HOLIDAY_SCHEDULE_INVALID` for a file with faults.
 */
export async function readHolidayCalendar(folder?: string): Promise<HolidayCalendar> {
  const at = (name: string): string | URL => (folder === undefined ? new URL(name, seededSchedules) : `${folder}/${name}`);
  const names = (await readdir(folder ?? seededSchedules)).sort();
  const schedules: HolidaySchedule[] = [];
  for (const name of names.filter((one) => /^\d{4}\.json$/.test(one))) {
    const { schedule, faults } = validateHolidaySchedule(parseJson(await readFile(at(name), 'utf8'), name));
    if (!schedule) throw new DomainError('HOLIDAY_SCHEDULE_INVALID', { year: name.slice(0, 4), count: faults.length, faults });
    schedules.push(schedule);
  }
  return createHolidayCalendar({ schedules, localDays: names.includes('local-days.json') ? await readLocalDays(at('local-days.json')) : [] });
}

async function readLocalDays(file: string | URL): Promise<readonly LocalDay[]> {
  const { days, faults } = validateLocalDays(parseJson(await readFile(file, 'utf8'), 'local-days.json'));
  if (!days) throw new DomainError('HOLIDAY_SCHEDULE_INVALID', { year: '地方', count: faults.length, faults });
  return days;
}
