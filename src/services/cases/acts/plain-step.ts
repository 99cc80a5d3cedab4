import type { Act } from './act.js';

/** A step that an administrator drew without a legal meaning of its own: it is noted and the flow goes on. */
export const plainStep: Act = {
  repeatable: true,
  async perform({ step, workItem, outcome, form }) {
    step.note('stepDone', { name: workItem.name, outcome: outcome ?? null, form }, { step: workItem.step });
  },
};
