import type { FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';

/** The ways in which a scope can be left, as far as its surroundings see them. */
export interface ScopeExits {
  /** It can come to its ordinary end. */
  readonly normal: boolean;
  /** It has findings of its own: whoever holds it may take it to end, so that one fault is told once. */
  readonly isFaulty: boolean;
  /** Codes of errors that leave it; `''` is an error without code. */
  readonly errors: ReadonlySet<string>;
  /** Work inside can fail with an error that the diagram does not name. */
  readonly anyError: boolean;
  /** Codes of escalations that leave it. */
  readonly escalations: ReadonlySet<string>;
  /** A transaction can be cancelled. */
  readonly cancel: boolean;
}

/** A process that is called but not known: it is taken to end. */
export const unknownExits: ScopeExits = { normal: true, isFaulty: false, errors: new Set(), anyError: true, escalations: new Set(), cancel: false };
/** What is known of a process that calls itself, before anything is known. */
export const noExits: ScopeExits = { normal: false, isFaulty: false, errors: new Set(), anyError: false, escalations: new Set(), cancel: false };

/** The exits of each activity that holds or calls a process; of any other activity undefined. */
export type ExitsOf = (node: FlowNode) => ScopeExits | undefined;

/** The event sub-process of the scope that catches this error or escalation: its code first, then one that catches any. */
export function handlerFor(process: FlowProcess, scope: FlowScope, kind: 'error' | 'escalation', code: string): FlowNode | undefined {
  const handlers = scope.eventSubProcesses.map((id) => process.nodes[id]).filter((node) => node !== undefined);
  return pick(handlers, (handler) => handlerStart(process, handler.id), kind, code);
}

/** The boundary event of the activity that catches this error or escalation: its code first, then one that catches any. */
export function boundaryFor(process: FlowProcess, activity: FlowNode, kind: 'error' | 'escalation', code: string): FlowNode | undefined {
  const boundary = activity.boundary.map((id) => process.nodes[id]).filter((node) => node !== undefined);
  return pick(boundary, (event) => event, kind, code);
}

/** The start event of an event sub-process. */
export function handlerStart(process: FlowProcess, handler: string): FlowNode | undefined {
  return process.nodes[process.scopes[handler]?.starts[0] ?? ''];
}

function pick(candidates: readonly FlowNode[], catcher: (node: FlowNode) => FlowNode | undefined, kind: 'error' | 'escalation', code: string): FlowNode | undefined {
  const ofKind = candidates.filter((node) => catcher(node)?.event?.kind === kind);
  return ofKind.find((node) => catcher(node)?.event?.code === code) ?? ofKind.find((node) => catcher(node)?.event?.code === undefined);
}

/** Whether the trigger of this boundary event can come at all. Messages, timers, signals and conditions always can. */
export function canTrigger(event: FlowNode, exits: ScopeExits | undefined): boolean {
  const code = event.event?.code;
  switch (event.event?.kind) {
    case 'error':
      if (exits === undefined || exits.anyError) return true;
      return code === undefined ? exits.errors.size > 0 : exits.errors.has(code);
    case 'escalation':
      if (exits === undefined || exits === unknownExits) return true;
      return code === undefined ? exits.escalations.size > 0 : exits.escalations.has(code);
    case 'cancel':
      return exits?.cancel ?? false;
    case 'compensation':
      return false;
    default:
      return true;
  }
}
