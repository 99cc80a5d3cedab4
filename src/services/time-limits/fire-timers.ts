import { Case, FlowTimer } from '../../entities/index.js';
import type { TimerRule } from '../../workflows/bpmn/flow-model.js';
import { dueAgain } from '../../workflows/scenario/iso-time.js';
import { systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { recordStep } from '../cases/record-step.js';
import type { ServiceContext } from '../service-context.js';
import { suspensionOf } from '../suspensions/suspended.js';
import { eachAlone } from './each-alone.js';

/** Lets the flows go on whose timers are due, each in its own unit of work. Answers how many fired. */
export async function fireTimers(context: ServiceContext): Promise<number> {
  const now = context.clock.now().toISOString();
  const due = await context.database.read.find(FlowTimer, 'dueAt <= ? ORDER BY dueAt, id', [now]);
  return eachAlone(due, ({ caseId }) => caseId, ({ id, caseId }) => fire(context, { id, caseId }, now));
}

function fire(context: ServiceContext, { id, caseId }: { id: string; caseId: string }, now: string): Promise<boolean> {
  return context.database.inTransaction(async (tx) => {
    const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
    const timer = await tx.findOne(FlowTimer, 'id = ? AND dueAt <= ?', [id, now]);
    if (!caseRecord || !timer || caseRecord.closedAt !== null || suspensionOf(caseRecord)) return false;
    const step = new CaseStep(context, tx, systemActor, caseRecord);
    const again = dueAgain(timer.rule as TimerRule, Date.parse(timer.dueAt as string));
    const left = timer.timesLeft === null ? null : timer.timesLeft - 1;
    if (again === undefined || left === 0) tx.remove(FlowTimer, 'id = ?', [id]);
    else tx.update(FlowTimer, { dueAt: new Date(again).toISOString(), timesLeft: left }, 'id = ?', [id], { rows: 1, lockedHere: true });
    step.note('timerFired', { timer: timer.timerKey }, { step: timer.step });
    await recordStep(step, { type: 'timer', key: timer.timerKey });
    return true;
  });
}
