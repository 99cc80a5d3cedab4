import { byId } from '../bpmn/by-id.js';
import type { FlowNode, FlowProcess, SequenceFlow } from '../bpmn/flow-model.js';
import { goesThrough } from '../machine/token-game.js';
import type { ActionConfig, GuardConfig, MachineConfig, StateConfig, TransitionConfig } from './compiled-flow.js';
import { eventName, splitKey, stateKey, stuckKey } from './state-keys.js';

/** Where a path ends without an end event. */
const endOfPath = 'end of path';
/** Before the scope begins. No id of a diagram holds a bracket. */
const beforeStart = '(created)';
const choiceOfBranch = '(choice)';
const skippedBranch = '(skipped)';

/** Gateways alone cannot need more steps than this; see `maxIterations` of xstate, which by default never stops. */
const maxIterations = 10_000;

/**
 * Compiles a block-structured scope to nested states: every element is a state, a choice is a list of guarded transitions in document
 * order, a parallel block is a parallel state whose `onDone` is the join. Undefined when the scope is not block-structured (tokens
 * of non-interrupting boundary events, splits and joins that do not pair up): then `netScope` carries it.
 */
export function nestScope(graph: FlowProcess, scopeId: string): MachineConfig | undefined {
  const scope = graph.scopes[scopeId];
  // xstate keeps its states in ordinary objects.
  if (scope === undefined || scope.nodes.includes('__proto__')) return undefined;
  const nesting: Nesting = { graph, regionOf: new Map(), failed: false };
  const root = newRegion(0);
  const created: StateConfig = { on: {} };
  root.states[beforeStart] = created;
  const starts = scope.starts.map((id) => graph.nodes[id]).filter((node) => node !== undefined);
  const withEvents = starts.filter((node) => node.kind === 'startEvent' || node.instantiate);
  if (withEvents.length === 0) {
    const [start] = starts;
    if (start === undefined || starts.length > 1) return undefined;
    created.on = { begin: [{ target: claim(nesting, root, start) }] };
  }
  for (const start of withEvents) {
    const begun = start.kind === 'eventBasedGateway' ? branchesOf(graph, start) : [start];
    for (const node of begun) created.on = { ...created.on, [eventName({ type: 'begin', node: node.id })]: waysOut(nesting, root, node, [pass(node)]) };
  }
  explore(nesting, root);
  if (nesting.failed || root.exit !== undefined) return undefined;
  return { id: scopeId, initial: beforeStart, options: { maxIterations }, states: root.states };
}

/** Blocks nested deeper than a person could draw are carried as a net. */
const deepestBlock = 40;

interface Nesting {
  readonly graph: FlowProcess;
  /** Which region a node belongs to: two would mean that its tokens are concurrent. */
  readonly regionOf: Map<string, Region>;
  failed: boolean;
}

/** A part of the scope that holds exactly one token. */
interface Region {
  readonly depth: number;
  /** Of a branch behind an inclusive split: how many flows the join has that ends it. */
  readonly inclusiveJoin?: number;
  readonly states: Record<string, StateConfig>;
  readonly open: FlowNode[];
  /** The join at which its token leaves, and whether it may also end elsewhere. */
  exit?: string;
  ends: boolean;
}

interface Branch {
  readonly initial: string;
  readonly region: Region;
}

function newRegion(depth: number, inclusiveJoin?: number): Region {
  return { depth, ...(inclusiveJoin !== undefined && { inclusiveJoin }), states: byId(), open: [], ends: false };
}

function explore(nesting: Nesting, region: Region): void {
  // The list grows while it is walked.
  for (const node of region.open) {
    if (nesting.failed) return;
    region.states[stateKey(node.id)] = stateOf(nesting, region, node);
  }
}

/** Takes the node into the region, to be explored later; gives the name of its state. */
function claim(nesting: Nesting, region: Region, node: FlowNode): string {
  const key = stateKey(node.id);
  if (isJoinOf(region, node)) {
    // The join that ends this branch. A second way into it from one branch could never fill both its flows.
    if (region.depth === 0 || region.exit !== undefined) nesting.failed = true;
    region.exit = node.id;
    region.states[key] = { type: 'final', meta: { join: node.id } };
    return key;
  }
  const owner = nesting.regionOf.get(node.id);
  if (owner === undefined) {
    nesting.regionOf.set(node.id, region);
    region.open.push(node);
  } else if (owner !== region) {
    nesting.failed = true;
  }
  return key;
}

/** An inclusive gateway inside a branch is an ordinary merge unless it can be the join of all branches. */
function isJoinOf({ inclusiveJoin }: Region, node: FlowNode): boolean {
  if (node.incoming.length <= 1) return false;
  return node.kind === 'parallelGateway' || (node.kind === 'inclusiveGateway' && node.incoming.length === inclusiveJoin);
}

