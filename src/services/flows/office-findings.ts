import type { FlowNode } from '../../workflows/bpmn/flow-model.js';
import type { CompiledFlow } from '../../workflows/compile/compiled-flow.js';
import type { Finding } from '../../workflows/lint/finding.js';

interface Reason {
  readonly zh: string;
  readonly en: string;
}

const triggers: Partial<Record<string, Reason>> = { message: { zh: '消息', en: 'message' }, signal: { zh: '信号', en: 'signal' }, timer: { zh: '定时', en: 'timer' } };

/**
 * Findings about what has no meaning in this office although the engine runs it: a case would begin without an applicant, or wait for
 * somebody who does not exist. Each says what can be drawn instead. Everything else that the engine runs is carried.
 */
export function officeFindings(flow: CompiledFlow): Finding[] {
  return Object.values(flow.graph.nodes).flatMap((node) => {
    const reason = whyNotCarried(flow, node);
    if (!reason) return [];
    return [{ rule: 'not-carried-by-the-office', severity: 'error' as const, elements: [node.id], message: `“${node.name || node.id}”：${reason.zh}`, messageEn: `"${node.name || node.id}": ${reason.en}` }];
  });
}

function whyNotCarried(flow: CompiledFlow, node: FlowNode): Reason | undefined {
  switch (node.kind) {
    case 'startEvent':
      return node.scope === flow.graph.id ? whyNotStarted(node) : undefined;
    case 'receiveTask':
    case 'eventBasedGateway':
      return node.instantiate ? startsByItself({ zh: '消息', en: 'message' }) : undefined;
    case 'serviceTask':
      return node.oa.handler === undefined ? { zh: '服务任务没有指定处理程序，请填写 oa:handler', en: 'this service task names no handler; give it oa:handler' } : undefined;
    case 'sendTask':
      return node.oa.handler === undefined && node.event === undefined ? { zh: '发送任务既没有消息也没有处理程序，请填写其一', en: 'this send task has neither a message nor a handler; give it one of them' } : undefined;
    case 'businessRuleTask':
      return node.oa.decision === undefined ? { zh: '业务规则任务没有指定决策表，请填写 oa:decision', en: 'this business rule task names no decision table; give it oa:decision' } : undefined;
    case 'callActivity':
      return isCalledPerItem(node) ? undefined : { zh: '调用活动按事项立案，须对事项列表重复（oa:collection="items" oa:elementVariable="item"）；其他步骤请画成子流程', en: 'a call opens a case for an item and has to repeat over the items (oa:collection="items" oa:elementVariable="item"); draw other steps as a sub-process' };
    default:
      return undefined;
  }
}

/** A condition is looked at when the application is filed; other triggers come without an applicant. */
function whyNotStarted({ event }: FlowNode): Reason | undefined {
  const trigger = triggers[event?.kind ?? 'none'];
  return trigger && startsByItself(trigger);
}

function startsByItself(trigger: Reason): Reason {
  return {
    zh: `办件依申请开始（行政许可法第二十九条），${trigger.zh}没有申请人和申请材料，不能开始办件；请用普通开始事件，其后等待${trigger.zh}，或者用事件子流程`,
    en: `a case begins with an application (行政许可法 art. 29); a ${trigger.en} brings no applicant and no papers. Begin with a plain start event and wait for the ${trigger.en} behind it, or use an event sub-process`,
  };
}

/** Calls set item cases going, one for each element of a list of items. */
export function isCalledPerItem(node: FlowNode): boolean {
  return node.loop?.kind === 'multi' && node.loop.elementVariable === 'item' && node.loop.collection !== undefined;
}
