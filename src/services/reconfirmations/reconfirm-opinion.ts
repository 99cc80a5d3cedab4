import { Opinion, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireHandlerOf } from '../cases/handler-of-item.js';
import { closeMatter, mattersOf } from '../cases/open-matters.js';
import { recordOpinion } from '../cases/record-opinion.js';

/**
 * The officer holds to his opinion after a correction or after it was sent back, or changes it; the earlier one stays in the files. Throws
 * RECONFIRMATION_NOT_OPEN, and NOT_YOURS where the work is somebody else's.
 */
export async function reconfirmOpinion(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor } = step;
  requireHandlerOf(actor, caseRecord);
  const matters = mattersOf(caseRecord).filter(({ kind }) => kind === 'reconfirmation');
  if (matters.length === 0) throw new DomainError('RECONFIRMATION_NOT_OPEN');
  // Several may wait: after two corrections, or when the item was sent back besides. He answers the one that is his.
  const matter = matters.find(({ id }) => id === step.workItem?.id);
  if (!matter) throw new DomainError('NOT_YOURS');
  const { conclusion, opinion } = validateStepForm('reconfirmation', form) as { conclusion: 'uphold' | 'pass' | 'fail'; opinion: string };
  const earlier = await tx.findOne(Opinion, 'caseId = ? AND kind = ? ORDER BY at DESC, id DESC', [caseRecord.id, 'examination']);
  const held = conclusion === 'uphold' ? (earlier?.conclusion ?? 'pass') : conclusion;
  recordOpinion(step, { kind: 'examination', conclusion: held, text: opinion, reliedOn: earlier?.reliedOn as string[] | undefined });
  tx.update(WorkItem, { status: 'done', doneAt: step.at, doneBy: actor.id, outcome: conclusion }, 'id = ?', [matter.id], { rows: 1, lockedHere: true });
  closeMatter(step, matter.id);
  step.note('reconfirmed', { correction: matter.key, conclusion, opinion, changed: held !== earlier?.conclusion });
  step.save();
}
