import { closeMatter, mattersOf } from '../../cases/open-matters.js';
import type { Rule } from './rule.js';

const recorded = ['pause', 'hearing', 'publicNotice', 'correction', 'reconfirmation', 'owedMaterial', 'thirdParty'];

/** Nothing stands in the way of a decision that is over already; the repair clears it away. */
export const matterWithoutRecord: Rule = {
  find: ({ caseRecord, records }) =>
    mattersOf(caseRecord)
      .filter((matter) => recorded.includes(matter.kind) && !records.has(matter.id))
      .map((matter) => ({ subject: matter.id, message: `“${matter.label}”已经结束，却仍然妨碍决定`, messageEn: `"${matter.label}" is over but still stands in the way`, repairable: true, remedy: '清除已结束的事由' })),
  repair: (step, { subject }) => closeMatter(step, subject as string),
};
