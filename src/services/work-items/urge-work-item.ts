import { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { hasRole, type Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { mayUrge } from './gestures.js';
import { onWorkItem, requireOnDesk, type GestureResult } from './on-work-item.js';

/** 催办: whoever may open the case asks others to do it; counted at the work. A supervisor's is a 督办. Throws URGE_OF_OWN_WORK. */
export function urgeWorkItem(context: ServiceContext, actor: Actor, id: string, request: { text?: string | undefined }, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'urge', request, onceKey }, (step, workItem) => {
    if (!mayUrge(actor, workItem)) throw new DomainError('URGE_OF_OWN_WORK', { name: workItem.name });
    const times = (workItem.urgedTimes ?? 0) + 1;
    step.tx.update(WorkItem, { urgedTimes: times }, 'id = ?', [id], { rows: 1, lockedHere: true });
    step.note('workUrged', { name: workItem.name, workItem: id, times, supervised: hasRole(actor, 'supervisor'), text: request.text ?? '' }, { step: workItem.step });
  });
}

/** The one on whose desk it lies answers; everybody who opens the case reads it in the record. */
export function answerUrge(context: ServiceContext, actor: Actor, id: string, request: { text: string }, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'answerUrge', request, onceKey }, async (step, workItem) => {
    await requireOnDesk(step, workItem);
    if (!workItem.urgedTimes) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'answerUrge', available: [] });
    step.note('urgeAnswered', { name: workItem.name, workItem: id, text: request.text }, { step: workItem.step });
  });
}
