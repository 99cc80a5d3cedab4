import { hashOfEvent } from '../../cases/case-step.js';
import type { CaseFacts } from '../case-facts.js';
import type { Rule } from './rule.js';

/** The record of a case is whole: numbered without a gap, each event chained to the one before, and the case knows the last. */
export const recordBroken: Rule = {
  find: (facts) => {
    const { events, caseRecord } = facts;
    const broken = firstBroken(facts);
    if (broken !== undefined) return [{ subject: String(broken), message: `过程记录第 ${broken} 项被改动或者缺失`, messageEn: `Event ${broken} of the record was changed or is missing`, repairable: false, remedy: '由督查人员核查，并由系统管理员从备份恢复该项记录' }];
    const last = events.at(-1);
    const seq = last?.seq ?? 0;
    if (caseRecord.lastEventSeq === seq && caseRecord.lastEventHash === (last?.hash ?? '')) return [];
    // Behind the record: the case only forgot. Ahead of it: the end of the record is gone.
    const isBehind = caseRecord.lastEventSeq <= seq;
    return [{ message: isBehind ? '办件没有指向过程记录的最后一项' : `过程记录缺少第 ${seq + 1} 项以后的内容`, messageEn: isBehind ? 'The case does not point to the end of its record' : `The record ends before event ${seq + 1}`, repairable: isBehind, remedy: isBehind ? '重新指向最后一项' : '由督查人员核查，并由系统管理员从备份恢复该项记录' }];
  },
  repair: (step, _finding, { events }) => step.set({ lastEventSeq: events.at(-1)?.seq ?? 0, lastEventHash: events.at(-1)?.hash ?? '' }),
};

function firstBroken({ events }: CaseFacts): number | undefined {
  let previous = '';
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1 || hashOfEvent(event, previous) !== event.hash) return index + 1;
    previous = event.hash;
  }
  return undefined;
}
