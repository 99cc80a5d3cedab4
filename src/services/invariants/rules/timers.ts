import { FlowTimer } from '../../../entities/index.js';
import { setTimer } from '../../time-limits/flow-timers.js';
import { askedAt } from '../case-facts.js';
import type { Rule } from './rule.js';

/** A running timer belongs to a flow that waits for it; the repair removes it. */
export const timerWithoutToken: Rule = {
  find: ({ timers, state }) =>
    timers
      .filter((timer) => state?.subscriptions[timer.timerKey]?.kind !== 'timer')
      .map((timer) => ({ subject: timer.id, message: `计时“${timer.step}”在流程中已不存在`, messageEn: `The flow no longer waits for the timer "${timer.step}"`, repairable: true, remedy: '取消计时' })),
  repair: ({ tx }, { subject }) => tx.remove(FlowTimer, 'id = ?', [subject]),
};

/** A flow that waits for a time has its timer running; the repair sets it anew, from today, since its beginning is lost. */
export const tokenWithoutTimer: Rule = {
  find: ({ caseRecord, timers, state }) => {
    if (caseRecord.closedAt !== null) return [];
    const running = new Set(timers.map((timer) => timer.timerKey));
    return Object.entries(state?.subscriptions ?? {})
      .filter(([key, { kind }]) => kind === 'timer' && !running.has(key))
      .map(([key, { node }]) => ({ subject: key, message: `流程等待计时“${node}”，却没有计时`, messageEn: `The flow waits for the timer "${node}", which does not run`, repairable: true, remedy: '自今日起重新计时' }));
  },
  repair: (step, { subject }, facts) => {
    const effect = askedAt(facts, subject as string);
    if (effect?.type === 'subscribe') setTimer(step, effect);
  },
};
