import type { EventKind, FlowProcess, Outcome, StepData, TimerRule } from '../bpmn/flow-model.js';

/**
 * A flow that was read, checked and compiled: plain JSON, to be stored with a flow version and loaded again by `loadFlow`.
 *
 * `definition` holds one xstate machine config per scope (the process and each of its sub-processes): nested states where the scope is
 * block-structured, one net state with the marking in its context where it is not. `graph` is the diagram that the machines carry.
 */
export interface CompiledFlow {
  /** Version of this format. */
  readonly version: 1;
  /** Id of the process. */
  readonly key: string;
  readonly name: string;
  readonly stage?: string;
  readonly definition: Readonly<Record<string, ScopeDefinition>>;
  readonly steps: Readonly<Record<string, FlowStep>>;
  /** How an instance may begin. */
  readonly starts: readonly FlowStart[];
  readonly graph: FlowProcess;
}

export type ScopeDefinition =
  | { readonly shape: 'nested'; readonly machine: MachineConfig }
  | { readonly shape: 'net'; readonly machine: MachineConfig };

/** The part of an xstate machine config that we emit. Actions and guards are named from the closed list in `machine/carrier-machine.ts`. */
export interface MachineConfig extends StateConfig {
  readonly id: string;
  readonly context?: Record<string, unknown>;
  readonly options?: { readonly maxIterations: number };
}

export interface StateConfig {
  type?: 'parallel' | 'final';
  initial?: string;
  states?: Record<string, StateConfig>;
  entry?: ActionConfig[];
  on?: Record<string, TransitionConfig | TransitionConfig[]>;
  always?: TransitionConfig[];
  onDone?: TransitionConfig;
  meta?: Record<string, unknown>;
}

export interface TransitionConfig {
  readonly target?: string;
  readonly guard?: GuardConfig;
  readonly actions?: readonly ActionConfig[];
  readonly reenter?: boolean;
}

/** `condition`: the FEEL text of the flow holds; `anyOf`, `noneOf`: one, none of several does. */
export type GuardConfig =
  | { readonly type: 'condition'; readonly params: { readonly flow: string; readonly feel: string } }
  | { readonly type: 'anyOf' | 'noneOf'; readonly params: { readonly feel: readonly string[] } };

/** `reach`: a token has come to the node; `pass`: it went through; `stop`: no flow out of the node may be taken; `fire`: play the net. */
export interface ActionConfig {
  readonly type: 'reach' | 'pass' | 'stop' | 'fire';
  readonly params?: { readonly node: string };
}

export interface FlowStart {
  readonly element: string;
  readonly kind: EventKind;
  readonly name?: string;
  readonly timer?: TimerRule;
  readonly condition?: string;
}

export type StepKind = 'user' | 'manual' | 'receive' | 'call' | 'service' | 'send' | 'script' | 'businessRule' | 'task' | 'subProcess';

/** What the product needs to know about a step to show it and to have it done. */
export interface FlowStep {
  readonly id: string;
  readonly name: string;
  readonly kind: StepKind;
  readonly act?: string;
  readonly role?: string;
  /** A key, or `=` and a FEEL expression that gives one. */
  readonly department?: string;
  readonly form?: string;
  readonly outcomes: readonly Outcome[];
  readonly limitWorkdays?: number;
  readonly documents: readonly string[];
  readonly pause?: string;
  readonly legalBasis?: string;
  /** Stage of the process. */
  readonly stage?: string;
  /** Key of the called flow. */
  readonly calls?: string;
  readonly notSameAs?: StepData['notSameAs'];
  readonly isRepeated: boolean;
}
