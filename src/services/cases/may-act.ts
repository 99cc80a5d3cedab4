import { Case, Review, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Reader } from '../../persistence/transaction.js';
import { standInFor } from '../deputies/stand-in.js';
import { hasRole, type Actor } from '../actor.js';
import { requireFiler } from './filer.js';
import { hasPersonalAccess } from './personal-access.js';

/** Roles of the one window and of supervision, which see every case. */
const seeAll = ['clerk', 'secretary', 'leader', 'sealkeeper', 'supervisor', 'admin'] as const;

/**
 * May this person open this case? A draft is nobody's but its filer's. Enterprises their own; departments the cases of which they handle an item or lead the stage; a review
 * agency those it was commissioned for; and whoever has work in it by name, or a reading copy. Throws NOT_YOURS.
 */
export async function mayOpen(reader: Reader, actor: Actor, caseRecord: Case): Promise<void> {
  if (caseRecord.status === 'draft') return requireFiler(actor, caseRecord);
  if (hasRole(actor, ...seeAll)) return;
  if (hasRole(actor, 'enterprise') && actor.organisationId === caseRecord.organisationId) return;
  if (hasRole(actor, 'reviewer') && (await handledBy(reader, actor, caseRecord))) return;
  if (hasRole(actor, 'agency') && (await commissionedTo(reader, actor, caseRecord))) return;
  if (hasRole(actor, 'reviewer') && (await holdsWork(reader, actor, caseRecord))) return;
  if (await hasPersonalAccess(reader, actor, caseRecord.id)) return;
  throw new DomainError('NOT_YOURS');
}

/** May somebody who has opened the page of a stage also open the case of this item? The same answer as `mayOpen`, from what the page knows. */
export function mayOpenItem(actor: Actor, item: Case): boolean {
  if (hasRole(actor, ...seeAll, 'enterprise', 'agency')) return true;
  return actor.departmentId !== null && (item.departmentId === actor.departmentId || ((item.departments ?? []) as string[]).includes(actor.departmentId));
}

/** May this person complete this piece of work? What is delegated 委派 comes back before it is completed. */
export function mayDo(actor: Actor, { workItem }: { workItem: WorkItem }): boolean {
  if (workItem.delegatedBy) return false;
  return mayHandle(actor, workItem);
}

/** Does this piece of work lie on this person's desk, be it to complete it or to prepare it for the one who delegated it? */
export function mayHandle(actor: Actor, workItem: WorkItem): boolean {
  if (workItem.role !== null && !actor.roles.includes(workItem.role as Actor['roles'][number])) return false;
  if (workItem.departmentId !== null && workItem.departmentId !== actor.departmentId && !leadsAllDepartments(actor)) return false;
  if (workItem.organisationId !== null && workItem.organisationId !== actor.organisationId) return false;
  if (isOwnApplication(actor, workItem)) return false;
  return workItem.assigneeId === null || workItem.assigneeId === actor.id || standInFor(actor, workItem) !== undefined;
}

/** Nobody handles in the office what his own enterprise applies for 回避. */
export function isOwnApplication(actor: Actor, workItem: WorkItem): boolean {
  if (actor.organisationId === null || workItem.organisationId !== null) return false;
  return workItem.applicantId === actor.organisationId;
}

/** A leader of the New Area who belongs to no single department decides for all of them. */
export const leadsAllDepartments = (actor: Actor): boolean => actor.departmentId === null && hasRole(actor, 'leader');

async function handledBy(reader: Reader, actor: Actor, caseRecord: Case): Promise<boolean> {
  if (actor.departmentId === null) return false;
  if (caseRecord.departmentId === actor.departmentId) return true;
  if (((caseRecord.departments ?? []) as string[]).includes(actor.departmentId)) return true;
  if (caseRecord.kind === 'item') return false;
  return (await reader.count(Case, 'parentId = ? AND departmentId = ?', [caseRecord.id, actor.departmentId])) > 0;
}

/** Work given to him by name, by a rule of the flow or a colleague, opens the case and its application for as long as he has it. */
async function holdsWork(reader: Reader, actor: Actor, { id, parentId, kind }: Case): Promise<boolean> {
  const holders = [actor.id, ...(actor.standsInFor ?? []).map((each) => each.personId)];
  const among = kind === 'stage' ? 'caseId IN (SELECT c.id FROM cases c WHERE c.id = ? OR c.parentId = ?)' : 'caseId IN (?, ?)';
  const where = `${among} AND status = 'open' AND (assigneeId IN (${holders.map(() => '?').join(', ')}) OR delegatedBy = ?)`;
  return (await reader.count(WorkItem, where, [id, kind === 'stage' ? id : (parentId ?? id), ...holders, actor.id])) > 0;
}

async function commissionedTo(reader: Reader, actor: Actor, caseRecord: Case): Promise<boolean> {
  const stageId = caseRecord.parentId ?? caseRecord.id;
  return (await reader.count(Review, 'caseId = ? AND agencyId = ?', [stageId, actor.organisationId])) > 0;
}
