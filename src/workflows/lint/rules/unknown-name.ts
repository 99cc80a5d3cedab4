import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import { assignmentWords, readAssignmentRule } from '../../bpmn/assignment-rule.js';
import type { FlowVocabulary } from '../../vocabulary.js';
import type { Finding } from '../finding.js';
import { called, calledInEnglish, severityIn, type RuleContext } from '../rule.js';

type Words = Pick<FlowVocabulary, 'roles' | 'forms' | 'documents' | 'acts' | 'departments' | 'decisions' | 'handlers'>;

const words: { [K in keyof Words]-?: { zh: string; en: string; used: (node: FlowNode) => readonly string[] } } = {
  roles: { zh: '角色', en: 'role', used: ({ oa }) => [...one(oa.role), ...named(oa.assignment, 'role')] },
  forms: { zh: '表单', en: 'form', used: ({ oa }) => one(oa.form) },
  documents: { zh: '文书', en: 'document', used: ({ oa }) => oa.documents ?? [] },
  acts: { zh: '办理行为', en: 'act', used: ({ oa }) => one(oa.act) },
  departments: { zh: '部门', en: 'department', used: ({ oa }) => [...one(oa.department).filter((text) => !text.startsWith('=')), ...named(oa.assignment, 'department')] },
  decisions: { zh: '决策表', en: 'decision table', used: ({ oa }) => one(oa.decision) },
  handlers: { zh: '处理程序', en: 'handler', used: ({ oa }) => one(oa.handler) },
};

/** Roles, forms, documents, acts, departments, decision tables and handlers of a step must be ones that the product has; unchecked where the vocabulary is silent. */
export function unknownName(process: FlowProcess, { vocabulary }: RuleContext): Finding[] {
  return Object.values(process.nodes).flatMap((node) => (Object.keys(words) as (keyof Words)[]).flatMap((kind) => unknownWords(node, kind, process, vocabulary)));
}

function unknownWords(node: FlowNode, kind: keyof Words, process: FlowProcess, vocabulary: FlowVocabulary): Finding[] {
  const known = vocabulary[kind];
  if (known === undefined) return [];
  const { zh, en, used } = words[kind];
  return used(node).filter((name) => !known.includes(name)).map((name) => ({
    rule: 'unknown-name',
    severity: severityIn(process),
    elements: [node.id],
    message: `${called(node)}用到的${zh}“${name}”不存在`,
    messageEn: `${calledInEnglish(node)} names the ${en} “${name}”, which does not exist`,
  }));
}

/** The roles or departments that the rules of a step name. */
function named(assignment: string | undefined, kind: 'role' | 'department'): string[] {
  return assignmentWords(assignment ?? '').flatMap((word) => {
    const rule = word.startsWith('=') ? undefined : readAssignmentRule(word);
    return rule?.kind === kind ? [rule.value] : [];
  });
}

function one(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}
