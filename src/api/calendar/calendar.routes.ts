import { IsInt, IsISO8601, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { countWorkdays, describeDay, findDue, plainDateOf, remedyDates } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { importCalendarYear } from '../../services/calendar/import-calendar-year.js';
import { expireTimeLimits } from '../../services/time-limits/expire-time-limits.js';
import type { ApiContext } from '../api-context.js';
import { route, type Route } from '../route.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export class DueQuery {
  @Matches(DATE, { message: '起算日应为 yyyy-mm-dd' })
  from!: string;

  @IsInt({ message: '工作日数应为整数' })
  @Min(0, { message: '工作日数不能为负' })
  @Max(2000)
  workdays!: number;
}

export class CountQuery {
  @Matches(DATE, { message: '起始日应为 yyyy-mm-dd' })
  from!: string;

  @Matches(DATE, { message: '截止日应为 yyyy-mm-dd' })
  to!: string;
}

export class ServedQuery {
  @Matches(DATE, { message: '送达日应为 yyyy-mm-dd' })
  servedOn!: string;
}

export class ClockBody {
  @IsISO8601({ strict: true }, { message: '时间应为 ISO 8601' })
  @Matches(/^(19|20|21)\d{2}-\d{2}-\d{2}/, { message: '时间应为 1900 至 2199 年间的 ISO 8601 日期' })
  now!: string;
}

export class NoQuery {
  @IsOptional()
  @IsString()
  unused?: string;
}

export function calendarRoutes({ services, setClock, authenticator }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/calendar', may: 'public', does: 'Published years', answers: 'Years', handle: () => ({ items: services.calendars.publishedYears().map(({ year, version, document, importedAt }) => ({ year, version, document, importedAt })), total: services.calendars.publishedYears().length }) }),
    route({ method: 'get', path: '/calendar/now', may: 'public', does: 'The date that counts today', answers: 'Today', handle: () => ({ now: services.clock.now().toISOString(), today: plainDateOf(services.clock.now()), fixed: setClock !== undefined }) }),
    route({ method: 'put', path: '/calendar/now', may: ['admin'], does: 'Move the clock of a server that was started with a fixed one (tests and demonstrations; never in production)', body: ClockBody, answers: 'Today', handle: async ({ body }) => {
      if (!setClock) throw new DomainError('CLOCK_NOT_FIXED');
      setClock(new Date(body.now));
      authenticator.forgetAll();
      await expireTimeLimits(services);
      return { now: services.clock.now().toISOString(), today: plainDateOf(services.clock.now()), fixed: true };
    } }),
    route({ method: 'post', path: '/calendar/due-now', may: ['admin'], does: 'Let everything happen now that the law attaches to days that have passed; it also happens by itself every minute', answers: 'What happened, by kind', handle: () => expireTimeLimits(services) }),
    route({ method: 'get', path: '/calendar/due', may: 'public', does: 'The day n working days after a date', query: DueQuery, answers: '{ due, provisional }', handle: ({ query }) => findDue(query.from, query.workdays, services.calendars.current()) }),
    route({ method: 'get', path: '/calendar/remedies', may: 'public', does: 'Until when a decision served on a day may be attacked: reconsideration 60 calendar days, suit 6 months', query: ServedQuery, answers: '{ reconsiderationUntil, litigationUntil }', handle: ({ query }) => remedyDates(query.servedOn, services.calendars.current()) }),
    route({ method: 'get', path: '/calendar/count', may: 'public', does: 'Working days after one date up to another', query: CountQuery, answers: '{ workdays }', handle: ({ query }) => ({ workdays: countWorkdays(query.from, query.to, services.calendars.current()) }) }),
    route({ method: 'get', path: '/calendar/days/:date', may: 'public', does: 'What kind of day a date is, and why', answers: 'Day', handle: ({ params }) => describeDay(services.calendars.current(), params.date as string) }),
    route({ method: 'get', path: '/calendar/:year', may: 'public', does: 'The schedule of one year', answers: 'Schedule', handle: ({ params }) => {
      const found = services.calendars.publishedYears().find((each) => each.year === Number(params.year));
      if (!found) throw new DomainError('CALENDAR_YEAR_UNKNOWN', { year: params.year });
      return { year: found.year, version: found.version, schedule: found.schedule };
    } }),
    route({ method: 'post', path: '/calendar/years', may: ['admin'], does: 'Publish or correct the schedule of a year; refused whole when anything in it is wrong', answers: '{ year, version }', status: 201, handle: ({ actor, request, onceKey }) => importCalendarYear(services, actor, request.body, onceKey) }),
  ];
}
