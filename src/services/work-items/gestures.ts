import type { Case, WorkItem } from '../../entities/index.js';
import { hasRole, type Actor, type Role } from '../actor.js';
import { mayDo, mayHandle } from '../cases/may-act.js';
import { COUNTERSIGN } from '../countersigning/ask-signer.js';
import { mayAskSigners, mayRecall, mayRemoveSigners, waitsForSigners } from '../countersigning/signing-state.js';
import { suspensionOf } from '../suspensions/suspended.js';

/** What somebody may do with an open piece of work without completing it, and how it is asked for. */
export interface Gesture {
  readonly gesture: string;
  readonly label: string;
  readonly labelEn: string;
  readonly method: 'POST' | 'PUT';
  /** Path below `/api/v1`; `:id` is the work item. */
  readonly path: string;
  /** Who may at all, by the line of its route. */
  readonly may: readonly Role[];
  /** Whether this person, who may open the case, could do it at this moment. The service refuses exactly when this is false. */
  readonly mayNow: (actor: Actor, workItem: WorkItem, caseRecord: Case) => boolean;
  /** The part of the body that is known beforehand. */
  readonly body?: (workItem: WorkItem) => Record<string, unknown>;
}

/** People of the office on whose desk work may lie. */
export const officers = ['clerk', 'reviewer', 'secretary', 'leader', 'sealkeeper'] as const;
/** Everybody on whose desk work may lie. */
export const workers = [...officers, 'agency', 'enterprise'] as const;

const isInMyHands = (actor: Actor, workItem: WorkItem): boolean => mayHandle(actor, workItem) && workItem.delegatedBy === null;

/** Every gesture there is. The buttons of a work item are these, and adding one here is all that offering it takes. */
export const gestures: readonly Gesture[] = [
  { gesture: 'claim', label: '签收', labelEn: 'Claim', method: 'POST', path: '/work-items/:id/claim', may: officers, mayNow: (actor, item) => item.assigneeId === null && mayHandle(actor, item) },
  { gesture: 'release', label: '释放', labelEn: 'Release', method: 'POST', path: '/work-items/:id/release', may: officers, mayNow: (actor, item) => item.assigneeId === actor.id && isInMyHands(actor, item) && item.act !== COUNTERSIGN },
  { gesture: 'transfer', label: '转办', labelEn: 'Transfer', method: 'POST', path: '/work-items/:id/transfer', may: officers, mayNow: isInMyHands },
  { gesture: 'delegate', label: '委派', labelEn: 'Delegate', method: 'POST', path: '/work-items/:id/delegation', may: officers, mayNow: isInMyHands },
  { gesture: 'handBack', label: '交还', labelEn: 'Hand back', method: 'POST', path: '/work-items/:id/hand-back', may: officers, mayNow: mayHandBack },
  { gesture: 'urge', label: '催办', labelEn: 'Urge', method: 'POST', path: '/work-items/:id/urges', may: workers, mayNow: (actor, item) => !hasRole(actor, 'supervisor') && mayUrge(actor, item) },
  { gesture: 'supervise', label: '督办', labelEn: 'Supervise', method: 'POST', path: '/work-items/:id/urges', may: ['supervisor'], mayNow: mayUrge },
  { gesture: 'answerUrge', label: '答复催办', labelEn: 'Answer the urge', method: 'POST', path: '/work-items/:id/urges/reply', may: officers, mayNow: (actor, item) => (item.urgedTimes ?? 0) > 0 && mayHandle(actor, item) },
  { gesture: 'saveDraft', label: '暂存', labelEn: 'Keep a draft', method: 'PUT', path: '/work-items/:id/draft', may: workers, mayNow: mayHandle },
  { gesture: 'addSigners', label: '加签、会签', labelEn: 'Have others sign', method: 'POST', path: '/work-items/:id/countersignings', may: officers, mayNow: (actor, item) => isInMyHands(actor, item) && mayAskSigners(item) },
  { gesture: 'removeSigner', label: '减签', labelEn: 'Take a signer out', method: 'POST', path: '/work-items/:id/signer-removals', may: officers, mayNow: (actor, item) => isInMyHands(actor, item) && mayRemoveSigners(item) },
  { gesture: 'recallCompletion', label: '收回办理', labelEn: 'Take the completion back', method: 'POST', path: '/work-items/:id/completion-recalls', may: officers, mayNow: (actor, item) => mayHandle(actor, item) && mayRecall(item) },
  { gesture: 'sendCopy', label: '抄送', labelEn: 'Send a copy to read', method: 'POST', path: '/reading-copies', may: officers, mayNow: () => true, body: ({ caseId }) => ({ caseId }) },
  { gesture: 'batch', label: '批量办理', labelEn: 'Handle in a batch', method: 'POST', path: '/work-items/batch', may: officers, mayNow: (actor, item, caseRecord) => caseRecord.status !== 'incident' && mayDo(actor, { workItem: item }) && !waitsForSigners(item), body: ({ id }) => ({ workItems: [id] }) },
];

/** The gestures that stand open to this person now, who may open the case. */
export function gesturesFor(actor: Actor, workItem: WorkItem, caseRecord: Case): Gesture[] {
  if (workItem.status !== 'open' || suspensionOf(caseRecord)) return [];
  return gestures.filter((gesture) => hasRole(actor, ...gesture.may) && gesture.mayNow(actor, workItem, caseRecord));
}

/** The delegate or his deputy hands it back, or the one who delegated it takes it back. */
export function mayHandBack(actor: Actor, workItem: WorkItem): boolean {
  return workItem.delegatedBy !== null && (workItem.delegatedBy === actor.id || mayHandle(actor, workItem));
}

/** Nobody urges what lies on his own desk. */
export function mayUrge(actor: Actor, workItem: WorkItem): boolean {
  return !mayHandle(actor, workItem);
}
