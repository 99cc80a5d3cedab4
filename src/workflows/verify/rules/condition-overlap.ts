import type { FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { called, calledInEnglish } from '../../lint/rule.js';
import { conditionalFlows } from '../conditions/outcome-splits.js';
import { casesOfSplit, describeCase } from '../conditions/split-cases.js';

/** Conditions of an exclusive split of which two hold at once: the order of the drawing decides, which nobody sees. */
export function conditionOverlap(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).flatMap((split) => {
    if (split.kind !== 'exclusiveGateway' || conditionalFlows(process, split).length < 2) return [];
    const both = casesOfSplit(process, split)?.find(({ holding }) => holding.length > 1);
    if (both === undefined) return [];
    return [{
      rule: 'condition-overlap',
      severity: 'warning' as const,
      elements: [split.id, ...both.holding],
      message: `${called(split)}有多个分支的条件同时成立（例如 ${describeCase(both.values, '其他值')}），实际走哪一条取决于绘制顺序。请使条件互斥。`,
      messageEn: `After ${calledInEnglish(split)} several conditions hold at once (for instance ${describeCase(both.values, 'anything else')}); the drawing order decides. Make them exclude each other.`,
    }];
  });
}
