import type { FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { addEdge, addNode, type NetNode, type TokenNet } from './token-net.js';
import { boundaryFor, canTrigger, handlerFor, type ExitsOf } from './scope-exits.js';

export interface NetQuestion {
  readonly process: FlowProcess;
  readonly scope: FlowScope;
  readonly exitsOf: ExitsOf;
  /** Where the token begins: the starts of the scope, or one non-interrupting boundary event whose path is looked at alone. */
  readonly roots: readonly string[];
  /** Whether all roots begin together or one of them. */
  readonly together: boolean;
  /** Non-interrupting boundary events whose tokens meet those of the main path and must be played together with it. */
  readonly joint: ReadonlySet<string>;
  /** Elements behind a merge that means to pass several tokens (`oa:multiMerge`). */
  readonly manyMeant: ReadonlySet<string>;
  /** Elements whose conditions or writes are played, or whose firing is watched. */
  readonly speaking?: ReadonlySet<string>;
  /** Steps that wait stay apart from automatic ones, so that these can run first. */
  readonly keepsOrder?: boolean;
  /** Terminate and cancel ends end nothing but their own token: what only they cut off is not dead. */
  readonly mildEnds?: boolean;
  /** Where tokens already lie: the game goes on from there, and the roots are not begun. */
  readonly standing?: StandingTokens;
}

/** Tokens in the middle of a game: how many are at work at a node, how many wait on a flow into a join. */
export interface StandingTokens {
  readonly nodes: ReadonlyMap<string, number>;
  readonly flows: ReadonlyMap<string, number>;
}

/** Translates one scope into the token game of BPMN 2.0 chapter 13. */
export function buildNet(question: NetQuestion): TokenNet {
  const net: TokenNet = { nodes: [], edges: [], entry: 0 };
  const start = addNode(net, { split: question.together || question.standing !== undefined ? 'all' : 'one' });
  addEdge(net, -1, start.id);
  const gates = new Map<string, Gate>();
  for (const id of question.scope.nodes) {
    const node = question.process.nodes[id];
    if (node !== undefined && playsInNet(node)) gates.set(id, addElement(net, node, question));
  }
  for (const id of question.scope.flows) {
    const flow = question.process.flows[id];
    if (flow === undefined) continue;
    const from = gates.get(flow.source);
    const to = gates.get(flow.target);
    if (from === undefined || to === undefined) continue;
    const waiting = question.standing?.flows.get(id) ?? 0;
    if (from.exit === undefined) {
      // The token is always taken away here; a join behind waits for it all the same.
      if (waiting > 0) addEdge(net, start.id, to.entrance, { flow: id });
      else if (to.node.kind === 'parallelGateway' && to.node.incoming.length > 1) addEdge(net, -1, to.entrance, { flow: id });
      continue;
    }
    const manyMeant = question.manyMeant.has(flow.source);
    if (waiting === 0) addEdge(net, from.exit, to.entrance, { flow: id, manyMeant });
    else addFlowWithTokens(net, { start: start.id, from: from.exit, to: to.entrance }, { flow: id, manyMeant, waiting });
  }
  for (const gate of gates.values()) finishSplit(net, gate, question);
  for (const gate of gates.values()) addWaysOut(net, gate, gates, question);
  if (question.standing !== undefined) {
    putTokens(net, start.id, gates, question.standing, question.manyMeant);
    return net;
  }
  for (const root of question.roots) {
    const gate = gates.get(root);
    if (gate !== undefined) addEdge(net, start.id, gate.entrance);
  }
  return net;
}

/** A flow has one producer, so what waits on it already comes through a node of its own. */
function addFlowWithTokens(net: TokenNet, ends: { start: number; from: number; to: number }, { flow, manyMeant, waiting }: { flow: string; manyMeant: boolean; waiting: number }): void {
  const merge = addNode(net);
  addEdge(net, ends.from, merge.id, { flow, manyMeant });
  addEdge(net, merge.id, ends.to, { manyMeant });
  for (let token = 0; token < waiting; token += 1) addEdge(net, ends.start, merge.id, { manyMeant });
}

/** A gateway that holds a token has waited for its flows already; an activity is begun as if it began now. */
function putTokens(net: TokenNet, start: number, gates: ReadonlyMap<string, Gate>, { nodes }: StandingTokens, manyMeant: ReadonlySet<string>): void {
  for (const [id, count] of nodes) {
    const gate = gates.get(id);
    if (gate === undefined) continue;
    const place = gate.node.kind.endsWith('Gateway') ? (gate.exit ?? gate.entrance) : gate.entrance;
    for (let token = 0; token < count; token += 1) addEdge(net, start, place, { manyMeant: manyMeant.has(id) });
  }
}

interface Gate {
  readonly node: FlowNode;
  readonly entrance: number;
  /** The net node from which the sequence flows go out; an end has none. */
  readonly exit?: number;
}

/** Handlers of compensation and event sub-processes are no part of the flow: each is proved alone. */
export function playsInNet(node: FlowNode): boolean {
  return node.kind !== 'eventSubProcess' && !node.isForCompensation && !(node.kind === 'boundaryEvent' && node.event?.kind === 'compensation');
}

function addElement(net: TokenNet, node: FlowNode, question: NetQuestion): Gate {
  const path = [node.id];
  const manyMeant = question.manyMeant.has(node.id);
  if (node.kind === 'endEvent' && question.speaking?.has(node.id) !== true) return { node, entrance: addNode(net, { sink: endKind(node, question), path, manyMeant }).id };
  if (throwsOut(node, question)) return { node, entrance: addNode(net, { sink: 'cut', path }).id };
  const join = node.incoming.length < 2 ? 'any' : node.kind === 'parallelGateway' ? 'all' : node.kind === 'inclusiveGateway' ? 'inclusive' : 'any';
  const waits = question.keepsOrder === true && waitsForSomebody(node, question.process);
  const data = { element: node.id, isFixed: waits || (question.speaking?.has(node.id) ?? false) };
  if (!hasSpecialWays(node, question)) {
    const only = addNode(net, { join, path, waits, ...data });
    return { node, entrance: only.id, exit: only.id };
  }
  return { node, entrance: addNode(net, { join, path, waits, isFixed: waits }).id, exit: addNode(net, { ...data, waits: false }).id };
}

/** Whether people, other systems or the clock decide when the step ends; automatic steps end at once. */
export function waitsForSomebody(node: FlowNode, process: FlowProcess): boolean {
  if (process.scopes[node.id] !== undefined) return process.scopes[node.id]?.nodes.some((id) => waitsForSomebody(process.nodes[id] as FlowNode, process)) ?? false;
  return ['userTask', 'manualTask', 'receiveTask', 'catchEvent', 'eventBasedGateway', 'callActivity'].includes(node.kind) && node.event?.kind !== 'link';
}

/** An interrupting handler of this scope or of one around it takes the token away from the thrower: nothing follows. */
function throwsOut(node: FlowNode, question: NetQuestion): boolean {
  return node.kind === 'throwEvent' && node.event?.kind === 'escalation' && isCaughtInterrupting(node.event.code ?? '', question);
}

function endKind(node: FlowNode, question: NetQuestion): 'end' | 'cut' {
  switch (node.event?.kind) {
    case 'terminate':
    case 'cancel':
      return question.mildEnds === true ? 'end' : 'cut';
    case 'error':
      return 'cut';
    case 'escalation':
      return isCaughtInterrupting(node.event.code ?? '', question) ? 'cut' : 'end';
    default:
      return 'end';
  }
}

/** Whether an element may end the whole scope: an end or throw event by itself, an activity by an error or escalation of what it holds. */
export function cutsScope(node: FlowNode, question: NetQuestion): boolean {
  if (node.kind === 'endEvent') return endKind(node, question) === 'cut';
  return throwsOut(node, question) || leavesScope(node, question);
}

function isCaughtInterrupting(code: string, { process, scope }: NetQuestion): boolean {
  for (let around: FlowScope | undefined = scope; around !== undefined; around = process.scopes[around.parent ?? '']) {
    const handler = handlerFor(process, around, 'escalation', code);
    if (handler !== undefined) return process.nodes[process.scopes[handler.id]?.starts[0] ?? '']?.interrupting === true;
    const activity = process.nodes[around.id];
    const boundary = activity && boundaryFor(process, activity, 'escalation', code);
    if (boundary !== undefined) return boundary.interrupting === true;
  }
  return false;
}

function hasSpecialWays(node: FlowNode, question: NetQuestion): boolean {
  return node.boundary.length > 0 || question.exitsOf(node) !== undefined || question.standing?.nodes.has(node.id) === true;
}

/** Implicit and explicit splits: which sets of flows may get tokens, whatever the data. */
function finishSplit(net: TokenNet, gate: Gate, { process }: NetQuestion): void {
  if (gate.exit === undefined) return;
  const exit = net.nodes[gate.exit] as NetNode;
  if (exit.out.length === 0) {
    const end = addNode(net, { sink: 'end', manyMeant: gate.node.oa.multiMerge ?? false });
    end.path.push(gate.node.id);
    addEdge(net, exit.id, end.id);
    return;
  }
  const edges = exit.out.map((id) => ({ id, flow: process.flows[net.edges[id]?.flow ?? ''] }));
  const fallback = edges.find(({ flow }) => flow?.id === gate.node.defaultFlow)?.id;
  const conditional = edges.filter(({ id, flow }) => flow?.condition !== undefined && id !== fallback);
  switch (gate.node.kind) {
    case 'exclusiveGateway':
    case 'eventBasedGateway':
      exit.split = 'one';
      return;
    case 'parallelGateway':
      exit.split = 'all';
      return;
    case 'inclusiveGateway':
      // Without any condition the diagram is not finished yet: every set may be meant.
      if (edges.length > 1 && conditional.length === 0) {
        exit.split = 'some';
        if (fallback !== undefined) exit.fallback = fallback;
        return;
      }
      splitByConditions();
      return;
    default:
      splitByConditions();
  }

  /** What has no condition is always taken; the default only when nothing else is. */
  function splitByConditions(): void {
    if (edges.length === 1 || conditional.length === 0) {
      exit.split = 'all';
      return;
    }
    exit.split = 'some';
    const always = edges.filter(({ id, flow }) => flow?.condition === undefined && id !== fallback).map(({ id }) => id);
    if (always.length > 0) exit.always = always;
    if (fallback !== undefined) exit.fallback = fallback;
  }
}

/** The ways out of an activity beside its ordinary end: boundary events, and errors that nobody on it catches. */
function addWaysOut(net: TokenNet, gate: Gate, gates: ReadonlyMap<string, Gate>, question: NetQuestion): void {
  if (gate.exit === undefined || gate.exit === gate.entrance) return;
  const { process } = question;
  const { node } = gate;
  const entrance = net.nodes[gate.entrance] as NetNode;
  const exits = question.exitsOf(node);
  const events = node.boundary.map((id) => process.nodes[id]).filter((event) => event !== undefined).filter((event) => canTrigger(event, exits));
  const manyMeant = question.manyMeant.has(node.id);
  const ways: number[] = [];
  const endsNormally = exits === undefined || exits.normal || exits.isFaulty || (exits.cancel && !events.some(({ event }) => event?.kind === 'cancel'));
  if (endsNormally) ways.push(addEdge(net, entrance.id, gate.exit, { manyMeant }).id);
  for (const event of events) {
    const target = gates.get(event.id);
    if (event.interrupting === true && target !== undefined) ways.push(addEdge(net, entrance.id, target.entrance, { manyMeant }).id);
  }
  if (exits !== undefined && leavesScope(node, question)) {
    if (ways.length > 0) entrance.mayCut = true;
    else ways.push(addEdge(net, entrance.id, addNode(net, { sink: 'cut' }).id, { manyMeant }).id);
  }
  entrance.split = ways.length === 0 ? 'none' : 'one';
  const sides = events.filter((event) => event.interrupting !== true && question.joint.has(event.id)).map((event) => gates.get(event.id)).filter((side) => side !== undefined);
  if (sides.length === 0 || ways.length === 0) return;
  const sideEdges = sides.map((side) => ({ edge: addEdge(net, entrance.id, side.entrance).id, times: comesAgain(side.node) ? 2 : 1 }));
  entrance.split = 'sets';
  entrance.sets = ways.flatMap((way) => sideSets(sideEdges).map((side) => [way, ...side]));
}

/** Whether an error or escalation of what the activity holds leaves this scope too, or is caught by an interrupting handler of it. */
function leavesScope(activity: FlowNode, question: NetQuestion): boolean {
  const exits = question.exitsOf(activity);
  if (exits === undefined) return false;
  const { process } = question;
  if ([...exits.errors].some((code) => boundaryFor(process, activity, 'error', code) === undefined)) return true;
  return [...exits.escalations].some((code) => boundaryFor(process, activity, 'escalation', code) === undefined && isCaughtInterrupting(code, question));
}

/** A message, signal, condition or cycle may come again while the activity runs; a deadline comes once. */
export function comesAgain({ event }: FlowNode): boolean {
  return event?.kind === 'message' || event?.kind === 'signal' || event?.kind === 'conditional' || event?.timer?.kind === 'cycle';
}

function sideSets(sides: readonly { edge: number; times: number }[]): number[][] {
  return sides.reduce<number[][]>((sets, { edge, times }) => sets.flatMap((set) => Array.from({ length: times + 1 }, (_, count) => [...set, ...Array<number>(count).fill(edge)])), [[]]);
}
