import type { Case, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Reader } from '../../persistence/transaction.js';
import { standInFor } from '../deputies/stand-in.js';
import { hasRole, type Actor } from '../actor.js';
import { requireFiler } from './filer.js';
import { isAnyOpen, personalWays, standsInThere, type WayIn } from './personal-access.js';

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
  if (hasRole(actor, 'reviewer') && isOfDepartment(actor, caseRecord)) return;
  if (await isAnyOpen(reader, waysIn(actor, caseRecord))) return;
  if (await standsInThere(reader, actor, caseRecord.id)) return;
  throw new DomainError('NOT_YOURS');
}

/** May somebody who has opened the page of a stage also open the case of this item? The same answer as `mayOpen`, from what the page knows. */
export function mayOpenItem(actor: Actor, item: Case): boolean {
  if (hasRole(actor, ...seeAll, 'enterprise', 'agency')) return true;
  return isOfDepartment(actor, item);
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

const isOfDepartment = (actor: Actor, { departmentId, departments }: Case): boolean => actor.departmentId !== null && (departmentId === actor.departmentId || ((departments ?? []) as string[]).includes(actor.departmentId));

function waysIn(actor: Actor, caseRecord: Case): WayIn[] {
  const { id, parentId, kind } = caseRecord;
  const ways = personalWays(actor, id);
  if (hasRole(actor, 'reviewer')) {
    if (kind === 'stage' && actor.departmentId !== null) ways.push({ sql: 'EXISTS (SELECT 1 FROM cases WHERE parentId = ? AND departmentId = ?)', values: [id, actor.departmentId] });
    ways.push(holdsWork(actor, caseRecord));
  }
  if (hasRole(actor, 'agency')) ways.push({ sql: 'EXISTS (SELECT 1 FROM reviews WHERE caseId = ? AND agencyId = ?)', values: [parentId ?? id, actor.organisationId] });
  return ways;
}

/** Work given to him by name, by a rule of the flow or a colleague, opens the case and its application for as long as he has it. */
function holdsWork(actor: Actor, { id, parentId, kind }: Case): WayIn {
  const holders = [actor.id, ...(actor.standsInFor ?? []).map((each) => each.personId)];
  const among = kind === 'stage' ? 'caseId IN (SELECT c.id FROM cases c WHERE c.id = ? OR c.parentId = ?)' : 'caseId IN (?, ?)';
  return {
    sql: `EXISTS (SELECT 1 FROM work_items WHERE ${among} AND status = 'open' AND (assigneeId IN (${holders.map(() => '?').join(', ')}) OR delegatedBy = ?))`,
    values: [id, kind === 'stage' ? id : (parentId ?? id), ...holders, actor.id],
  };
}
