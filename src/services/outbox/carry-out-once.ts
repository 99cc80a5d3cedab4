import { OutboxMessage } from '../../entities/index.js';
import type { Transaction } from '../../persistence/database.js';
import type { ServiceContext } from '../service-context.js';

/**
 * Does what a message asks for and marks it done, both in one unit of work: a message that is handed out a second time – after a killed
 * process or a lost lease – finds itself done and changes nothing.
 */
export function carryOutOnce(context: ServiceContext, message: OutboxMessage, work: (tx: Transaction) => Promise<void>): Promise<void> {
  return context.database.inTransaction(async (tx) => {
    const row = await tx.lock(OutboxMessage, 'id = ?', [message.id]);
    if (row?.status !== 'waiting') return;
    await work(tx);
    tx.update(OutboxMessage, { status: 'done' }, 'id = ? AND status = ?', [message.id, 'waiting'], { rows: 1, lockedHere: true });
  });
}
