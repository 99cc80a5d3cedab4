import { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { endStage } from '../terminations/end-case.js';
import type { CaseStep } from './case-step.js';

const withdrawable = ['submitted', 'accepted', 'awaitingCorrection'];

/** The applicant takes the application back 撤件, until an item has been decided. Its item cases end with it. */
export async function withdrawCase(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, actor } = step;
  if (actor.organisationId !== caseRecord.organisationId || !actor.roles.includes('enterprise')) throw new DomainError('NOT_YOURS');
  if (caseRecord.status === 'draft') {
    step.set({ status: 'withdrawn', closedAt: step.at });
    step.note('withdrawn', { reason: form.reason ?? '' });
    return step.save();
  }
  await withdrawApplication(step, String(form.reason ?? ''));
}

/** Ends a filed application with its item cases, for whatever lawful reason. Throws WITHDRAWAL_AFTER_DECISION once an item has been decided, ACTION_NOT_AVAILABLE when it is over. */
export async function withdrawApplication(step: CaseStep, reason: string): Promise<void> {
  const { caseRecord, tx } = step;
  if (!withdrawable.includes(caseRecord.status)) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'withdraw', available: [] });
  const decided = await tx.find(Case, 'parentId = ? AND decidedOn IS NOT NULL ORDER BY number', [caseRecord.id]);
  if (decided.length > 0) throw new DomainError('WITHDRAWAL_AFTER_DECISION', { names: decided.map(({ title }) => title).join('、') });
  await endStage(step, { status: 'withdrawn', data: { reason } });
}
