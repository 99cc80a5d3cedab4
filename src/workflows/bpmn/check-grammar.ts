import type { Finding } from '../lint/finding.js';
import type { FlowModel, FlowNode, FlowProcess } from './flow-model.js';
import { notWellFormed } from './reading-findings.js';

/** What the grammar of BPMN forbids between elements that are each correct (BPMN 2.0 §§10.5, 10.6, 13). */
export function checkGrammar(model: FlowModel): Finding[] {
  return model.processes.flatMap((process) => [
    ...Object.values(process.nodes).flatMap((node) => [...wrongEnds(node), ...wrongCompensation(node, process), ...wrongBranches(node, process)]),
    ...Object.values(process.scopes).flatMap((scope) => {
      if (scope.kind === 'eventSubProcess' && scope.starts.length !== 1) {
        return [notWellFormed([scope.id], `事件子流程 ${scope.id} 必须有且只有一个开始事件`, `Event sub-process ${scope.id} needs exactly one start event`)];
      }
      if (scope.kind === 'eventSubProcess' && process.nodes[scope.starts[0] ?? '']?.kind !== 'startEvent') {
        return [notWellFormed([scope.id], `事件子流程 ${scope.id} 没有开始事件`, `Event sub-process ${scope.id} has no start event`)];
      }
      if ((scope.kind === 'subProcess' || scope.kind === 'transaction') && scope.starts.some((id) => (process.nodes[id]?.event?.kind ?? 'none') !== 'none' && process.nodes[id]?.kind === 'startEvent')) {
        return [notWellFormed([scope.id], `子流程 ${scope.id} 只能用普通开始事件`, `Sub-process ${scope.id} may only begin with a plain start event`)];
      }
      if ((scope.kind === 'subProcess' || scope.kind === 'transaction') && scope.starts.filter((id) => process.nodes[id]?.kind === 'startEvent').length > 1) {
        return [notWellFormed([scope.id], `子流程 ${scope.id} 只能有一个开始事件`, `Sub-process ${scope.id} may have one start event only`)];
      }
      if (scope.starts.length === 0) {
        return [notWellFormed([scope.id], `${scope.id} 中没有可以开始的地方`, `${scope.id} has nowhere to begin`)];
      }
      return [];
    }),
  ]);
}

function wrongEnds(node: FlowNode): Finding[] {
  const findings: Finding[] = [];
  if ((node.kind === 'startEvent' || node.kind === 'boundaryEvent') && node.incoming.length > 0) {
    findings.push(notWellFormed([node.id], `${node.id} 不能有流入的连线`, `${node.id} cannot have an incoming flow`));
  }
  if (node.kind === 'endEvent' && node.outgoing.length > 0) {
    findings.push(notWellFormed([node.id], `结束事件 ${node.id} 不能有流出的连线`, `End event ${node.id} cannot have an outgoing flow`));
  }
  if (node.kind === 'eventSubProcess' && node.incoming.length + node.outgoing.length > 0) {
    findings.push(notWellFormed([node.id], `事件子流程 ${node.id} 不能连线`, `Event sub-process ${node.id} cannot have flows`));
  }
  return findings;
}

function wrongCompensation(node: FlowNode, process: FlowProcess): Finding[] {
  if (node.kind === 'boundaryEvent' && node.event?.kind === 'compensation') {
    if (node.compensationHandler === undefined) {
      return [notWellFormed([node.id], `补偿边界事件 ${node.id} 没有关联补偿活动`, `Compensation boundary event ${node.id} is associated with no handler`)];
    }
    if (node.outgoing.length > 0) return [notWellFormed([node.id], `补偿边界事件 ${node.id} 不能有流出的连线`, `Compensation boundary event ${node.id} cannot have an outgoing flow`)];
  }
  if (node.isForCompensation && node.incoming.length + node.outgoing.length > 0) {
    return [notWellFormed([node.id], `补偿活动 ${node.id} 不能在主流程连线上`, `Compensation handler ${node.id} cannot have flows`)];
  }
  if (node.kind === 'boundaryEvent' && node.event?.kind === 'cancel' && process.nodes[node.attachedTo ?? '']?.kind !== 'transaction') {
    return [notWellFormed([node.id], `取消边界事件 ${node.id} 只能附着在事务上`, `Cancel boundary event ${node.id} belongs on a transaction`)];
  }
  return [];
}

/** After an event-based gateway each branch begins with a catch, reached by this gateway alone (BPMN 2.0 §10.6.6). */
function wrongBranches(node: FlowNode, process: FlowProcess): Finding[] {
  if (node.kind !== 'eventBasedGateway') return [];
  if (node.outgoing.length === 0) return [notWellFormed([node.id], `事件网关 ${node.id} 没有分支`, `Event-based gateway ${node.id} has no branch`)];
  return node.outgoing.flatMap((flow) => {
    const target = process.nodes[process.flows[flow]?.target ?? ''];
    const isCatch = (target?.kind === 'catchEvent' && target.event?.kind !== 'link') || target?.kind === 'receiveTask';
    if (!isCatch) return [notWellFormed([node.id, target?.id ?? flow], `事件网关 ${node.id} 之后必须是捕获事件或接收任务`, `After event-based gateway ${node.id} there must be a catching event or a receive task`)];
    if (target.incoming.length !== 1) return [notWellFormed([node.id, target.id], `${target.id} 只能由事件网关 ${node.id} 到达`, `${target.id} may only be reached through event-based gateway ${node.id}`)];
    return [];
  });
}
