import { assignmentWords, readAssignmentRule } from '../../bpmn/assignment-rule.js';
import type { FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../finding.js';
import { called, calledInEnglish, severityIn } from '../rule.js';

/** Every rule of `oa:assignment` can be read, and a previous handler is that of a step of this flow. */
export function unreadableAssignment(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).flatMap((node) => assignmentWords(node.oa.assignment ?? '').filter((word) => !isGood(word, process)).map((word) => ({
    rule: 'unreadable-assignment',
    severity: severityIn(process),
    elements: [node.id],
    message: `${called(node)}的指派规则“${word}”看不懂，或所指环节不在本流程中；可写 person:、role:、department:、lead-department、handler-of:、field: 或 = 与 FEEL`,
    messageEn: `${calledInEnglish(node)} has the assignment rule “${word}”, which cannot be read or names a step that this flow does not have; possible are person:, role:, department:, lead-department, handler-of:, field: and = with FEEL`,
  })));
}

function isGood(word: string, process: FlowProcess): boolean {
  if (word.startsWith('=')) return true;
  const rule = readAssignmentRule(word);
  if (rule === undefined) return false;
  if (rule.kind === 'field') return /^[A-Z]\d{2}\.\w+$/.test(rule.value);
  return rule.kind !== 'handler-of' || process.nodes[rule.value] !== undefined;
}
