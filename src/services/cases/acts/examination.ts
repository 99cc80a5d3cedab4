import { recordOpinion } from '../record-opinion.js';
import type { Act } from './act.js';

/** The officer in charge examines the item 经办审查 and says whether it may be approved. */
export const examination: Act = {
  async perform({ step, workItem, outcome, form }) {
    recordOpinion(step, { kind: 'examination', conclusion: outcome ?? 'pass', text: String(form.opinion ?? '') });
    step.note('examined', { outcome, ...form }, { step: workItem.step });
  },
};
