import { CaseForm } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { formOfStage } from '../../forms/stage-form.js';
import { validateForm } from '../../forms/validate-form.js';
import { requireRole } from '../actor.js';
import { applicationChanged } from '../cases/application-variable.js';
import type { CaseStep } from '../cases/case-step.js';
import { notifyApplicant } from '../cases/notify.js';
import { nameTargets } from './correction-targets.js';
import { withValues } from './with-values.js';

/**
 * Errors that can be put right at once are put right at the window, with the applicant there or on the telephone 当场更正 (行政许可法 art. 32(3)):
 * no notice, no window used up, no clock touched; the earlier revision stays and the applicant is told what was changed.
 *
 * Throws ACTION_NOT_AVAILABLE after acceptance, CORRECTION_TARGET_UNKNOWN, NOTHING_TO_CORRECT and FORM_INVALID.
 */
export async function correctOnTheSpot(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  requireRole(actor, 'clerk');
  if (caseRecord.kind !== 'stage' || caseRecord.status !== 'submitted') throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'correctOnTheSpot', available: [] });
  const { values = {}, remarks = '' } = form as { values?: Record<string, unknown>; remarks?: string };
  const pointers = Object.keys(values);
  if (pointers.length === 0 || String(remarks).trim() === '') throw new DomainError('FORM_INVALID', { errors: [pointers.length === 0 ? { pointer: '/values', message: '请填写更正的内容' } : { pointer: '/remarks', message: '请记明申请人如何确认（到场或者电话）' }] });
  const named = await nameTargets(context, tx, caseRecord, pointers.map((target) => ({ target, reason: '', norm: '' })));
  const before = await tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [caseRecord.id, caseRecord.formRevision]);
  const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
  const data = validateForm(formOfStage(items), withValues((before?.data ?? {}) as Record<string, unknown>, values));
  const revision = caseRecord.formRevision + 1;
  tx.insert(CaseForm, { caseId: caseRecord.id, revision, data, status: 'submitted', savedBy: actor.id, savedAt: step.at });
  step.set({ formRevision: revision });
  step.note('correctedOnTheSpot', { changed: pointers, names: named.map((item) => item.name), remarks, formRevision: revision });
  notifyApplicant(step, `窗口已经您确认，当场更正：${named.map((item) => item.name).join('、')}。`);
  step.save();
  await applicationChanged(step, data);
}
