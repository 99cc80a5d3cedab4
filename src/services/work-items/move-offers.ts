import type { Case, WorkItem } from '../../entities/index.js';
import { hasRole, type Actor } from '../actor.js';
import { mayHandle } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';
import { suspensionOf } from '../suspensions/suspended.js';
import { officers } from './gestures.js';
import { canBeTakenBack, findStanding, returnStepsOf } from './step-moves.js';
import type { ItemAction } from './work-item-actions.js';

/** The gestures that move the token of a piece of work, where the flow allows them now: return to a step passed, take back what was sent. */
export async function moveOffersFor(context: ServiceContext, actor: Actor, workItem: WorkItem, caseRecord: Case): Promise<ItemAction[]> {
  const holds = mayHandle(actor, workItem) && workItem.delegatedBy === null;
  const sent = workItem.sentBy === actor.id && workItem.takenUpAt === null;
  if (!hasRole(actor, ...officers) || (!holds && !sent) || suspensionOf(caseRecord)) return [];
  const standing = await findStanding(context, caseRecord);
  if (!standing) return [];
  const common = { workItem: workItem.id, step: workItem.step };
  const offers: ItemAction[] = [];
  const steps = holds ? returnStepsOf(standing, workItem) : [];
  if (steps.length > 0) offers.push({ ...common, action: 'returnToStep', label: '退回指定环节', labelEn: 'Return to a step', call: { method: 'POST', path: `/work-items/${workItem.id}/return`, body: {} }, suggestion: { steps, to: steps[0]?.id, straightBack: true } });
  if (sent && canBeTakenBack(standing, workItem)) offers.push({ ...common, action: 'takeBack', label: '撤回本人办理', labelEn: 'Take back', call: { method: 'POST', path: `/work-items/${workItem.id}/taking-back`, body: {} } });
  return offers;
}
