import type { ModdleElement } from 'bpmn-moddle';
import type { Finding } from '../lint/finding.js';
import type { EventDefinition, FlowNode, NodeKind } from './flow-model.js';
import { child, children, flag, text } from './moddle-access.js';
import { readStepData, withoutGaps } from './read-approval-data.js';
import { readEvent, readTaskMessage } from './read-event.js';
import { readLoop } from './read-loop.js';
import { unsupported } from './reading-findings.js';

interface Place {
  readonly scope: string;
  readonly insideHandler: boolean;
  readonly insideTransaction: boolean;
}

const kinds: Record<string, NodeKind> = {
  'bpmn:StartEvent': 'startEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:IntermediateCatchEvent': 'catchEvent',
  'bpmn:IntermediateThrowEvent': 'throwEvent',
  'bpmn:BoundaryEvent': 'boundaryEvent',
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:InclusiveGateway': 'inclusiveGateway',
  'bpmn:EventBasedGateway': 'eventBasedGateway',
  'bpmn:Task': 'task',
  'bpmn:UserTask': 'userTask',
  'bpmn:ManualTask': 'manualTask',
  'bpmn:ReceiveTask': 'receiveTask',
  'bpmn:SendTask': 'sendTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:ScriptTask': 'scriptTask',
  'bpmn:BusinessRuleTask': 'businessRuleTask',
  'bpmn:SubProcess': 'subProcess',
  'bpmn:Transaction': 'transaction',
  'bpmn:CallActivity': 'callActivity',
};

/** What stands among the flow elements without taking part in the token game. */
const carried = new Set(['bpmn:SequenceFlow', 'bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

export function isFlowNode(element: ModdleElement): boolean {
  return !carried.has(element.$type);
}

export function isScopeElement(element: ModdleElement): boolean {
  return element.$type === 'bpmn:SubProcess' || element.$type === 'bpmn:Transaction';
}

/** Reads one node; what we do not run gives a finding. Flows and boundary events are joined to it afterwards. */
export function readNode(element: ModdleElement, place: Place): { node: FlowNode; findings: Finding[] } {
  const id = element.id ?? '';
  const known = kinds[element.$type];
  const kind: NodeKind = known === 'subProcess' && flag(element, 'triggeredByEvent') ? 'eventSubProcess' : (known ?? 'task');
  const findings: Finding[] = [];
  if (known === undefined) {
    const what = element.$type.replace('bpmn:', '');
    findings.push(unsupported(id, `元素类型 ${what}`, what));
  }
  const event = readEventOf(element, kind, place, findings);
  const loop = readLoop(element);
  findings.push(...loop.findings);
  if (kind === 'eventSubProcess' && loop.loop !== undefined) findings.push(unsupported(id, '重复执行的事件子流程', 'a repeating event sub-process'));
  if (isOtherThanOne(element, 'startQuantity') || isOtherThanOne(element, 'completionQuantity')) findings.push(unsupported(id, '多个起始或完成令牌（startQuantity、completionQuantity）', 'startQuantity or completionQuantity other than 1'));
  if (kind === 'eventBasedGateway' && element['eventGatewayType'] === 'Parallel') findings.push(unsupported(id, '并行事件网关', 'a parallel event-based gateway'));
  if (kind === 'scriptTask') findings.push(...scriptLanguage(element));
  if (kind === 'callActivity' && text(element, 'calledElement') === undefined) findings.push(unsupported(id, '没有写明被调用流程的调用活动', 'a call activity that names no process'));
  const node: FlowNode = {
    id,
    name: element.name ?? '',
    kind,
    scope: place.scope,
    incoming: [],
    outgoing: [],
    boundary: [],
    isForCompensation: flag(element, 'isForCompensation'),
    instantiate: flag(element, 'instantiate') && children(element, 'incoming').length === 0,
    oa: readStepData(element),
    ...withoutGaps({
      event,
      attachedTo: child(element, 'attachedToRef')?.id,
      interrupting: isInterrupting(element, kind, place),
      loop: loop.loop,
      script: kind === 'scriptTask' ? text(element, 'script') : undefined,
      calledElement: withoutPrefix(text(element, 'calledElement')),
      parts: children(element, 'eventDefinitions').map((part) => part.id).filter((part) => part !== undefined),
    }),
  };
  return { node, findings };
}

function readEventOf(element: ModdleElement, kind: NodeKind, place: Place, findings: Finding[]): EventDefinition | undefined {
  if (kind === 'receiveTask' || kind === 'sendTask') return readTaskMessage(element);
  if (kind !== 'startEvent' && kind !== 'endEvent' && kind !== 'catchEvent' && kind !== 'throwEvent' && kind !== 'boundaryEvent') return undefined;
  const read = readEvent(element, kind === 'startEvent' && place.insideHandler ? 'handlerStart' : kind);
  findings.push(...read.findings);
  if (read.event.kind === 'cancel' && kind === 'endEvent' && !place.insideTransaction) {
    findings.push(unsupported(element.id ?? '', '事务之外的取消结束事件', 'a cancel end event outside a transaction'));
  }
  return read.event;
}

/** Error and cancel always interrupt; compensation never does (BPMN 2.0 §10.5.3). */
function isInterrupting(element: ModdleElement, kind: NodeKind, place: Place): boolean | undefined {
  const definition = children(element, 'eventDefinitions')[0]?.$type ?? '';
  if (kind === 'boundaryEvent') {
    if (definition === 'bpmn:ErrorEventDefinition' || definition === 'bpmn:CancelEventDefinition') return true;
    return definition !== 'bpmn:CompensateEventDefinition' && element['cancelActivity'] !== false;
  }
  if (kind === 'startEvent' && place.insideHandler) return definition === 'bpmn:ErrorEventDefinition' || element['isInterrupting'] !== false;
  return undefined;
}

function isOtherThanOne(element: ModdleElement, property: string): boolean {
  return element[property] !== undefined && element[property] !== 1;
}

/** The called process is a qualified name in BPMN; an id holds no colon. */
function withoutPrefix(name: string | undefined): string | undefined {
  return name === undefined || name.startsWith('=') ? name : name.slice(name.lastIndexOf(':') + 1);
}

function scriptLanguage(element: ModdleElement): Finding[] {
  const format = text(element, 'scriptFormat');
  if (format === undefined || /feel/i.test(format)) return [];
  return [unsupported(element.id ?? '', `${format} 脚本（只支持 FEEL）`, `scripts in ${format} (only FEEL)`)];
}
