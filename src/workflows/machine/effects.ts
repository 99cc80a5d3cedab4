import type { AssignmentRule } from '../bpmn/assignment-rule.js';
import type { TimerRule } from '../bpmn/flow-model.js';
import type { SigningRule } from '../signing/signing-rule.js';
import type { Variables } from './input.js';

/** Who is to do a step. `department` is resolved: a key, also where the diagram says `=item.department`. */
export interface Assignment {
  readonly role?: string;
  readonly department?: string;
  /** Somebody who had it before and is to get it again, if he still can. */
  readonly person?: string;
  /** How the flow wants the person found, in order; behind them stands the queue of role and department. */
  readonly rules?: readonly AssignmentRule[];
}

/** Several people come to the result of the step together. Without `signers`, everybody who may do it. */
export interface SigningCall extends SigningRule {
  readonly signers?: readonly string[];
}

/**
 * What should happen after a step of the case: the engine says it, the host does it after storing the state.
 *
 * `key` is deterministic and unique within a case: the step id, with `[n]` for the n-th instance of a repeated step and `~n` for its
 * n-th activation (`examine`, `examine~2`, `opinion[0]`).
 */
export type Effect =
  | {
      readonly type: 'openWorkItem'; readonly key: string; readonly step: string; readonly name: string; readonly assignment: Assignment;
      readonly limitWorkdays?: number; readonly form?: string; readonly act?: string;
      readonly signing?: SigningCall;
      /** Variables of the repetition: the element variable, `loopCounter` … */
      readonly loop?: Variables;
    }
  | { readonly type: 'closeWorkItem'; readonly key: string; readonly step: string; readonly reason: CloseReason; readonly outcome?: string }
  | { readonly type: 'callFlow'; readonly key: string; readonly step: string; readonly flow: string; readonly variables: Variables; readonly loop?: Variables }
  | { readonly type: 'cancelCall'; readonly key: string; readonly step: string }
  | {
      readonly type: 'subscribe'; readonly key: string; readonly step: string; readonly kind: 'message' | 'signal' | 'timer' | 'condition';
      readonly name?: string; readonly rule?: TimerRule;
    }
  | { readonly type: 'unsubscribe'; readonly key: string }
  | { readonly type: 'issueDocument'; readonly document: string; readonly step: string; readonly key: string }
  | { readonly type: 'startPause' | 'endPause'; readonly pause: string; readonly step: string; readonly key: string }
  | { readonly type: 'throwMessage'; readonly name: string; readonly step: string; readonly variables: Variables }
  | { readonly type: 'throwSignal'; readonly name: string; readonly step: string; readonly variables: Variables }
  | { readonly type: 'escalate'; readonly code: string; readonly step: string }
  | { readonly type: 'runTask'; readonly key: string; readonly step: string; readonly kind: 'service' | 'send' | 'script' | 'businessRule'; readonly decision?: string; readonly handler?: string; readonly variables: Variables }
  | { readonly type: 'cancelTask'; readonly key: string; readonly step: string }
  | { readonly type: 'completed'; readonly end: string; readonly variables: Variables }
  | { readonly type: 'endedByError'; readonly error: string; readonly step: string; readonly variables: Variables }
  | { readonly type: 'cancelled'; readonly reason: string }
  | { readonly type: 'incident'; readonly element: string; readonly reason: string };

export type CloseReason = 'completed' | 'interrupted' | 'terminated';
