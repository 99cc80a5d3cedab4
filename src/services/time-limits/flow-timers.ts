import { FlowTimer } from '../../entities/index.js';
import { addDays, plainDateOf } from '../../calendar/index.js';
import type { TimerRule } from '../../workflows/bpmn/flow-model.js';
import type { Effect } from '../../workflows/machine/effects.js';
import { dueAt, timesOf } from '../../workflows/scenario/iso-time.js';
import type { CaseStep } from '../cases/case-step.js';
import type { ServiceContext } from '../service-context.js';

/** Starts the timer that a flow waits for; working days end with the last of them, not at the hour at which they began. */
export function setTimer(step: CaseStep, { key, step: element, rule }: Extract<Effect, { type: 'subscribe' }>): void {
  const { tx, context, caseRecord } = step;
  const times = timesOf(rule as TimerRule);
  tx.insert(FlowTimer, {
    id: context.newId(),
    caseId: caseRecord.id,
    timerKey: key,
    step: element,
    rule,
    setAt: step.at,
    dueAt: momentOf(context, rule as TimerRule, step.at),
    timesLeft: Number.isFinite(times) ? times : null,
  });
}

/** The flow waits for it no longer. */
export function dropTimer(step: CaseStep, key: string): void {
  step.tx.remove(FlowTimer, 'caseId = ? AND timerKey = ?', [step.caseRecord.id, key]);
}

/**
 * What stood still goes on: working days and durations are later by the time of standing still, a named date stays what it is. Working days are
 * added to the rule, so that a calendar which is published later counts them too.
 */
export async function shiftTimers({ tx, caseRecord, context, at }: CaseStep, { since, workdays }: { since: string; workdays: number }): Promise<void> {
  for (const { id, rule, setAt, dueAt: due } of await tx.find(FlowTimer, 'caseId = ?', [caseRecord.id])) {
    const { kind, value } = rule as TimerRule;
    if (kind === 'workdays') {
      const longer = { kind, value: String(Number(value) + workdays) };
      tx.update(FlowTimer, { rule: longer, dueAt: momentOf(context, longer, setAt) }, 'id = ?', [id]);
    } else if (kind !== 'date' && due !== null) {
      tx.update(FlowTimer, { dueAt: new Date(Date.parse(due) + Date.parse(at) - Date.parse(since)).toISOString() }, 'id = ?', [id]);
    }
  }
}

/** Gives timers that waited for a calendar year their moment, once it is published. */
export async function resetTimers(context: ServiceContext): Promise<void> {
  const open = await context.database.read.find(FlowTimer);
  const moved = open.map((timer) => ({ id: timer.id, before: timer.dueAt, dueAt: (timer.rule as TimerRule).kind === 'workdays' ? momentOf(context, timer.rule as TimerRule, timer.setAt) : timer.dueAt })).filter(({ before, dueAt: after }) => before !== after);
  if (moved.length === 0) return;
  await context.database.inTransaction(async (tx) => {
    for (const { id, dueAt: moment } of moved) tx.update(FlowTimer, { dueAt: moment }, 'id = ?', [id]);
  });
}

function momentOf(context: ServiceContext, rule: TimerRule, setAt: string): string | null {
  const moment = dueAt(rule, Date.parse(setAt), (since, days) => endOfWorkday(context, since, days));
  return moment === undefined || Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

/** The first moment after so many working days, in Asia/Shanghai; not a number while the calendar does not reach so far. */
function endOfWorkday(context: ServiceContext, since: number, days: number): number {
  const due = context.calendars.dueOn(plainDateOf(new Date(since)), days);
  return due === null ? Number.NaN : Date.parse(`${addDays(due, 1)}T00:00:00+08:00`);
}
