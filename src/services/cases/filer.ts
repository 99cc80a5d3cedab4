import type { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';

/**
 * Who may fill and file an application: the people of the enterprise, and the window for a draft that it entered on behalf of an applicant
 * at the counter 窗口代录. Throws NOT_YOURS.
 */
export function requireFiler(actor: Actor, caseRecord: Case): void {
  const own = actor.roles.includes('enterprise') && actor.organisationId === caseRecord.organisationId;
  if (!own && !entersAtCounter(actor, caseRecord)) throw new DomainError('NOT_YOURS');
}

export const entersAtCounter = (actor: Actor, caseRecord: Case): boolean => actor.roles.includes('clerk') && caseRecord.channel === 'counter' && caseRecord.status === 'draft';
