import { WorkItem } from '../../../entities/index.js';
import { isOfFlow } from '../case-facts.js';
import type { Rule } from './rule.js';

/** Open work of the flow belongs to a token that waits there, once; the repair cancels what the flow knows nothing of. */
export const workWithoutToken: Rule = {
  find: ({ work, state }) => {
    const seen = new Set<string>();
    return work.filter(isOfFlow).flatMap((item) => {
      const isKnown = state?.acts[item.stepKey]?.kind === 'work';
      const isTwice = seen.has(item.stepKey);
      seen.add(item.stepKey);
      if (isKnown && !isTwice) return [];
      const why = isKnown ? { message: `待办“${item.name}”重复`, messageEn: `The work item "${item.name}" is there twice` } : { message: `待办“${item.name}”在流程中已不存在`, messageEn: `The flow no longer knows the work item "${item.name}"` };
      return [{ workItem: item.id, subject: item.stepKey, ...why, repairable: true, remedy: '取消待办' }];
    });
  },
  repair: ({ tx, at }, { workItem }) => tx.update(WorkItem, { status: 'cancelled', doneAt: at }, 'id = ? AND status = ?', [workItem, 'open'], { rows: 1, lockedHere: true }),
};
