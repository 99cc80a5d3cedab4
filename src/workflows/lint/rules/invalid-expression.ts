import { assignmentWords } from '../../bpmn/assignment-rule.js';
import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import { faultOf } from '../../feel/check-feel.js';
import type { Finding } from '../finding.js';

/** Every expression must be readable FEEL: a condition that cannot be read would silently count as false. */
export function invalidExpression(process: FlowProcess): Finding[] {
  const ofFlows = Object.values(process.flows).flatMap(({ id, condition }) => (condition === undefined ? [] : [{ element: id, text: condition }]));
  const ofNodes = Object.values(process.nodes).flatMap((node) => expressionsOf(node).map((text) => ({ element: node.id, text })));
  return [...ofFlows, ...ofNodes].flatMap(({ element, text }) => {
    const fault = faultOf(text);
    if (fault === undefined) return [];
    return [{
      rule: 'invalid-expression',
      severity: 'error' as const,
      elements: [element],
      message: `表达式“${short(text)}”不是有效的 FEEL 表达式${fault.position === undefined ? '' : `（第 ${fault.position + 1} 个字符附近）`}`,
      messageEn: `The expression “${short(text)}” is not valid FEEL${fault.position === undefined ? '' : ` (near character ${fault.position + 1})`}`,
    }];
  });
}

/** The FEEL texts of a node. Texts of attributes are FEEL only behind `=`. */
export function expressionsOf(node: FlowNode): string[] {
  const attributes = [node.oa.department, node.oa.signers, ...assignmentWords(node.oa.assignment ?? ''), node.calledElement, node.event?.timer?.value].filter((text) => text?.startsWith('=')).map((text) => text?.slice(1));
  const loop = node.loop?.kind === 'multi' ? [node.loop.cardinality, node.loop.collection, node.loop.completionCondition] : [node.loop?.condition];
  return [...attributes, ...loop, node.event?.condition, node.script?.replace(/^\s*=/, '')].filter((text) => text !== undefined);
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
