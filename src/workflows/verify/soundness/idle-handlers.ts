import type { FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { waitsForSomebody } from './build-net.js';
import { reachableFrom } from './side-paths.js';
import type { ExitsOf } from './scope-exits.js';

/**
 * Compensation boundary events, with their handlers, that nothing can ever call: no compensation event or cancel that may come after the
 * activity is done, in its scope, in an event sub-process of it, or around it (BPMN 2.0 §13.5.5).
 */
export function idleHandlers(process: FlowProcess, exitsOf: ExitsOf, reached: ReadonlySet<string>): string[] {
  return Object.values(process.nodes).filter((node) => node.kind === 'boundaryEvent' && node.event?.kind === 'compensation').flatMap((boundary) => {
    const activity = process.nodes[boundary.attachedTo ?? ''];
    if (activity === undefined || !reached.has(activity.id) || canBeUndone(process, activity, { exitsOf, reached })) return [];
    return boundary.compensationHandler === undefined ? [boundary.id] : [boundary.id, boundary.compensationHandler];
  });
}

interface Known {
  readonly exitsOf: ExitsOf;
  readonly reached: ReadonlySet<string>;
}

function canBeUndone(process: FlowProcess, activity: FlowNode, known: Known): boolean {
  const scope = process.scopes[activity.scope];
  if (scope === undefined) return false;
  const after = reachableFrom(process, activity.outgoing.map((flow) => process.flows[flow]?.target ?? ''), known.exitsOf);
  const isBeside = (undo: string): boolean => runsBeside(process, scope, { one: activity.id, other: undo }, known.exitsOf);
  const undoes = (id: string): boolean => known.reached.has(id) && isUndo(process.nodes[id], activity.id);
  if (scope.nodes.some((id) => undoes(id) && (after.has(id) || isBeside(id)))) return true;
  if (scope.eventSubProcesses.some((handler) => Object.values(process.nodes).some(({ id }) => undoes(id) && isInside(process, id, handler)))) return true;
  const around = process.nodes[scope.id];
  return around !== undefined && canBeUndone(process, around, known);
}

function isUndo(node: FlowNode | undefined, activity: string): boolean {
  if (node === undefined || (node.kind !== 'endEvent' && node.kind !== 'throwEvent')) return false;
  if (node.event?.kind === 'cancel') return true;
  return node.event?.kind === 'compensation' && (node.event.activity === undefined || node.event.activity === activity);
}

/**
 * Whether the other element can come while the one is done already: some split leads to the one by one way and to the other by another. Automatic
 * steps run to their end between two acts of people, so an activity that waits is never done before what follows the split without waiting.
 */
function runsBeside(process: FlowProcess, scope: FlowScope, { one, other }: { one: string; other: string }, exitsOf: ExitsOf): boolean {
  if (scope.starts.length > 1) return true;
  // What leads to the one comes before it: a second token beside it would be a fault of its own.
  if (reachableFrom(process, [other], exitsOf).has(one)) return false;
  const isSlow = (id: string): boolean => waitsForSomebody(process.nodes[id] as FlowNode, process);
  const comesLate = (way: ReadonlySet<string>, id: string): boolean => [...way].some((step) => step !== id && isSlow(step) && reachableFrom(process, [step], exitsOf).has(id));
  return scope.nodes.some((id) =>
    waysTakenTogether(process, process.nodes[id]).some((group) => {
      const ways = group.map((root) => reachableFrom(process, [root], exitsOf));
      return ways.some((way, index) => way.has(one) && ways.some((beside, at) => at !== index && beside.has(other) && (!isSlow(one) || comesLate(beside, other))));
    }),
  );
}

/** Groups of ways that may be taken together: the flows out of a split; an activity and what non-interrupting events on it begin besides. */
function waysTakenTogether(process: FlowProcess, node: FlowNode | undefined): string[][] {
  if (node === undefined) return [];
  const splits = node.outgoing.length > 1 && node.kind !== 'exclusiveGateway' && node.kind !== 'eventBasedGateway';
  const sides = node.boundary.filter((id) => process.nodes[id]?.interrupting === false && process.nodes[id]?.event?.kind !== 'compensation');
  return [...(splits ? [node.outgoing.map((flow) => process.flows[flow]?.target ?? '')] : []), ...(sides.length > 0 ? [[node.id, ...sides]] : [])];
}

function isInside(process: FlowProcess, node: string, scope: string): boolean {
  for (let id: string | undefined = process.nodes[node]?.scope; id !== undefined; id = process.scopes[id]?.parent) if (id === scope) return true;
  return false;
}
