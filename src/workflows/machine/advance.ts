import { byId } from '../bpmn/by-id.js';
import { DomainError } from '../../errors/domain-error.js';
import { finishInstance, hostAnswered, passedBack, stopActivity } from './activities.js';
import { availableActions } from './available-actions.js';
import type { Effect } from './effects.js';
import { raiseEscalationAt, throwErrorAt } from './failures.js';
import type { ActKind, FlowState } from './flow-state.js';
import type { FlowInput } from './input.js';
import type { LoadedFlow } from './load-flow.js';
import { beginScope, drain, enqueue, moveToken } from './move-token.js';
import { retryRepeat } from './repetition.js';
import { rerouteAct } from './reroute-act.js';
import { assignVariables, clearScope, newRun, nodeOf, type Run, type StepOptions } from './run.js';
import { findStart } from './starts.js';
import { fireSubscription } from './subscriptions.js';
import { waitingPlaces } from './waiting-places.js';

export interface Step {
  readonly state: FlowState;
  /** What the host has to do now, in order. */
  readonly effects: Effect[];
  /** Elements that were finished in this step, in order; a scope when it ends, a repeated activity once for each repetition. */
  readonly executed: string[];
}

/**
 * Steps one instance: takes what happened, lets every token move until each waits for something, and says what is to be done.
 *
 * Pure: no clock, ids or I/O inside, the same input always gives the same answer and `state` is not changed. Stepping a case that does
 * not exist yet (`undefined`) takes a `start`, or the message, signal or timer of one of its start events.
 *
 * @throws DomainError ACTION_NOT_AVAILABLE with `{ action, step, available }` when the input is impossible now
 */
export function advance(flow: LoadedFlow, state: FlowState | undefined, input: FlowInput, options: StepOptions = {}): Step {
  const run = newRun(flow, state ?? unborn(flow), options);
  if (state === undefined) begin(run, input);
  else if (state.status === 'active' || state.status === 'incident') accept(run, input);
  else refuse(run, input);
  drain(run);
  return { state: conclude(run), effects: withoutMoot(run.effects), executed: run.executed };
}

function unborn(flow: LoadedFlow): FlowState {
  return { format: 1, flow: flow.compiled.key, status: 'active', variables: {}, scopes: {}, acts: {}, subscriptions: {}, counts: {} };
}

function begin(run: Run, input: FlowInput): void {
  const start = findStart(run.flow, input);
  if (start === undefined) return refuse(run, input);
  const key = run.flow.graph.id;
  assignVariables(run, 'variables' in input ? input.variables : undefined);
  const element = start.element === undefined ? undefined : nodeOf(run, start.element);
  const gateway = element?.kind === 'startEvent' || element === undefined ? undefined : run.flow.graph.flows[element.incoming[0] ?? '']?.source;
  if (gateway !== undefined) run.executed.push(gateway);
  beginScope(run, key, { scope: key, ...(element && { start: element.id }) });
}

function accept(run: Run, input: FlowInput): void {
  switch (input.type) {
    case 'complete':
      return at(run, input, 'work', (key) => finishInstance(run, key, { ...(input.variables && { variables: input.variables }), ...outcomeOf(run, input) }));
    case 'callCompleted':
      return at(run, input, 'call', (key) => finishInstance(run, key, input.variables && { variables: passedBack(run, key, input.variables) }));
    case 'callFailed':
      return at(run, input, 'call', (key) => {
        if (input.variables !== undefined) assignVariables(run, passedBack(run, key, input.variables));
        throwErrorAt(run, key, input.error);
      });
    case 'callEscalated':
      return at(run, input, 'call', (key) => raiseEscalationAt(run, key, input.code));
    case 'taskCompleted':
      return at(run, input, 'host', (key) => hostAnswered(run, key, input.variables ? { variables: input.variables } : {}));
    case 'taskFailed':
      return at(run, input, 'host', (key) => throwErrorAt(run, key, input.error));
    case 'bpmnError':
      return at(run, input, ['work', 'host', 'call'], (key) => throwErrorAt(run, key, input.error));
    case 'fail':
      return at(run, input, ['host', 'call'], (key) => stopActivity(run, key, input.reason));
    case 'retry':
      return at(run, input, 'incident', (key) => retry(run, key));
    case 'skip':
      return skip(run, input);
    case 'message':
    case 'signal':
      return arrive(run, input);
    case 'timer':
      if (run.draft.subscriptions[input.key]?.kind !== 'timer') return refuse(run, input);
      return fire(run, input.key);
    case 'setVariables':
      return assignVariables(run, input.variables);
    case 'reroute':
      if (!rerouteAct(run, input)) refuse(run, input);
      return;
    case 'cancel':
      clearScope(run, run.flow.graph.id, 'terminated');
      run.draft.scopes = byId();
      run.draft.status = 'cancelled';
      run.effects.push({ type: 'cancelled', reason: input.reason });
      return;
    case 'start':
      return refuse(run, input);
  }
}

