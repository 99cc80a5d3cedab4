import { linkTarget, type Element, type Flow } from './diagram.js';
import type { Scope } from './world.js';

/**
 * The rule of BPMN 2.0 §13.4.3 word by word: a token waits at some incoming flow, and every token that could still come to an empty
 * incoming flow without passing the gateway could also come to one where a token waits.
 */
export function mayJoin(gateway: Element, scope: Scope): boolean {
  const full = gateway.incoming.filter(({ id }) => scope.tokens.some(({ flow }) => flow === id));
  if (full.length === 0) return false;
  const empty = gateway.incoming.filter((flow) => !full.includes(flow));
  return tokenPlaces(gateway, scope).every((from) => {
    const reached = reach(from, gateway);
    return !empty.some((flow) => reached.has(flow)) || full.some((flow) => reached.has(flow));
  });
}

/** For each token of the scope the flows on which it is or on which it will appear next. */
function tokenPlaces(gateway: Element, scope: Scope): Flow[][] {
  const { flows, elements } = gateway.pool;
  const onFlows = scope.tokens.map(({ flow, at }) => {
    const own = flows.find(({ id }) => id === flow);
    return own ? [own] : next(elements.find(({ id }) => id === at));
  });
  const inElements = scope.acts.map(({ node }) => next(elements.find(({ id }) => id === node)));
  return [...onFlows, ...inElements];
}

function reach(from: Flow[], gateway: Element): Set<Flow> {
  const reached = new Set(from);
  for (const flow of reached) {
    if (flow.target === gateway) continue;
    for (const further of next(flow.target)) reached.add(further);
  }
  return reached;
}

/** Flows on which a token that is in this element may come out. */
function next(element: Element | undefined): Flow[] {
  if (element === undefined) return [];
  const link = linkTarget(element);
  return [...element.outgoing, ...element.boundary.flatMap(({ outgoing }) => outgoing), ...(link?.outgoing ?? [])];
}
