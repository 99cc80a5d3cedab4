import { byId } from '../bpmn/by-id.js';
import type { FlowProcess } from '../bpmn/flow-model.js';
import { decodeKey } from '../compile/state-keys.js';
import type { CarrierState, StateValue } from './flow-state.js';
import type { Marking } from './token-game.js';

/**
 * Where the tokens of one running scope lie, whatever shape carries them: by node id where something is at work, by flow id where a join
 * waits for the others. Empty when the scope holds none (an interrupting handler has taken over, or only side work is left).
 */
export function markingOf(graph: FlowProcess, at: CarrierState): Marking {
  if (at === null) return {};
  const marking: Marking = byId('tokens' in at ? at.tokens : {});
  if ('tokens' in at) return marking;
  collect(graph, at.value, marking, undefined);
  return marking;
}

/** `entry` is the flow by which the innermost branch around was entered. */
function collect(graph: FlowProcess, value: StateValue, marking: Marking, entry: string | undefined): void {
  if (typeof value === 'string') return collectLeaf(graph, value, marking, entry);
  for (const [key, branches] of Object.entries(value)) {
    if (branches === undefined) continue;
    const flows = graph.nodes[withoutSuffix(key)]?.outgoing ?? [];
    if (typeof branches === 'string') continue;
    for (const [branch, inner] of Object.entries(branches)) {
      if (inner !== undefined) collect(graph, inner, marking, flows[Number(/\d+$/.exec(branch)?.[0] ?? 0) - 1]);
    }
  }
}

function collectLeaf(graph: FlowProcess, key: string, marking: Marking, entry: string | undefined): void {
  const node = graph.nodes[withoutSuffix(key)];
  if (node === undefined || node.kind === 'endEvent') return;
  const isJoin = !key.includes(' ') && entry !== undefined && node.incoming.length > 1 && (node.kind === 'parallelGateway' || node.kind === 'inclusiveGateway');
  const place = isJoin ? flowInto(graph, entry, node.id) : node.id;
  if (place !== undefined) marking[place] = (marking[place] ?? 0) + 1;
}

/** The one flow by which a branch comes to its join. */
function flowInto(graph: FlowProcess, entry: string, join: string): string | undefined {
  const seen = new Set([entry]);
  for (const id of seen) {
    const flow = graph.flows[id];
    if (flow?.target === join) return id;
    const node = graph.nodes[flow?.target ?? ''];
    for (const next of [...(node?.outgoing ?? []), ...(node?.boundary ?? []).flatMap((event) => graph.nodes[event]?.outgoing ?? [])]) seen.add(next);
  }
  return undefined;
}

/** `X stuck` and `X split` stand for the element X. */
function withoutSuffix(key: string): string {
  return decodeKey(key.split(' ')[0] ?? key);
}
