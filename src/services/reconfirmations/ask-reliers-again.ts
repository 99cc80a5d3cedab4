import { Case, Opinion } from '../../entities/index.js';
import { CaseStep } from '../cases/case-step.js';
import { openReconfirmation } from './open-reconfirmation.js';

/**
 * After a correction, asks those and only those officers again whose opinion rests on something that changed 重新确认意见. Every other opinion
 * stays valid, and nobody else's work, draft or clock is touched.
 */
export async function askReliersAgain(stage: CaseStep, correction: string, changed: readonly string[]): Promise<string[]> {
  const { tx, context, caseRecord, actor } = stage;
  const items = await tx.find(Case, 'parentId = ? AND decidedOn IS NULL ORDER BY number', [caseRecord.id]);
  const asked: string[] = [];
  for (const item of items) {
    const opinion = await tx.findOne(Opinion, 'caseId = ? AND kind = ? ORDER BY at DESC, id DESC', [item.id, 'examination']);
    const touched = ((opinion?.reliedOn ?? []) as string[]).filter((target) => changed.includes(target));
    if (!opinion || touched.length === 0) continue;
    const locked = await tx.lock(Case, 'id = ?', [item.id]);
    if (!locked) continue;
    const step = new CaseStep(context, tx, actor, locked);
    openReconfirmation(step, { name: '重新确认意见', label: '经办意见所依据的内容已补正，待重新确认', cause: correction });
    step.note('reconfirmationAsked', { correction, opinion: opinion.id, changed: touched });
    step.save();
    asked.push(item.itemCode as string);
  }
  return asked;
}
