import { Case, FlowSubscription, type OutboxMessage } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/database.js';
import { systemActor, type Actor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { awaitedNames } from '../cases/flow-state-of.js';
import { mayOpen } from '../cases/may-act.js';
import { notifyDepartment } from '../cases/notify.js';
import { recordStep } from '../cases/record-step.js';
import { checkSaidVariables } from '../cases/said-variables.js';
import { answerOnce } from '../idempotency/answer-once.js';
import { carryOutOnce, HELD, type Delivery } from '../outbox/carry-out-once.js';
import { leaveMessage } from '../outbox/leave-message.js';
import type { ServiceContext } from '../service-context.js';
import { refuseSuspended, suspensionOf } from '../suspensions/suspended.js';

export interface MessageCall {
  name: string;
  /** Id or number of the case that the message is for. */
  case: string;
  variables?: Record<string, unknown>;
  /** Refused as stale when the case has moved on meanwhile; not compared when missing, for machines know no versions. */
  version?: number;
}

export interface MessageReceipt {
  caseId: string;
  number: string;
  version: number;
}

/**
 * Delivers a message from outside to the one case that it names. Its flow goes on at the event or receive task that waits for it.
 *
 * Throws CASE_NOT_FOUND, NOT_YOURS, STALE_VERSION, VARIABLES_REFUSED, MESSAGE_NOT_AWAITED (with the names that the case waits for) and
 * CASE_SUSPENDED: who sent it sends it again once the case is resumed.
 */
export function deliverMessage(context: ServiceContext, actor: Actor, call: MessageCall, onceKey?: string): Promise<MessageReceipt> {
  const variables = checkSaidVariables(call.variables ?? {});
  return answerOnce(context, actor, onceKey, ['message', call], () =>
    context.database.inTransaction(async (tx) => {
      const caseRecord = await tx.lock(Case, 'id = ? OR number = ?', [call.case, call.case]);
      if (!caseRecord || caseRecord.status === 'draft') throw new DomainError('CASE_NOT_FOUND', { id: call.case });
      await mayOpen(tx, actor, caseRecord);
      if (call.version !== undefined && call.version !== caseRecord.version) throw new DomainError('STALE_VERSION', { currentVersion: caseRecord.version });
      const awaited = awaitedNames(caseRecord, 'message');
      if (!awaited.includes(call.name)) throw new DomainError('MESSAGE_NOT_AWAITED', { name: call.name, number: caseRecord.number, awaited: awaited.join('、') || '无' });
      refuseSuspended(caseRecord);
      const step = new CaseStep(context, tx, actor, caseRecord);
      step.note('messageReceived', { name: call.name });
      await recordStep(step, { type: 'message', name: call.name, variables });
      return { caseId: caseRecord.id, number: caseRecord.number, version: step.caseRecord.version };
    }),
  );
}

/**
 * Carries a message that one case threw to the first that waits for it: in the same application before others of the project. Where nobody
 * waits it is lost, as BPMN says; the record and a notice to the department say so, for nothing happens in silence. For a case that is
 * suspended it is laid aside until the case is resumed.
 */
export function deliverThrownMessage(context: ServiceContext, message: OutboxMessage): Promise<Delivery> {
  const { name, variables } = message.payload as { name: string; variables: Record<string, unknown> };
  return carryOutOnce(context, message, async (tx) => {
    const from = (await tx.findOne(Case, 'id = ?', [message.subject])) as Case;
    for (const candidate of await waitingCases(tx, from, name)) {
      const caseRecord = await tx.lock(Case, 'id = ?', [candidate.id]);
      if (!caseRecord || !awaitedNames(caseRecord, 'message').includes(name)) continue;
      if (suspensionOf(caseRecord)) return leaveMessage(tx, context, { topic: 'deliverMessageTo', subject: caseRecord.id, payload: { name, variables, from: from.id } });
      return hear(context, tx, caseRecord, { name, variables, from: from.number });
    }
    await tellUnheard(context, tx, from, name);
  });
}

/** Carries a thrown message to the case for which it was laid aside; where that no longer waits, it is lost like any other. */
export function deliverMessageTo(context: ServiceContext, message: OutboxMessage): Promise<Delivery> {
  const { name, variables, from } = message.payload as { name: string; variables: Record<string, unknown>; from: string };
  return carryOutOnce(context, message, async (tx) => {
    const sender = (await tx.findOne(Case, 'id = ?', [from])) as Case;
    const caseRecord = await tx.lock(Case, 'id = ?', [message.subject]);
    if (!caseRecord || !awaitedNames(caseRecord, 'message').includes(name)) return tellUnheard(context, tx, sender, name);
    return suspensionOf(caseRecord) ? HELD : hear(context, tx, caseRecord, { name, variables, from: sender.number });
  });
}

function hear(context: ServiceContext, tx: Transaction, caseRecord: Case, { name, variables, from }: { name: string; variables: Record<string, unknown>; from: string }): Promise<void> {
  const step = new CaseStep(context, tx, systemActor, caseRecord);
  step.note('messageReceived', { name, from });
  return recordStep(step, { type: 'message', name, variables });
}

async function waitingCases(tx: Transaction, from: Case, name: string): Promise<Case[]> {
  const subscriptions = await tx.find(FlowSubscription, "kind = 'message' AND name = ? AND caseId IN (SELECT id FROM cases WHERE projectId = ? AND closedAt IS NULL) ORDER BY setAt, id", [name, from.projectId]);
  const ids = [...new Set(subscriptions.map(({ caseId }) => caseId))].filter((id) => id !== from.id);
  if (ids.length === 0) return [];
  const cases = await tx.find(Case, `id IN (${ids.map(() => '?').join(', ')})`, ids);
  const application = from.parentId ?? from.id;
  const distance = (each: Case): number => ((each.parentId ?? each.id) === application ? 0 : 1);
  return cases.sort((left, right) => distance(left) - distance(right) || ids.indexOf(left.id) - ids.indexOf(right.id));
}

async function tellUnheard(context: ServiceContext, tx: Transaction, { id }: Case, name: string): Promise<void> {
  const caseRecord = await tx.lock(Case, 'id = ?', [id]);
  if (!caseRecord) return;
  const step = new CaseStep(context, tx, systemActor, caseRecord);
  step.note('messageUnheard', { name });
  notifyDepartment(step, caseRecord.departmentId, `“${caseRecord.title}”（${caseRecord.number}）发出的消息“${name}”没有办件在等待。`);
  step.save();
}
