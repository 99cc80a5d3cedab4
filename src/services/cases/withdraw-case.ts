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

/** Ends a filed application with its item cases, for whatever lawful reason. Throws ACTION_NOT_AVAILABLE once an item has been decided. */
export async function withdrawApplication(step: CaseStep, reason: string): Promise<void> {
  const { caseRecord, tx } = step;
  const decided = (await tx.count(Case, 'parentId = ? AND decidedOn IS NOT NULL', [caseRecord.id])) > 0;
  if (!withdrawable.includes(caseRecord.status) || decided) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'withdraw', available: [] });
  await endStage(step, { status: 'withdrawn', data: { reason } });
}
