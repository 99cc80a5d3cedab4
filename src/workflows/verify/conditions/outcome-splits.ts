import type { FlowNode, FlowProcess, SequenceFlow } from '../../bpmn/flow-model.js';
import { nextNodes } from '../rules/walks.js';
import { namesInFeel } from './names-in-feel.js';

/** The splits that read the outcome of a step before another step gives a new one. */
export function splitsThatAsk(process: FlowProcess, task: FlowNode): FlowNode[] {
  const names = [`${task.id}Outcome`, 'outcome'];
  const found = new Set<FlowNode>();
  const seen = new Set([task.id]);
  const queue = asks(process, task, names) ? [task] : nextNodes(process, task, { boundary: false });
  for (const node of queue) {
    if (node !== task && seen.has(node.id)) continue;
    seen.add(node.id);
    const isRewritten = node !== task && (node.oa.outcomes !== undefined || node.oa.assigns?.includes('outcome'));
    if (asks(process, node, isRewritten ? names.slice(0, 1) : names)) found.add(node);
    else if (!isRewritten) queue.push(...nextNodes(process, node, { boundary: false }));
  }
  return [...found];
}

/** The flows out of a node that have a condition, in document order. */
export function conditionalFlows(process: FlowProcess, node: FlowNode): (SequenceFlow & { readonly condition: string })[] {
  return node.outgoing.map((id) => process.flows[id]).filter((flow): flow is SequenceFlow & { readonly condition: string } => flow?.condition !== undefined && flow.id !== node.defaultFlow);
}

function asks(process: FlowProcess, node: FlowNode, names: readonly string[]): boolean {
  return conditionalFlows(process, node).some(({ condition }) => namesInFeel(condition).some((name) => names.includes(name)));
}