function stateOf(nesting: Nesting, region: Region, node: FlowNode): StateConfig {
  if (node.kind === 'endEvent') {
    region.ends = true;
    return { type: 'final', entry: [reach(node)] };
  }
  if (node.kind === 'exclusiveGateway') return choiceState(nesting, region, node);
  if (node.kind === 'inclusiveGateway' && node.outgoing.length > 1) return inclusiveState(nesting, region, node);
  if (node.kind === 'parallelGateway' && node.outgoing.length > 1) {
    return { entry: [pass(node)], ...parallelBlock(nesting, region, node) };
  }
  if (goesThrough(node)) return { always: waysOut(nesting, region, node, [pass(node)]) };
  if (node.kind === 'eventBasedGateway') {
    return { entry: [reach(node)], on: Object.fromEntries(branchesOf(nesting.graph, node).map((branch) => [leaveOf(branch), waysOut(nesting, region, branch)])) };
  }
  const on: Record<string, TransitionConfig[]> = { [leaveOf(node)]: waysOut(nesting, region, node) };
  for (const id of node.boundary) {
    const boundary = nesting.graph.nodes[id];
    if (boundary === undefined || boundary.event?.kind === 'compensation') continue;
    // The token of a non-interrupting event runs beside the one of the activity.
    if (boundary.interrupting !== true) nesting.failed = true;
    on[leaveOf(boundary)] = waysOut(nesting, region, boundary);
  }
  return { entry: [reach(node)], on };
}

function choiceState(nesting: Nesting, region: Region, node: FlowNode): StateConfig {
  const flows = flowsOf(nesting.graph, node);
  if (flows.length === 0) return { always: waysOut(nesting, region, node, [pass(node)]) };
  const inOrder = [...flows.filter(({ id }) => id !== node.defaultFlow), ...flows.filter(({ id }) => id === node.defaultFlow)];
  const always = inOrder.map((flow) => guarded(nesting, region, flow, { node, actions: [pass(node)], isDefault: flow.id === node.defaultFlow }));
  if (always.every(({ guard }) => guard !== undefined)) always.push({ target: stuckState(region, node, { target: stateKey(node.id) }) });
  return { always };
}

/** The transitions by which the token goes on from a node whose work is done. */
function waysOut(nesting: Nesting, region: Region, node: FlowNode, actions: ActionConfig[] = []): TransitionConfig[] {
  const flows = flowsOf(nesting.graph, node);
  const [only] = flows;
  if (only === undefined) {
    region.ends = true;
    region.states[endOfPath] = { type: 'final' };
    return [withActions({ target: endOfPath }, actions)];
  }
  if (flows.length > 1) {
    if (node.kind !== 'parallelGateway' && flows.some(({ id, condition }) => condition !== undefined || id === node.defaultFlow)) nesting.failed = true;
    const key = splitKey(node.id);
    region.states[key] ??= parallelBlock(nesting, region, node);
    return [withActions({ target: key }, actions)];
  }
  const way = guarded(nesting, region, only, { node, actions, isDefault: node.defaultFlow === only.id || node.kind === 'parallelGateway' });
  if (way.guard === undefined) return [way];
  return [way, { target: stuckState(region, node, way) }];
}

function guarded(nesting: Nesting, region: Region, flow: SequenceFlow, from: { node: FlowNode; actions: ActionConfig[]; isDefault: boolean }): TransitionConfig {
  const target = nesting.graph.nodes[flow.target];
  // xstate takes an eventless transition to itself once and then rests; the net tells that it never ends.
  if (target === from.node && goesThrough(target)) nesting.failed = true;
  const key = target === undefined ? endOfPath : claim(nesting, region, target);
  const guard = flow.condition === undefined || from.isDefault ? undefined : ({ type: 'condition', params: { flow: flow.id, feel: flow.condition } } as const);
  return withActions({ ...(guard && { guard }), target: key, ...(key === stateKey(from.node.id) && { reenter: true }) }, from.actions);
}

/** Where a token waits as an incident; asked again it tries the same way. */
function stuckState(region: Region, node: FlowNode, retry: TransitionConfig): string {
  const key = stuckKey(node.id);
  region.states[key] = { entry: [{ type: 'stop', params: { node: node.id } }], on: { [eventName({ type: 'retry', node: node.id })]: [retry] } };
  return key;
}

/**
 * An inclusive split: every branch is a region that is entered or skipped by its condition. The variables do not change while the
 * machine takes one step, so all branches choose by the same values, and `onDone` is the join.
 */
