import type { FlowModel, FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { circles, longestWalk, type WalkEdge, type WalkLimit } from './longest-walk.js';
import { ownDays, repetitions, timerDays, type Account } from './step-days.js';

/** One step on the critical path. */
export interface CriticalStep {
  readonly process: string;
  readonly element: string;
  /** Working days of one execution, times its repetitions. */
  readonly workdays: number;
  /** Of a call or sub-process: its days are those of the steps that follow. */
  readonly holds?: boolean;
}

export interface WorstCase {
  readonly workdays: number;
  readonly steps: readonly CriticalStep[];
  /** Loops that nothing bounds, each by the elements on it. */
  readonly unbounded: readonly { readonly process: string; readonly elements: string[]; readonly workdays: number }[];
}

/**
 * The worst case of a process in working days: parallel branches take as long as the longest, serial steps add up, loops are taken as
 * often as declared, called processes add their own worst case.
 */
export function worstCaseOf(model: FlowModel, process: FlowProcess, account: Account): WorstCase {
  return processCase({ model, account, calling: [], known: new Map() }, process);
}

interface Question {
  readonly model: FlowModel;
  readonly account: Account;
  /** Processes that are being called. */
  readonly calling: readonly string[];
  readonly known: Map<string, WorstCase>;
}

interface ActivityCase extends WorstCase {
  readonly node: FlowNode;
}

function processCase(question: Question, process: FlowProcess): WorstCase {
  const root = process.scopes[process.id];
  if (root === undefined) return { workdays: 0, steps: [], unbounded: [] };
  const worst = question.known.get(process.id) ?? scopeCase({ ...question, calling: [...question.calling, process.id] }, process, root);
  question.known.set(process.id, worst);
  return worst;
}

function scopeCase(question: Question, process: FlowProcess, scope: FlowScope): WorstCase {
  const cases = new Map<string, ActivityCase>();
  for (const id of scope.nodes) {
    const node = process.nodes[id];
    if (node !== undefined) cases.set(id, { node, ...nodeCase(question, process, node) });
  }
  const edges = withLimits(process, walkEdges(process, scope, cases));
  const { walk, unbounded } = longestWalk({ starts: scope.starts, edges });
  const loops = unbounded.filter((circle) => circle.some((id) => waits(process.nodes[id]))).map((circle) => ({
    process: process.id, elements: circle, workdays: circle.reduce((sum, id) => sum + (cases.get(id)?.workdays ?? 0), 0),
  }));
  const onWalk = walk.edges.flatMap((edge) => stepsOf(process, edge, cases));
  const handler = longest(scope.eventSubProcesses.map((id) => cases.get(id)));
  return {
    workdays: walk.days + (handler?.workdays ?? 0),
    steps: [...onWalk, ...(handler?.steps ?? [])],
    unbounded: [...loops, ...[...cases.values()].flatMap((inner) => inner.unbounded)],
  };
}

/** The worst case of one node with its repetitions. */
function nodeCase(question: Question, process: FlowProcess, node: FlowNode): WorstCase {
  const once = onceCase(question, process, node);
  const times = repetitions(node);
  if (times === 1 || once.workdays === 0) return once;
  if (times === undefined) return { ...once, unbounded: [...once.unbounded, { process: process.id, elements: [node.id], workdays: once.workdays }] };
  return { ...once, workdays: once.workdays * times, steps: once.steps.map((step) => ({ ...step, workdays: step.workdays * times })) };
}

function onceCase(question: Question, process: FlowProcess, node: FlowNode): WorstCase {
  const scope = process.scopes[node.id];
  if (scope !== undefined) return within(process, node, scopeCase(question, process, scope));
  const called = node.kind === 'callActivity' ? question.model.processes.find(({ id }) => id === node.calledElement) : undefined;
  if (called !== undefined) {
    if (question.calling.includes(called.id)) return { workdays: 0, steps: [], unbounded: [{ process: process.id, elements: [node.id], workdays: 1 }] };
    return within(process, node, processCase(question, called));
  }
  if (node.kind === 'startEvent' || node.kind === 'boundaryEvent') return { workdays: 0, steps: [], unbounded: [] };
  const workdays = node.kind === 'eventBasedGateway' ? longestWait(process, node) : isAfterEventGateway(process, node) ? 0 : ownDays(node, question.account);
  return { workdays, steps: workdays === 0 ? [] : [{ process: process.id, element: node.id, workdays }], unbounded: [] };
}

function within(process: FlowProcess, node: FlowNode, inner: WorstCase): WorstCase {
  if (inner.workdays === 0) return inner;
  return { ...inner, steps: [{ process: process.id, element: node.id, workdays: inner.workdays, holds: true }, ...inner.steps] };
}

/** Whatever wins at an event-based gateway, its timers end the waiting. */
function longestWait(process: FlowProcess, gateway: FlowNode): number {
  return Math.max(0, ...gateway.outgoing.map((flow) => timerDays(process.nodes[process.flows[flow]?.target ?? '']?.event?.timer)));
}

function isAfterEventGateway(process: FlowProcess, node: FlowNode): boolean {
  return node.incoming.some((flow) => process.nodes[process.flows[flow]?.source ?? '']?.kind === 'eventBasedGateway');
}

function walkEdges(process: FlowProcess, scope: FlowScope, cases: ReadonlyMap<string, ActivityCase>): WalkEdge[] {
  return scope.nodes.flatMap((id) => {
    const own = cases.get(id);
    if (own === undefined) return [];
    const { node, workdays: days } = own;
    const ways: WalkEdge[] = node.outgoing.flatMap((flow) => {
      const to = process.flows[flow]?.target;
      const times = process.flows[flow]?.maxRepeats;
      return to === undefined ? [] : [{ from: id, to, days, ...(times === undefined ? {} : { limit: { id: flow, times } }) }];
    });
    const boundary = node.boundary.flatMap((to) => {
      const event = process.nodes[to];
      return event === undefined || event.event?.kind === 'compensation' ? [] : [{ from: id, to, days: timerDays(event.event?.timer) || days }];
    });
    return node.outgoing.length === 0 ? [{ from: id, days }, ...boundary] : [...ways, ...boundary];
  });
}

/** `oa:maxRepeats` of a step limits the ways by which a loop comes back to it; on a flow outside of any loop it says nothing. */
function withLimits(process: FlowProcess, edges: readonly WalkEdge[]): WalkEdge[] {
  const groups = new Map<string, number>();
  circles(edges).forEach((circle, number) => circle.forEach((id) => groups.set(id, number)));
  return edges.map((edge) => {
    const isInLoop = edge.to !== undefined && groups.has(edge.from) && groups.get(edge.from) === groups.get(edge.to);
    const { limit, ...plain } = edge;
    if (!isInLoop) return plain;
    if (limit !== undefined) return edge;
    const times = process.nodes[edge.to ?? '']?.oa.maxRepeats;
    const ofStep: WalkLimit | undefined = times === undefined ? undefined : { id: edge.to ?? '', times };
    return ofStep === undefined ? plain : { ...plain, limit: ofStep };
  });
}

function stepsOf(process: FlowProcess, edge: WalkEdge, cases: ReadonlyMap<string, ActivityCase>): CriticalStep[] {
  const from = cases.get(edge.from);
  if (from === undefined || edge.days === 0) return [];
  if (edge.days === from.workdays) return [...from.steps];
  return [{ process: process.id, element: edge.to ?? edge.from, workdays: edge.days }];
}

function longest(cases: readonly (ActivityCase | undefined)[]): ActivityCase | undefined {
  return cases.reduce((best, next) => ((next?.workdays ?? 0) > (best?.workdays ?? 0) ? next : best), undefined);
}

/** Whether a case spends time here: people, callers, timers and messages are waited for. */
function waits(node: FlowNode | undefined): boolean {
  return node !== undefined && ['userTask', 'manualTask', 'receiveTask', 'callActivity', 'subProcess', 'transaction', 'catchEvent', 'eventBasedGateway'].includes(node.kind);
}
