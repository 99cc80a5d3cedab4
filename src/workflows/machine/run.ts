import { byId } from '../bpmn/by-id.js';
import type { FlowNode } from '../bpmn/flow-model.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CloseReason, Effect } from './effects.js';
import type { Act, FlowState, ScopeState, Subscription } from './flow-state.js';
import type { Variables } from './input.js';
import type { LoadedFlow } from './load-flow.js';

/** An automatic task that the host may carry out while the case is stepped. */
export interface HostTask {
  readonly key: string;
  readonly step: string;
  readonly kind: 'service' | 'send' | 'script' | 'businessRule';
  readonly decision?: string;
  readonly handler?: string;
  readonly variables: Variables;
}

export interface StepOptions {
  /**
   * Carries out an automatic task at once. Without it, or when it answers nothing, a script is evaluated by the engine and every other
   * task becomes an effect `runTask` whose end the host reports later. `incident`: it cannot be carried out, for this reason.
   */
  readonly perform?: (task: HostTask) => { readonly variables?: Variables } | { readonly error: string } | { readonly incident: string } | undefined;
}

/** The state while it is stepped. Records are replaced, never changed inside, because untouched ones are shared with the state before. */
export type Draft = { -readonly [K in keyof FlowState]: FlowState[K] } & {
  scopes: Record<string, ScopeState>;
  acts: Record<string, Act>;
  subscriptions: Record<string, Subscription>;
  counts: Record<string, number>;
  variables: Variables;
};

/** Something still to do in this step, for a scope (and perhaps an activation) that may be gone when its turn comes. */
export interface Job {
  readonly scope: string;
  readonly act?: string;
  readonly node: string;
  readonly work: () => void;
}

/** One step of one instance under way. */
export interface Run {
  readonly flow: LoadedFlow;
  readonly options: StepOptions;
  readonly draft: Draft;
  readonly effects: Effect[];
  readonly executed: string[];
  /** Tokens that are moving, first come first served. */
  queue: Job[];
  /** Throws and ends that reach beyond their own token: they wait until every other token has come to rest. */
  late: Job[];
  jobs: number;
}

export function newRun(flow: LoadedFlow, state: FlowState, options: StepOptions): Run {
  const draft: Draft = { ...state, scopes: byId(state.scopes), acts: byId(state.acts), subscriptions: byId(state.subscriptions), counts: byId(state.counts), variables: { ...state.variables } };
  return { flow, options, draft, effects: [], executed: [], queue: [], late: [], jobs: 0 };
}

/** The node of the diagram; a stored state never names one that its flow version does not have. */
export function nodeOf(run: Run, id: string): FlowNode {
  const node = run.flow.graph.nodes[id];
  if (node === undefined) throw new DomainError('BROKEN_INVARIANT', { reason: `no node ${id} in flow ${run.flow.compiled.key}` });
  return node;
}

/** A key for the next activation of the node: deterministic, unique within the case. */
export function nextKey(run: Run, node: string): string {
  const count = (run.draft.counts[node] ?? 0) + 1;
  run.draft.counts[node] = count;
  return count === 1 ? node : `${node}~${count}`;
}

/** What expressions inside the scope can read: the variables of the instance, and those of the repetitions around the scope. */
export function visible(run: Run, scope: string, act?: Act): Variables {
  const own = act === undefined ? {} : { ...counters(run, act), ...act.locals };
  const locals = { ...localsAround(run, scope), ...own };
  return Object.keys(locals).length === 0 ? run.draft.variables : { ...run.draft.variables, ...locals };
}

function localsAround(run: Run, scope: string): Variables {
  const act = run.draft.acts[run.draft.scopes[scope]?.act ?? ''];
  return act === undefined ? {} : { ...localsAround(run, act.scope), ...counters(run, act), ...act.locals };
}

/** BPMN 2.0 table 10.30. */
export function counters(run: Run, act: Act): Variables {
  const repeat = run.draft.acts[act.owner ?? '']?.repeat;
  if (repeat === undefined || repeat.total < 0) return {};
  return { numberOfInstances: repeat.total, numberOfActiveInstances: repeat.begun - repeat.done, numberOfCompletedInstances: repeat.done };
}

export function assignVariables(run: Run, variables: Variables | undefined): void {
  if (variables !== undefined) run.draft.variables = { ...run.draft.variables, ...variables };
}

/** Remembers that the case cannot go on here until somebody repairs it. */
export function raiseIncident(run: Run, place: { node: string; scope: string; reason: string; owner?: string }): void {
  const key = nextKey(run, place.node);
  run.draft.acts[key] = { kind: 'incident', ...place };
  run.effects.push({ type: 'incident', element: place.node, reason: place.reason });
}

/** Takes an activation away with everything that it has begun; the token in its scope stays. */
export function removeAct(run: Run, key: string, reason: CloseReason): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  delete run.draft.acts[key];
  endSubscriptions(run, (subscription) => subscription.act === key);
  forget(run, (job) => job.act === key);
  switch (act.kind) {
    case 'work':
      closeWork(run, key, act, { reason });
      break;
    case 'call':
      run.effects.push({ type: 'cancelCall', key, step: act.node });
      break;
    case 'host':
      run.effects.push({ type: 'cancelTask', key, step: act.node });
      break;
    case 'scope':
      clearScope(run, key, reason);
      delete run.draft.scopes[key];
      break;
    case 'repeat':
    case 'undo':
      for (const [part, { owner }] of Object.entries(run.draft.acts)) {
        if (owner === key) removeAct(run, part, reason);
      }
      break;
    default:
  }
}

/** Takes every token, activation and subscription out of a scope. */
export function clearScope(run: Run, scope: string, reason: CloseReason): void {
  for (const [key, act] of Object.entries(run.draft.acts)) {
    if (act.scope === scope) removeAct(run, key, reason);
  }
  endSubscriptions(run, (subscription) => subscription.scope === scope);
  forget(run, (job) => job.scope === scope);
  const state = run.draft.scopes[scope];
  if (state !== undefined) run.draft.scopes[scope] = { ...state, at: null };
}

/** Tells the host that a person's step is over. */
export function closeWork(run: Run, key: string, act: Act, how: { reason: CloseReason; outcome?: string }): void {
  const node = nodeOf(run, act.node);
  if (hasWorkItem(node)) run.effects.push({ type: 'closeWorkItem', key, step: node.id, ...how });
  if (node.oa.pause !== undefined) run.effects.push({ type: 'endPause', pause: node.oa.pause, step: node.id, key });
}

/** A receive task that a message ends and that nobody is charged with is no work item. */
export function hasWorkItem(node: FlowNode): boolean {
  return node.kind !== 'receiveTask' || node.event === undefined || node.oa.role !== undefined;
}

export function endSubscriptions(run: Run, isOver: (subscription: Subscription) => boolean): void {
  for (const [key, subscription] of Object.entries(run.draft.subscriptions)) {
    if (isOver(subscription)) endSubscription(run, key);
  }
}

export function endSubscription(run: Run, key: string): void {
  delete run.draft.subscriptions[key];
  run.effects.push({ type: 'unsubscribe', key });
}

function forget(run: Run, isMoot: (job: Job) => boolean): void {
  if (run.queue.length > 0) run.queue = run.queue.filter((job) => !isMoot(job));
  if (run.late.length > 0) run.late = run.late.filter((job) => !isMoot(job));
}
