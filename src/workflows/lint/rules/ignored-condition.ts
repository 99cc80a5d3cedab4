import type { FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../finding.js';
import { called, calledInEnglish } from '../rule.js';

/** A condition on a flow that is taken anyway: out of a parallel or event-based gateway, or on a default flow (BPMN 2.0 §8.3.13). */
export function ignoredCondition(process: FlowProcess): Finding[] {
  return Object.values(process.flows).flatMap(({ id, source, condition }) => {
    const node = process.nodes[source];
    if (condition === undefined || node === undefined) return [];
    const isIgnored = node.kind === 'parallelGateway' || node.kind === 'eventBasedGateway' || node.defaultFlow === id;
    if (!isIgnored) return [];
    return [{
      rule: 'ignored-condition',
      severity: 'warning' as const,
      elements: [id, source],
      message: `${called(node)}流出的连线 ${id} 上的条件不起作用`,
      messageEn: `The condition on flow ${id} out of ${calledInEnglish(node)} has no effect`,
    }];
  });
}
