import type { FlowState } from '../../../workflows/machine/flow-state.js';
import { isOpen } from '../case-facts.js';
import type { Rule } from './rule.js';

/**
 * An open application lies on somebody's desk, or waits for a day or an event that its flow names. The check says of each finding whether
 * mending the others of the same application brings it back.
 */
export const caseInNobodysQueue: Rule = {
  find: ({ caseRecord, family }) => {
    const isWaiting = family.timers.some((timer) => timer.dueAt !== null) || family.states.some(movesByItself);
    if (caseRecord.kind !== 'stage' || !isOpen(caseRecord) || family.work.length > 0 || isWaiting) return [];
    return [{ message: '办件未办结，但不在任何人的待办中', messageEn: "The case is open and lies in nobody's queue", repairable: false, remedy: '由两名系统管理员核对过程记录后，重新指定流程位置或者终止办理' }];
  },
};

/** An event or an automatic task will move it on; or an administrator, in whose list its incident lies. */
function movesByItself({ status, subscriptions, acts }: FlowState): boolean {
  if (status === 'incident') return true;
  return status === 'active' && (Object.values(subscriptions).some(({ kind }) => kind !== 'timer') || Object.values(acts).some(({ kind }) => kind === 'host'));
}
