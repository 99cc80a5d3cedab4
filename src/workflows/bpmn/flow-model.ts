/**
 * Our few words for a diagram: the normalised graph on which every check, proof and compilation works.
 *
 * Everything is plain JSON and in document order. Ids are those of the diagram; the only synthetic ids are the flows that join a
 * throwing link event to its catching one (`link:<throwing id>`). What a diagram may hold but means nothing here (artifacts, data
 * objects, drawing) is left out.
 */
export interface FlowModel {
  /** All processes of all files, the main file first. */
  readonly processes: FlowProcess[];
  /** Id of the process that the diagram is about: the first one of the main file that is executable (else simply the first). */
  readonly main: string;
}

/** One process (one pool). `scopes[id]` is its root scope. */
export interface FlowProcess {
  readonly id: string;
  readonly name: string;
  /** 0 for the main file, then the called ones. */
  readonly file: number;
  readonly scopes: Record<string, FlowScope>;
  /** Nodes of all scopes, boundary events and handlers included. */
  readonly nodes: Record<string, FlowNode>;
  /** Sequence flows of all scopes. */
  readonly flows: Record<string, SequenceFlow>;
  readonly lanes: Lane[];
  readonly oa: ProcessData;
  /** Whether anything inside carries an `oa:` attribute: only then may rules of law and sense be errors. */
  readonly extended: boolean;
}

/** A region with tokens of its own: the process itself or a sub-process. A sub-process node and its scope share one id. */
export interface FlowScope {
  readonly id: string;
  readonly kind: 'process' | 'subProcess' | 'transaction' | 'eventSubProcess';
  /** The scope in which the sub-process node lies; absent for the process. */
  readonly parent?: string;
  /** Every node that lies directly in this scope. */
  readonly nodes: string[];
  readonly flows: string[];
  /**
   * Where a token is born when the scope begins: its start events; without any, every node that has no incoming flow and is neither
   * boundary event, event sub-process, compensation handler nor catching link. Several starts of a process or event sub-process are
   * alternatives (one event, one start); without start events all of them begin together (BPMN 2.0 §13.3.2 and 13.3.4).
   */
  readonly starts: string[];
  /** Event sub-processes that guard this scope. */
  readonly eventSubProcesses: string[];
}

export type EventNodeKind = 'startEvent' | 'endEvent' | 'catchEvent' | 'throwEvent' | 'boundaryEvent';
export type GatewayKind = 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway' | 'eventBasedGateway';
export type TaskKind = 'task' | 'userTask' | 'manualTask' | 'receiveTask' | 'sendTask' | 'serviceTask' | 'scriptTask' | 'businessRuleTask';
export type ScopeNodeKind = 'subProcess' | 'transaction' | 'eventSubProcess';
export type ActivityKind = TaskKind | 'subProcess' | 'transaction' | 'callActivity';
export type NodeKind = EventNodeKind | GatewayKind | TaskKind | ScopeNodeKind | 'callActivity';

export interface FlowNode {
  readonly id: string;
  readonly name: string;
  readonly kind: NodeKind;
  /** The scope in which the node lies. */
  readonly scope: string;
  /** Ids of sequence flows, in document order of the flows. */
  readonly incoming: string[];
  readonly outgoing: string[];
  /** The outgoing flow that is taken when no condition holds. */
  readonly defaultFlow?: string;
  /** Of events (and of a receive or send task with a message): what is caught or thrown. */
  readonly event?: EventDefinition;
  /** Of a boundary event: its activity. */
  readonly attachedTo?: string;
  /** Of a boundary event and of the start event of an event sub-process: whether it stops what it guards. */
  readonly interrupting?: boolean;
  /** Of an activity: its boundary events. */
  readonly boundary: string[];
  /** Of an activity: it is only run to undo another one. */
  readonly isForCompensation: boolean;
  /** Of a compensation boundary event: the activity that undoes. */
  readonly compensationHandler?: string;
  /** Of a receive task or event-based gateway without incoming flow: its event starts the instance. */
  readonly instantiate: boolean;
  readonly loop?: Loop;
  /** FEEL text of a script task. */
  readonly script?: string;
  /** Key of the called process. */
  readonly calledElement?: string;
  /** The innermost lane. */
  readonly lane?: string;
  /** Ids of event definitions and other children that an editor may mark for this node. */
  readonly parts?: string[];
  readonly oa: StepData;
}

