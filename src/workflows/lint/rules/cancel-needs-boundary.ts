import type { FlowProcess } from '../../bpmn/flow-model.js';
import { notWellFormed } from '../../bpmn/reading-findings.js';
import type { Finding } from '../finding.js';

/** Rule `not-well-formed`: a cancelled transaction can only go on at a cancel boundary event (BPMN 2.0 §10.3.5). */
export function cancelNeedsBoundary(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).flatMap((node) => {
    if (node.kind !== 'endEvent' || node.event?.kind !== 'cancel') return [];
    const transaction = process.nodes[node.scope];
    const isCaught = transaction?.boundary.some((id) => process.nodes[id]?.event?.kind === 'cancel');
    return isCaught === true ? [] : [notWellFormed([node.id, node.scope], `取消结束事件 ${node.id} 所在的事务没有取消边界事件`, `The transaction of cancel end event ${node.id} has no cancel boundary event`)];
  });
}
