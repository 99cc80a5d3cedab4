import { Opinion, Person } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { requireRole } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { isRunningItem, requireHandlerOf } from '../cases/handler-of-item.js';
import { mattersOf } from '../cases/open-matters.js';
import { openReconfirmation } from './open-reconfirmation.js';

/**
 * 退回重新审查: whoever is to decide sends the item back to the officer who examined it, after its examination has ended and with the reason.
 * No token moves: what others found stays as it is, the decision waits, and the work comes straight back once the officer has upheld or
 * changed his opinion. Throws NOT_YOURS, ACTION_NOT_AVAILABLE, FORM_INVALID and RECONFIRMATION_OPEN.
 */
export async function returnForExamination(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  requireRole(actor, 'leader');
  requireHandlerOf(actor, caseRecord);
  if (!isReturnable(caseRecord)) throw new DomainError('ACTION_NOT_AVAILABLE', { action: '退回重新审查', available: [] });
  const open = mattersOf(caseRecord).find(({ kind }) => kind === 'reconfirmation');
  if (open) throw new DomainError('RECONFIRMATION_OPEN', { label: open.label });
  const { reason } = validateStepForm('return-for-examination', form) as { reason: string };
  const opinion = await tx.findOne(Opinion, 'caseId = ? AND kind = ? ORDER BY at DESC, id DESC', [caseRecord.id, 'examination']);
  const examiner = opinion ? await examinerInOffice(step, opinion.personId) : undefined;
  openReconfirmation(step, {
    name: '重新审查',
    label: '已退回重新审查，待经办人答复',
    cause: context.newId(),
    ...(examiner && { assigneeId: examiner.id }),
    returned: { from: '决定', by: step.signature, reason, straightBack: true },
  });
  step.note('examinationReturned', { reason, ...(examiner && { to: examiner.name }) });
  step.save();
}

/** The examination has ended and nothing is decided; before that the work itself is returned. */
export const isReturnable = (caseRecord: CaseStep['caseRecord']): boolean => isRunningItem(caseRecord) && caseRecord.status !== 'examining';

async function examinerInOffice({ tx, caseRecord }: CaseStep, personId: string): Promise<Person | undefined> {
  const person = await tx.findOne(Person, 'id = ?', [personId]);
  return person?.enabled && (person.roles as string[]).includes('reviewer') && person.departmentId === caseRecord.departmentId ? person : undefined;
}
