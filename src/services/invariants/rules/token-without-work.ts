import { openWorkItem } from '../../cases/record-step.js';
import { askedAt, isOfFlow } from '../case-facts.js';
import type { Rule } from './rule.js';

/** A token that waits for a person has its work item; the repair opens it again as the flow asked for it. */
export const tokenWithoutWork: Rule = {
  find: (facts) => {
    if (facts.caseRecord.closedAt !== null && facts.caseRecord.kind === 'stage') return [];
    const keys = new Set(facts.work.filter(isOfFlow).map((item) => item.stepKey));
    return Object.entries(facts.state?.acts ?? {})
      .filter(([key, act]) => act.kind === 'work' && !keys.has(key) && askedAt(facts, key)?.type === 'openWorkItem')
      .map(([key, act]) => ({ subject: key, message: `流程停在“${act.node}”（${key}），却没有待办`, messageEn: `The flow waits at "${act.node}" (${key}) without a work item`, repairable: true, remedy: '按流程重新生成待办' }));
  },
  repair: async (step, { subject }, facts) => {
    const effect = askedAt(facts, subject as string);
    if (effect?.type === 'openWorkItem' && facts.flow) await openWorkItem(step, effect, facts.flow);
  },
};
