import type { Rule } from './rule.js';

/** A case whose flow has come to its end is not open any more; the repair does what the end should have done. */
export const flowAndStatusDiffer: Rule = {
  find: ({ caseRecord, state }) => {
    const isOver = state !== undefined && ['completed', 'cancelled'].includes(state.status);
    const isOpenStage = caseRecord.kind === 'stage' && caseRecord.closedAt === null;
    const isUnexamined = caseRecord.kind === 'item' && caseRecord.status === 'examining' && state?.status === 'completed';
    if (!isOver || (!isOpenStage && !isUnexamined)) return [];
    return [{ message: '流程已经结束，办件却仍在办理', messageEn: 'The flow has ended but the case is open', repairable: true, remedy: isUnexamined ? '记为审查完毕' : '按流程结果办结' }];
  },
  repair: (step, _finding, { caseRecord, state }) => {
    if (caseRecord.kind === 'item') return step.set({ status: 'examined' });
    step.set({ status: state?.status === 'cancelled' ? 'withdrawn' : caseRecord.status === 'notAccepted' ? 'notAccepted' : 'closed', closedAt: step.at, dueOn: null });
  },
};
