import type { FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import type { NetQuestion } from './build-net.js';
import type { ExitsOf } from './scope-exits.js';
import { sortSidePaths } from './side-paths.js';

/** How the main path of a scope is played, and the boundary events whose paths are looked at alone. */
export function mainQuestion(process: FlowProcess, scope: FlowScope, exitsOf: ExitsOf): { question: NetQuestion; alone: readonly string[] } {
  const { alone, joint } = sortSidePaths(process, scope, exitsOf);
  return { question: { process, scope, exitsOf, joint, manyMeant: behindManyMeant(process, scope), roots: scope.starts, together: beginTogether(process, scope) }, alone };
}

/** Start events are alternatives; elements that begin by themselves all begin (BPMN 2.0 §13.3.2). */
function beginTogether(process: FlowProcess, scope: FlowScope): boolean {
  return scope.starts.every((id) => process.nodes[id]?.kind !== 'startEvent' && process.nodes[id]?.instantiate !== true);
}

/** Elements that tokens come to behind a merge which means to pass several. */
export function behindManyMeant(process: FlowProcess, scope: FlowScope): ReadonlySet<string> {
  const behind = new Set(scope.nodes.filter((id) => process.nodes[id]?.oa.multiMerge));
  for (const id of behind) {
    const node = process.nodes[id];
    for (const flow of node?.outgoing ?? []) behind.add(process.flows[flow]?.target ?? '');
    for (const boundary of node?.boundary ?? []) behind.add(boundary);
  }
  return behind;
}
