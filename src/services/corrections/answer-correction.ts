import { Attachment, Case, CaseForm, Correction, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { formOfStage } from '../../forms/stage-form.js';
import { validateForm } from '../../forms/validate-form.js';
import { applicationChanged } from '../cases/application-variable.js';
import type { CaseStep } from '../cases/case-step.js';
import { closeMatter } from '../cases/open-matters.js';
import { requireUploaded } from '../materials/attach-to-work.js';
import { askReliersAgain } from '../reconfirmations/ask-reliers-again.js';
import type { RequestedItem } from './requested-item.js';
import { withValues } from './with-values.js';

/**
 * Hands in the corrections. `values` holds the new values by JSON pointer; only what the notice asked for may change, the earlier revision of the form stays, and everything asked for
 * has to be answered, so that a correction is never incomplete. Everybody goes on where he stood; only opinions that rest on
 * something that changed are asked again.
 *
 * Throws CORRECTION_NOT_OPEN, CORRECTION_NOT_ASKED (fields that were not asked for), CORRECTION_INCOMPLETE (what is still missing) and FORM_INVALID.
 */
export async function answerCorrection(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  if (actor.organisationId !== caseRecord.organisationId || !actor.roles.includes('enterprise')) throw new DomainError('NOT_YOURS');
  const correction = await tx.findOne(Correction, 'caseId = ? AND status = ?', [caseRecord.id, 'open']);
  if (!correction) throw new DomainError('CORRECTION_NOT_OPEN');
  const { values = {}, ...said } = form as { values?: Record<string, unknown> };
  const requested = correction.items as RequestedItem[];
  const response = validateStepForm('correction-response', { replies: requested.map(({ target }) => ({ target })), ...said });
  await requireUploaded(step, 'correction-response', response);
  const asked = new Set(requested.filter((item) => item.kind === 'field').map((item) => item.target));
  const strange = Object.keys(values).filter((pointer) => !asked.has(pointer));
  if (strange.length > 0) throw new DomainError('CORRECTION_NOT_ASKED', { errors: strange.map((pointer) => ({ pointer, message: '补正通知书没有要求修改此项' })) });
  await refuseIncomplete(step, correction, values);

  const before = await tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [caseRecord.id, caseRecord.formRevision]);
  const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
  const data = validateForm(formOfStage(items), withValues((before?.data ?? {}) as Record<string, unknown>, values));
  const revision = caseRecord.formRevision + 1;
  tx.insert(CaseForm, { caseId: caseRecord.id, revision, data, status: 'submitted', savedBy: actor.id, savedAt: step.at });
  tx.update(Correction, { status: 'answered', answeredOn: step.today, answeredRevision: revision }, 'id = ?', [correction.id], { rows: 1, lockedHere: true });
  tx.update(WorkItem, { status: 'done', doneAt: step.at, doneBy: actor.id }, "caseId = ? AND stepKey = ? AND status = 'open'", [caseRecord.id, `correction:${correction.id}`], { rows: 1, lockedHere: true });
  const afterAcceptance = correction.caseStatus === 'accepted';
  const changed = requested.map((item) => item.target);
  step.set({ ...(!afterAcceptance && { status: 'submitted' }), formRevision: revision });
  closeMatter(step, correction.id);
  // The items read the new revision; their versions stay, so that nobody who is at work on one of them is disturbed.
  if (afterAcceptance) tx.update(Case, { formRevision: revision }, 'parentId = ?', [caseRecord.id]);
  const askedAgain = afterAcceptance ? await askReliersAgain(step, correction.id, changed) : [];
  step.note('corrected', { correction: correction.id, changed, response, formRevision: revision, ...(afterAcceptance && { afterAcceptance, askedAgain }) });
  step.save();
  await applicationChanged(step, data);
}

/** Every field asked for needs a value, every material a file uploaded since the notice. */
async function refuseIncomplete(step: CaseStep, correction: Correction, values: Record<string, unknown>): Promise<void> {
  const files = await step.tx.find(Attachment, 'caseId = ? AND removedAt IS NULL', [step.caseRecord.id]);
  const missing = (correction.items as RequestedItem[]).filter((item) =>
    item.kind === 'field' ? !Object.hasOwn(values, item.target) : !files.some((file) => file.material === item.target && file.answersCorrection === correction.id),
  );
  if (missing.length > 0) {
    throw new DomainError('CORRECTION_INCOMPLETE', { names: missing.map((item) => item.name).join('、'), errors: missing.map((item) => ({ pointer: item.target, message: `请补正：${item.reason}` })) });
  }
}
