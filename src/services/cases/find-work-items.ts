import { Case, Department, Organisation, WorkItem } from '../../entities/index.js';
import { containing } from '../../persistence/containing.js';
import { hasRole, isOutsider, type Actor } from '../actor.js';
import { standInFor } from '../deputies/stand-in.js';
import { officers } from '../work-items/gestures.js';
import { countersigningsOf, type CountersigningSight } from '../countersigning/view-countersignings.js';
import type { ServiceContext } from '../service-context.js';
import { itemActionsFor, type ItemAction } from '../work-items/work-item-actions.js';
import { leadsAllDepartments } from './may-act.js';

export interface WorkItemFilter {
  page: number;
  pageSize: number;
  status: 'open' | 'done';
  q?: string;
  step?: string;
  sort?: 'dueOn' | '-dueOn' | 'openedAt' | '-openedAt';
}

export interface WorkItemRow {
  item: WorkItem;
  caseRecord: Case;
  department?: Department;
  organisation?: Organisation;
  doneBy?: string;
  actions: ItemAction[];
  /** The absent colleague for whom this person has it on his desk. */
  onBehalfOf?: { id: string; name: string };
  countersignings?: CountersigningSight[];
}

/** Work without a day stands behind the rest, whichever way it is sorted. */
const orders = {
  dueOn: 'CASE WHEN w.dueOn IS NULL THEN 1 ELSE 0 END, w.dueOn',
  '-dueOn': 'CASE WHEN w.dueOn IS NULL THEN 1 ELSE 0 END, w.dueOn DESC',
  openedAt: 'w.openedAt',
  '-openedAt': 'w.openedAt DESC',
};

/**
 * The to-do list 待办 (or what was done, 已办) of one person, most urgent first. What it counts is exactly what it lists.
 */
export async function findWorkItems(context: ServiceContext, actor: Actor, filter: WorkItemFilter): Promise<{ rows: WorkItemRow[]; total: number }> {
  const { read } = context.database;
  const { where, values } = filter.status === 'open' ? deskOf(actor) : { where: 'w.doneBy = ?', values: [actor.id] as unknown[] };
  const parts = [where];
  if (filter.step) {
    parts.push('w.step = ?');
    values.push(filter.step);
  }
  if (filter.q) {
    parts.push("(c.number LIKE ? ESCAPE '!' OR c.title LIKE ? ESCAPE '!')");
    values.push(containing(filter.q), containing(filter.q));
  }
  const from = `FROM work_items w JOIN cases c ON c.id = w.caseId WHERE ${parts.join(' AND ')}`;
  const order = filter.sort ? orders[filter.sort] : filter.status === 'open' ? `${orders.dueOn}, w.openedAt` : 'w.doneAt DESC';
  const total = Number((await read.query(`SELECT COUNT(*) AS total ${from}`, values))[0]?.total ?? 0);
  const ids = (await read.query(`SELECT w.id ${from} ORDER BY ${order} LIMIT ? OFFSET ?`, [...values, filter.pageSize, (filter.page - 1) * filter.pageSize])).map((row) => row.id as string);
  if (ids.length === 0) return { rows: [], total };
  const marks = ids.map(() => '?').join(', ');
  const items = new Map((await read.find(WorkItem, `id IN (${marks})`, ids)).map((each) => [each.id, each]));
  const cases = new Map((await read.find(Case, `id IN (SELECT caseId FROM work_items WHERE id IN (${marks}))`, ids)).map((each) => [each.id, each]));
  const departments = new Map((await read.find(Department)).map((each) => [each.id, each]));
  const signed = isOutsider(actor) ? [] : await countersigningsOf(read, [...items.values()]);
  return {
    total,
    rows: ids.map((id) => {
      const item = items.get(id) as WorkItem;
      const caseRecord = cases.get(item.caseId) as Case;
      const absent = standInFor(actor, item);
      return { item, caseRecord, department: departments.get(item.departmentId ?? ''), actions: itemActionsFor(actor, item, caseRecord), ...(absent && { onBehalfOf: { id: absent.personId, name: absent.name } }), countersignings: signed.filter(({ row, signers }) => row.workItemId === id || signers.some(({ taskId }) => taskId === id)) };
    }),
  };
}

/** How many pieces of work lie on this person's desk, and how many of them are due today or late. */
export async function countWorkItems(context: ServiceContext, actor: Actor, today: string): Promise<{ open: number; dueToday: number; overdue: number }> {
  const { where, values } = deskOf(actor);
  const from = `FROM work_items w JOIN cases c ON c.id = w.caseId WHERE ${where}`;
  const rows = await context.database.read.query(
    `SELECT COUNT(*) AS open, SUM(CASE WHEN w.dueOn = ? THEN 1 ELSE 0 END) AS dueToday, SUM(CASE WHEN w.dueOn < ? THEN 1 ELSE 0 END) AS overdue ${from}`,
    [today, today, ...values],
  );
  const row = rows[0] ?? {};
  return { open: Number(row.open ?? 0), dueToday: Number(row.dueToday ?? 0), overdue: Number(row.overdue ?? 0) };
}

/** What lies on a desk: open work for one of the person's roles, of his department or enterprise where it names one, that is nobody's yet, his own or that of a colleague for whom he stands in. */
function deskOf(actor: Actor): { where: string; values: unknown[] } {
  const roles = actor.roles.length > 0 ? actor.roles : ['nobody'];
  const anyDepartment = leadsAllDepartments(actor);
  const department = anyDepartment ? '1 = 1' : '(w.departmentId IS NULL OR w.departmentId = ?)';
  const inHand = inHands(actor);
  const own = ownApplications(actor);
  return {
    where: `w.status = 'open' AND w.role IN (${roles.map(() => '?').join(', ')}) AND ${department} AND (w.organisationId IS NULL OR w.organisationId = ?) AND (w.assigneeId IS NULL OR w.assigneeId = ?${inHand.where})${own.where}`,
    values: [...roles, ...(anyDepartment ? [] : [actor.departmentId ?? '']), actor.organisationId ?? '', actor.id, ...inHand.values, ...own.values],
  };
}

/** Work in the hands of those for whom he stands in, as far as that goes; for nearly everybody nothing. */
function inHands(actor: Actor): { where: string; values: unknown[] } {
  const parts = (actor.standsInFor ?? []).map(({ personId, roles, flows }) => ({
    where: ` OR (w.assigneeId = ? AND w.role IN (${roles.map(() => '?').join(', ')})${flows === null ? '' : ` AND w.flowKey IN (${flows.map(() => '?').join(', ')})`})`,
    values: [personId, ...roles, ...(flows ?? [])],
  }));
  return { where: parts.map((part) => part.where).join(''), values: parts.flatMap((part) => part.values) };
}

/** An officer who also belongs to an enterprise does not handle its applications 回避. */
function ownApplications(actor: Actor): { where: string; values: unknown[] } {
  if (actor.organisationId === null || !hasRole(actor, ...officers)) return { where: '', values: [] };
  return { where: ' AND (w.organisationId IS NOT NULL OR w.applicantId IS NULL OR w.applicantId <> ?)', values: [actor.organisationId] };
}
