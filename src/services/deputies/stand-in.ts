import { Deputy, type WorkItem } from '../../entities/index.js';
import type { Reader } from '../../persistence/transaction.js';
import type { Actor, StandIn } from '../actor.js';

/** For whom this person stands in today. */
export async function standInsOf(reader: Reader, personId: string, today: string): Promise<StandIn[]> {
  const rows = await reader.find(Deputy, 'deputyId = ? AND fromOn <= ? AND toOn >= ? AND endedAt IS NULL ORDER BY fromOn, id', [personId, today, today]);
  return rows.map((row) => ({ personId: row.personId, name: row.personName, roles: row.roles as string[], flows: row.flows as string[] | null }));
}

/** The absent colleague in whose place this person has the work before him, if that is why he has it. */
export function standInFor(actor: Actor, workItem: WorkItem): StandIn | undefined {
  if (workItem.assigneeId === null || workItem.assigneeId === actor.id || actor.standsInFor === undefined) return undefined;
  return actor.standsInFor.find(({ personId, roles, flows }) => personId === workItem.assigneeId && roles.includes(workItem.role ?? '') && (flows === null || flows.includes(workItem.flowKey ?? '')));
}