function inclusiveState(nesting: Nesting, region: Region, node: FlowNode): StateConfig {
  const flows = flowsOf(nesting.graph, node);
  const others = flows.filter(({ id }) => id !== node.defaultFlow);
  const conditions = others.map(({ condition }) => condition).filter((condition) => condition !== undefined);
  const withoutCondition = conditions.length < others.length;
  const isAlwaysOpen = others.length < flows.length || withoutCondition;
  const key = splitKey(node.id);
  const block = blockOf(nesting, region, node, flows.map((flow) => {
    const { initial, region: branch } = branchRegion(nesting, region, flow, flows.length);
    branch.states[choiceOfBranch] = { always: [withGuard({ target: initial }, entryGuard(flow, node, withoutCondition ? ['true'] : conditions)), { target: skippedBranch }] };
    branch.states[skippedBranch] = { type: 'final' };
    return { initial: choiceOfBranch, region: branch };
  }));
  region.states[key] = block;
  const enter = withActions({ target: key }, [pass(node)]);
  if (isAlwaysOpen) return { always: [enter] };
  return { always: [{ ...enter, guard: { type: 'anyOf', params: { feel: conditions } } }, { target: stuckState(region, node, { target: stateKey(node.id) }) }] };
}

/** The default branch is entered when nothing else is; a branch without condition always. */
function entryGuard(flow: SequenceFlow, node: FlowNode, conditions: readonly string[]): GuardConfig | undefined {
  if (flow.id === node.defaultFlow) return { type: 'noneOf', params: { feel: conditions } };
  return flow.condition === undefined ? undefined : { type: 'condition', params: { flow: flow.id, feel: flow.condition } };
}

function withGuard(transition: TransitionConfig, guard: GuardConfig | undefined): TransitionConfig {
  return guard === undefined ? transition : { ...transition, guard };
}

/** All flows out of the node at once: one region a branch, which ends at the common join or at an end event. */
function parallelBlock(nesting: Nesting, parent: Region, node: FlowNode): StateConfig {
  return blockOf(nesting, parent, node, flowsOf(nesting.graph, node).map((flow) => branchRegion(nesting, parent, flow)));
}

function blockOf(nesting: Nesting, parent: Region, node: FlowNode, branches: readonly Branch[]): StateConfig {
  const states = Object.fromEntries(branches.map(({ initial, region }, index) => [`branch ${index + 1}`, { initial, states: region.states }]));
  const joining = branches.map(({ region }) => region).filter(({ exit }) => exit !== undefined);
  const join = nesting.graph.nodes[joining[0]?.exit ?? ''];
  if (join === undefined) {
    parent.ends = true;
    parent.states[endOfPath] = { type: 'final' };
    return { type: 'parallel', states, onDone: { target: endOfPath } };
  }
  const isComplete = joining.length === join.incoming.length && joining.every(({ exit, ends }) => exit === join.id && !ends);
  if (!isComplete || nesting.regionOf.has(join.id)) nesting.failed = true;
  nesting.regionOf.set(join.id, parent);
  if (nesting.failed) return { type: 'parallel', states };
  const [onDone] = waysOut(nesting, parent, join, [pass(join)]);
  const again = onDone?.target === stateKey(node.id) || onDone?.target === splitKey(node.id);
  return { type: 'parallel', states, ...(onDone && { onDone: again ? { ...onDone, reenter: true } : onDone }) };
}

function branchRegion(nesting: Nesting, parent: Region, flow: SequenceFlow, inclusiveJoin?: number): Branch {
  const region = newRegion(parent.depth + 1, inclusiveJoin);
  const target = nesting.graph.nodes[flow.target];
  if (target === undefined || nesting.failed || region.depth > deepestBlock) {
    nesting.failed = true;
    return { initial: endOfPath, region };
  }
  const initial = claim(nesting, region, target);
  explore(nesting, region);
  return { initial, region };
}

function branchesOf(graph: FlowProcess, gateway: FlowNode): FlowNode[] {
  return flowsOf(graph, gateway).map(({ target }) => graph.nodes[target]).filter((node) => node !== undefined);
}

function flowsOf(graph: FlowProcess, node: FlowNode): SequenceFlow[] {
  return node.outgoing.map((id) => graph.flows[id]).filter((flow) => flow !== undefined);
}

function leaveOf(node: FlowNode): string {
  return eventName({ type: 'leave', node: node.id });
}

function withActions(transition: TransitionConfig, actions: ActionConfig[]): TransitionConfig {
  return actions.length === 0 ? transition : { ...transition, actions };
}

function reach(node: FlowNode): ActionConfig {
  return { type: 'reach', params: { node: node.id } };
}

function pass(node: FlowNode): ActionConfig {
  return { type: 'pass', params: { node: node.id } };
}
