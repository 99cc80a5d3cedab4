import { OutboxMessage } from '../../entities/index.js';
import type { Transaction } from '../../persistence/database.js';
import type { ServiceContext } from '../service-context.js';

/**
 * Leaves something to be done after this unit of work: the message is stored with everything else, and the dispatcher is woken once the unit
 * has been committed.
 */
export function leaveMessage(tx: Transaction, context: ServiceContext, message: { topic: string; subject: string; payload?: unknown }): void {
  const at = context.clock.now().toISOString();
  tx.insert(OutboxMessage, { id: context.newId(), topic: message.topic, subject: message.subject, payload: message.payload ?? {}, status: 'waiting', attempts: 0, availableAt: at, createdAt: at });
  tx.afterCommit(context.wakeOutbox);
}
