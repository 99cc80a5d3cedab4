import type { FlowStart } from '../compile/compiled-flow.js';
import { holds } from '../feel/evaluate-feel.js';
import type { FlowInput } from './input.js';
import type { LoadedFlow } from './load-flow.js';

/**
 * Where the input begins an instance: `{}` for a process without start event, nothing when it cannot begin one.
 *
 * A plain start takes the plain start event, or the conditional one whose condition holds; a message, signal or timer takes its own.
 */
export function findStart(flow: LoadedFlow, input: FlowInput): { readonly element?: string } | undefined {
  const { starts } = flow.compiled;
  const hasEvents = starts.some(({ element }) => startsByEvent(flow, element));
  const found = starts.find((start) => begins(start, input));
  if (found === undefined) return undefined;
  return hasEvents ? { element: found.element } : {};
}

function begins(start: FlowStart, input: FlowInput): boolean {
  switch (input.type) {
    case 'start':
      if (input.startEvent !== undefined) return start.element === input.startEvent;
      return start.kind === 'none' || (start.kind === 'conditional' && holds(start.condition ?? '', input.variables ?? {}));
    case 'message':
    case 'signal':
      return start.kind === input.type && start.name === input.name;
    case 'timer':
      return start.kind === 'timer' && start.element === input.key;
    default:
      return false;
  }
}

function startsByEvent(flow: LoadedFlow, element: string): boolean {
  const node = flow.graph.nodes[element];
  return node?.kind === 'startEvent' || node?.instantiate === true || (node?.kind === 'catchEvent' && node.incoming.length > 0);
}
