import { IsOptional, Matches } from 'class-validator';
import { plainDateOf } from '../../calendar/index.js';
import { reportDurations } from '../../services/durations/report-durations.js';
import type { ApiContext } from '../api-context.js';
import { route, type Route } from '../route.js';

export class DurationQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '起始日应为 yyyy-mm-dd' })
  from?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '截止日应为 yyyy-mm-dd' })
  to?: string;
}

export function durationRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/audit/durations', may: ['leader', 'supervisor', 'admin', 'clerk'], does: 'Average working days per department and item, open cases up to today, with the rule of the count', query: DurationQuery, answers: 'Report with its rule', handle: ({ query }) => {
      const today = plainDateOf(services.clock.now());
      return reportDurations(services, { from: query.from ?? `${today.slice(0, 4)}-01-01`, to: query.to ?? today });
    } }),
  ];
}
