import { WorkItem } from '../../../entities/index.js';
import type { Rule } from './rule.js';

/** No work lies with somebody who has left the office; the repair gives it back to the queue. */
export const workForDisabledPerson: Rule = {
  find: ({ work, office }) =>
    work
      .filter((item) => item.assigneeId !== null && !office.inOffice.has(item.assigneeId))
      .map((item) => ({ workItem: item.id, message: `“${item.name}”指定给已停用的人员`, messageEn: `"${item.name}" is assigned to somebody who is disabled`, repairable: true, remedy: '退回部门待办队列' })),
  repair: (step, { workItem }) => releaseToQueue(step, workItem as string),
};

export function releaseToQueue({ tx }: Parameters<NonNullable<Rule['repair']>>[0], workItem: string): void {
  tx.update(WorkItem, { assigneeId: null, delegatedBy: null }, 'id = ? AND status = ?', [workItem, 'open'], { rows: 1, lockedHere: true });
}