/** Does something at the activation that the input names, if it is one of the right kind. */
function at(run: Run, input: FlowInput & { key: string }, kinds: ActKind | readonly ActKind[], work: (key: string) => void): void {
  const act = run.draft.acts[input.key];
  if (act === undefined || !([] as ActKind[]).concat(kinds).includes(act.kind)) return refuse(run, input);
  enqueue(run, { scope: act.scope, node: act.node, work: () => work(input.key) });
}

/** A message goes to one that waits for it, a signal to all. */
function arrive(run: Run, input: Extract<FlowInput, { type: 'message' | 'signal' }>): void {
  const waiting = Object.entries(run.draft.subscriptions)
    .filter(([key, { kind, name }]) => kind === input.type && name === input.name && (input.key === undefined || key === input.key))
    .map(([key]) => key);
  const [first] = waiting;
  if (first === undefined) return refuse(run, input);
  assignVariables(run, input.variables);
  for (const key of input.type === 'message' ? [first] : waiting) fire(run, key);
}

function fire(run: Run, key: string): void {
  const subscription = run.draft.subscriptions[key];
  if (subscription !== undefined) enqueue(run, { scope: subscription.scope, node: subscription.node, work: () => fireSubscription(run, key) });
}

/** Where the diagram lists outcomes, one of them must be chosen; a single one goes without saying. */
function outcomeOf(run: Run, input: Extract<FlowInput, { type: 'complete' }>): { outcome?: string } {
  const outcomes = run.flow.compiled.steps[run.draft.acts[input.key]?.node ?? '']?.outcomes ?? [];
  if (outcomes.length === 0) return input.outcome === undefined ? {} : { outcome: input.outcome };
  const given = input.outcome ?? input.variables?.['outcome'];
  const chosen = given ?? (outcomes.length === 1 ? outcomes[0]?.id : undefined);
  if (typeof chosen !== 'string' || !outcomes.some(({ id }) => id === chosen)) return refuse(run, input);
  return { outcome: chosen };
}

/** Tries again where an incident stands. */
function retry(run: Run, key: string): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  if (act.reason === 'no-outgoing-flow') {
    delete run.draft.acts[key];
    return moveToken(run, act.scope, { type: 'retry', node: act.node });
  }
  retryRepeat(run, key, act);
}

/** Only an activity can have been seen to by other means; a gateway has to know its way. */
function skip(run: Run, input: Extract<FlowInput, { type: 'skip' }>): void {
  const act = run.draft.acts[input.key];
  if (act !== undefined && run.flow.compiled.steps[act.node] === undefined) return refuse(run, input);
  return at(run, input, 'incident', (key) => finishInstance(run, key, input.variables && { variables: input.variables }));
}

function conclude(run: Run): FlowState {
  const { draft } = run;
  delete draft.stuckAt;
  if (draft.status === 'active' || draft.status === 'incident') {
    const acts = Object.values(draft.acts);
    const incident = acts.some(({ kind }) => kind === 'incident');
    const stuckAt = incident || canGoOn(run) ? undefined : (waitingPlaces(run.flow, draft).joins[0] ?? draft.flow);
    draft.status = incident || stuckAt !== undefined ? 'incident' : 'active';
    if (stuckAt !== undefined) {
      draft.stuckAt = stuckAt;
      run.effects.push({ type: 'incident', element: stuckAt, reason: 'stuck' });
    }
  }
  return draft;
}

const awaited = new Set<ActKind>(['work', 'call', 'host', 'wait', 'choice']);

/** Something may still happen that moves a token: an event that only starts a side path does not help a join. */
function canGoOn(run: Run): boolean {
  if (Object.values(run.draft.acts).some(({ kind }) => awaited.has(kind))) return true;
  return Object.values(run.draft.subscriptions).some(({ use, node }) => use !== 'handler' || nodeOf(run, node).interrupting === true);
}

/** A subscription that began and ended within one step was never there. */
function withoutMoot(effects: readonly Effect[]): Effect[] {
  const begun = new Set(effects.filter(({ type }) => type === 'subscribe').map((effect) => (effect as { key: string }).key));
  const ended = new Set(effects.filter((effect) => effect.type === 'unsubscribe' && begun.has(effect.key)).map((effect) => (effect as { key: string }).key));
  return effects.filter((effect) => !((effect.type === 'subscribe' || effect.type === 'unsubscribe') && ended.has(effect.key)));
}

function refuse(run: Run, input: FlowInput): never {
  const step = 'key' in input ? input.key : 'name' in input ? input.name : undefined;
  throw new DomainError('ACTION_NOT_AVAILABLE', {
    action: input.type,
    step,
    status: run.draft.status,
    available: availableActions(run.flow, run.draft).map(({ key, outcome }) => (outcome === undefined ? { key } : { key, outcome: outcome.id })),
    waitingFor: Object.entries(run.draft.subscriptions).map(([key, { kind, name }]) => ({ key, kind, name })),
  });
}
