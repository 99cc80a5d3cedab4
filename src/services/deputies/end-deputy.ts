import { Deputy } from '../../entities/index.js';
import { plainDateOf } from '../../calendar/plain-date.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/transaction.js';
import { hasRole, type Actor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import type { ServiceContext } from '../service-context.js';

/** Takes a deputyship back before its last day; from this moment the deputy no longer has the work. Throws DEPUTY_NOT_FOUND, NOT_YOURS and DEPUTY_ENDED. */
export function endDeputy(context: ServiceContext, actor: Actor, id: string): Promise<{ id: string }> {
  return context.database.inTransaction(async (tx) => {
    const row = await tx.lock(Deputy, 'id = ?', [id]);
    if (!row) throw new DomainError('DEPUTY_NOT_FOUND', { id });
    if (row.personId !== actor.id && !hasRole(actor, 'admin')) throw new DomainError('NOT_YOURS');
    const now = context.clock.now();
    if (row.endedAt !== null || row.toOn < plainDateOf(now)) throw new DomainError('DEPUTY_ENDED', { id });
    tx.update(Deputy, { endedAt: now.toISOString() }, 'id = ?', [id], { rows: 1, lockedHere: true });
    recordAudit(tx, context, actor, 'deputyEnded', id, { person: row.personName, deputy: row.deputyName });
    return { id };
  });
}

/** Ends all deputyships of somebody who leaves the office, those that he gave and those that he took. Says how many. */
export async function endDeputiesOf(context: ServiceContext, tx: Transaction, personId: string): Promise<number> {
  const now = context.clock.now();
  const open = await tx.find(Deputy, '(personId = ? OR deputyId = ?) AND endedAt IS NULL AND toOn >= ?', [personId, personId, plainDateOf(now)]);
  for (const { id } of open) tx.update(Deputy, { endedAt: now.toISOString() }, 'id = ?', [id]);
  return open.length;
}
