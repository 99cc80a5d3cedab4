import { AuditEvent } from '../../entities/index.js';
import type { Transaction } from '../../persistence/database.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

/** Adds an act outside of any case's own record to the audit log; part of the unit of work that does the act. */
export function recordAudit(tx: Transaction, context: ServiceContext, actor: Actor, act: string, target: string, detail: Record<string, unknown> = {}): void {
  tx.insert(AuditEvent, { id: context.newId(), at: context.clock.now().toISOString(), personId: actor.id, personName: actor.name, act, target, detail });
}
