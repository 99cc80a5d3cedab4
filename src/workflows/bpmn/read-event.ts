import type { ModdleElement } from 'bpmn-moddle';
import type { Finding } from '../lint/finding.js';
import type { EventDefinition, EventKind, TimerRule } from './flow-model.js';
import { child, children, expression, flag, text } from './moddle-access.js';
import { withoutGaps } from './read-approval-data.js';
import { notWellFormed, unsupported } from './reading-findings.js';

type Position = 'startEvent' | 'endEvent' | 'catchEvent' | 'throwEvent' | 'boundaryEvent' | 'handlerStart';

/** Which events may stand where (BPMN 2.0 table 10.93). */
const allowed: Record<Position, readonly EventKind[]> = {
  startEvent: ['none', 'message', 'timer', 'signal', 'conditional'],
  handlerStart: ['message', 'timer', 'signal', 'conditional', 'error', 'escalation'],
  endEvent: ['none', 'message', 'signal', 'error', 'escalation', 'terminate', 'cancel', 'compensation'],
  catchEvent: ['message', 'timer', 'signal', 'conditional', 'link'],
  throwEvent: ['none', 'message', 'signal', 'link', 'escalation', 'compensation'],
  boundaryEvent: ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'cancel', 'compensation'],
};

const kinds: Record<string, EventKind> = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:ConditionalEventDefinition': 'conditional',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:TerminateEventDefinition': 'terminate',
  'bpmn:CancelEventDefinition': 'cancel',
  'bpmn:CompensateEventDefinition': 'compensation',
  'bpmn:LinkEventDefinition': 'link',
};

/** Reads what an event catches or throws. */
export function readEvent(element: ModdleElement, position: Position): { event: EventDefinition; findings: Finding[] } {
  const id = element.id ?? '';
  const definitions = [...children(element, 'eventDefinitions'), ...children(element, 'eventDefinitionRef')];
  if (definitions.length > 1 || flag(element, 'parallelMultiple')) {
    return { event: { kind: 'none' }, findings: [unsupported(id, '含多个触发条件的事件', 'an event with several triggers')] };
  }
  const [definition] = definitions;
  const kind = definition === undefined ? 'none' : kinds[definition.$type];
  if (kind === undefined || !allowed[position].includes(kind)) {
    const what = definition?.$type.replace('bpmn:', '') ?? 'none';
    return { event: { kind: 'none' }, findings: [unsupported(id, `此位置的事件类型（${what}）`, `an event of type ${what} in this place`)] };
  }
  const event = definition === undefined ? { kind } : readDefinition(element, definition, kind);
  return { event, findings: incomplete(id, event) };
}

/** Reads the message that a receive or send task names. */
export function readTaskMessage(element: ModdleElement): EventDefinition | undefined {
  const message = child(element, 'messageRef');
  return message && { kind: 'message', name: message.name ?? message.id ?? '' };
}

function readDefinition(element: ModdleElement, definition: ModdleElement, kind: EventKind): EventDefinition {
  const own = element.name ?? element.id ?? '';
  switch (kind) {
    case 'message':
      return { kind, name: named(child(definition, 'messageRef')) ?? own };
    case 'signal':
      return { kind, name: named(child(definition, 'signalRef')) ?? own };
    case 'link':
      return { kind, name: text(definition, 'name') ?? own };
    case 'error':
      return withoutGaps({ kind, code: code(child(definition, 'errorRef'), 'errorCode') }) as EventDefinition;
    case 'escalation':
      return withoutGaps({ kind, code: code(child(definition, 'escalationRef'), 'escalationCode') }) as EventDefinition;
    case 'conditional':
      return withoutGaps({ kind, condition: expression(child(definition, 'condition')) }) as EventDefinition;
    case 'compensation':
      return withoutGaps({ kind, activity: child(definition, 'activityRef')?.id }) as EventDefinition;
    case 'timer':
      return withoutGaps({ kind, timer: readTimer(definition) }) as EventDefinition;
    default:
      return { kind };
  }
}

function readTimer(definition: ModdleElement): TimerRule | undefined {
  const workdays = text(definition, 'workdays');
  if (workdays !== undefined) return { kind: 'workdays', value: workdays };
  for (const kind of ['date', 'duration', 'cycle'] as const) {
    const value = child(definition, `time${kind[0]?.toUpperCase()}${kind.slice(1)}`);
    const body = value && text(value, 'body');
    if (body !== undefined) return { kind, value: body };
  }
  return undefined;
}

function incomplete(id: string, event: EventDefinition): Finding[] {
  if (event.kind === 'timer' && event.timer === undefined) {
    return [notWellFormed([id], `定时事件 ${id} 没有写明时间`, `Timer event ${id} does not say when`)];
  }
  if (event.kind === 'conditional' && event.condition === undefined) {
    return [notWellFormed([id], `条件事件 ${id} 没有写明条件`, `Conditional event ${id} has no condition`)];
  }
  return [];
}

function named(element: ModdleElement | undefined): string | undefined {
  return element?.name ?? element?.id;
}

function code(element: ModdleElement | undefined, property: string): string | undefined {
  return element && (text(element, property) ?? named(element));
}
