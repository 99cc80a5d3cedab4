import type { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { hasRole, type Actor } from '../actor.js';
import { handles } from '../cases/handler-of-item.js';
import { leadsAllDepartments } from '../cases/may-act.js';
import { mattersOf, type OpenMatter } from '../cases/open-matters.js';

/** What may happen to a case although it is suspended. */
const evenWhileSuspended = new Set(['resume', 'terminate', 'withdraw']);

export const suspensionOf = (caseRecord: Case): OpenMatter | undefined => mattersOf(caseRecord).find((matter) => matter.kind === 'suspension');

/** Throws CASE_SUSPENDED, with since when and why, unless the act is one that ends the suspension or the case. */
export function refuseSuspended(caseRecord: Case, action?: string): void {
  const suspension = suspensionOf(caseRecord);
  if (suspension === undefined || (action !== undefined && evenWhileSuspended.has(action))) return;
  throw new DomainError('CASE_SUSPENDED', { title: caseRecord.title, since: suspension.state?.slice(0, 10) ?? '', label: suspension.label });
}

/** Who directs a case: for an item the leaders of its department, for a stage those of its lead department, and the leaders of the whole area. */
export function directs(actor: Actor, caseRecord: Case): boolean {
  if (!hasRole(actor, 'leader')) return false;
  if (leadsAllDepartments(actor)) return true;
  return caseRecord.kind === 'item' ? handles(actor, caseRecord) : actor.departmentId === caseRecord.departmentId;
}
