import type { FlowState } from './flow-state.js';
import type { LoadedFlow } from './load-flow.js';

export interface WaitingPlaces {
  /** Open user, manual and receive tasks. */
  readonly open: string[];
  /** Catching events and event-based gateways, each once however many wait there. */
  readonly events: string[];
  /** Joins that hold a token, each once. */
  readonly joins: string[];
  readonly incidents: { readonly key?: string; readonly element: string; readonly reason: string }[];
}

/** Where an instance stands, in ids of the diagram: enough to light it up and to say what it waits for. */
export function waitingPlaces(flow: LoadedFlow, state: Pick<FlowState, 'acts' | 'scopes' | 'stuckAt'>): WaitingPlaces {
  const acts = Object.entries(state.acts);
  const nodesOf = (...kinds: string[]): string[] => acts.filter(([, { kind }]) => kinds.includes(kind)).map(([, { node }]) => node);
  const incidents = acts.filter(([, { kind }]) => kind === 'incident').map(([key, { node, reason }]) => ({ key, element: node, reason: reason ?? '' }));
  return {
    open: nodesOf('work'),
    events: distinct(nodesOf('wait', 'choice')),
    joins: distinct(Object.values(state.scopes).flatMap(({ scope, at }) => flow.carriers[scope]?.waitingJoins(at) ?? [])),
    incidents: state.stuckAt === undefined ? incidents : [...incidents, { element: state.stuckAt, reason: 'stuck' }],
  };
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
