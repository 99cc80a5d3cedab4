import type { Document } from '../../entities/index.js';
import { hasRole, type Actor } from '../actor.js';

/** Papers that are not addressed to the applicant: the office's own business, and what it writes to third parties. */
const notToTheApplicant = ['review-commission', 'meeting-minutes', 'third-party-notice'];

/**
 * Is this paper of a case shown to this person, who may open the case? The applicant sees what is addressed to him, decisions only once they
 * are sealed. A review agency sees its commission and nothing else: what departments said in the meeting is none of its business.
 */
export function isShownTo(actor: Actor, document: Document): boolean {
  if (hasRole(actor, 'agency')) return document.kind === 'review-commission';
  if (!hasRole(actor, 'enterprise')) return true;
  return !notToTheApplicant.includes(document.kind) && (document.sealNeeded === 'procedural' || document.status === 'sealed');
}
