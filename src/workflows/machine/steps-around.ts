import type { FlowNode, NodeKind } from '../bpmn/flow-model.js';
import type { FlowState } from './flow-state.js';
import type { LoadedFlow } from './load-flow.js';

/** A move of open work from the step where it stands to another. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

const stepKinds = new Set<NodeKind>(['userTask', 'manualTask', 'receiveTask', 'callActivity', 'subProcess', 'transaction', 'serviceTask', 'sendTask', 'scriptTask', 'businessRuleTask', 'task']);

/** Is it a step of the ordinary way: an activity that is not only run to undo another one? */
export const isStep = (node: FlowNode): boolean => stepKinds.has(node.kind) && !node.isForCompensation;

/** Steps that the case would have gone through in any event and that it need not any more when the token moves there; none when it goes back. */
export function skippedSteps(flow: LoadedFlow, { from, to }: Move): string[] {
  const still = unavoidableFrom(flow, to);
  return [...unavoidableFrom(flow, from)].filter((id) => id !== to && !still.has(id));
}

/**
 * The steps that lead to that one by every way, that the case has not passed, and without which it has nothing to rest on: a vote on a
 * meeting that nobody called. What the step it comes from could do without is left out.
 */
export function missingBefore(flow: LoadedFlow, state: FlowState, { from, to }: Move): string[] {
  const passedBy = neededBefore(flow, from);
  return [...neededBefore(flow, to)].filter((id) => !passedBy.has(id) && !isPassed(state, id));
}

/** The steps that the case has passed and might pass once more from there, that one among them; none that the present step leads to anyway. */
export function passedAgain(flow: LoadedFlow, state: FlowState, { from, to }: Move): string[] {
  const anyway = reachableFrom(flow, from);
  return [...reachableFrom(flow, to)].filter((id) => isStepId(flow, id) && !anyway.has(id) && isPassed(state, id));
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

const isOfPeople = (node: FlowNode): boolean => node.kind === 'userTask' || node.kind === 'manualTask';

function isStepId(flow: LoadedFlow, id: string): boolean {
  const node = flow.graph.nodes[id];
  return node !== undefined && isStep(node);
}

/** What is open for the first time is not passed yet. */
function isPassed(state: FlowState, id: string): boolean {
  return (state.counts[id] ?? 0) > Object.values(state.acts).filter(({ node }) => node === id).length;
}

/** Steps by node, worked out for all nodes of a scope together and kept: they hang on the diagram alone. */
type StepsOfNodes = WeakMap<LoadedFlow, Map<string, ReadonlySet<string>>>;
const unavoidable: StepsOfNodes = new WeakMap();
const needed: StepsOfNodes = new WeakMap();

/**
 * The steps on every way from there to an end, its own among them: of a choice those that all its ways have, of a split those of each of its
 * branches. Boundary events are left out, since they are no one's ordinary way.
 */
function unavoidableFrom(flow: LoadedFlow, start: string): ReadonlySet<string> {
  return worked(unavoidable, flow, start, (nodes) => {
    const steps = nodes.filter((id) => isStepId(flow, id));
    // From the end of the diagram to its beginning, the way on which the sets grow smaller.
    return greatest([...nodes].reverse(), {
      mostOf: (id) => {
        const reachable = reachableFrom(flow, id);
        return steps.filter((step) => reachable.has(step));
      },
      leftOf: (id, known) => {
        const ways = (flow.graph.nodes[id]?.outgoing ?? []).map((way) => flow.graph.flows[way]).filter((way) => way !== undefined);
        const isSplit = flow.graph.nodes[id]?.kind === 'parallelGateway' || (isStepId(flow, id) && ways.every(({ condition }) => condition === undefined));
        const behind = isSplit ? inAny(ways.map(({ target }) => known(target))) : inAll(ways.map(({ target }) => known(target)));
        return isStepId(flow, id) ? new Set([...behind, id]) : behind;
      },
    });
  });
}

/** The steps on every way from the beginning of its scope to a node; before a parallel join those of all its branches. */
function neededBefore(flow: LoadedFlow, node: string): ReadonlySet<string> {
  return worked(needed, flow, node, (nodes) =>
    greatest(nodes, {
      mostOf: () => nodes.filter((id) => isStepId(flow, id)),
      leftOf: (id, known) => {
        const { incoming = [], attachedTo, kind } = flow.graph.nodes[id] ?? {};
        const sources = incoming.map((way) => flow.graph.flows[way]?.source).filter((source) => source !== undefined);
        const before = sources.map((source) => (isStepId(flow, source) ? new Set([...known(source), source]) : known(source)));
        // To a boundary event a token comes from an activity that need not be done for it.
        if (attachedTo !== undefined) before.push(known(attachedTo));
        return kind === 'parallelGateway' ? inAny(before) : inAll(before);
      },
    }),
  );
}

function worked(kept: StepsOfNodes, flow: LoadedFlow, node: string, workOut: (nodes: readonly string[]) => Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const ofFlow = kept.get(flow) ?? new Map<string, ReadonlySet<string>>();
  kept.set(flow, ofFlow);
  if (!ofFlow.has(node)) for (const [id, steps] of workOut(flow.graph.scopes[flow.graph.nodes[node]?.scope ?? '']?.nodes ?? [])) ofFlow.set(id, steps);
  return ofFlow.get(node) ?? new Set();
}

interface Demand {
  /** The most that a node can demand. */
  readonly mostOf: (id: string) => string[];
  /** What it demands, given what its neighbours do. */
  readonly leftOf: (id: string, known: (id: string) => ReadonlySet<string>) => ReadonlySet<string>;
}

/** The greatest solution, found by taking away until nothing is left to take. */
function greatest(nodes: readonly string[], { mostOf, leftOf }: Demand): Map<string, ReadonlySet<string>> {
  const sets = new Map<string, ReadonlySet<string>>(nodes.map((id) => [id, new Set(mostOf(id))]));
  const known = (id: string): ReadonlySet<string> => sets.get(id) ?? new Set();
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const id of nodes) {
      const before = known(id);
      const left = leftOf(id, known);
      const after = new Set([...before].filter((step) => left.has(step)));
      if (after.size === before.size) continue;
      sets.set(id, after);
      isStable = false;
    }
  }
  return sets;
}

const inAny = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => new Set(sets.flatMap((set) => [...set]));

function inAll([first, ...others]: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set([...(first ?? [])].filter((step) => others.every((set) => set.has(step))));
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
