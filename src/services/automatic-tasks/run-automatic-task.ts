import { Case, type OutboxMessage } from '../../entities/index.js';
import type { Effect } from '../../workflows/machine/effects.js';
import type { FlowInput } from '../../workflows/machine/input.js';
import { systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { flowStateOf } from '../cases/flow-state-of.js';
import { recordStep } from '../cases/record-step.js';
import { carryOutOnce, HELD, type Delivery } from '../outbox/carry-out-once.js';
import { leaveMessage } from '../outbox/leave-message.js';
import type { ServiceContext } from '../service-context.js';
import { suspensionOf } from '../suspensions/suspended.js';
import type { TaskCall, TaskResult } from './automatic-task.js';

/** Tries before an administrator is asked; with the pauses of the outbox they take about a quarter of a minute. */
export const MOST_TRIES = 4;

interface TaskOrder {
  key: string;
  step: string;
  name: string;
  handler: string;
  flowVersionId: string;
  variables: Record<string, unknown>;
}

/** A token has come to a service or send task: its handler is called once this step is stored. */
export function orderTask(step: CaseStep, effect: Extract<Effect, { type: 'runTask' }>, name: string): void {
  const { caseRecord, tx, context } = step;
  const order: TaskOrder = { key: effect.key, step: effect.step, name, handler: effect.handler ?? '', flowVersionId: caseRecord.flowVersionId as string, variables: effect.variables };
  leaveMessage(tx, context, { topic: 'runTask', subject: caseRecord.id, payload: order });
}

/**
 * Calls the handler and lets the flow go on with what came of it; after the last try the case has an incident there. In a suspended case
 * it is called once the case is resumed; what was suspended while it ran keeps its answer, for it is done.
 */
export async function runAutomaticTask(context: ServiceContext, message: OutboxMessage): Promise<Delivery> {
  const order = message.payload as TaskOrder;
  const caseRecord = await context.database.read.findOne(Case, 'id = ?', [message.subject]);
  if (!caseRecord || !awaits(caseRecord, order)) return;
  if (suspensionOf(caseRecord)) return holdTask(context, message);
  const answer = await tryHandler(context, { caseRecord, step: order.step, name: order.name, variables: order.variables }, { order, isLast: message.attempts + 1 >= MOST_TRIES });
  return carryOutOnce(context, message, async (tx) => {
    const locked = await tx.lock(Case, 'id = ?', [message.subject]);
    if (!locked || !awaits(locked, order)) return;
    const step = new CaseStep(context, tx, systemActor, locked);
    if ('reason' in answer) return recordStep(step, { type: 'fail', key: order.key, reason: answer.reason });
    answer.write?.(step);
    step.note('taskDone', { name: order.name, handler: order.handler, ...(answer.error !== undefined && { error: answer.error }) }, { step: order.step });
    await recordStep(step, inputOf(order.key, answer));
  });
}

function holdTask(context: ServiceContext, message: OutboxMessage): Promise<Delivery> {
  return carryOutOnce(context, message, async (tx) => {
    const caseRecord = await tx.lock(Case, 'id = ?', [message.subject]);
    // Resumed meanwhile: nobody would release it, so it is called at once.
    if (caseRecord && suspensionOf(caseRecord)) return HELD;
    return leaveMessage(tx, context, { topic: message.topic, subject: message.subject, payload: message.payload });
  });
}

async function tryHandler(context: ServiceContext, call: TaskCall, { order, isLast }: { order: TaskOrder; isLast: boolean }): Promise<TaskResult | { reason: string }> {
  const task = context.automaticTasks.find(({ name }) => name === order.handler);
  if (!task) return { reason: `no-such-handler：${order.handler}` };
  try {
    return await task.run(context, call);
  } catch (error) {
    if (!isLast) throw error;
    return { reason: `service-failed：${String((error as Error).message).slice(0, 300)}` };
  }
}

/** The token may have been taken away meanwhile, or the whole case closed. */
function awaits(caseRecord: Case, { key, flowVersionId }: TaskOrder): boolean {
  return caseRecord.flowVersionId === flowVersionId && flowStateOf(caseRecord)?.acts[key]?.kind === 'host';
}

function inputOf(key: string, { error, variables }: TaskResult): FlowInput {
  return error === undefined ? { type: 'taskCompleted', key, ...(variables && { variables }) } : { type: 'taskFailed', key, error };
}
