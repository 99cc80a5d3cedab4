import { DomainError } from '../../errors/domain-error.js';
import type { LoadedFlow } from '../machine/load-flow.js';
import { assignmentOf } from '../machine/activities.js';
import type { FlowState } from '../machine/flow-state.js';
import { newRun, visible } from '../machine/run.js';
import { waitingPlaces } from '../machine/waiting-places.js';
import type { InstanceReport, Scenario, ScenarioReport, ScenarioStep, StepReport } from './scenario.js';
import { World, type Instance, type WorldOptions } from './world.js';

/**
 * Plays a scenario on loaded flows in memory, on a virtual clock, without database or users.
 *
 * Gives one entry per step with all instances after it. An impossible step is answered with `accepted: false` and changes nothing.
 */
export function runScenario(flows: readonly LoadedFlow[], scenario: Scenario, options: WorldOptions = {}): ScenarioReport {
  const world = new World(flows, scenario.tasks ?? {}, options);
  return { steps: scenario.steps.map((step, index) => play(world, step, index)) };
}

function play(world: World, step: ScenarioStep, index: number): StepReport {
  const before = world.save();
  try {
    act(world, step);
    return { step: index, accepted: true, executed: world.takeExecuted(), instances: world.instances.map(report) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    world.restore(before);
    return { step: index, accepted: false, reason: reasonOf(error), executed: [], instances: world.instances.map(report) };
  }
}

function act(world: World, step: ScenarioStep): void {
  if (step.start !== undefined) return world.start(step.start, step.variables ?? {});
  if (step.complete !== undefined) return world.complete(step.complete, { nth: step.nth ?? 0, ...(step.variables && { variables: step.variables }), ...(step.outcome !== undefined && { outcome: step.outcome }) });
  if (step.message !== undefined) return world.message(step.message, step.variables);
  if (step.signal !== undefined) return world.signal(step.signal, step.variables);
  if (step.advance !== undefined) return world.advanceClock(step.advance);
  if (step.setVariables !== undefined) return world.setVariables(step.setVariables);
  if (step.bpmnError !== undefined) return world.bpmnError(step.bpmnError, { at: step.at ?? '', nth: step.nth ?? 0 });
  return world.completeAllOpen(step.variables);
}

function report(instance: Instance): InstanceReport {
  const { flow, state } = instance;
  const places = waitingPlaces(flow, state);
  const [incident] = places.incidents;
  return {
    id: instance.id,
    process: flow.compiled.key,
    ...(instance.parent && { parent: instance.parent.instance.id }),
    status: state.status,
    ...(incident && state.status === 'incident' && { incident: { reason: incident.reason, element: incident.element } }),
    ...(state.error !== undefined && { error: state.error }),
    open: places.open,
    waitingAt: [...places.events, ...places.joins],
    variables: state.variables,
    ...assigneesOf(flow, state),
  };
}

/** Whom the rules of the open steps would ask. */
function assigneesOf(flow: LoadedFlow, state: FlowState): Pick<InstanceReport, 'assignees'> {
  const run = newRun(flow, state, {});
  const ruled = Object.values(state.acts).flatMap((act) => {
    const node = act.kind === 'work' ? flow.graph.nodes[act.node] : undefined;
    const { rules, role, department } = node?.oa.assignment === undefined ? {} : assignmentOf(node, visible(run, act.scope, act));
    if (node === undefined || rules === undefined) return [];
    return [[node.id, [...rules.map((rule) => ('value' in rule ? `${rule.kind}:${rule.value}` : rule.kind)), `queue:${[role, department].filter(Boolean).join('@')}`]] as const];
  });
  return ruled.length === 0 ? {} : { assignees: Object.fromEntries(ruled) };
}

function reasonOf(error: DomainError): string {
  const { action, step } = error.details;
  return `${error.messageEn}${typeof step === 'string' && step !== action ? ` (${step})` : ''}`;
}
