import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { called, calledInEnglish } from '../../lint/rule.js';
import { wayTo } from './walks.js';
import { lawSeverity } from '../severity.js';

/** Where the flow says that nobody reviews his own work (`oa:notSameAs`), that must be possible: the named steps exist and come before. */
export function selfReview(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).flatMap((node) => (node.oa.notSameAs ?? []).flatMap((id) => {
    const earlier = process.nodes[id];
    if (id === node.id) return [finding(process, node, [node.id], ['要求与自己不是同一人，无人可以办理', 'must not be done by whoever does it, so nobody can'])];
    if (earlier === undefined) return [finding(process, node, [node.id], [`要求与环节 ${id} 不是同一人，但流程中没有这个环节`, `must not be done by the person of step ${id}, which does not exist`])];
    const comesBefore = wayTo(process, earlier, ({ id: reached }) => reached === node.id, () => false) !== undefined;
    if (comesBefore) return [];
    return [finding(process, node, [node.id, id], [`要求与${called(earlier)}不是同一人，但该环节不会在它之前办理，约束不起作用`, `must not be done by the person of ${calledInEnglish(earlier)}, which never comes before it, so the rule has no effect`])];
  }));
}

function finding(process: FlowProcess, node: FlowNode, elements: string[], [zh = '', en = '']: string[]): Finding {
  return { rule: 'self-review', severity: lawSeverity(process), elements, message: `${called(node)}${zh}。`, messageEn: `${calledInEnglish(node)} ${en}.` };
}
