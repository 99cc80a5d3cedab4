import type { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { leadsAllDepartments } from './may-act.js';

/** The people who handle an item: reviewers and leaders of its department, and leaders of the whole area. Throws NOT_YOURS. */
export function requireHandlerOf(actor: Actor, item: Case): void {
  if (!handles(actor, item)) throw new DomainError('NOT_YOURS');
}

export function handles(actor: Actor, item: Case): boolean {
  if (leadsAllDepartments(actor)) return true;
  return (actor.roles.includes('reviewer') || actor.roles.includes('leader')) && actor.departmentId !== null && actor.departmentId === item.departmentId;
}

/** Throws ACTION_NOT_AVAILABLE unless the case is an item that was accepted and is not decided. */
export function requireRunningItem(caseRecord: Case, action: string): void {
  if (!isRunningItem(caseRecord)) throw new DomainError('ACTION_NOT_AVAILABLE', { action, available: [] });
}

export const isRunningItem = (caseRecord: Case): boolean => caseRecord.kind === 'item' && ['examining', 'examined', 'deciding'].includes(caseRecord.status);
