import { isOpen } from '../case-facts.js';
import type { Rule } from './rule.js';

/**
 * An open application lies on somebody's desk, or waits for a day or an event that its flow names. The check says of each finding whether
 * mending the others of the same application brings it back.
 */
export const caseInNobodysQueue: Rule = {
  find: ({ caseRecord, family }) => {
    const isWaiting = family.timers.some((timer) => timer.dueAt !== null) || family.states.some((state) => state.status === 'active' && Object.values(state.subscriptions).some(({ kind }) => kind !== 'timer'));
    if (caseRecord.kind !== 'stage' || !isOpen(caseRecord) || caseRecord.status === 'incident' || family.work.length > 0 || isWaiting) return [];
    return [{ message: '办件未办结，但不在任何人的待办中', messageEn: "The case is open and lies in nobody's queue", repairable: false, remedy: '由两名系统管理员核对过程记录后，重新指定流程位置或者终止办理' }];
  },
};
