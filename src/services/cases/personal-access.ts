import { Case, ReadingCopy, WorkItem } from '../../entities/index.js';
import type { Reader } from '../../persistence/transaction.js';
import type { Actor } from '../actor.js';
import { standInFor } from '../deputies/stand-in.js';

/** Permission follows the work: whoever is given work in a case by name may open it while he has it, so may who stands in for him, who signed it even afterwards, and so may whoever got a reading copy. */
export async function hasPersonalAccess(reader: Reader, actor: Actor, caseId: string): Promise<boolean> {
  const holders = [actor.id, ...(actor.standsInFor ?? []).map(({ personId }) => personId)];
  const work = await reader.find(WorkItem, `caseId = ? AND ((status = 'open' AND assigneeId IN (${holders.map(() => '?').join(', ')})) OR (act = 'countersign' AND status = 'done' AND doneBy = ?))`, [caseId, ...holders, actor.id]);
  if (work.some((item) => item.status === 'done' || item.assigneeId === actor.id || standInFor(actor, item) !== undefined)) return true;
  return (await reader.count(ReadingCopy, 'caseId = ? AND personId = ? AND withdrawnAt IS NULL', [caseId, actor.id])) > 0;
}

/** The item cases of a stage that this person may open for work or a copy of his own, though not the stage. */
export async function itemsOpenTo(reader: Reader, actor: Actor, stage: Case): Promise<Case[]> {
  const items = await reader.find(Case, 'parentId = ?', [stage.id]);
  const open = await Promise.all(items.map((item) => hasPersonalAccess(reader, actor, item.id)));
  return items.filter((_, index) => open[index]);
}
