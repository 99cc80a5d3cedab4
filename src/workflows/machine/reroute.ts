import { DomainError } from '../../errors/domain-error.js';
import type { FlowNode, NodeKind } from '../bpmn/flow-model.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { planMigration } from '../migration/plan-migration.js';
import { advance, type Step } from './advance.js';
import type { Act, FlowState } from './flow-state.js';
import type { FlowInput } from './input.js';
import type { LoadedFlow } from './load-flow.js';
import type { StepOptions } from './run.js';

export type RerouteInput = Extract<FlowInput, { type: 'reroute' }>;

export interface RerouteOptions extends StepOptions {
  /** The flows that this one calls, as far as they are known; an unknown one is taken to end. */
  readonly called?: readonly CompiledFlow[];
}

/**
 * Moves one open step to another of the same branch and leaves everything else as it is: the other branches keep their tokens, their open
 * work and their keys. The step may stand before the present one (a return) or behind it (a jump).
 *
 * Pure. Refuses a move out of the branch or the sub-process, one that takes a single voice out of a repeated step, and one after which
 * the case could not come to its end or would ask twice: the token game is played on from the new standing before anything is answered.
 *
 * @throws DomainError REROUTE_IMPOSSIBLE, REROUTE_OUT_OF_SCOPE, REROUTE_OUT_OF_BRANCH, REROUTE_PART_OF_MANY, REROUTE_UNSOUND, each with `possible`: the steps to which it can be moved
 */
export function reroute(flow: LoadedFlow, state: FlowState, input: RerouteInput, options: RerouteOptions = {}): Step {
  const act = state.acts[input.key];
  const target = flow.graph.nodes[input.to];
  const refuse = (code: Parameters<typeof refusal>[0], more: Record<string, unknown> = {}): never => {
    throw refusal(code, { flow, act, to: input.to, possible: reroutesOf(flow, state, input.key, options), more });
  };
  if (act === undefined || !isMovable(act) || target === undefined || !isStep(target)) return refuse('REROUTE_IMPOSSIBLE');
  if (act.owner !== undefined) return refuse('REROUTE_PART_OF_MANY');
  if (target.scope !== state.scopes[act.scope]?.scope) return refuse('REROUTE_OUT_OF_SCOPE');
  if (!canJump(flow, state, act, input.to)) return refuse('REROUTE_OUT_OF_BRANCH');
  const step = advance(flow, state, input, options);
  const trouble = troubleAfter(flow, step.state, options.called ?? []);
  return trouble === undefined ? step : refuse('REROUTE_UNSOUND', { ...trouble });
}

/** The steps to which an open one can be moved, in the order of the diagram; its own, begun anew, is not among them. */
export function reroutesOf(flow: LoadedFlow, state: FlowState, key: string, options: RerouteOptions = {}): string[] {
  const act = state.acts[key];
  if (act === undefined || !isMovable(act) || act.owner !== undefined) return [];
  const scope = flow.graph.scopes[state.scopes[act.scope]?.scope ?? ''];
  return (scope?.nodes ?? []).filter((to) => {
    const node = flow.graph.nodes[to];
    if (node === undefined || to === act.node || !isStep(node) || !canJump(flow, state, act, to)) return false;
    return troubleAfter(flow, advance(flow, state, { type: 'reroute', key, to }, options).state, options.called ?? []) === undefined;
  });
}

/** Steps that the case would have gone through in any event and that it need not any more when the token moves there; none when it goes back. */
export function skippedSteps(flow: LoadedFlow, from: string, to: string): string[] {
  const ahead = unavoidableFrom(flow, from);
  const still = unavoidableFrom(flow, to);
  return [...ahead].filter((id) => id !== to && !still.has(id));
}

/**
 * The steps on every way from there to an end: of a choice those that all its ways have, of a split those of each of its branches. The
 * greatest solution, found by taking away; boundary events are left out, since they are no one's ordinary way.
 */
