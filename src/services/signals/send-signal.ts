import { Case, FlowSubscription, type OutboxMessage } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/database.js';
import type { Effect } from '../../workflows/machine/effects.js';
import { requireRole, systemActor, type Actor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { CaseStep } from '../cases/case-step.js';
import { flowStateOf } from '../cases/flow-state-of.js';
import { recordStep } from '../cases/record-step.js';
import { checkSaidVariables, toldVariables } from '../cases/said-variables.js';
import { answerOnce } from '../idempotency/answer-once.js';
import { carryOutOnce, HELD, type Delivery } from '../outbox/carry-out-once.js';
import { leaveMessage } from '../outbox/leave-message.js';
import type { ServiceContext } from '../service-context.js';
import { suspensionOf } from '../suspensions/suspended.js';

interface Broadcast {
  name: string;
  variables: Record<string, unknown>;
  /** Where it came from: a case, which has heard it already, or somebody outside. */
  from?: Case;
}

/**
 * Sends a signal from outside to every case that waits for it now. Each goes on in a unit of work of its own, once this one is stored.
 * Throws VARIABLES_REFUSED, and SIGNAL_NOT_AWAITED (with the names that cases wait for) when nobody waits.
 */
export function sendSignal(context: ServiceContext, actor: Actor, call: { name: string; variables?: Record<string, unknown> }, onceKey?: string): Promise<{ name: string; cases: number }> {
  requireRole(actor, 'admin');
  const variables = checkSaidVariables(call.variables ?? {});
  return answerOnce(context, actor, onceKey, ['signal', call], () =>
    context.database.inTransaction(async (tx) => {
      const cases = await broadcast(context, tx, { name: call.name, variables });
      if (cases === 0) {
        const awaited = await tx.query("SELECT DISTINCT name FROM flow_subscriptions WHERE kind = 'signal' ORDER BY name LIMIT 50");
        throw new DomainError('SIGNAL_NOT_AWAITED', { name: call.name, awaited: awaited.map((row) => String(row.name)).join('、') || '无' });
      }
      recordAudit(tx, context, actor, 'sendSignal', call.name, { cases });
      return { name: call.name, cases };
    }),
  );
}

/** A flow throws a signal: its own case has heard it, all others that wait at this moment will. */
export async function throwSignal(step: CaseStep, { name, step: element, variables }: Extract<Effect, { type: 'throwSignal' }>): Promise<void> {
  step.note('signalThrown', { name }, { step: element });
  await broadcast(step.context, step.tx, { name, variables: toldVariables(variables), from: step.caseRecord });
}

/** Leaves one message for every waiting case, naming the places that wait now: who begins to wait later has missed it. */
async function broadcast(context: ServiceContext, tx: Transaction, { name, variables, from }: Broadcast): Promise<number> {
  const waiting = (await tx.find(FlowSubscription, "kind = 'signal' AND name = ? AND caseId IN (SELECT id FROM cases WHERE closedAt IS NULL) ORDER BY setAt, id", [name])).filter((each) => each.name === name && each.caseId !== from?.id);
  const cases = [...new Set(waiting.map(({ caseId }) => caseId))];
  for (const caseId of cases) {
    const keys = waiting.filter((each) => each.caseId === caseId).map(({ subscriptionKey }) => subscriptionKey);
    leaveMessage(tx, context, { topic: 'deliverSignal', subject: caseId, payload: { name, variables, keys, ...(from && { from: from.number }) } });
  }
  return cases.length;
}

/** Lets one case hear a signal at the places that waited for it when it was sent; a suspended one hears it when it is resumed. */
export function deliverSignal(context: ServiceContext, message: OutboxMessage): Promise<Delivery> {
  const { name, variables, keys, from } = message.payload as { name: string; variables: Record<string, unknown>; keys: string[]; from?: string };
  return carryOutOnce(context, message, async (tx) => {
    const caseRecord = await tx.lock(Case, 'id = ?', [message.subject]);
    if (!caseRecord || caseRecord.closedAt !== null) return;
    if (suspensionOf(caseRecord)) return HELD;
    const step = new CaseStep(context, tx, systemActor, caseRecord);
    let told = false;
    for (const key of keys) {
      const subscription = flowStateOf(step.caseRecord)?.subscriptions[key];
      if (subscription?.kind !== 'signal' || subscription.name !== name) continue;
      if (!told) step.note('signalReceived', { name, ...(from !== undefined && { from }) });
      told = true;
      await recordStep(step, { type: 'signal', name, key, variables });
    }
  });
}
