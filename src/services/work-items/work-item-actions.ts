import type { Case, WorkItem } from '../../entities/index.js';
import type { Actor } from '../actor.js';
import { isBesideAction } from '../cases/beside-actions.js';
import { mayDo } from '../cases/may-act.js';
import { offersOf, type Offer } from '../cases/offered-actions.js';
import { COUNTERSIGN } from '../countersigning/ask-signer.js';
import { voteAllows, waitsForSigners } from '../countersigning/signing-state.js';
import { gesturesFor } from './gestures.js';

/** One thing that a person may do with a piece of work now, with the request that does it. */
export interface ItemAction {
  action: string;
  label: string;
  labelEn: string;
  workItem: string;
  step: string;
  form?: string;
  /** Values to offer, and what there is to choose from. */
  suggestion?: Record<string, unknown>;
  call: { method: 'POST' | 'PUT'; path: string; body: Record<string, unknown> };
}

/** All that this person, who may open the case, may do with this work: what completes it first, then the gestures. */
export function itemActionsFor(actor: Actor, workItem: WorkItem, caseRecord: Case): ItemAction[] {
  if (workItem.status !== 'open') return [];
  const common = { workItem: workItem.id, step: workItem.step };
  const completing = offersOf(caseRecord, [workItem])
    .filter((offer) => mayDo(actor, offer) && isFreeToComplete(offer) && !(caseRecord.status === 'awaitingCorrection' && offer.form === 'acceptance'))
    .map(({ action, label, labelEn, form }) => ({
      ...common,
      action,
      label,
      labelEn,
      ...(form !== null && { form }),
      // Work beside the flow is named by its act alone, except signatures, of which several may lie on one desk.
      call: { method: 'POST' as const, path: `/cases/${caseRecord.id}/actions`, body: { action, ...((!isBesideAction(action) || action === COUNTERSIGN) && { workItem: workItem.id }), version: caseRecord.version } },
    }));
  const gestures = gesturesFor(actor, workItem, caseRecord).map(({ gesture, label, labelEn, method, path, body }) => ({
    ...common,
    action: gesture,
    label,
    labelEn,
    call: { method, path: path.replace(':id', workItem.id), body: body?.(workItem) ?? {} },
  }));
  return [...completing, ...gestures];
}

/** Nobody else has to sign first, and no vote speaks against it. */
export const isFreeToComplete = ({ workItem, outcome }: Offer): boolean => !waitsForSigners(workItem) && voteAllows(workItem, outcome);