function unavoidableFrom(flow: LoadedFlow, start: string): Set<string> {
  const nodes = [...reachableFrom(flow, start)];
  const steps = nodes.filter((id) => isStepId(flow, id));
  const unavoidable = new Map(nodes.map((id) => [id, new Set(steps)]));
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const id of nodes) {
      const ways = (flow.graph.nodes[id]?.outgoing ?? []).map((way) => flow.graph.flows[way]).filter((way) => way !== undefined);
      const behind = ways.map(({ target }) => unavoidable.get(target) ?? new Set<string>());
      const isSplit = flow.graph.nodes[id]?.kind === 'parallelGateway' || (isStepId(flow, id) && ways.every(({ condition }) => condition === undefined));
      const after = steps.filter((step) => step === id ? isStepId(flow, id) : behind.length > 0 && (isSplit ? behind.some((set) => set.has(step)) : behind.every((set) => set.has(step))));
      if (after.length === unavoidable.get(id)?.size) continue;
      unavoidable.set(id, new Set(after));
      isStable = false;
    }
  }
  return unavoidable.get(start) ?? new Set();
}

/**
 * The steps that lead to that one by every way, that the case has not passed, and without which it has nothing to rest on: a vote on a
 * meeting that nobody called. What the step it comes from could do without is left out.
 */
export function missingBefore(flow: LoadedFlow, state: FlowState, { from, to }: { from: string; to: string }): string[] {
  const passedBy = neededBefore(flow, from);
  return [...neededBefore(flow, to)].filter((id) => !passedBy.has(id) && !isPassed(state, id));
}

/** The steps that the case has passed and might pass once more from there, that one among them; none that the present step leads to anyway. */
export function passedAgain(flow: LoadedFlow, state: FlowState, { from, to }: { from: string; to: string }): string[] {
  const anyway = reachableFrom(flow, from);
  return [...reachableFrom(flow, to)].filter((id) => isStepId(flow, id) && !anyway.has(id) && isPassed(state, id));
}

/** What is open for the first time is not passed yet. */
function isPassed(state: FlowState, id: string): boolean {
  return (state.counts[id] ?? 0) > Object.values(state.acts).filter(({ node }) => node === id).length;
}

/** What each node of a flow rests on: it hangs on the diagram alone. */
const needs = new WeakMap<LoadedFlow, Map<string, Set<string>>>();

/** The steps on every way from the beginning of its scope to a node; before a parallel join those of all its branches. */
function neededBefore(flow: LoadedFlow, node: string): Set<string> {
  const known = needs.get(flow) ?? new Map<string, Set<string>>();
  needs.set(flow, known);
  if (!known.has(node)) for (const [id, needed] of neededIn(flow, flow.graph.scopes[flow.graph.nodes[node]?.scope ?? '']?.nodes ?? [])) known.set(id, needed);
  return known.get(node) ?? new Set();
}

/** The greatest solution, found by taking away. */
function neededIn(flow: LoadedFlow, nodes: readonly string[]): Map<string, Set<string>> {
  const steps = nodes.filter((id) => isStepId(flow, id));
  const needed = new Map(nodes.map((id) => [id, new Set(steps)]));
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const id of nodes) {
      const before = waysInto(flow, id).map((way) => new Set([...(needed.get(way) ?? []), ...(isStepId(flow, way) && flow.graph.nodes[id]?.attachedTo !== way ? [way] : [])]));
      const isJoin = flow.graph.nodes[id]?.kind === 'parallelGateway';
      const left = steps.filter((step) => before.length > 0 && (isJoin ? before.some((set) => set.has(step)) : before.every((set) => set.has(step))));
      if (left.length === needed.get(id)?.size) continue;
      needed.set(id, new Set(left));
      isStable = false;
    }
  }
  return needed;
}

/** The nodes from which a token comes to this one; to a boundary event from its activity, which need not be done for it. */
function waysInto(flow: LoadedFlow, id: string): string[] {
  const node = flow.graph.nodes[id];
  const sources = (node?.incoming ?? []).map((way) => flow.graph.flows[way]?.source).filter((source) => source !== undefined);
  return node?.attachedTo === undefined ? sources : [...sources, node.attachedTo];
}

/** The steps of people that the case has already passed on its way to an open one, the last first. */
export function passedSteps(flow: LoadedFlow, state: FlowState, key: string): string[] {
  const act = state.acts[key];
  if (act === undefined) return [];
  const scope = flow.graph.scopes[state.scopes[act.scope]?.scope ?? ''];
  const passed = (scope?.nodes ?? []).filter((id) => {
    const node = flow.graph.nodes[id];
    return id !== act.node && node !== undefined && isOfPeople(node) && (state.counts[id] ?? 0) > 0 && reachableFrom(flow, id).has(act.node);
  });
  return passed.reverse();
}

