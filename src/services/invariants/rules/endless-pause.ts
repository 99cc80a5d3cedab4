import { Pause } from '../../../entities/index.js';
import { addDays } from '../../../calendar/index.js';
import { mattersOf, openMatter } from '../../cases/open-matters.js';
import { refreshDue } from '../../cases/refresh-due.js';
import { expirePause } from '../../pauses/end-pause.js';
import { isOpen, type CaseFacts } from '../case-facts.js';
import type { Found } from '../finding.js';
import type { Rule } from './rule.js';

/** A special procedure has an end, has not outlived it by more than a day, belongs to an open item, and can be ended by hand. */
export const endlessPause: Rule = {
  find: (facts) => facts.pauses.flatMap((pause) => faultOf(facts, pause)),
  repair: async (step, { subject }, facts) => {
    const pause = facts.pauses.find((each) => each.id === subject) as Pause;
    if (!isOpen(facts.caseRecord)) return step.tx.update(Pause, { status: 'closed', endedOn: facts.caseRecord.decidedOn ?? step.today }, 'id = ?', [pause.id], { rows: 1, lockedHere: true });
    const capOn = pause.capOn ?? facts.context.calendars.dueOn(pause.startedOn, Math.max(0, pause.neededWorkdays)) ?? step.today;
    step.tx.update(Pause, { capOn }, 'id = ?', [pause.id], { rows: 1, lockedHere: true });
    if (capOn < step.today || pause.neededWorkdays <= 0) return expirePause(step, { ...pause, capOn });
    if (isUnknownToCase(facts, pause)) openMatter(step, { kind: 'pause', id: pause.id, label: '特别程序' });
    await refreshDue(step);
  },
};

function faultOf(facts: CaseFacts, pause: Pause): Found[] {
  const fault = (message: string, messageEn: string, remedy: string): Found[] => [{ subject: pause.id, message, messageEn, repairable: true, remedy }];
  if (!isOpen(facts.caseRecord)) return fault('办件已结束，特别程序仍未结束', 'The case has ended but its special procedure goes on', '结束特别程序');
  if (pause.neededWorkdays <= 0) return fault('特别程序没有截止', 'A special procedure has no end', '结束特别程序，时限继续计算');
  if (pause.capOn === null && facts.context.calendars.dueOn(pause.startedOn, pause.neededWorkdays) !== null) return fault('特别程序没有截止', 'A special procedure has no end', '按告知的工作日补上截止日期');
  if (pause.capOn !== null && addDays(pause.capOn, 1) < facts.today) return fault(`特别程序已于 ${pause.capOn} 届满，仍未结束`, `A special procedure ran out on ${pause.capOn} and goes on`, '结束特别程序，时限自届满次日起继续计算');
  if (isUnknownToCase(facts, pause)) return fault('特别程序未登记在办件上，无法由人员结束', 'A special procedure is not known to its case, so nobody can end it', '恢复登记');
  return [];
}

/** One that the flow began ends with its step; one begun by hand stands among the matters of the case. */
const isUnknownToCase = ({ caseRecord }: CaseFacts, pause: Pause): boolean => pause.pauseKey === pause.id && !mattersOf(caseRecord).some((matter) => matter.id === pause.id);
