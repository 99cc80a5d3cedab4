import type { FlowProcess } from '../bpmn/flow-model.js';

export interface InclusiveJoins {
  /** The first join, in document order, that may fire with this marking. */
  findEnabled(marking: Readonly<Record<string, number>>): string | undefined;
}

/**
 * The inclusive joins of one scope, with what each must know of the graph computed once.
 *
 * BPMN 2.0 §13.4.3 (p. 436): a join with a token fires when every token that can still come to one of its empty flows without passing
 * the join can also come to one of its full flows that way.
 */
export function inclusiveJoinsOf(graph: FlowProcess, scopeId: string): InclusiveJoins {
  const nodes = graph.scopes[scopeId]?.nodes ?? [];
  const joins = nodes.filter((id) => graph.nodes[id]?.kind === 'inclusiveGateway' && (graph.nodes[id]?.incoming.length ?? 0) > 1);
  const sources = new Map(joins.map((join) => [join, placesBefore(graph, join)]));
  return {
    findEnabled: (marking) => joins.find((join) => isEnabled(graph.nodes[join]?.incoming ?? [], sources.get(join) ?? new Map(), marking)),
  };
}

function isEnabled(incoming: readonly string[], before: ReadonlyMap<string, ReadonlySet<string>>, marking: Readonly<Record<string, number>>): boolean {
  const full = incoming.filter((flow) => (marking[flow] ?? 0) > 0);
  if (full.length === 0) return false;
  const empty = incoming.filter((flow) => (marking[flow] ?? 0) === 0);
  if (empty.length === 0) return true;
  return Object.keys(marking).every((place) => {
    const canReach = (flow: string): boolean => before.get(flow)?.has(place) === true;
    return incoming.includes(place) || !empty.some(canReach) || full.some(canReach);
  });
}

/** For each flow into the join: every place from which a token can come to it without passing the join. */
function placesBefore(graph: FlowProcess, join: string): Map<string, Set<string>> {
  return new Map((graph.nodes[join]?.incoming ?? []).map((flow) => [flow, reachBackwards(graph, flow, join)]));
}

function reachBackwards(graph: FlowProcess, flow: string, join: string): Set<string> {
  const places = new Set<string>();
  const open = [flow];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const source = graph.nodes[graph.flows[id]?.source ?? ''];
    if (source === undefined || source.id === join || places.has(source.id)) continue;
    places.add(source.id);
    // A token at an activity may leave it through a boundary event.
    if (source.attachedTo !== undefined) {
      const activity = graph.nodes[source.attachedTo];
      if (activity !== undefined && !places.has(activity.id)) {
        places.add(activity.id);
        pushIncoming(activity.incoming);
      }
    }
    pushIncoming(source.incoming);
  }
  return places;

  function pushIncoming(incoming: readonly string[]): void {
    for (const id of incoming) {
      places.add(id);
      open.push(id);
    }
  }
}
