import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { called, calledInEnglish } from '../../lint/rule.js';
import { isDecision } from './decisions.js';
import { isLast, wayTo } from './walks.js';
import { lawSeverity } from '../severity.js';

/** A decision is made in writing (行政许可法 art. 38, 39): on every way from it to the end some element issues a document. */
export function decisionWithoutDocument(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).filter((node) => isDecision(node) && !issuesDocument(node)).flatMap((node) => {
    const way = wayTo(process, node, (end) => isLast(process, end) && !issuesDocument(end), issuesDocument, { boundary: false });
    if (way === undefined) return [];
    return [{
      rule: 'decision-without-document',
      severity: lawSeverity(process),
      elements: [node.id],
      path: way,
      message: `${called(node)}作出决定后，到流程结束都没有出具文书。行政许可决定应当以书面形式作出（行政许可法第三十八条、第三十九条），请写明 oa:documents。`,
      messageEn: `After the decision ${calledInEnglish(node)} the flow can end without any document. Decisions are made in writing (Administrative Licensing Law, art. 38 and 39): say oa:documents.`,
    }];
  });
}

function issuesDocument(node: FlowNode): boolean {
  return (node.oa.documents ?? []).length > 0;
}