/** Does one step come directly after the other, with nothing but gateways between them? */
export function followsDirectly(flow: LoadedFlow, first: string, next: string): boolean {
  const seen = new Set<string>();
  const open = outgoingOf(flow, first);
  for (const id of open) {
    if (id === next) return true;
    const node = flow.graph.nodes[id];
    if (seen.has(id) || node === undefined || isStep(node)) continue;
    seen.add(id);
    open.push(...outgoingOf(flow, id));
  }
  return false;
}

const steps = new Set<NodeKind>(['userTask', 'manualTask', 'receiveTask', 'callActivity', 'subProcess', 'transaction', 'serviceTask', 'sendTask', 'scriptTask', 'businessRuleTask', 'task']);

function isStepId(flow: LoadedFlow, id: string): boolean {
  const node = flow.graph.nodes[id];
  return node !== undefined && isStep(node);
}

const isStep = (node: FlowNode): boolean => steps.has(node.kind) && !node.isForCompensation;

const isOfPeople = (node: FlowNode): boolean => node.kind === 'userTask' || node.kind === 'manualTask';

const isMovable = (act: Act): boolean => act.kind === 'work' || act.kind === 'incident';

function canJump(flow: LoadedFlow, state: FlowState, act: Act, to: string): boolean {
  const scope = state.scopes[act.scope];
  return scope !== undefined && flow.carriers[scope.scope]?.jump(scope.at, { node: act.node, to }, state.variables) !== undefined;
}

/** The answers of the proof by flow and standing: the same few standings are asked about again and again. */
const proofs = new WeakMap<LoadedFlow, Map<string, Trouble | undefined>>();
const mostProofs = 500;

interface Trouble {
  readonly why: string;
  readonly whyEn: string;
}

function troubleAfter(flow: LoadedFlow, state: FlowState, called: readonly CompiledFlow[]): Trouble | undefined {
  const known = proofs.get(flow) ?? new Map<string, Trouble | undefined>();
  proofs.set(flow, known);
  const key = JSON.stringify([state.scopes, Object.values(state.acts).map(({ node, scope, pending }) => [node, scope, pending])]);
  if (known.has(key)) return known.get(key);
  if (known.size >= mostProofs) known.clear();
  const trouble = prove(flow, state, called);
  known.set(key, trouble);
  return trouble;
}

function prove(flow: LoadedFlow, state: FlowState, called: readonly CompiledFlow[]): Trouble | undefined {
  const [group] = planMigration(flow.compiled, flow.compiled, [{ id: '', state }], { called, maxStates: 20_000 }).groups;
  if (group === undefined || group.verdict === 'completes') return undefined;
  return { why: group.reasons.map(({ message }) => message).join(''), whyEn: group.reasons.map(({ messageEn }) => messageEn).join(' ') };
}

function refusal(
  code: 'REROUTE_IMPOSSIBLE' | 'REROUTE_OUT_OF_SCOPE' | 'REROUTE_OUT_OF_BRANCH' | 'REROUTE_PART_OF_MANY' | 'REROUTE_UNSOUND',
  { flow, act, to, possible, more }: { flow: LoadedFlow; act: Act | undefined; to: string; possible: string[]; more: Record<string, unknown> },
): DomainError {
  const nameOf = (id: string): string => flow.graph.nodes[id]?.name || id;
  const names = possible.map(nameOf);
  return new DomainError(code, {
    from: act === undefined ? '' : nameOf(act.node),
    to: nameOf(to),
    possible,
    names: names.length === 0 ? '没有其他环节' : names.join('、'),
    namesEn: names.length === 0 ? 'nowhere' : names.join(', '),
    ...more,
  });
}

function reachableFrom(flow: LoadedFlow, start: string): Set<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const next of outgoingOf(flow, id)) reached.add(next);
  return reached;
}

function outgoingOf(flow: LoadedFlow, id: string): string[] {
  const node = flow.graph.nodes[id];
  const ways = [id, ...(node?.boundary ?? [])].flatMap((each) => flow.graph.nodes[each]?.outgoing ?? []);
  return ways.map((way) => flow.graph.flows[way]?.target).filter((target) => target !== undefined);
}
