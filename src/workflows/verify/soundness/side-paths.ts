import type { FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { canTrigger, type ExitsOf } from './scope-exits.js';

export interface SidePaths {
  /** Boundary events that begin a path of their own. */
  readonly alone: string[];
  /** Boundary events whose path meets the main one where something waits: their tokens count there. */
  readonly joint: ReadonlySet<string>;
}

/**
 * Sorts the non-interrupting boundary events of a scope.
 *
 * A reminder that ends by itself is a path of its own: it may run beside the main path as often as it likes. It may also come to the
 * same end event. But where it joins the main path before a step or a gateway that waits, that step would be asked twice or the gateway
 * would wait for a reminder that may never come, so both are played together.
 */
export function sortSidePaths(process: FlowProcess, scope: FlowScope, exitsOf: ExitsOf): SidePaths {
  const sides = sideEvents(process, scope, exitsOf);
  const joint = new Set<string>();
  for (let grown = true; grown; ) {
    const main = reachableFrom(process, [...scope.starts, ...joint], exitsOf);
    const meeting = sides.filter(({ id }) => !joint.has(id) && main.has(process.nodes[id]?.attachedTo ?? '') && meets(process, main, reachableFrom(process, [id], exitsOf)));
    grown = meeting.length > 0;
    for (const { id } of meeting) joint.add(id);
  }
  return { alone: sides.filter(({ id }) => !joint.has(id)).map(({ id }) => id), joint };
}

function sideEvents(process: FlowProcess, scope: FlowScope, exitsOf: ExitsOf): FlowNode[] {
  return scope.nodes
    .map((id) => process.nodes[id])
    .filter((node) => node !== undefined)
    .filter((node) => node.kind === 'boundaryEvent' && node.interrupting === false && node.event?.kind !== 'compensation')
    .filter((node) => {
      const activity = process.nodes[node.attachedTo ?? ''];
      return activity !== undefined && canTrigger(node, exitsOf(activity));
    });
}

/** Elements that the flows lead to, interrupting boundary events included. */
export function reachableFrom(process: FlowProcess, roots: readonly string[], exitsOf: ExitsOf): Set<string> {
  const reached = new Set<string>(roots);
  for (const id of reached) {
    const node = process.nodes[id];
    if (node === undefined) continue;
    for (const flow of node.outgoing) reached.add(process.flows[flow]?.target ?? '');
    for (const boundary of node.boundary) {
      const event = process.nodes[boundary];
      if (event?.interrupting === true && canTrigger(event, exitsOf(node))) reached.add(boundary);
    }
  }
  reached.delete('');
  return reached;
}

function meets(process: FlowProcess, main: ReadonlySet<string>, side: ReadonlySet<string>): boolean {
  return [...side].some((id) => main.has(id) && !isQuiet(process.nodes[id]));
}

/** Ends and plain merges: passing them twice asks nobody twice. */
function isQuiet(node: FlowNode | undefined): boolean {
  return node === undefined || node.kind === 'endEvent' || (node.kind === 'exclusiveGateway' && node.outgoing.length <= 1);
}
