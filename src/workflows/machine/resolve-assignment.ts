import { assignmentWords, readAssignmentRule, type AssignmentRule } from '../bpmn/assignment-rule.js';
import { resolveText } from '../feel/evaluate-feel.js';

/** The rules of a step over the variables of its case. FEEL gives a word or a list of words; what it does not give is passed over. */
export function resolveAssignment(text: string, variables: Readonly<Record<string, unknown>>): AssignmentRule[] {
  return assignmentWords(text).flatMap((word) => {
    const value = resolveText(word, variables);
    const words = (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string' && each.trim() !== '');
    return words.map((each) => readAssignmentRule(each.trim())).filter((rule) => rule !== undefined);
  });
}
