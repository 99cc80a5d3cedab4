import { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { COUNTERSIGN } from '../countersigning/ask-signer.js';
import type { ServiceContext } from '../service-context.js';
import { onWorkItem, requireOnDesk, taken, type GestureResult } from './on-work-item.js';

/** Takes a piece of work from the queue of the department for oneself 签收; the others no longer see it. Throws WORK_ITEM_TAKEN. */
export function claimWorkItem(context: ServiceContext, actor: Actor, id: string, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'claim', onceKey }, async (step, workItem) => {
    await requireOnDesk(step, workItem);
    if (workItem.assigneeId !== null) throw await taken(step.tx, workItem);
    step.tx.update(WorkItem, { assigneeId: actor.id }, 'id = ?', [id], { rows: 1, lockedHere: true });
    step.note('workClaimed', { name: workItem.name, workItem: id }, { step: workItem.step });
  });
}

/** Gives it back to the queue 释放, with whatever was written so far. What is delegated is handed back instead. */
export function releaseWorkItem(context: ServiceContext, actor: Actor, id: string, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'release', onceKey }, async (step, workItem) => {
    await requireOnDesk(step, workItem);
    if (workItem.assigneeId !== actor.id || workItem.delegatedBy !== null) throw await taken(step.tx, workItem);
    if (workItem.act === COUNTERSIGN) throw new DomainError('SIGNATURE_NOT_RELEASED', { name: workItem.name });
    step.tx.update(WorkItem, { assigneeId: null }, 'id = ?', [id], { rows: 1, lockedHere: true });
    step.note('workReleased', { name: workItem.name, workItem: id }, { step: workItem.step });
  });
}
