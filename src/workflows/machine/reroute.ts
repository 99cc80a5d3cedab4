import { DomainError } from '../../errors/domain-error.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { planMigration } from '../migration/plan-migration.js';
import { advance, type Step } from './advance.js';
import type { Act, FlowState } from './flow-state.js';
import type { FlowInput } from './input.js';
import type { LoadedFlow } from './load-flow.js';
import type { StepOptions } from './run.js';
import { isStep } from './steps-around.js';

export type RerouteInput = Extract<FlowInput, { type: 'reroute' }>;

export interface RerouteOptions extends StepOptions {
  /** The flows that this one calls, as far as they are known; an unknown one is taken to end. */
  readonly called?: readonly CompiledFlow[];
}

/**
 * Moves one open step to another of the same branch and leaves everything else as it is: the other branches keep their tokens, their open
 * work and their keys. The step may stand before the present one (a return) or behind it (a jump).
 *
 * Pure. Refuses a move out of the branch or the sub-process, one that takes a single voice out of a repeated step, and one after which
 * the case could not come to its end or would ask twice: the token game is played on from the new standing before anything is answered.
 *
 * @throws DomainError REROUTE_IMPOSSIBLE, REROUTE_OUT_OF_SCOPE, REROUTE_OUT_OF_BRANCH, REROUTE_PART_OF_MANY, REROUTE_UNSOUND, each with `possible`: the steps to which it can be moved
 */
export function reroute(flow: LoadedFlow, state: FlowState, input: RerouteInput, options: RerouteOptions = {}): Step {
  const act = state.acts[input.key];
  const target = flow.graph.nodes[input.to];
  const refuse = (code: Parameters<typeof refusal>[0], more: Record<string, unknown> = {}): never => {
    throw refusal(code, { flow, act, to: input.to, possible: reroutesOf(flow, state, input.key, options), more });
  };
  if (act === undefined || !isMovable(act) || target === undefined || !isStep(target)) return refuse('REROUTE_IMPOSSIBLE');
  if (act.owner !== undefined) return refuse('REROUTE_PART_OF_MANY');
  if (target.scope !== state.scopes[act.scope]?.scope) return refuse('REROUTE_OUT_OF_SCOPE');
  if (!canJump(flow, state, act, input.to)) return refuse('REROUTE_OUT_OF_BRANCH');
  const step = advance(flow, state, input, options);
  const trouble = troubleAfter(flow, step.state, options.called ?? []);
  return trouble === undefined ? step : refuse('REROUTE_UNSOUND', { ...trouble });
}

/** The steps to which an open one can be moved, in the order of the diagram; its own, begun anew, is not among them. */
export function reroutesOf(flow: LoadedFlow, state: FlowState, key: string, options: RerouteOptions = {}): string[] {
  const act = state.acts[key];
  if (act === undefined || !isMovable(act) || act.owner !== undefined) return [];
  const scope = flow.graph.scopes[state.scopes[act.scope]?.scope ?? ''];
  return (scope?.nodes ?? []).filter((to) => {
    const node = flow.graph.nodes[to];
    if (node === undefined || to === act.node || !isStep(node) || !canJump(flow, state, act, to)) return false;
    return troubleAfter(flow, advance(flow, state, { type: 'reroute', key, to }, options).state, options.called ?? []) === undefined;
  });
}

const isMovable = (act: Act): boolean => act.kind === 'work' || act.kind === 'incident';

function canJump(flow: LoadedFlow, state: FlowState, act: Act, to: string): boolean {
  const scope = state.scopes[act.scope];
  return scope !== undefined && flow.carriers[scope.scope]?.jump(scope.at, { node: act.node, to }, state.variables) !== undefined;
}

/** The answers of the proof by flow and standing: the same few standings are asked about again and again. */
const proofs = new WeakMap<LoadedFlow, Map<string, Trouble | undefined>>();
const mostProofs = 500;

interface Trouble {
  readonly why: string;
  readonly whyEn: string;
}

function troubleAfter(flow: LoadedFlow, state: FlowState, called: readonly CompiledFlow[]): Trouble | undefined {
  const known = proofs.get(flow) ?? new Map<string, Trouble | undefined>();
  proofs.set(flow, known);
  const key = JSON.stringify([state.scopes, Object.values(state.acts).map(({ node, scope, pending }) => [node, scope, pending])]);
  if (known.has(key)) return known.get(key);
  if (known.size >= mostProofs) known.clear();
  const trouble = prove(flow, state, called);
  known.set(key, trouble);
  return trouble;
}

function prove(flow: LoadedFlow, state: FlowState, called: readonly CompiledFlow[]): Trouble | undefined {
  const [group] = planMigration(flow.compiled, flow.compiled, [{ id: '', state }], { called, maxStates: 20_000 }).groups;
  if (group === undefined || group.verdict === 'completes') return undefined;
  return { why: group.reasons.map(({ message }) => message).join(''), whyEn: group.reasons.map(({ messageEn }) => messageEn).join(' ') };
}

function refusal(
  code: 'REROUTE_IMPOSSIBLE' | 'REROUTE_OUT_OF_SCOPE' | 'REROUTE_OUT_OF_BRANCH' | 'REROUTE_PART_OF_MANY' | 'REROUTE_UNSOUND',
  { flow, act, to, possible, more }: { flow: LoadedFlow; act: Act | undefined; to: string; possible: string[]; more: Record<string, unknown> },
): DomainError {
  const nameOf = (id: string): string => flow.graph.nodes[id]?.name || id;
  const names = possible.map(nameOf);
  return new DomainError(code, {
    from: act === undefined ? '' : nameOf(act.node),
    to: nameOf(to),
    possible,
    names: names.length === 0 ? '没有其他环节' : names.join('、'),
    namesEn: names.length === 0 ? 'nowhere' : names.join(', '),
    ...more,
  });
}
