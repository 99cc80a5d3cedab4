import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { called, calledInEnglish } from '../../lint/rule.js';
import { combinations, tellingValues, truthOf } from '../conditions/condition-truth.js';
import { namesInFeel } from '../conditions/names-in-feel.js';
import { conditionalFlows, splitsThatAsk } from '../conditions/outcome-splits.js';
import { wayTo } from './walks.js';
import { lawSeverity } from '../severity.js';

/** So many combinations of other variables are tried before a branch is taken to be possible. */
const manyCombinations = 256;

/**
 * Each outcome that a person may choose has a branch at every split that asks for it next. A split with a default or with a flow without
 * condition handles everything.
 */
export function outcomeNotHandled(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).filter(({ oa }) => (oa.outcomes ?? []).length > 0).flatMap((task) =>
    splitsThatAsk(process, task).flatMap((split) => {
      const left = (task.oa.outcomes ?? []).filter(({ id }) => !isHandled(process, task, split, id));
      if (left.length === 0) return [];
      return [{
        rule: 'outcome-not-handled',
        severity: lawSeverity(process),
        elements: [task.id, split.id],
        path: wayTo(process, task, ({ id }) => id === split.id, () => false) ?? [task.id, split.id],
        message: `${called(task)}的办理结果${left.map(({ name }) => `“${name}”`).join('、')}在${called(split)}没有对应的分支，办件会停在那里。`,
        messageEn: `No branch at ${calledInEnglish(split)} handles the outcome ${left.map(({ id }) => id).join(', ')} of ${calledInEnglish(task)}: the case would stop there.`,
      }];
    }),
  );
}

function isHandled(process: FlowProcess, task: FlowNode, split: FlowNode, outcome: string): boolean {
  const flows = conditionalFlows(process, split);
  if (split.defaultFlow !== undefined || flows.length < split.outgoing.length) return true;
  return flows.some(({ condition }) => canHold(condition, { outcome, [`${task.id}Outcome`]: outcome }));
}

/** Whether the condition holds for some values of the variables that are not known. */
function canHold(condition: string, known: Record<string, unknown>): boolean {
  const unknown = namesInFeel(condition).filter((name) => !(name in known));
  const values = tellingValues([condition]);
  const all = combinations(Object.fromEntries(unknown.map((name) => [name, values])), manyCombinations);
  return all === undefined || all.some((combination) => truthOf(condition, { ...combination, ...known }) !== false);
}
