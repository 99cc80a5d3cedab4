import { byId } from '../bpmn/by-id.js';
import type { FlowNode, FlowProcess } from '../bpmn/flow-model.js';
import type { Standing, StandingScope } from './standing.js';

/** Why a place of the old flow has no counterpart in the new one. */
export interface Unmapped {
  readonly why: 'gone' | 'other-kind' | 'other-scope';
  /** Id in the old flow. */
  readonly element: string;
  /** Id in the new flow, where there is one. */
  readonly target?: string;
}

export interface MappedStanding {
  readonly standing: Standing;
  readonly unmapped: readonly Unmapped[];
}

/** Says where a case would stand in another version of its flow: elements keep their id unless the map says another. */
export function mapStanding(standing: Standing, { from, to, map }: { from: FlowProcess; to: FlowProcess; map: Readonly<Record<string, string>> }): MappedStanding {
  const mapping: Mapping = { from, to, map: byId({ [from.id]: to.id, ...map }), unmapped: new Map() };
  const mapped = standing.map((scope) => mapScope(mapping, scope)).filter((scope) => scope !== undefined);
  return { standing: mapped, unmapped: [...mapping.unmapped.values()] };
}

interface Mapping {
  readonly from: FlowProcess;
  readonly to: FlowProcess;
  readonly map: Readonly<Record<string, string>>;
  readonly unmapped: Map<string, Unmapped>;
}

function mapScope(mapping: Mapping, standing: StandingScope): StandingScope | undefined {
  const scope = nameIn(mapping, standing.scope);
  const target = mapping.to.scopes[scope];
  const source = mapping.from.scopes[standing.scope];
  if (target === undefined) return note(mapping, { why: mapping.to.nodes[scope] === undefined ? 'gone' : 'other-kind', element: standing.scope, target: scope });
  if (target.kind !== source?.kind) return note(mapping, { why: 'other-kind', element: standing.scope, target: scope });
  if (target.parent !== undefined && target.parent !== nameIn(mapping, source.parent ?? '')) return note(mapping, { why: 'other-scope', element: standing.scope, target: scope });
  const tokens = byId<number>();
  for (const [place, count] of Object.entries(standing.tokens)) {
    const found = mapping.from.nodes[place] === undefined ? mapFlow(mapping, place, scope) : mapNode(mapping, place, scope);
    if (found !== undefined) tokens[found] = (tokens[found] ?? 0) + count;
  }
  const undoing = standing.undoing.map((id) => mapHandler(mapping, id)).filter((id) => id !== undefined);
  return { scope, tokens, interrupted: standing.interrupted, undoing };
}

function mapNode(mapping: Mapping, id: string, scope: string): string | undefined {
  const target = nameIn(mapping, id);
  const [before, after] = [mapping.from.nodes[id], mapping.to.nodes[target]];
  if (after === undefined) return note(mapping, { why: 'gone', element: id });
  if (before === undefined || waitsAs(before) !== waitsAs(after)) return note(mapping, { why: 'other-kind', element: id, target });
  if (after.scope !== scope) return note(mapping, { why: 'other-scope', element: id, target });
  return target;
}

/** A flow keeps its id, or is the only one that leads from the same element to the same join. */
function mapFlow(mapping: Mapping, id: string, scope: string): string | undefined {
  const before = mapping.from.flows[id];
  if (before === undefined) return note(mapping, { why: 'gone', element: id });
  const [source, join] = [nameIn(mapping, before.source), nameIn(mapping, before.target)];
  const alike = Object.values(mapping.to.flows).filter((flow) => flow.source === source && flow.target === join);
  const found = mapping.to.flows[nameIn(mapping, id)] ?? (alike.length === 1 ? alike[0] : undefined);
  if (found === undefined) return note(mapping, { why: 'gone', element: id });
  if (found.scope !== scope) return note(mapping, { why: 'other-scope', element: id, target: found.id });
  return found.id;
}

/** A step that undoes must still be there to undo. */
function mapHandler(mapping: Mapping, id: string): string | undefined {
  const target = nameIn(mapping, id);
  const node = mapping.to.nodes[target];
  if (node === undefined) return note(mapping, { why: 'gone', element: id });
  return node.isForCompensation ? target : note(mapping, { why: 'other-kind', element: id, target });
}

function nameIn({ map }: Mapping, id: string): string {
  return map[id] ?? id;
}

function note({ unmapped }: Mapping, why: Unmapped): undefined {
  unmapped.set(`${why.element} ${why.why}`, why);
  return undefined;
}

/**
 * What a token is at work with or waits for; only the same can take it over. Who does a task may change, that a person does it may not;
 * a time or a name that is waited for may change, a deadline does not become a message.
 */
function waitsAs({ kind, loop, event }: FlowNode): string {
  const work = kind === 'manualTask' ? 'userTask' : kind === 'task' ? 'serviceTask' : kind === 'catchEvent' ? `${event?.kind ?? 'none'} event` : kind;
  const repeats = loop === undefined ? '' : loop.kind === 'standard' ? ' loop' : loop.sequential ? ' one after another' : ' at once';
  return `${work}${repeats}`;
}
