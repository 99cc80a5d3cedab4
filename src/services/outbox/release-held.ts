import { OutboxMessage } from '../../entities/index.js';
import type { Transaction } from '../../persistence/transaction.js';
import type { ServiceContext } from '../service-context.js';
import { HELD } from './carry-out-once.js';

/** What was laid aside for a case while it was suspended is carried out now, in the order in which it came; for an ended case it finds nothing to do. */
export function releaseHeld(tx: Transaction, context: ServiceContext, caseId: string): void {
  tx.update(OutboxMessage, { status: 'waiting', leasedUntil: null }, 'subject = ? AND status = ?', [caseId, HELD]);
  tx.afterCommit(context.wakeOutbox);
}
