import type { Case, WorkItem } from '../../entities/index.js';
import type { CompiledFlow } from '../../workflows/compile/compiled-flow.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import type { LoadedFlow } from '../../workflows/machine/load-flow.js';
import { reroutesOf } from '../../workflows/machine/reroute.js';
import { followsDirectly, passedAgain, passedSteps } from '../../workflows/machine/steps-around.js';
import { actOf } from '../cases/acts/index.js';
import { pinnedVersions } from '../decision-tables/decision-table-catalogue.js';
import type { ServiceContext } from '../service-context.js';

/** A running case with its flow and where it stands. */
export interface Standing {
  flow: LoadedFlow;
  state: FlowState;
  /** The flows that it calls, in its pinned versions. */
  called: CompiledFlow[];
}

export interface StepName {
  id: string;
  name: string;
}

export interface ReturnStep extends StepName {
  /** Steps on the ordinary way back that are in force and not done anew: the work can only come straight back. */
  inForce?: string[];
}

/** The flow of a running case; nothing for a draft or a case whose flow has ended. */
export async function findStanding(context: ServiceContext, { flowVersionId, flowState, pinnedFlows }: Case): Promise<Standing | undefined> {
  if (flowVersionId === null || flowState === null) return undefined;
  const state = JSON.parse(flowState) as FlowState;
  if (state.status !== 'active' && state.status !== 'incident') return undefined;
  const versions = pinnedVersions(pinnedFlows as Record<string, string>);
  return { flow: await context.flows.loadVersion(flowVersionId), state, called: (await Promise.all(versions.map((id) => context.flows.loadVersion(id)))).map(({ compiled }) => compiled) };
}

/**
 * The steps to which open work may be returned: passed on the way to it in its own branch, done anew without effect outside the office, and
 * safe for the flow. Where something in force lies between, the work comes straight back.
 */
export function returnStepsOf(standing: Standing, workItem: WorkItem): ReturnStep[] {
  const { flow, state, called } = standing;
  const safe = new Set(reroutesOf(flow, state, workItem.stepKey, { called }));
  return passedSteps(flow, state, workItem.stepKey)
    .filter((id) => safe.has(id) && isRepeatable(flow, id))
    .map((id) => {
      const inForce = inForceAgain(standing, workItem, id);
      return { id, name: nameOf(flow, id), ...(inForce.length > 0 && { inForce: inForce.map((each) => nameOf(flow, each)) }) };
    });
}

/** Steps that the case would do anew on its way from there although what they did is in force. */
export function inForceAgain({ flow, state }: Standing, workItem: WorkItem, to: string): string[] {
  return passedAgain(flow, state, { from: state.acts[workItem.stepKey]?.node ?? '', to }).filter((id) => !mayBePassedAgain(flow, id));
}

/** Automatic steps are safe to repeat; steps of people as `isRepeatable` says; other cases that were called are not called anew. */
function mayBePassedAgain(flow: LoadedFlow, id: string): boolean {
  const kind = flow.graph.nodes[id]?.kind ?? '';
  if (kind === 'userTask' || kind === 'manualTask') return isRepeatable(flow, id);
  if (kind === 'subProcess' || kind === 'transaction') return (flow.graph.scopes[id]?.nodes ?? []).every((inner) => mayBePassedAgain(flow, inner));
  return kind !== 'callActivity';
}

/** May the work that was sent on be taken back from here: nobody took it up, and the flow can simply stand where it stood? */
export function canBeTakenBack({ flow, state, called }: Standing, { sentFrom, stepKey }: WorkItem): boolean {
  const sender = sentFrom === null ? undefined : stepOfKey(flow, sentFrom);
  return sender !== undefined && followsDirectly(flow, sender, state.acts[stepKey]?.node ?? '') && reroutesOf(flow, state, stepKey, { called }).includes(sender);
}

/** `examine~2` is the second activation of `examine`. */
function stepOfKey(flow: LoadedFlow, key: string): string | undefined {
  return [key, key.replace(/~\d+$/, '')].find((id) => flow.compiled.steps[id] !== undefined);
}

export const nameOf = (flow: LoadedFlow, id: string): string => flow.graph.nodes[id]?.name || id;

/** Is it a step of people, the act of which stands inside the office alone? */
export function isRepeatable(flow: LoadedFlow, id: string): boolean {
  const step = flow.compiled.steps[id];
  return step !== undefined && ['user', 'manual'].includes(step.kind) && step.documents.length === 0 && !step.isRepeated && actOf(step.form ?? null).repeatable === true;
}