export type EventKind =
  | 'none' | 'message' | 'timer' | 'signal' | 'conditional' | 'error' | 'escalation' | 'terminate' | 'cancel' | 'compensation' | 'link';

export interface EventDefinition {
  readonly kind: EventKind;
  /** Name of the message, signal or link. */
  readonly name?: string;
  /** Error or escalation code; absent means "any" when caught. */
  readonly code?: string;
  readonly timer?: TimerRule;
  /** FEEL text of a conditional event. */
  readonly condition?: string;
  /** Of a compensation throw: the one activity to undo; absent means all of the scope. */
  readonly activity?: string;
}

/** When a timer is due. Texts are ISO 8601 or `=` and a FEEL expression; `workdays` is counted by the host's calendar. */
export type TimerRule =
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'duration'; readonly value: string }
  | { readonly kind: 'cycle'; readonly value: string }
  | { readonly kind: 'workdays'; readonly value: string };

export type Loop =
  | { readonly kind: 'standard'; readonly condition?: string; readonly testBefore: boolean; readonly maximum?: number }
  | {
      readonly kind: 'multi';
      readonly sequential: boolean;
      /** FEEL text that gives a number. */
      readonly cardinality?: string;
      /** FEEL text that gives a list. */
      readonly collection?: string;
      readonly elementVariable?: string;
      readonly completionCondition?: string;
    };

export interface SequenceFlow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly scope: string;
  /** FEEL text. */
  readonly condition?: string;
  readonly isDefault: boolean;
  /** How often at most this flow is taken again in one case (`oa:maxRepeats`). */
  readonly maxRepeats?: number;
  /** Drawn as a pair of link events. */
  readonly link?: boolean;
}

export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly nodes: string[];
  /** Default of the steps in the lane. */
  readonly department?: string;
  readonly role?: string;
}

/** `oa:` attributes of a process. */
export interface ProcessData {
  readonly stage?: string;
  readonly limitWorkdays?: number;
  readonly projectTypes?: string[];
  /** Names that a case brings with it at its start. */
  readonly startVariables?: string[];
}

/** An outcome that the person who finishes a step may choose; its id is the value of the variable `outcome`. */
export interface Outcome {
  readonly id: string;
  readonly name: string;
}

/** `oa:` attributes of a node. Each is described in `docs/BPMN-PROFILE.md`. */
export interface StepData {
  readonly act?: string;
  readonly role?: string;
  readonly department?: string;
  /** Who of those gets it: rules between semicolons, see `assignment-rule.ts`. */
  readonly assignment?: string;
  readonly form?: string;
  readonly outcomes?: Outcome[];
  readonly limitWorkdays?: number;
  readonly documents?: string[];
  readonly pause?: string;
  readonly legalBasis?: string;
  readonly multiMerge?: boolean;
  readonly maxRepeats?: number;
  /** Key of the decision table of a business rule task. */
  readonly decision?: string;
  /** Name of the host's handler of a service or send task. */
  readonly handler?: string;
  /** A person who did this step may not do the present one (ids of steps). */
  readonly notSameAs?: string[];
  /** Names that this step assigns. */
  readonly assigns?: string[];
  /** How several people come to the result of the step together, see `signing/signing-rule.ts`. */
  readonly signing?: string;
  readonly signingRatio?: string;
  readonly signingBase?: string;
  readonly signingQuorum?: number;
  /** Who they are, separated by commas, or `=` and FEEL; see `signing/signer.ts`. Everybody who may do the step where absent. */
  readonly signers?: string;
}
