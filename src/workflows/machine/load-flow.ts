import { byId } from '../bpmn/by-id.js';
import type { FlowNode, FlowProcess } from '../bpmn/flow-model.js';
import type { CompiledFlow, ScopeDefinition } from '../compile/compiled-flow.js';
import { carrierMachine } from './carrier-machine.js';
import type { Carrier } from './carrier.js';
import { inclusiveJoinsOf } from './inclusive-joins.js';
import { nestedCarrier } from './nested-carrier.js';
import { netCarrier } from './net-carrier.js';
import type { Net } from './token-game.js';

/** A compiled flow with its machines made: costs about a millisecond, so the caller keeps it by flow version. */
export interface LoadedFlow {
  readonly compiled: CompiledFlow;
  readonly graph: FlowProcess;
  /** By scope id. */
  readonly carriers: Readonly<Record<string, Carrier>>;
  /** Event sub-processes by the scope that they guard, with their start event. */
  readonly handlers: Readonly<Record<string, readonly Handler[]>>;
}

export interface Handler {
  readonly node: FlowNode;
  readonly start: FlowNode;
}

/** Makes the machines of a compiled flow, fresh or from storage. */
export function loadFlow(compiled: CompiledFlow): LoadedFlow {
  const { scopes, nodes, flows } = compiled.graph;
  const graph = { ...compiled.graph, scopes: byId(scopes), nodes: byId(nodes), flows: byId(flows) };
  const carriers = Object.fromEntries(Object.entries(compiled.definition).map(([scope, definition]) => [scope, makeCarrier(graph, scope, definition)]));
  const handlers = Object.fromEntries(Object.values(graph.scopes).map((scope) => [scope.id, scope.eventSubProcesses.flatMap((id) => handlerOf(graph, id))]));
  return { compiled: { ...compiled, graph, steps: byId(compiled.steps) }, graph, carriers: byId(carriers), handlers: byId(handlers) };
}

function makeCarrier(graph: FlowProcess, scope: string, definition: ScopeDefinition): Carrier {
  const net: Net = { graph, scope, inclusiveJoins: inclusiveJoinsOf(graph, scope) };
  const machine = carrierMachine(definition.machine, net);
  return definition.shape === 'net' ? netCarrier(machine, net) : nestedCarrier(machine, graph, definition.machine);
}

function handlerOf(graph: FlowProcess, id: string): Handler[] {
  const node = graph.nodes[id];
  const start = graph.nodes[graph.scopes[id]?.starts[0] ?? ''];
  return node === undefined || start === undefined ? [] : [{ node, start }];
}
