import type { Outcome } from '../bpmn/flow-model.js';
import { assignmentOf } from './activities.js';
import type { Assignment } from './effects.js';
import type { FlowState } from './flow-state.js';
import type { LoadedFlow } from './load-flow.js';
import { hasWorkItem, newRun, visible } from './run.js';

/** One thing that a person may do now. */
export interface AvailableAction {
  readonly key: string;
  readonly step: string;
  readonly name: string;
  readonly act?: string;
  readonly outcome?: Outcome;
  readonly role?: string;
  readonly department?: string;
  readonly form?: string;
}

/** What can be done now: one row per open work item and outcome, in the order in which the items were opened. */
export function availableActions(flow: LoadedFlow, state: FlowState): AvailableAction[] {
  const run = newRun(flow, state, {});
  return Object.entries(state.acts).flatMap(([key, act]) => {
    const step = flow.compiled.steps[act.node];
    const node = flow.graph.nodes[act.node];
    if (act.kind !== 'work' || step === undefined || node === undefined || !hasWorkItem(node)) return [];
    const { act: legalAct, form, id, name } = step;
    const row: AvailableAction = { key, step: id, name, ...(legalAct !== undefined && { act: legalAct }), ...(form !== undefined && { form }), ...queueOf(assignmentOf(node, visible(run, act.scope, act))) };
    return step.outcomes.length === 0 ? [row] : step.outcomes.map((outcome) => ({ ...row, outcome }));
  });
}

const queueOf = ({ role, department }: Assignment): Assignment => ({ ...(role !== undefined && { role }), ...(department !== undefined && { department }) });
