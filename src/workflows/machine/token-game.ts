import type { FlowNode, FlowProcess, SequenceFlow } from '../bpmn/flow-model.js';
import { holds } from '../feel/evaluate-feel.js';
import type { InclusiveJoins } from './inclusive-joins.js';
import type { Variables } from './input.js';

/** Tokens by flow id (on their way) and by node id (the node is at work). */
export type Marking = Record<string, number>;

/** What the game tells its player: a token came to a node that has to be worked on, went through one, or found no way out. */
export interface Move {
  readonly type: 'reach' | 'pass' | 'stop';
  readonly node: string;
}

export interface Net {
  readonly graph: FlowProcess;
  readonly scope: string;
  readonly inclusiveJoins: InclusiveJoins;
}

/** More moves without a stop are an endless loop of gateways. */
const mostMoves = 10_000;

/**
 * The token game of BPMN 2.0 chapter 13 inside one scope, one move of the player at a time.
 *
 * `begin` (of a start node, or of all where there is no start event), `leave` (the work at a node is done, or a boundary event takes the
 * token over), `retry` (conditions of a gateway are asked again), `jump` (a person puts the token elsewhere). Changes `marking` and returns the moves that followed, oldest first.
 */
export function play(net: Net, marking: Marking, event: { type: 'begin' | 'leave' | 'retry' | 'jump'; node?: string; to?: string }, variables: Variables): Move[] {
  const game: Game = { net, marking, variables, moves: [], pending: [] };
  const node = event.node === undefined ? undefined : net.graph.nodes[event.node];
  if (event.type === 'begin' && node === undefined) {
    for (const start of net.graph.scopes[net.scope]?.starts ?? []) arrive(game, nodeOf(game, start));
  } else if (node !== undefined) {
    if (event.type === 'begin') beginAt(game, node);
    if (event.type === 'leave') leave(game, node);
    if (event.type === 'retry') {
      take(marking, node.id);
      passOn(game, node);
    }
    if (event.type === 'jump') {
      take(marking, node.id);
      arrive(game, nodeOf(game, event.to ?? ''));
    }
  }
  settle(game);
  return game.moves;
}

/** Joins of the scope at which a token waits for others. */
export function waitingJoins(net: Net, marking: Readonly<Marking>): string[] {
  const joins = new Set<string>();
  for (const place of Object.keys(marking)) {
    const flow = net.graph.flows[place];
    if (flow !== undefined) joins.add(flow.target);
  }
  return [...joins];
}

interface Game {
  readonly net: Net;
  readonly marking: Marking;
  readonly variables: Variables;
  readonly moves: Move[];
  /** Flows on which a token has just been put. */
  readonly pending: SequenceFlow[];
}

/** The event of a start was caught already: nothing is left to work on there. */
function beginAt(game: Game, node: FlowNode): void {
  game.moves.push({ type: 'pass', node: node.id });
  produce(game, node);
}

function leave(game: Game, node: FlowNode): void {
  if (node.kind === 'boundaryEvent') {
    if (node.interrupting === true && node.attachedTo !== undefined) take(game.marking, node.attachedTo);
  } else if ((game.marking[node.id] ?? 0) > 0) {
    take(game.marking, node.id);
  } else {
    // The catch that an event-based gateway chose: the token stood at the gateway.
    const gateway = game.net.graph.flows[node.incoming[0] ?? '']?.source;
    if (gateway !== undefined) take(game.marking, gateway);
  }
  produce(game, node);
}

function settle(game: Game): void {
  do {
    for (let flow = game.pending.shift(); flow !== undefined; flow = game.pending.shift()) {
      if (game.moves.length > mostMoves) throw new EndlessLoop(flow.target);
      travel(game, flow);
    }
  } while (fireInclusiveJoin(game));
}

function travel(game: Game, flow: SequenceFlow): void {
  const node = nodeOf(game, flow.target);
  if (node.incoming.length > 1 && node.kind === 'inclusiveGateway') return;
  if (node.incoming.length > 1 && node.kind === 'parallelGateway') {
    if (!node.incoming.every((incoming) => (game.marking[incoming] ?? 0) > 0)) return;
    for (const incoming of node.incoming) take(game.marking, incoming);
  } else {
    if ((game.marking[flow.id] ?? 0) === 0) return;
    take(game.marking, flow.id);
  }
  arrive(game, node);
}

/** An inclusive join is looked at again after every change of marking, also when a token has vanished. */
function fireInclusiveJoin(game: Game): boolean {
  const join = game.net.inclusiveJoins.findEnabled(game.marking);
  if (join === undefined) return false;
  const node = nodeOf(game, join);
  for (const incoming of node.incoming) {
    if ((game.marking[incoming] ?? 0) > 0) take(game.marking, incoming);
  }
  arrive(game, node);
  return true;
}

function arrive(game: Game, node: FlowNode): void {
  if (!goesThrough(node)) {
    put(game.marking, node.id);
    game.moves.push({ type: 'reach', node: node.id });
    return;
  }
  passOn(game, node);
}

function passOn(game: Game, node: FlowNode): void {
  const flows = chosenFlows(game, node);
  if (flows === undefined) {
    put(game.marking, node.id);
    game.moves.push({ type: 'stop', node: node.id });
    return;
  }
  game.moves.push({ type: 'pass', node: node.id });
  send(game, flows);
}

function produce(game: Game, node: FlowNode): void {
  const flows = chosenFlows(game, node);
  if (flows === undefined) {
    put(game.marking, node.id);
    game.moves.push({ type: 'stop', node: node.id });
    return;
  }
  send(game, flows);
}

function send(game: Game, flows: readonly SequenceFlow[]): void {
  for (const flow of flows) put(game.marking, flow.id);
  game.pending.push(...flows);
}

/** Which flows a token takes out of a node; undefined when it has some but may take none. */
function chosenFlows(game: Game, node: FlowNode): SequenceFlow[] | undefined {
  const flows = node.outgoing.map((id) => game.net.graph.flows[id]).filter((flow) => flow !== undefined);
  if (flows.length === 0) return [];
  if (node.kind === 'parallelGateway') return flows;
  const byDefault = flows.filter(({ id }) => id === node.defaultFlow);
  const others = flows.filter(({ id }) => id !== node.defaultFlow);
  const isOpen = ({ condition }: SequenceFlow): boolean => condition === undefined || holds(condition, game.variables);
  if (node.kind === 'exclusiveGateway') {
    const first = others.find(isOpen) ?? byDefault[0];
    return first && [first];
  }
  const open = others.filter(isOpen);
  const chosen = open.length === 0 ? byDefault : open;
  return chosen.length === 0 ? undefined : chosen;
}

/** Gateways and events that neither wait nor do anything by themselves. */
export function goesThrough(node: FlowNode): boolean {
  switch (node.kind) {
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
      return true;
    case 'throwEvent':
    case 'catchEvent':
      return node.event?.kind === 'link' || node.event?.kind === 'none';
    default:
      return false;
  }
}

/** Gateways go round without anything that could change a condition. */
export class EndlessLoop extends Error {
  readonly element: string;

  constructor(element: string) {
    super(`endless loop through ${element}`);
    this.element = element;
  }
}

function put(marking: Marking, place: string): void {
  marking[place] = (marking[place] ?? 0) + 1;
}

function take(marking: Marking, place: string): void {
  const left = (marking[place] ?? 0) - 1;
  if (left > 0) marking[place] = left;
  else delete marking[place];
}

function nodeOf(game: Game, id: string): FlowNode {
  const node = game.net.graph.nodes[id];
  if (node === undefined) throw new EndlessLoop(id);
  return node;
}
