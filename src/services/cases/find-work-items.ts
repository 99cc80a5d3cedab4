import { Case, Department, Organisation, WorkItem } from '../../entities/index.js';
import { containing } from '../../persistence/containing.js';
import { isOutsider, type Actor } from '../actor.js';
import { standInFor } from '../deputies/stand-in.js';
import { countersigningsOf, type CountersigningSight } from '../countersigning/view-countersignings.js';
import type { ServiceContext } from '../service-context.js';
import { itemActionsFor, type ItemAction } from '../work-items/work-item-actions.js';
import { allOf, deskOf, queuesOf, type Condition } from '../work-items/desk.js';

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

/** Work without a day stands behind the rest, whichever way it is sorted; the id decides last, so that no page repeats a row of the one before. */
const orders = {
  dueOn: 'w.dueOn, w.openedAt, w.id',
  '-dueOn': 'w.dueOn DESC, w.openedAt DESC, w.id DESC',
  openedAt: 'w.openedAt, w.id',
  '-openedAt': 'w.openedAt DESC, w.id DESC',
};
const byDay = (order: keyof typeof orders): boolean => order.endsWith('dueOn');
const daysLast = (order: keyof typeof orders): string => (byDay(order) ? `CASE WHEN w.dueOn IS NULL THEN 1 ELSE 0 END, ${orders[order]}` : orders[order]);
/** So many stretches are still quicker one by one than sorted together; only somebody with many roles in all departments has more. */
const MOST_QUEUES = 100;

/**
 * The to-do list 待办 (or what was done, 已办) of one person, most urgent first. What it counts is exactly what it lists.
 */
export async function findWorkItems(context: ServiceContext, actor: Actor, filter: WorkItemFilter): Promise<{ rows: WorkItemRow[]; total: number }> {
  const { read } = context.database;
  const departments = new Map((await read.find(Department)).map((each) => [each.id, each]));
  const narrower = narrowedBy(filter);
  const { where, values } = allOf([filter.status === 'open' ? deskOf(actor) : { where: 'w.doneBy = ?', values: [actor.id] }, ...narrower]);
  const from = filter.q ? 'FROM work_items w JOIN cases c ON c.id = w.caseId' : 'FROM work_items w';
  const total = Number((await read.query(`SELECT COUNT(*) AS total ${from} WHERE ${where}`, values))[0]?.total ?? 0);
  const offset = (filter.page - 1) * filter.pageSize;
  if (offset >= total) return { rows: [], total };
  const queues = filter.status === 'open' ? queuesOf(actor, [...departments.keys()]) : [];
  const page =
    filter.status === 'open'
      ? openPage((queues.length > MOST_QUEUES ? [deskOf(actor)] : queues).map((queue) => allOf([queue, ...narrower])), { from, order: filter.sort ?? 'dueOn', pageSize: filter.pageSize, offset })
      : { sql: `SELECT w.id ${from} WHERE ${where} ORDER BY ${filter.sort ? daysLast(filter.sort) : 'w.doneAt DESC, w.id'} LIMIT ? OFFSET ?`, values: [...values, filter.pageSize, offset] };
  const ids = (await read.query(page.sql, page.values)).map((row) => row.id as string);
  if (ids.length === 0) return { rows: [], total };
  const marks = ids.map(() => '?').join(', ');
  const items = new Map((await read.find(WorkItem, `id IN (${marks})`, ids)).map((each) => [each.id, each]));
  const cases = new Map((await read.find(Case, `id IN (SELECT caseId FROM work_items WHERE id IN (${marks}))`, ids)).map((each) => [each.id, each]));
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

/** What the person asked for beside the desk itself. */
function narrowedBy({ step, q }: WorkItemFilter): Condition[] {
  return [
    ...(step ? [{ where: 'w.step = ?', values: [step] }] : []),
    ...(q ? [{ where: "(c.number LIKE ? ESCAPE '!' OR c.title LIKE ? ESCAPE '!')", values: [containing(q), containing(q)] }] : []),
  ];
}

/**
 * One page of what several queues hold together: the first rows of each, merged. A queue is read along the index as far as the page goes and no
 * further, where one SELECT over all of them would sort everything that lies on the desk.
 */
function openPage(queues: Condition[], { from, order, pageSize, offset }: { from: string; order: keyof typeof orders; pageSize: number; offset: number }): { sql: string; values: unknown[] } {
  // The index holds work without a day before the rest, the list shows it behind: two stretches.
  const stretches = byDay(order) ? queues.flatMap((queue) => [allOf([queue, { where: 'w.dueOn IS NOT NULL', values: [] }]), allOf([queue, { where: 'w.dueOn IS NULL', values: [] }])]) : queues;
  const parts = stretches.map(({ where }, index) => `SELECT * FROM (SELECT w.id, w.dueOn, w.openedAt ${from} WHERE ${where} ORDER BY ${orders[order]} LIMIT ?) q${index}`);
  return {
    sql: `SELECT w.id FROM (${parts.join(' UNION ALL ')}) w ORDER BY ${daysLast(order)} LIMIT ? OFFSET ?`,
    values: [...stretches.flatMap(({ values }) => [...values, offset + pageSize]), pageSize, offset],
  };
}

/** How many pieces of work lie on this person's desk, and how many of them are due today or late. */
export async function countWorkItems(context: ServiceContext, actor: Actor, today: string): Promise<{ open: number; dueToday: number; overdue: number }> {
  const { where, values } = deskOf(actor);
  const rows = await context.database.read.query(
    `SELECT COUNT(*) AS open, SUM(CASE WHEN w.dueOn = ? THEN 1 ELSE 0 END) AS dueToday, SUM(CASE WHEN w.dueOn < ? THEN 1 ELSE 0 END) AS overdue FROM work_items w WHERE ${where}`,
    [today, today, ...values],
  );
  const row = rows[0] ?? {};
  return { open: Number(row.open ?? 0), dueToday: Number(row.dueToday ?? 0), overdue: Number(row.overdue ?? 0) };
}
