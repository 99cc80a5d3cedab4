import type { Variables } from './input.js';

/**
 * Where one instance stands: our own small JSON, rebuilt into xstate snapshots when it is stepped. Nothing of xstate is stored, so an
 * upgrade of xstate never migrates data.
 */
export interface FlowState {
  readonly format: 1;
  readonly flow: string;
  readonly status: FlowStatus;
  readonly variables: Variables;
  /** Running scopes by key; the process itself stands under its own id. */
  readonly scopes: Readonly<Record<string, ScopeState>>;
  /** Everything that a token waits at, by key. */
  readonly acts: Readonly<Record<string, Act>>;
  readonly subscriptions: Readonly<Record<string, Subscription>>;
  /** How often each node was begun so far; gives the next key. */
  readonly counts: Readonly<Record<string, number>>;
  /** Why the instance cannot go on although nothing failed: the join that waits for ever. */
  readonly stuckAt?: string;
  /** The error that ended it. */
  readonly error?: string;
  /** The end event that was reached last. */
  readonly end?: string;
}

export type FlowStatus = 'active' | 'completed' | 'incident' | 'ended-by-error' | 'cancelled';

export interface ScopeState {
  /** Id of the process, sub-process or event sub-process. */
  readonly scope: string;
  /** The activation that runs this scope; absent for the process. */
  readonly act?: string;
  readonly at: CarrierState;
  /** An interrupting event sub-process has taken over. */
  readonly interrupted?: true;
  /** Finished activities that can be undone, oldest first. */
  readonly log?: readonly Undoable[];
}

/** The state value of a nested machine, or the marking of a net: tokens by flow or node id. `null` when the scope holds no token any more. */
export type CarrierState = { readonly value: StateValue } | { readonly tokens: Readonly<Record<string, number>> } | null;
export type StateValue = string | { readonly [key: string]: StateValue | undefined };

/** A finished activity with its handler, or a finished sub-process with what can be undone inside. */
export interface Undoable {
  readonly node: string;
  readonly handler?: string;
  readonly inner?: readonly Undoable[];
  readonly locals?: Variables;
}

export type ActKind =
  /** an open user, manual or receive task */ | 'work'
  /** a running called flow */ | 'call'
  /** an automatic task that the host carries out */ | 'host'
  /** a catching event */ | 'wait'
  /** an event-based gateway */ | 'choice'
  /** a running sub-process or event sub-process */ | 'scope'
  /** a repeated activity as a whole */ | 'repeat'
  /** a throwing compensation event whose handlers run */ | 'undo'
  /** what cannot go on until somebody repairs it */ | 'incident';

export interface Act {
  readonly kind: ActKind;
  readonly node: string;
  /** Key of the scope in which the token lies. */
  readonly scope: string;
  /** Key of the repeat or undo of which this is a part. */
  readonly owner?: string;
  /** Counted from 0. */
  readonly index?: number;
  /** Variables of this repetition. */
  readonly locals?: Variables;
  readonly repeat?: Repeat;
  /** What an undo has still to run, last first. */
  readonly pending?: readonly Undoable[];
  /** Of an incident. */
  readonly reason?: string;
  /** Where the token goes when this is done, instead of its flows: back to the step that sent it here, the last entry first. */
  readonly backTo?: readonly BackTo[];
}

/** A step that waits for work which it sent back. */
export interface BackTo {
  readonly node: string;
  /** Who is to get it again; a name of the host. */
  readonly person?: string;
}

export interface Repeat {
  readonly total: number;
  readonly begun: number;
  readonly done: number;
  /** Elements that a sequential repetition has still to visit. */
  readonly items?: readonly unknown[];
}

export interface Subscription {
  readonly kind: 'message' | 'signal' | 'timer' | 'condition';
  /** The event, or the receive task. */
  readonly node: string;
  readonly scope: string;
  /** The activation that waits, or that the boundary event guards; absent for event sub-processes. */
  readonly act?: string;
  readonly use: 'catch' | 'choice' | 'boundary' | 'handler';
  readonly name?: string;
  /** Of a condition: whether it held when last looked at. */
  readonly held?: boolean;
  /** Of a cycle: how often it may still fire; absent means without end. */
  readonly remaining?: number;
}
