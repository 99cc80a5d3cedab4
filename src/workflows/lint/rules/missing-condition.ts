import type { FlowNode, FlowProcess, SequenceFlow } from '../../bpmn/flow-model.js';
import type { Finding, Severity } from '../finding.js';
import { called, calledInEnglish, severityIn } from '../rule.js';

/**
 * A choice needs its conditions. The only condition out of an activity, with nothing beside it, is always an error: the case stops when
 * it does not hold. An exclusive split without a condition on a flow that is not its last word is an oversight.
 */
export function missingCondition(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).flatMap((node) => {
    const flows = node.outgoing.map((id) => process.flows[id]).filter((flow) => flow !== undefined);
    if (node.kind === 'exclusiveGateway') return flows.length < 2 ? [] : unconditional(node, flows, severityIn(process));
    if (node.kind === 'parallelGateway' || node.kind === 'inclusiveGateway' || node.kind === 'eventBasedGateway') return [];
    const [only] = flows;
    if (only?.condition === undefined || flows.length > 1 || only.id === node.defaultFlow) return [];
    return [{
      rule: 'missing-condition',
      severity: 'error' as const,
      elements: [node.id, only.id],
      message: `${called(node)}只有一条带条件的流出连线：条件不成立时流程将停在这里`,
      messageEn: `${calledInEnglish(node)} has a single outgoing flow with a condition: when it does not hold, the case stops here`,
    }];
  });
}

function unconditional(node: FlowNode, flows: readonly SequenceFlow[], severity: Severity): Finding[] {
  const without = flows.filter(({ id, condition }) => condition === undefined && id !== node.defaultFlow);
  // The last flow without condition reads as "otherwise", which only wants to be said.
  const isOtherwise = without.length === 1 && node.defaultFlow === undefined && without[0] === flows.at(-1);
  if (without.length === 0) return [];
  return [{
    rule: 'missing-condition',
    severity: isOtherwise ? 'warning' : severity,
    elements: [node.id, ...without.map(({ id }) => id)],
    message: `排他网关${called(node)}有 ${without.length} 条没有条件的分支：排在后面的分支不会被选中，请写明条件或设为默认分支`,
    messageEn: `Exclusive gateway ${calledInEnglish(node)} has ${without.length} branches without condition: later branches are never taken; write a condition or mark a default`,
  }];
}
