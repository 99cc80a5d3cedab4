import type { FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../finding.js';
import { called, calledInEnglish, severityIn, type RuleContext } from '../rule.js';

/** A call activity must name a flow that is at hand, in the files or in the vocabulary. */
export function unknownCalledFlow(process: FlowProcess, { model, vocabulary }: RuleContext): Finding[] {
  return Object.values(process.nodes).flatMap((node) => {
    const key = node.calledElement;
    if (node.kind !== 'callActivity' || key === undefined || key.startsWith('=') || model.processes.some(({ id }) => id === key) || Object.hasOwn(vocabulary.flows ?? {}, key)) return [];
    return [{
      rule: 'unknown-called-flow',
      severity: vocabulary.flows === undefined ? ('warning' as const) : severityIn(process),
      elements: [node.id],
      message: `${called(node)}调用的流程“${key}”不存在`,
      messageEn: `${calledInEnglish(node)} calls the flow “${key}”, which does not exist`,
    }];
  });
}
