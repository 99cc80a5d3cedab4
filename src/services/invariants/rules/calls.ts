import type { Case } from '../../../entities/index.js';
import { askedAt, isOpen, stateOf, type CaseFacts } from '../case-facts.js';
import type { Found } from '../finding.js';
import type { Rule } from './rule.js';

/** Each item that the flow of the stage called runs, and its end was told to the stage. The repair tells it, or opens the item's case again. */
export const callWithoutCase: Rule = {
  find: (facts) => {
    if (!isOpen(facts.caseRecord)) return [];
    return Object.entries(facts.state?.acts ?? {}).filter(([, act]) => act.kind === 'call').flatMap(([key, act]): Found[] => {
      const called = facts.children.find((child) => child.callKey === key);
      // Linked wrongly but running: that is told, and mended, at the item.
      if (!called && strayFor(facts, key)) return [];
      const status = called && stateOf(called)?.status;
      if (status === 'active' || status === 'incident') return [];
      // What the end of the item has not done yet is told, and mended, at the item too.
      if (status === 'completed' && called?.status === 'examining') return [];
      const isDone = status !== undefined;
      return [{ subject: key, message: isDone ? `“${called?.title ?? ''}”已完成本环节，流程“${act.node}”却仍在等待` : `流程在“${act.node}”（${key}）等待事项办件，办件却没有在办`, messageEn: isDone ? `The called item is done, but "${act.node}" still waits` : `"${act.node}" (${key}) waits for an item case that does not run`, repairable: true, remedy: isDone ? '通知流程继续' : '重新发起该事项的本环节' }];
    });
  },
  repair: (_step, { subject: key }, facts) => {
    const called = facts.children.find((child) => child.callKey === key);
    if (called && stateOf(called)) return { input: { type: 'callCompleted', key: key as string } };
    const effect = askedAt(facts, key as string);
    return effect ? { calls: [effect] } : {};
  },
};

/** An item at work is waited for by its stage. The repair links the two again, or ends the item with its stage. */
export const caseWithoutCall: Rule = {
  find: ({ caseRecord, parent, state }) => {
    if (!parent || !isOpen(caseRecord)) return [];
    if (!isOpen(parent)) return [{ message: '所属阶段办件已结束，事项办件仍在办理', messageEn: 'The stage has ended but this item goes on', repairable: true, remedy: '随阶段办件一并结束' }];
    const acts = stateOf(parent)?.acts ?? {};
    if (state?.status !== 'active' || (caseRecord.callKey !== null && acts[caseRecord.callKey]?.kind === 'call')) return [];
    const link = callOf(parent, caseRecord);
    return [{ ...(link && { subject: link }), message: '所属阶段办件没有在等待这个事项', messageEn: 'The stage does not wait for this item', repairable: link !== undefined, remedy: link ? '恢复与阶段办件的关联' : '由两名系统管理员核对后调整流程位置' }];
  },
  repair: (step, { subject }, { state }) => {
    if (subject !== undefined) return step.set({ callKey: subject });
    step.set({ status: 'withdrawn', closedAt: step.at, dueOn: null, openMatters: null });
    step.tx.write("UPDATE `pauses` SET `status` = 'closed', `endedOn` = ? WHERE `caseId` = ? AND `status` = 'open'", [step.today, step.caseRecord.id]);
    return state?.status === 'active' ? { input: { type: 'cancel', reason: 'withdrawn' } } : {};
  },
};

/** The call of the stage that means this item. */
function callOf(stage: Case, item: Case): string | undefined {
  return Object.entries(stateOf(stage)?.acts ?? {}).find(([, act]) => act.kind === 'call' && (act.locals?.item as { code?: string } | undefined)?.code === item.itemCode)?.[0];
}

function strayFor({ caseRecord, children }: CaseFacts, key: string): boolean {
  return children.some((child) => isOpen(child) && stateOf(child)?.status === 'active' && child.callKey !== key && callOf(caseRecord, child) === key);
}
