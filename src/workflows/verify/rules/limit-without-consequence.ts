import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { namesInEnglish, namesOf } from '../wording.js';

/** A limit that nothing follows is a wish: a deadline event on the step, on a sub-process around it or for the whole flow answers for it. */
export function limitWithoutConsequence(process: FlowProcess): Finding[] {
  const limited = Object.values(process.nodes).filter((node) => node.oa.limitWorkdays !== undefined && !hasDeadline(process, node)).map(({ id }) => id);
  if (limited.length === 0) return [];
  return [{
    rule: 'limit-without-consequence',
    severity: 'warning',
    elements: limited,
    message: `${namesOf(process, limited)}规定了时限，但流程中没有逾期后的处理（定时边界事件或定时事件子流程），只会亮灯提醒。`,
    messageEn: `${namesInEnglish(process, limited)} has a limit, but the flow does nothing when it passes (no timer boundary event or timer event sub-process): only the light turns red.`,
  }];
}

function hasDeadline(process: FlowProcess, node: FlowNode): boolean {
  const isTimer = (id: string): boolean => process.nodes[id]?.event?.kind === 'timer';
  if (node.boundary.some(isTimer)) return true;
  const scope = process.scopes[node.scope];
  if (scope?.eventSubProcesses.some((handler) => process.scopes[handler]?.starts.some(isTimer))) return true;
  const around = process.nodes[node.scope];
  return around !== undefined && hasDeadline(process, around);
}
