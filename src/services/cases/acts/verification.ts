import { Opinion } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { recordOpinion } from '../record-opinion.js';
import type { Act } from './act.js';

/** A second person verifies the examination 复核: nobody verifies what he himself examined. */
export const verification: Act = {
  repeatable: true,
  async perform({ step, workItem, outcome, form }) {
    const [examined] = await step.tx.find(Opinion, 'caseId = ? AND kind = ? ORDER BY at DESC, id DESC', [step.caseRecord.id, 'examination']);
    if (examined?.personId === step.actor.id) throw new DomainError('NOT_YOUR_OWN_WORK', { step: workItem.name });
    recordOpinion(step, { kind: 'verification', conclusion: outcome ?? 'agree', text: String(form.opinion ?? '') });
    step.note(outcome === 'return' ? 'returned' : 'verified', { outcome, opinion: form.opinion ?? '' }, { step: workItem.step });
  },
};
