import type { FlowProcess } from '../bpmn/flow-model.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import type { FlowState, Undoable } from '../machine/flow-state.js';
import { markingOf } from '../machine/marking.js';

/** Where a case stands, as far as its further way depends on it: one entry for each different running scope, inner ones last. */
export type Standing = readonly StandingScope[];

export interface StandingScope {
  /** Id of the process, sub-process or event sub-process. */
  readonly scope: string;
  /** Tokens by node id (at work there) or flow id (waiting there for a join). */
  readonly tokens: Readonly<Record<string, number>>;
  /** An interrupting event sub-process has taken over. */
  readonly interrupted: boolean;
  /** Steps that would undo what is done already, and those that are undoing it now. */
  readonly undoing: readonly string[];
}

/** Reads where a case stands from its state. Instances of a repeated sub-process that stand alike are one. */
export function standingOf({ graph }: CompiledFlow, state: FlowState): Standing {
  const found = new Map<string, StandingScope>();
  for (const [key, { scope, at, interrupted, log = [] }] of Object.entries(state.scopes)) {
    const running = Object.values(state.acts).filter((act) => act.scope === key && graph.nodes[act.node]?.isForCompensation === true).map(({ node }) => node);
    const pending = Object.values(state.acts).filter((act) => act.scope === key).flatMap((act) => act.pending ?? []);
    const undoing = [...new Set([...running, ...handlersIn([...log, ...pending])])].sort();
    const standing: StandingScope = { scope, tokens: sorted(markingOf(graph, at)), interrupted: interrupted === true, undoing };
    found.set(JSON.stringify(standing), standing);
  }
  return [...found.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, standing]) => standing).sort((left, right) => depthOf(graph, left.scope) - depthOf(graph, right.scope));
}

function handlersIn(log: readonly Undoable[]): string[] {
  return log.flatMap(({ handler, inner = [] }) => [...(handler === undefined ? [] : [handler]), ...handlersIn(inner)]);
}

function sorted(marking: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(marking).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function depthOf(graph: FlowProcess, scope: string): number {
  const parent = graph.scopes[scope]?.parent;
  return parent === undefined ? 0 : 1 + depthOf(graph, parent);
}
