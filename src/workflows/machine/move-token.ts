import type { FlowNode } from '../bpmn/flow-model.js';
import { beginActivity, finishInstance } from './activities.js';
import type { CarrierEvent } from './carrier.js';
import { reachCatch, reachChoice, reachEnd, reachThrow } from './events.js';
import { endSubscriptions, nodeOf, raiseIncident, visible, type Job, type Run } from './run.js';
import { fireConditions, watchForHandlers } from './subscriptions.js';
import { EndlessLoop, type Move } from './token-game.js';

/** Automatic work of one step that comes to no rest within this many moves goes round in a circle. */
const mostJobs = 5_000;

/** Steps the machine of a scope and does, or queues, what its moves ask for. */
export function moveToken(run: Run, scope: string, event: CarrierEvent): void {
  const state = run.draft.scopes[scope];
  const carrier = state && run.flow.carriers[state.scope];
  if (state === undefined || carrier === undefined || state.interrupted === true) return;
  try {
    const { at, moves } = carrier.send(state.at, event, visible(run, scope));
    run.draft.scopes[scope] = { ...state, at };
    followMoves(run, scope, moves);
  } catch (error) {
    if (!(error instanceof EndlessLoop)) throw error;
    raiseIncident(run, { node: error.element, scope, reason: 'endless-loop' });
  }
}

function followMoves(run: Run, scope: string, moves: readonly Move[]): void {
  for (const { type, node } of moves) {
    if (type === 'pass') run.executed.push(node);
    if (type === 'reach') enqueue(run, { scope, node, work: () => reach(run, nodeOf(run, node), scope) });
    if (type === 'stop') raiseIncident(run, { node, scope, reason: 'no-outgoing-flow' });
  }
}

/** Puts the token that is at work at one node to work at another; false where that is not a place of the same branch. */
export function jumpToken(run: Run, scope: string, { from, to, begin }: { from: string; to: string; begin: (node: FlowNode) => void }): boolean {
  const state = run.draft.scopes[scope];
  const carrier = state && run.flow.carriers[state.scope];
  const jumped = carrier?.jump(state?.at ?? null, { node: from, to }, visible(run, scope));
  if (state === undefined || jumped === undefined) return false;
  run.draft.scopes[scope] = { ...state, at: jumped.at };
  const [arrival, ...others] = jumped.moves;
  if (arrival !== undefined) enqueue(run, { scope, node: to, work: () => begin(nodeOf(run, to)) });
  followMoves(run, scope, others);
  return true;
}

export function enqueue(run: Run, job: Job): void {
  run.queue.push(job);
}

/** Lets every token move until each waits for something; throws and far-reaching ends come after everything else has come to rest. */
export function drain(run: Run): void {
  for (;;) {
    const job = run.queue.shift();
    if (job !== undefined) {
      perform(run, job);
      continue;
    }
    if (fireConditions(run) || settleAll(run)) continue;
    const late = run.late.shift();
    if (late === undefined) return;
    perform(run, late);
  }
}

/** A scope can also become empty without a token moving in it. True when one has ended. */
function settleAll(run: Run): boolean {
  const before = Object.keys(run.draft.scopes);
  for (const scope of before) settle(run, scope);
  return before.some((scope) => run.draft.scopes[scope] === undefined);
}

function perform(run: Run, job: Job): void {
  run.jobs += 1;
  if (run.jobs > mostJobs) {
    raiseIncident(run, { node: job.node, scope: job.scope, reason: 'endless-loop' });
    return;
  }
  job.work();
  settle(run, job.scope);
}

/** Ends a scope that holds no token and no work any more. */
export function settle(run: Run, scope: string): void {
  const state = run.draft.scopes[scope];
  if (state === undefined || state.at !== null) return;
  const isBusy = Object.values(run.draft.acts).some((act) => act.scope === scope) || run.queue.some((job) => job.scope === scope) || run.late.some((job) => job.scope === scope);
  if (!isBusy) completeScope(run, scope);
}

/** Begins the scope of a sub-process, event sub-process or of the process itself. */
export function beginScope(run: Run, key: string, place: { scope: string; act?: string; start?: string }): void {
  const { start, ...state } = place;
  const carrier = run.flow.carriers[place.scope];
  run.draft.scopes[key] = { ...state, at: carrier?.initial ?? null };
  watchForHandlers(run, key);
  moveToken(run, key, start === undefined ? { type: 'begin' } : { type: 'begin', node: start });
}

/** Ends a scope normally and lets its owner go on. */
export function completeScope(run: Run, key: string): void {
  const state = run.draft.scopes[key];
  if (state === undefined) return;
  endSubscriptions(run, (subscription) => subscription.scope === key);
  delete run.draft.scopes[key];
  const act = state.act === undefined ? undefined : run.draft.acts[state.act];
  if (state.act === undefined || act === undefined) {
    run.draft.status = 'completed';
    run.effects.push({ type: 'completed', end: run.draft.end ?? key, variables: run.draft.variables });
    return;
  }
  const node = nodeOf(run, act.node);
  if (node.kind !== 'eventSubProcess') {
    finishInstance(run, state.act, { log: state.log ?? [] });
    settle(run, act.scope);
    return;
  }
  delete run.draft.acts[state.act];
  run.executed.push(node.id);
  settle(run, act.scope);
}

function reach(run: Run, node: FlowNode, scope: string): void {
  switch (node.kind) {
    case 'endEvent':
      return reachEnd(run, node, scope);
    case 'throwEvent':
      return reachThrow(run, node, scope);
    case 'catchEvent':
      return reachCatch(run, node, scope);
    case 'eventBasedGateway':
      return reachChoice(run, node, scope);
    default:
      return beginActivity(run, node, { scope });
  }
}
