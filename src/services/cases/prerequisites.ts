import { Attachment, Case, CaseForm } from '../../entities/index.js';
import type { Item, ProjectType } from '../../catalogue/item.js';
import { landTransferContract } from '../../catalogue/land-sequence.js';
import { blockingPrerequisites } from '../../catalogue/prerequisites.js';
import { answersFromForm } from '../../catalogue/questions.js';
import { DomainError } from '../../errors/domain-error.js';
import { finishedItems } from '../materials/required-materials.js';
import type { CaseStep } from './case-step.js';

/**
 * What the law puts before an item (e.g. 建筑法 art. 8) has to be finished: in this project, or by a result of another authority whose copy
 * lies in the files. Items of the same application may be accepted together, but are decided in the lawful order.
 *
 * Throws PREREQUISITE_MISSING with each item, what it waits for and the article.
 */
export async function refuseUnmetPrerequisites(step: CaseStep, moment: 'acceptance' | 'decision'): Promise<void> {
  const { caseRecord, context, tx } = step;
  const stageId = caseRecord.parentId ?? caseRecord.id;
  const list = context.items.list(caseRecord.itemListVersion);
  const stage = caseRecord.kind === 'stage' ? caseRecord : await tx.findOne(Case, 'id = ?', [stageId]);
  const together = (stage?.itemCodes ?? []) as string[];
  const form = await tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [stageId, stage?.formRevision ?? 1]);
  const results = await resultsInFiles(step, stageId, list.items);
  const completed = [...(await finishedItems(tx, caseRecord.projectId)), ...results];
  const judged = caseRecord.kind === 'item' ? [list.byCode.get(caseRecord.itemCode as string) as Item] : context.items.getAll(together, caseRecord.itemListVersion);
  const judgement = { projectType: caseRecord.projectType as ProjectType, answers: answersFromForm((form?.data ?? {}) as Record<string, unknown>), items: list.items, completed, together };
  const unmet = judged.flatMap((item) =>
    blockingPrerequisites(item, judgement, moment)
      .filter((group) => moment === 'decision' || !group.anyOf.some((code) => together.includes(code)))
      .map((group) => ({ item: item.code, itemName: item.nameZh, needs: group.anyOf.map((code) => list.byCode.get(code)?.nameZh ?? paperNames[code] ?? code), basis: group.basis })),
  );
  if (unmet.length === 0) return;
  throw new DomainError('PREREQUISITE_MISSING', {
    summary: unmet.map((each) => `“${each.itemName}”须先取得“${each.needs.join('”或“')}”（${each.basis}）`).join('；'),
    unmet,
  });
}

/** Papers that the law puts first and that no item of the list issues. */
const paperNames: Readonly<Record<string, string>> = { [landTransferContract]: '国有建设用地使用权合同' };

/** Items whose results from outside this product were handed in as copies. */
async function resultsInFiles(step: CaseStep, stageId: string, items: readonly Item[]): Promise<string[]> {
  const files = await step.tx.find(Attachment, 'caseId = ? AND removedAt IS NULL', [stageId]);
  const there = new Set(files.map((file) => file.material));
  return items.flatMap((item) => item.materials.filter((material) => material.source === 'earlierItem' && material.producedBy && there.has(material.code)).map((material) => material.producedBy as string));
}
