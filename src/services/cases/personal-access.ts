import { Case, WorkItem } from '../../entities/index.js';
import type { Reader } from '../../persistence/transaction.js';
import type { Actor } from '../actor.js';
import { standInFor } from '../deputies/stand-in.js';

/** A reason for which somebody may open a case, as a condition of SQL. */
export interface WayIn {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Whether any of these reasons holds; all are asked about in one query. */
export async function isAnyOpen(reader: Reader, ways: readonly WayIn[]): Promise<boolean> {
  if (ways.length === 0) return false;
  const [row] = await reader.query(`SELECT (${ways.map(({ sql }) => sql).join(' OR ')}) AS open`, ways.flatMap(({ values }) => [...values]));
  return Boolean(Number(row?.open));
}

/** Permission follows the work: whoever is given work in a case by name may open it while he has it, so may who signed it even afterwards, and so may whoever got a reading copy. */
export const personalWays = (actor: Actor, caseId: string): WayIn[] => [
  { sql: "EXISTS (SELECT 1 FROM work_items WHERE caseId = ? AND ((status = 'open' AND assigneeId = ?) OR (act = 'countersign' AND status = 'done' AND doneBy = ?)))", values: [caseId, actor.id, actor.id] },
  { sql: 'EXISTS (SELECT 1 FROM reading_copies WHERE caseId = ? AND personId = ? AND withdrawnAt IS NULL)', values: [caseId, actor.id] },
];

/** So may who stands in for somebody with work in it, as far as he stands in for that. */
export async function standsInThere(reader: Reader, actor: Actor, caseId: string): Promise<boolean> {
  const absent = (actor.standsInFor ?? []).map(({ personId }) => personId);
  if (absent.length === 0) return false;
  const work = await reader.find(WorkItem, `caseId = ? AND status = 'open' AND assigneeId IN (${absent.map(() => '?').join(', ')})`, [caseId, ...absent]);
  return work.some((item) => standInFor(actor, item) !== undefined);
}

/** The item cases of a stage that this person may open for work or a copy of his own, though not the stage. */
export async function itemsOpenTo(reader: Reader, actor: Actor, stage: Case): Promise<Case[]> {
  const items = await reader.find(Case, 'parentId = ?', [stage.id]);
  const open = await Promise.all(items.map(async ({ id }) => (await isAnyOpen(reader, personalWays(actor, id))) || standsInThere(reader, actor, id)));
  return items.filter((_, index) => open[index]);
}
