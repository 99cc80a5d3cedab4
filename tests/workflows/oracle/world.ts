/** Where all instances of one run stand: plain data, so that a state can be copied, compared and gone back to. */
export interface World {
  instances: Instance[];
  /** Milliseconds of the virtual clock. */
  now: number;
  /** Number of the next activation. */
  next: number;
  /** Thrown messages and signals on their way. */
  post: { kind: 'message' | 'signal'; name: string }[];
  /** When start events with a timer begin the next instance, by their id. */
  starting: Record<string, Due>;
  /** Elements finished since the list was last emptied. */
  executed: string[];
}

export interface Instance {
  id: string;
  process: string;
  status: 'active' | 'completed' | 'ended-by-error' | 'cancelled';
  variables: Record<string, unknown>;
  root: Scope;
  /** The call activity that waits for this instance. */
  caller?: { instance: string; act: number };
}

export interface Scope {
  pool: string;
  tokens: Token[];
  acts: Act[];
  /** An interrupting event sub-process has taken over. */
  interrupted?: boolean;
  /** Finished activities that could be undone, oldest first. */
  log: Undo[];
  /** Ends that were reached, with the colour of the token. */
  ended: string[];
  due: Record<string, Due>;
  held: string[];
}

/**
 * A token on a flow, or before an element without one (a start event). The colour tells whose token it is: empty for the main path,
 * else the non-interrupting boundary event from which it came.
 */
export interface Token {
  flow?: string;
  at?: string;
  colour: string;
}

/** An element that has begun and has not finished. */
export interface Act {
  key: number;
  kind: 'work' | 'auto' | 'wait' | 'choice' | 'scope' | 'call' | 'multi' | 'loop' | 'undo' | 'incident';
  node: string;
  colour: string;
  locals: Record<string, unknown>;
  inner?: Scope;
  /** Repetitions of a repeated activity, or the handler that an undo runs now. */
  children: Act[];
  total: number;
  begun: number;
  done: number;
  undo: Undo[];
  due: Record<string, Due>;
  held: string[];
}

export interface Due {
  at: number;
  /** Milliseconds between two firings of a cycle, and how many are left. */
  every?: number;
  left?: number;
}

export interface Undo {
  node: string;
  handler?: string;
  inner: Undo[];
}

export function newWorld(): World {
  return { instances: [], now: Date.UTC(2026, 0, 5), next: 1, post: [], starting: {}, executed: [] };
}

export function newScope(pool: string): Scope {
  return { pool, tokens: [], acts: [], log: [], ended: [], due: {}, held: [] };
}
