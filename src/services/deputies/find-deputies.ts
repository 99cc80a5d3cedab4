import { Deputy } from '../../entities/index.js';
import { countWorkdays } from '../../calendar/working-days.js';
import { addDays, plainDateOf } from '../../calendar/plain-date.js';
import { DomainError } from '../../errors/domain-error.js';
import { hasRole, type Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

export interface DeputySight {
  id: string;
  person: { id: string; name: string };
  deputy: { id: string; name: string };
  from: string;
  to: string;
  /** Working days from the first to the last day; nothing where a year is not published. */
  workdays: number | null;
  roles: string[];
  flows: string[] | null;
  reason: string;
  status: 'planned' | 'active' | 'ended';
}

/** Deputyships that this person gave or took, newest first; administrators and supervisors see all. */
export async function findDeputies(context: ServiceContext, actor: Actor, page: { page: number; pageSize: number }): Promise<{ items: DeputySight[]; total: number }> {
  const { read } = context.database;
  const all = hasRole(actor, 'admin', 'supervisor');
  const where = all ? '1 = 1' : '(personId = ? OR deputyId = ?)';
  const values = all ? [] : [actor.id, actor.id];
  const rows = await read.find(Deputy, `${where} ORDER BY fromOn DESC, id DESC LIMIT ? OFFSET ?`, [...values, page.pageSize, (page.page - 1) * page.pageSize]);
  const today = plainDateOf(context.clock.now());
  return { items: rows.map((row) => sightOf(context, row, today)), total: await read.count(Deputy, where, values) };
}

/** One of them. Throws DEPUTY_NOT_FOUND. */
export async function getDeputy(context: ServiceContext, id: string): Promise<DeputySight> {
  const row = await context.database.read.findOne(Deputy, 'id = ?', [id]);
  if (!row) throw new DomainError('DEPUTY_NOT_FOUND', { id });
  return sightOf(context, row, plainDateOf(context.clock.now()));
}

function sightOf(context: ServiceContext, row: Deputy, today: string): DeputySight {
  const ended = row.endedAt !== null || row.toOn < today;
  return {
    id: row.id,
    person: { id: row.personId, name: row.personName },
    deputy: { id: row.deputyId, name: row.deputyName },
    from: row.fromOn,
    to: row.toOn,
    workdays: workdaysOf(context, row),
    roles: row.roles as string[],
    flows: row.flows as string[] | null,
    reason: row.reason,
    status: ended ? 'ended' : row.fromOn > today ? 'planned' : 'active',
  };
}

function workdaysOf(context: ServiceContext, { fromOn, toOn }: Deputy): number | null {
  try {
    return countWorkdays(addDays(fromOn, -1), toOn, context.calendars.current());
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CALENDAR_YEAR_UNKNOWN') return null;
    throw error;
  }
}
