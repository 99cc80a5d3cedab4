import { WorkItem, type Case } from '../../entities/index.js';
import { advance } from '../../workflows/machine/advance.js';
import type { Effect } from '../../workflows/machine/effects.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import type { FlowInput } from '../../workflows/machine/input.js';
import type { LoadedFlow } from '../../workflows/machine/load-flow.js';
import { findAssignee, type Desk } from '../assignees/find-assignee.js';
import { applyPause } from './apply-pause.js';
import { orderTask } from '../automatic-tasks/run-automatic-task.js';
import { hostOptions } from '../decision-tables/decide-in-flow.js';
import { endIncidents, noteIncidents } from '../incidents/note-incidents.js';
import { throwMessage } from '../messages/throw-message.js';
import { throwSignal } from '../signals/send-signal.js';
import { dismissSigners } from '../countersigning/dismiss-signers.js';
import { drawCountersigning } from '../countersigning/draw-countersigning.js';
import { dropTimer, setTimer } from '../time-limits/flow-timers.js';
import { takeAsAgreement } from './take-as-agreement.js';
import { endCalledCases } from './end-called-cases.js';
import { endByError, tellEscalation } from './end-by-error.js';
import { dropSubscription, setSubscription } from './flow-subscriptions.js';
import { flowStateOf } from './flow-state-of.js';
import { openCalledCases } from './open-called-cases.js';
import { issueDocumentsOf } from '../documents/issue-documents.js';
import { reportToCaller } from './report-to-caller.js';
import { giveBack } from '../work-items/give-back.js';
import type { CaseStep } from './case-step.js';

/**
 * Moves a case's flow by one input and writes all that follows, in the unit of work of `step`: the state under its version, the work
 * items opened and closed, what it waits for, pauses, documents and outbox messages, incidents, called item cases, and – when an item case
 * has come to its end – the next step of the stage case that waits for it. The only writer of progress.
 */
export async function recordStep(step: CaseStep, input: FlowInput): Promise<void> {
  const { caseRecord, context } = step;
  const flow = await context.flows.loadVersion(caseRecord.flowVersionId as string);
  const before = flowStateOf(caseRecord);
  const { state, effects } = advance(flow, before, input, await hostOptions(step, flow));
  step.set({ flowState: JSON.stringify(state) });
  for (const effect of effects) await carryOut(step, effect, { flow, input, before });
  noteIncidents(step, flow, state);
  if (input.type === 'cancel') endIncidents(step);
  step.save();
  await openCalledCases(step, effects);
  // Whoever cancels a case as a whole sees to its item cases himself.
  if (input.type !== 'cancel') await endCalledCases(step, effects);
  await reportToCaller(step, effects);
}

async function carryOut(step: CaseStep, effect: Effect, { flow, input, before }: { flow: LoadedFlow; input: FlowInput; before: FlowState | undefined }): Promise<void> {
  switch (effect.type) {
    case 'openWorkItem':
      return openWorkItem(step, effect, flow);
    case 'closeWorkItem':
      if (input.type === 'timer' && flow.compiled.steps[effect.step]?.form === 'meeting-opinion') await takeAsAgreement(step, effect.key);
      return closeWorkItem(step, effect);
    case 'subscribe':
      return effect.kind === 'timer' ? setTimer(step, effect) : setSubscription(step, effect);
    case 'unsubscribe':
      return before?.subscriptions[effect.key]?.kind === 'timer' ? dropTimer(step, effect.key) : dropSubscription(step, effect.key);
    case 'startPause':
    case 'endPause':
      return applyPause(step, effect);
    case 'issueDocument':
      return issueDocumentsOf(step, effect);
    case 'throwMessage':
      return throwMessage(step, effect);
    case 'throwSignal':
      return throwSignal(step, effect);
    case 'runTask':
      return orderTask(step, effect, flow.graph.nodes[effect.step]?.name || effect.step);
    case 'escalate':
      return tellEscalation(step, effect);
    case 'endedByError':
      return endByError(step, effect);
    case 'completed':
      return finish(step, effect.end);
    case 'callFlow':
    case 'cancelCall':
      return; // by openCalledCases and endCalledCases, once this case is stored
    case 'incident':
      return; // by noteIncidents, from the state itself
    case 'cancelTask':
      return; // the task finds nobody waiting for it
    case 'cancelled':
      return; // whoever cancelled the case says what became of it
  }
}

type OpenWorkItem = Extract<Effect, { type: 'openWorkItem' }>;

