import { OutboxMessage } from '../../entities/index.js';
import type { Transaction } from '../../persistence/database.js';
import type { ServiceContext } from '../service-context.js';

/** What became of a message: laid aside until its case is resumed, or nothing more to be said of it. */
export type Delivery = typeof HELD | void;

export const HELD = 'held';

/**
 * Does what a message asks for and marks it done, both in one unit of work: a message that is handed out a second time – after a killed
 * process or a lost lease – finds itself done and changes nothing. Work that answers HELD has done nothing; its message waits for
 * `releaseHeld`.
 */
export function carryOutOnce(context: ServiceContext, message: OutboxMessage, work: (tx: Transaction) => Promise<Delivery>): Promise<Delivery> {
  return context.database.inTransaction(async (tx) => {
    const row = await tx.lock(OutboxMessage, 'id = ?', [message.id]);
    if (row?.status === HELD) return HELD;
    if (row?.status !== 'waiting') return;
    const delivery = await work(tx);
    tx.update(OutboxMessage, { status: delivery === HELD ? HELD : 'done' }, 'id = ? AND status = ?', [message.id, 'waiting'], { rows: 1, lockedHere: true });
    return delivery;
  });
}
