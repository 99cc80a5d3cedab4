import type { FlowModel, FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import { keysOfContext } from './names-in-feel.js';

/** Names that the engine itself gives a value, where they mean anything (BPMN 2.0 table 10.30). */
export const engineNames: ReadonlySet<string> = new Set(['loopCounter', 'numberOfInstances', 'numberOfActiveInstances', 'numberOfCompletedInstances', 'numberOfTerminatedInstances']);

/** The variables that a step has surely assigned when it is finished; a called process adds its own. */
export function assignedBy(node: FlowNode): string[] {
  return [
    ...(node.oa.outcomes === undefined ? [] : ['outcome', `${node.id}Outcome`]),
    ...(node.oa.assigns ?? []),
    ...(node.script === undefined ? [] : keysOfContext(node.script)),
  ];
}

/** Everything that some step of the process, or of a process that it calls, assigns. */
export function assignedAnywhere(model: FlowModel, process: FlowProcess, seen: ReadonlySet<string> = new Set()): Set<string> {
  const names = new Set<string>();
  for (const node of Object.values(process.nodes)) {
    for (const name of assignedBy(node)) names.add(name);
    const called = model.processes.find(({ id }) => id === node.calledElement);
    if (called === undefined || seen.has(called.id)) continue;
    for (const name of assignedAnywhere(model, called, new Set([...seen, process.id]))) names.add(name);
  }
  return names;
}