/** The queue that the step names; people are looked for only where the flow has rules for it. */
function deskFor(step: CaseStep, { assignment, step: id, name }: OpenWorkItem, flow: LoadedFlow): Desk | Promise<Desk> {
  const { role, department, rules } = assignment;
  // A step that names a department alone is the work of its reviewers.
  const queue = { role: role ?? (department === undefined ? null : 'reviewer'), departmentId: department ?? null };
  if (rules === undefined) return { ...queue, assigneeId: null };
  return findAssignee(step, { step: id, name, rules, queue, notSameAs: flow.compiled.steps[id]?.notSameAs ?? [] });
}

/** Puts the work that the flow asks for onto a desk. */
export async function openWorkItem(step: CaseStep, effect: OpenWorkItem, flow: LoadedFlow): Promise<void> {
  const desk = await deskFor(step, effect, flow);
  const { caseRecord, context } = step;
  const workItem: Partial<WorkItem> = {
    id: context.newId(),
    caseId: caseRecord.id,
    stepKey: effect.key,
    step: effect.step,
    name: effect.name,
    act: effect.act ?? null,
    form: effect.form ?? null,
    outcomes: flow.compiled.steps[effect.step]?.outcomes ?? [],
    ...desk,
    organisationId: organisationFor(desk.role, caseRecord, step),
    flowKey: flow.compiled.key,
    applicantId: caseRecord.organisationId,
    status: 'open',
    openedAt: step.at,
    dueOn: effect.limitWorkdays === undefined ? null : context.calendars.dueOn(step.today, effect.limitWorkdays),
  };
  if (step.sender !== null && mayStillBeTakenBack(flow, step.sender)) Object.assign(workItem, { sentFrom: step.sender.stepKey, sentBy: step.actor.id });
  step.tx.insert(WorkItem, workItem);
  const { person } = effect.assignment;
  if (person !== undefined || step.returned !== null) await giveBack(step, workItem as WorkItem, person);
  if (effect.signing) await drawCountersigning(step, { ...workItem, assigneeId: workItem.assigneeId ?? null } as WorkItem, effect.signing);
}

/** Papers that a step issues are out of the house. */
const mayStillBeTakenBack = (flow: LoadedFlow, sender: WorkItem): boolean => (flow.compiled.steps[sender.step]?.documents ?? []).length === 0;

/** Work of the applicant belongs to his enterprise, work of a review agency to the one that was commissioned. */
function organisationFor(role: string | null, caseRecord: Case, step: CaseStep): string | null {
  if (role === 'enterprise') return caseRecord.organisationId;
  if (role === 'agency') return step.agencyId ?? null;
  return null;
}

async function closeWorkItem(step: CaseStep, effect: Extract<Effect, { type: 'closeWorkItem' }>): Promise<void> {
  const done = effect.reason === 'completed';
  if (!done) await letSignersOff(step, effect.key);
  // The one at hand by its primary key; an index scan more a step is felt.
  const atHand = step.workItem?.stepKey === effect.key && step.workItem.caseId === step.caseRecord.id ? step.workItem.id : undefined;
  step.tx.update(
    WorkItem,
    { status: done ? 'done' : 'cancelled', outcome: effect.outcome ?? null, doneAt: step.at, doneBy: done ? step.actor.id : null },
    atHand === undefined ? 'caseId = ? AND stepKey = ? AND status = ?' : 'id = ? AND status = ?',
    atHand === undefined ? [step.caseRecord.id, effect.key, 'open'] : [atHand, 'open'],
    { rows: 1, lockedHere: true },
  );
}

/** Work that ends without being done needs nobody's signature any more. */
async function letSignersOff(step: CaseStep, key: string): Promise<void> {
  const workItem = await step.tx.findOne(WorkItem, "caseId = ? AND stepKey = ? AND status = 'open' AND signing IS NOT NULL", [step.caseRecord.id, key]);
  if (workItem) await dismissSigners(step, workItem, '已退回、改道或者终止');
}

/** The flow has come to its end. A stage case is closed by it; an item case keeps what its last act made of it. */
function finish(step: CaseStep, end: string): void {
  const { caseRecord } = step;
  if (caseRecord.kind === 'item') {
    if (caseRecord.status === 'examining') step.set({ status: 'examined' });
    return;
  }
  if (caseRecord.status !== 'notAccepted') step.set({ status: 'closed' });
  step.set({ closedAt: step.at, dueOn: null });
  step.note('closed', { end });
}
