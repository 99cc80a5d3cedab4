import { WorkItem } from '../../../entities/index.js';
import { askApplicant } from '../../corrections/request-correction.js';
import type { Rule } from './rule.js';

/** An open notice of corrections lies on the applicant's desk, and nothing else waits for one. */
export const correctionWithoutWork: Rule = {
  find: ({ caseRecord, corrections, work }) => [
    ...corrections
      .filter(({ id }) => !work.some((item) => item.stepKey === `correction:${id}`))
      .map(({ id }) => ({ subject: id, message: '已告知补正，申请人却没有待办', messageEn: 'Corrections were asked for, but the applicant has no work item', repairable: true, remedy: '重新生成申请人的补正待办' })),
    ...work
      .filter((item) => item.stepKey.startsWith('correction:') && !corrections.some(({ id }) => item.stepKey === `correction:${id}`))
      .map((item) => ({ workItem: item.id, message: '补正已经结束，申请人仍有补正待办', messageEn: 'The correction is over, but its work item is open', repairable: true, remedy: '取消待办' })),
    ...(caseRecord.status === 'awaitingCorrection' && corrections.length === 0
      ? [{ message: '办件停在待补正，却没有补正通知', messageEn: 'The case waits for corrections that nobody asked for', repairable: true, remedy: '恢复为待受理' }]
      : []),
  ],
  repair: (step, { workItem, subject }, { corrections }) => {
    if (workItem !== undefined) return step.tx.update(WorkItem, { status: 'cancelled', doneAt: step.at }, 'id = ? AND status = ?', [workItem, 'open'], { rows: 1, lockedHere: true });
    const open = corrections.find(({ id }) => id === subject);
    if (open) return askApplicant(step, open.id, open.dueOn);
    step.set({ status: 'submitted' });
  },
};
