import { Review } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import type { Act } from './act.js';

/** The agency hands in the one report; every item of the commission relies on it, and the clocks that it stopped go on. */
export const reviewReport: Act = {
  async perform({ step, workItem, form }) {
    const { caseRecord, tx, actor, today } = step;
    const review = await tx.findOne(Review, 'caseId = ? AND status = ?', [caseRecord.id, 'commissioned']);
    if (!review) throw new DomainError('ACTION_NOT_AVAILABLE', { action: workItem.name, available: [] });
    if (review.agencyId !== actor.organisationId) throw new DomainError('NOT_YOURS');
    tx.update(Review, { status: 'reported', reportedOn: today, conclusion: String(form.conclusion), report: form }, 'id = ?', [review.id], { rows: 1, lockedHere: true });
    step.note('reviewReported', { conclusion: form.conclusion, items: review.items, points: form.points }, { step: workItem.step });
    return { reviewConclusion: form.conclusion };
  },
};
