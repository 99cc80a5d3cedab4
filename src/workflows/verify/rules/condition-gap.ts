import type { FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { called, calledInEnglish } from '../../lint/rule.js';
import { conditionalFlows } from '../conditions/outcome-splits.js';
import { casesOfSplit, describeCase, outcomesThatArrive } from '../conditions/split-cases.js';

/** Conditions that leave a case without branch: it would stop there as an incident. Outcomes of a step have a rule of their own. */
export function conditionGap(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).flatMap((split) => {
    const flows = conditionalFlows(process, split);
    if (split.defaultFlow !== undefined || flows.length < 2 || flows.length < split.outgoing.length) return [];
    const gap = casesOfSplit(process, split)?.find(({ holding }) => holding.length === 0);
    if (gap === undefined || Object.keys(gap.values).every((name) => outcomesThatArrive(process, split, name) !== undefined)) return [];
    return [{
      rule: 'condition-gap',
      severity: 'warning' as const,
      elements: [split.id, ...flows.map(({ id }) => id)],
      message: `${called(split)}的条件没有覆盖所有情况（例如 ${describeCase(gap.values, '其他值')}），这样的办件会停在这里。请补充条件或设默认分支。`,
      messageEn: `The conditions after ${calledInEnglish(split)} leave a gap (for instance ${describeCase(gap.values, 'anything else')}): such a case stops here. Add a condition or a default flow.`,
    }];
  });
}
