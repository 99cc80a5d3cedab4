import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { called, calledInEnglish } from '../../lint/rule.js';
import { isDecision, meansApproval } from './decisions.js';
import { wayTo } from './walks.js';
import { lawSeverity } from '../severity.js';

const automatic = new Set(['task', 'serviceTask', 'scriptTask', 'businessRuleTask', 'sendTask']);

/**
 * Silence and machines approve only where a law says so: an automatic step that decides, or a deadline or start after which an approval is
 * reached without any person, names its legal basis (行政许可法 art. 50 for renewals; a first application is never approved by silence).
 */
export function automaticApprovalWithoutLegalBasis(process: FlowProcess): Finding[] {
  const starts = process.scopes[process.id]?.starts ?? [];
  return Object.values(process.nodes).flatMap((node) => {
    if (node.oa.legalBasis !== undefined) return [];
    if (automatic.has(node.kind) && (isDecision(node) || meansApproval(node))) return [finding(process, node, [node.id])];
    if (!isDeadline(node) && !starts.includes(node.id)) return [];
    const way = wayTo(process, node, meansApproval, (next) => isPersonal(next) || automatic.has(next.kind) && isDecision(next) || next.oa.legalBasis !== undefined);
    return way === undefined ? [] : [finding(process, node, way)];
  });
}

function isDeadline(node: FlowNode): boolean {
  return (node.kind === 'boundaryEvent' || node.kind === 'catchEvent') && node.event?.kind === 'timer';
}

function isPersonal({ kind }: FlowNode): boolean {
  return ['userTask', 'manualTask', 'receiveTask', 'callActivity', 'task'].includes(kind);
}

function finding(process: FlowProcess, node: FlowNode, path: string[]): Finding {
  return {
    rule: 'automatic-approval-without-legal-basis',
    severity: lawSeverity(process),
    elements: [...new Set([node.id, path.at(-1) ?? node.id])],
    path,
    message: `${called(node)}之后无人办理即视为准予，但没有写明法律依据。请在该元素上填写 oa:legalBasis，或改由人员决定。`,
    messageEn: `After ${calledInEnglish(node)} the application is approved without anybody deciding, and no legal basis is named. Say oa:legalBasis there, or let a person decide.`,
  };
}
