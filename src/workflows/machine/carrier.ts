import type { CarrierState } from './flow-state.js';
import type { Variables } from './input.js';
import type { Move } from './token-game.js';

/** What a scope can be told: an instance begins, a token leaves a node (or is taken over by a boundary event), a gateway asks again. */
export interface CarrierEvent {
  readonly type: 'begin' | 'leave' | 'retry' | 'jump';
  /** Absent for a scope that begins without start event. */
  readonly node?: string;
  /** Of a jump: the node at which the token is to be at work. */
  readonly to?: string;
}

/** Carries the tokens of one scope from node to node: an xstate machine, whichever shape it was compiled to. */
export interface Carrier {
  /** Before any token is born. */
  readonly initial: CarrierState;
  /** Steps the machine; `variables` are what conditions may read. */
  send(at: CarrierState, event: CarrierEvent, variables: Variables): { at: CarrierState; moves: Move[] };
  /** Puts the token that is at work at `node` to work at `to`; undefined where that is not a place of the same branch. */
  jump(at: CarrierState, jump: { node: string; to: string }, variables: Variables): { at: CarrierState; moves: Move[] } | undefined;
  /** Joins at which a token waits for others. */
  waitingJoins(at: CarrierState): string[];
}
