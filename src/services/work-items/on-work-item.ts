import { Person, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/transaction.js';
import type { Actor, Role } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { mayHandle, mayOpen } from '../cases/may-act.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';
import { refuseSuspended } from '../suspensions/suspended.js';

export interface GestureResult {
  workItem: string;
  caseId: string;
  version: number;
}

/**
 * Does something with an open piece of work in one unit of work: its case is locked and may be opened by the actor, what is done is
 * chained onto the record. No token moves, and nothing of any other branch is touched.
 *
 * Throws WORK_ITEM_NOT_FOUND, NOT_YOURS, WORK_ITEM_NOT_OPEN and what `gesture` refuses.
 */
export function onWorkItem(
  context: ServiceContext,
  actor: Actor,
  call: { id: string; what: string; request?: unknown; onceKey?: string | undefined },
  gesture: (step: CaseStep, workItem: WorkItem) => Promise<void> | void,
): Promise<GestureResult> {
  return answerOnce(context, actor, call.onceKey, [call.what, call.id, call.request], () =>
    context.database.inTransaction(async (tx) => {
      const known = await tx.findOne(WorkItem, 'id = ?', [call.id]);
      if (!known) throw new DomainError('WORK_ITEM_NOT_FOUND', { id: call.id });
      const caseRecord = await lockCase(tx, known.caseId);
      await mayOpen(tx, actor, caseRecord);
      refuseSuspended(caseRecord);
      const workItem = (await tx.lock(WorkItem, 'id = ?', [call.id])) as WorkItem;
      if (workItem.status !== 'open') throw new DomainError('WORK_ITEM_NOT_OPEN', { name: workItem.name });
      const step = new CaseStep(context, tx, actor, caseRecord);
      if (mayHandle(actor, workItem)) step.actAt(workItem);
      await gesture(step, workItem);
      takeUp(step, workItem, call.what);
      step.save();
      return { workItem: workItem.id, caseId: caseRecord.id, version: caseRecord.version };
    }),
  );
}

/** Gestures that do not begin the work. */
const fromOutside = new Set(['urge', 'answerUrge', 'takeBack', 'return']);

/** Whoever sent the work here cannot take it back once somebody has taken it up. */
export function takeUp({ tx, at }: Pick<CaseStep, 'tx' | 'at'>, workItem: WorkItem, what: string): void {
  if (workItem.takenUpAt === null && workItem.sentBy !== null && !fromOutside.has(what)) tx.update(WorkItem, { takenUpAt: at }, 'id = ?', [workItem.id]);
}

/** Throws NOT_YOURS unless the work lies in a queue of this person, and WORK_ITEM_TAKEN when somebody else holds it. */
export async function requireOnDesk(step: CaseStep, workItem: WorkItem): Promise<void> {
  if (mayHandle(step.actor, workItem)) return;
  if (mayHandle(step.actor, { ...workItem, assigneeId: null })) throw await taken(step.tx, workItem);
  throw new DomainError('NOT_YOURS');
}

/** The refusal that names who holds the work now. */
export async function taken(tx: Transaction, workItem: WorkItem): Promise<DomainError> {
  const holder = workItem.assigneeId === null ? undefined : await tx.findOne(Person, 'id = ?', [workItem.assigneeId]);
  return new DomainError('WORK_ITEM_TAKEN', { name: workItem.name, holder: holder?.name ?? '他人' });
}

/** Somebody in office who could do this work if it were given to him. Throws PERSON_CANNOT_DO_THIS. */
export async function receiverOf(tx: Transaction, workItem: WorkItem, personId: string): Promise<Person> {
  const person = await tx.findOne(Person, 'id = ? OR username = ?', [personId, personId]);
  if (!person || !person.enabled || !mayHandle(actorOf(person), { ...workItem, assigneeId: null })) {
    throw new DomainError('PERSON_CANNOT_DO_THIS', { person: person?.name ?? personId, name: workItem.name });
  }
  return person;
}

export const actorOf = ({ id, name, username, roles, departmentId, organisationId }: Person): Actor => ({ id, name, username, roles: roles as Role[], departmentId, organisationId });
