import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';

/** Where a case may go next from a node: its flows, its boundary events, and out of a sub-process when it ends here. */
export function nextNodes(process: FlowProcess, node: FlowNode, options: { boundary?: boolean } = {}): FlowNode[] {
  const targets = node.outgoing.map((flow) => process.flows[flow]?.target ?? '');
  const inner = process.scopes[node.id]?.starts ?? [];
  const boundary = options.boundary === false ? [] : node.boundary;
  const around = node.outgoing.length === 0 ? endOfScope(process, node) : [];
  const ids = inner.length > 0 ? [...inner, ...boundary] : [...targets, ...boundary, ...around];
  return ids.map((id) => process.nodes[id]).filter((next) => next !== undefined);
}

/** What follows the sub-process in which the node is a last one. */
function endOfScope(process: FlowProcess, node: FlowNode): string[] {
  const scope = process.nodes[node.scope];
  if (scope === undefined) return [];
  if (scope.outgoing.length > 0) return scope.outgoing.map((flow) => process.flows[flow]?.target ?? '');
  return endOfScope(process, scope);
}

/** Whether the case ends here as far as its process is concerned. */
export function isLast(process: FlowProcess, node: FlowNode): boolean {
  return node.outgoing.length === 0 && process.scopes[node.id] === undefined && endOfScope(process, node).length === 0;
}

/** The shortest way from a node to one that answers yes, around all that block; undefined when there is none. */
export function wayTo(process: FlowProcess, from: FlowNode, found: (node: FlowNode) => boolean, blocks: (node: FlowNode) => boolean, options: { boundary?: boolean } = {}): string[] | undefined {
  const before = new Map<string, string | undefined>([[from.id, undefined]]);
  const queue = [from];
  for (const node of queue) {
    if (node !== from && blocks(node)) continue;
    if (found(node)) return pathBack(node.id, before);
    for (const next of nextNodes(process, node, options)) {
      if (before.has(next.id)) continue;
      before.set(next.id, node.id);
      queue.push(next);
    }
  }
  return undefined;
}

function pathBack(to: string, before: ReadonlyMap<string, string | undefined>): string[] {
  const path: string[] = [];
  for (let id: string | undefined = to; id !== undefined; id = before.get(id)) path.unshift(id);
  return path;
}
