import { Person, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { mayHandBack } from './gestures.js';
import { onWorkItem, receiverOf, requireOnDesk, taken, type GestureResult } from './on-work-item.js';

export interface PassingOn {
  /** Id or user name of the one who gets it. */
  to: string;
  reason?: string | undefined;
}

/** 转办: the work moves on to a colleague for good; what was written at it stays with it. Throws PERSON_CANNOT_DO_THIS and WORK_ITEM_TAKEN. */
export function transferWorkItem(context: ServiceContext, actor: Actor, id: string, request: PassingOn, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'transfer', request, onceKey }, async (step, workItem) => {
    await requireOnDesk(step, workItem);
    if (workItem.delegatedBy !== null) throw await taken(step.tx, workItem);
    const receiver = await receiverOf(step.tx, workItem, request.to);
    step.tx.update(WorkItem, { assigneeId: receiver.id }, 'id = ?', [id], { rows: 1, lockedHere: true });
    step.note('workTransferred', { name: workItem.name, workItem: id, from: actor.name, to: receiver.name, reason: request.reason ?? '' }, { step: workItem.step });
  });
}

/** 委派: a colleague prepares the work and hands it back; only the one who delegated it completes it. */
export function delegateWorkItem(context: ServiceContext, actor: Actor, id: string, request: PassingOn, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'delegate', request, onceKey }, async (step, workItem) => {
    await requireOnDesk(step, workItem);
    if (workItem.delegatedBy !== null) throw await taken(step.tx, workItem);
    const receiver = await receiverOf(step.tx, workItem, request.to);
    if (receiver.id === actor.id) throw new DomainError('PERSON_CANNOT_DO_THIS', { person: receiver.name, name: workItem.name });
    step.tx.update(WorkItem, { assigneeId: receiver.id, delegatedBy: actor.id }, 'id = ?', [id], { rows: 1, lockedHere: true });
    step.note('workDelegated', { name: workItem.name, workItem: id, to: receiver.name, reason: request.reason ?? '' }, { step: workItem.step });
  });
}

/** The delegate hands the work back with his opinion, or the one who delegated it takes it back. */
export function handBackWorkItem(context: ServiceContext, actor: Actor, id: string, request: { opinion?: string | undefined }, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'handBack', request, onceKey }, async (step, workItem) => {
    if (!mayHandBack(actor, workItem)) throw new DomainError('NOT_YOURS');
    const owner = await step.tx.findOne(Person, 'id = ?', [workItem.delegatedBy]);
    // An owner who has left the office meanwhile does not get it back: the queue of the department does.
    step.tx.update(WorkItem, { assigneeId: owner?.enabled ? owner.id : null, delegatedBy: null }, 'id = ?', [id], { rows: 1, lockedHere: true });
    step.note('workHandedBack', { name: workItem.name, workItem: id, to: owner?.enabled ? owner.name : '待办队列', opinion: request.opinion ?? '' }, { step: workItem.step });
  });
}
