import { WorkItem, type Case } from '../../entities/index.js';
import { advance } from '../../workflows/machine/advance.js';
import type { Effect } from '../../workflows/machine/effects.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import type { FlowInput } from '../../workflows/machine/input.js';
import type { LoadedFlow } from '../../workflows/machine/load-flow.js';
import { applyPause } from './apply-pause.js';
import { dropTimer, setTimer } from '../time-limits/flow-timers.js';
import { takeAsAgreement } from './take-as-agreement.js';
import { openCalledCases } from './open-called-cases.js';
import { issueDocumentsOf } from '../documents/issue-documents.js';
import { reportToCaller } from './report-to-caller.js';
import type { CaseStep } from './case-step.js';

/**
 * Moves a case's flow by one input and writes all that follows, in the unit of work of `step`: the state under its version, the work
 * items opened and closed, pauses, documents and their outbox messages, called item cases, and – when an item case has come to its
 * end – the next step of the stage case that waits for it. The only writer of progress.
 */
export async function recordStep(step: CaseStep, input: FlowInput): Promise<void> {
  const { caseRecord, context } = step;
  const flow = await context.flows.loadVersion(caseRecord.flowVersionId as string);
  const before = caseRecord.flowState === null ? undefined : (JSON.parse(caseRecord.flowState) as FlowState);
  const { state, effects } = advance(flow, before, input);
  step.set({ flowState: JSON.stringify(state) });
  for (const effect of effects) await carryOut(step, effect, { flow, input });
  step.save();
  await openCalledCases(step, effects);
  if (effects.some((effect) => effect.type === 'completed')) await reportToCaller(step);
}

async function carryOut(step: CaseStep, effect: Effect, { flow, input }: { flow: LoadedFlow; input: FlowInput }): Promise<void> {
  switch (effect.type) {
    case 'openWorkItem':
      return openWorkItem(step, effect, { outcomes: flow.compiled.steps[effect.step]?.outcomes, flowKey: flow.compiled.key });
    case 'closeWorkItem':
      if (input.type === 'timer' && flow.compiled.steps[effect.step]?.form === 'meeting-opinion') await takeAsAgreement(step, effect.key);
      return closeWorkItem(step, effect);
    case 'subscribe':
      if (effect.kind !== 'timer') break;
      return setTimer(step, effect);
    case 'unsubscribe':
      return dropTimer(step, effect.key);
    case 'startPause':
    case 'endPause':
      return applyPause(step, effect);
    case 'issueDocument':
      return issueDocumentsOf(step, effect);
    case 'completed':
      return finish(step, effect.end);
    case 'incident':
      step.note('incident', { element: effect.element, reason: effect.reason });
      return step.set({ status: 'incident' });
    case 'callFlow':
    case 'cancelCall':
    case 'cancelled':
      return; // by openCalledCases, once this case is stored
    default:
      break;
  }
  // Publishing refuses diagrams that need a service of the host which it does not have (see office-findings).
  throw new Error(`No host service carries out ${effect.type}`);
}

/** Puts the work that the flow asks for onto a desk. */
export function openWorkItem(step: CaseStep, effect: Extract<Effect, { type: 'openWorkItem' }>, { outcomes, flowKey }: { outcomes: readonly { id: string; name: string }[] | undefined; flowKey: string }): void {
  const { caseRecord, context } = step;
  const { role, department } = effect.assignment;
  step.tx.insert(WorkItem, {
    id: context.newId(),
    caseId: caseRecord.id,
    stepKey: effect.key,
    step: effect.step,
    name: effect.name,
    act: effect.act ?? null,
    form: effect.form ?? null,
    outcomes: outcomes ?? [],
    // A step that names a department alone is the work of its reviewers.
    role: role ?? (department === undefined ? null : 'reviewer'),
    departmentId: department ?? null,
    organisationId: organisationFor(role, caseRecord, step),
    flowKey,
    applicantId: caseRecord.organisationId,
    status: 'open',
    openedAt: step.at,
    dueOn: effect.limitWorkdays === undefined ? null : context.calendars.dueOn(step.today, effect.limitWorkdays),
  });
}

/** Work of the applicant belongs to his enterprise, work of a review agency to the one that was commissioned. */
function organisationFor(role: string | undefined, caseRecord: Case, step: CaseStep): string | null {
  if (role === 'enterprise') return caseRecord.organisationId;
  if (role === 'agency') return step.agencyId ?? null;
  return null;
}

function closeWorkItem(step: CaseStep, effect: Extract<Effect, { type: 'closeWorkItem' }>): void {
  const done = effect.reason === 'completed';
  step.tx.update(
    WorkItem,
    { status: done ? 'done' : 'cancelled', outcome: effect.outcome ?? null, doneAt: step.at, doneBy: done ? step.actor.id : null },
    'caseId = ? AND stepKey = ? AND status = ?',
    [step.caseRecord.id, effect.key, 'open'],
    { rows: 1, lockedHere: true },
  );
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
