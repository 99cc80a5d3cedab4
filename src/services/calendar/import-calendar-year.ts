import { CalendarYear } from '../../entities/index.js';
import { validateHolidaySchedule } from '../../calendar/validate-holiday-schedule.js';
import { DomainError } from '../../errors/domain-error.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { answerOnce } from '../idempotency/answer-once.js';
import { leaveMessage } from '../outbox/leave-message.js';

/**
 * Publishes a year's working-day schedule, or a corrected version of it. Refused whole (CALENDAR_FILE_INVALID with every fault and its
 * place) when anything is wrong in it; earlier versions stay as they were. After the commit open limits are worked out anew and those
 * concerned are told.
 */
export async function importCalendarYear(context: ServiceContext, actor: Actor, content: unknown, onceKey?: string): Promise<{ year: number; version: number }> {
  const { schedule, faults } = validateHolidaySchedule(content);
  if (!schedule) throw new DomainError('HOLIDAY_SCHEDULE_INVALID', { year: yearOf(content), count: faults.length, faults });
  const version = await answerOnce(context, actor, onceKey, ['calendarYear', content], () => context.database.inTransaction(async (tx) => {
    const now = context.clock.now().toISOString();
    const earlier = await tx.find(CalendarYear, 'year = ? ORDER BY version DESC', [schedule.year]);
    const next = (earlier[0]?.version ?? 0) + 1;
    tx.insert(CalendarYear, {
      year: schedule.year,
      version: next,
      schedule,
      document: schedule.document.number,
      importedBy: actor.name,
      importedAt: now,
    });
    leaveMessage(tx, context, { topic: 'recomputeDueDates', subject: String(schedule.year), payload: { year: schedule.year, version: next } });
    recordAudit(tx, context, actor, 'importCalendarYear', String(schedule.year), { version: next, document: schedule.document });
    return next;
  }));
  await context.calendars.reload();
  context.wakeOutbox();
  return { year: schedule.year, version };
}

const yearOf = (content: unknown): string => String((content as { year?: unknown } | null)?.year ?? '?');
