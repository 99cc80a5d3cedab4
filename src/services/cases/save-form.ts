import { CaseForm } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { formOfStage } from '../../forms/stage-form.js';
import { validateForm } from '../../forms/validate-form.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { requireFiler } from './filer.js';
import { CaseStep, lockCase } from './case-step.js';
import { followed, withoutFormerSections } from './follow-list.js';

/**
 * Keeps the form of a draft as far as it is filled. Only types are checked, so that nothing typed is lost; completeness is asked for
 * when the case is submitted. The draft follows the list of items in force from here on. Throws STALE_VERSION when the draft was changed on another device.
 */
export async function saveForm(context: ServiceContext, actor: Actor, caseId: string, request: { form: Record<string, unknown>; version: number }): Promise<{ version: number }> {
  return context.database.inTransaction(async (tx) => {
    const caseRecord = await lockCase(tx, caseId);
    requireFiler(actor, caseRecord);
    if (caseRecord.version !== request.version) throw new DomainError('STALE_VERSION', { currentVersion: caseRecord.version });
    if (caseRecord.status !== 'draft') throw new DomainError('ACTION_NOT_AVAILABLE', { action: '修改申请表', available: [] });
    const step = new CaseStep(context, tx, actor, caseRecord);
    step.set(followed(context, caseRecord));
    const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
    const data = validateForm(formOfStage(items), withoutFormerSections(context, caseRecord, request.form), { draft: true });
    tx.update(CaseForm, { data, savedBy: actor.id, savedAt: step.at }, 'caseId = ? AND revision = ?', [caseId, caseRecord.formRevision], { rows: 1, lockedHere: true });
    step.save();
    return { version: step.caseRecord.version };
  });
}
