import type { FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { comesAgain, waitsForSomebody } from './build-net.js';
import { comesAfter } from './comes-after.js';
import type { SearchLimits } from './explore-net.js';
import { reachableFrom } from './side-paths.js';
import type { ExitsOf } from './scope-exits.js';

/**
 * Compensation boundary events, with their handlers, that nothing can ever call: no compensation event or cancel that may come after the
 * activity is done, in its scope, in an event sub-process of it, or around it (BPMN 2.0 §13.5.5).
 */
export function idleHandlers(process: FlowProcess, known: Known): string[] {
  return Object.values(process.nodes).filter((node) => node.kind === 'boundaryEvent' && node.event?.kind === 'compensation').flatMap((boundary) => {
    const activity = process.nodes[boundary.attachedTo ?? ''];
    if (activity === undefined || !known.reached.has(activity.id) || canBeUndone(process, activity, known)) return [];
    return boundary.compensationHandler === undefined ? [boundary.id] : [boundary.id, boundary.compensationHandler];
  });
}

interface Known {
  readonly exitsOf: ExitsOf;
  readonly limits: SearchLimits;
  readonly reached: ReadonlySet<string>;
}

function canBeUndone(process: FlowProcess, activity: FlowNode, known: Known): boolean {
  const scope = process.scopes[activity.scope];
  if (scope === undefined) return false;
  const after = comesLater(process, activity, known.exitsOf);
  const isBeside = (undo: string): boolean => runsBeside(process, scope, { one: activity.id, other: undo }, known);
  const undoes = (id: string): boolean => known.reached.has(id) && isUndo(process.nodes[id], activity.id);
  if (scope.nodes.some((id) => undoes(id) && (after.has(id) || isBeside(id)))) return true;
  if (scope.eventSubProcesses.some((handler) => undoesFromHandler(process, handler, undoes))) return true;
  // An event sub-process that has ended is no activity of its scope, so nothing undoes what was done in it.
  const around = scope.kind === 'eventSubProcess' ? undefined : process.nodes[scope.id];
  return around !== undefined && canBeUndone(process, around, known);
}

/** An event sub-process sees what its scope has done; a cancel in it would only end a transaction of its own. */
function undoesFromHandler(process: FlowProcess, handler: string, undoes: (id: string) => boolean): boolean {
  const scope = process.scopes[handler];
  if (scope === undefined) return false;
  return scope.nodes.some((id) => undoes(id) && process.nodes[id]?.event?.kind === 'compensation') || scope.eventSubProcesses.some((inner) => undoesFromHandler(process, inner, undoes));
}

/** Elements that may come when the activity is done, on paths of their own too. */
function comesLater(process: FlowProcess, activity: FlowNode, exitsOf: ExitsOf): Set<string> {
  const later = reachableFrom(process, activity.outgoing.map((flow) => process.flows[flow]?.target ?? ''), exitsOf);
  for (const id of later) {
    for (const side of sideEventsOn(process, process.nodes[id])) for (const further of reachableFrom(process, [side], exitsOf)) later.add(further);
  }
  return later;
}

function sideEventsOn(process: FlowProcess, node: FlowNode | undefined): string[] {
  return (node?.boundary ?? []).filter((id) => process.nodes[id]?.interrupting === false && process.nodes[id]?.event?.kind !== 'compensation');
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
function runsBeside(process: FlowProcess, scope: FlowScope, elements: { one: string; other: string }, known: Known): boolean {
  return mayRunBeside(process, scope, elements, known.exitsOf) && comesAfter(process, scope, elements, known) !== false;
}

/** The same, as far as the shape of the diagram tells. */
function mayRunBeside(process: FlowProcess, scope: FlowScope, { one, other }: { one: string; other: string }, exitsOf: ExitsOf): boolean {
  if (scope.starts.length > 1) return true;
  // What leads to the one comes before it: a second token beside it would be a fault of its own.
  if (reachableFrom(process, [other], exitsOf).has(one)) return false;
  const isSlow = (id: string): boolean => waitsForSomebody(process.nodes[id] as FlowNode, process) || comesFromOutside(process.nodes[id]);
  const comesLate = (way: ReadonlySet<string>, id: string): boolean => [...way].some((step) => step !== id && isSlow(step) && reachableFrom(process, [step], exitsOf).has(id));
  return scope.nodes.some((id) =>
    waysTakenTogether(process, process.nodes[id]).some((group) => {
      const ways = group.map((root) => reachableFrom(process, [root], exitsOf));
      return ways.some((way, index) => way.has(one) && ways.some((beside, at) => at !== index && beside.has(other) && (!isSlow(one) || comesLate(beside, other))));
    }),
  );
}

/**
 * Groups of ways that may be taken together: the flows out of a split but the default, which is taken alone; an activity and what
 * non-interrupting events on it begin besides.
 */
function waysTakenTogether(process: FlowProcess, node: FlowNode | undefined): string[][] {
  if (node === undefined) return [];
  const splits = node.outgoing.length > 1 && node.kind !== 'exclusiveGateway' && node.kind !== 'eventBasedGateway';
  const sides = sideEventsOn(process, node).flatMap((id) => (comesAgain(process.nodes[id] as FlowNode) ? [id, id] : [id]));
  const together = node.outgoing.filter((flow) => flow !== node.defaultFlow || node.kind === 'parallelGateway');
  return [...(splits ? [together.map((flow) => process.flows[flow]?.target ?? '')] : []), ...(sides.length > 0 ? [[node.id, ...sides]] : [])];
}

function comesFromOutside(node: FlowNode | undefined): boolean {
  return node?.kind === 'boundaryEvent' && ['message', 'timer', 'signal', 'conditional'].includes(node.event?.kind ?? '');
}
