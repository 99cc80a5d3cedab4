import type { FlowNode, Loop } from '../bpmn/flow-model.js';
import { evaluateFeel, holds } from '../feel/evaluate-feel.js';
import { beginInstance, finishActivity, remember } from './activities.js';
import type { Act, BackTo, Repeat, Undoable } from './flow-state.js';
import type { Variables } from './input.js';
import { enqueue } from './move-token.js';
import { counters, nodeOf, removeAct, visible, type Run } from './run.js';
import { watchBoundaries } from './subscriptions.js';

type MultiInstance = Extract<Loop, { kind: 'multi' }>;
type StandardLoop = Extract<Loop, { kind: 'standard' }>;

/** More instances at once are a mistake in the data. */
const mostInstances = 10_000;

interface Place {
  readonly key: string;
  readonly scope: string;
  readonly owner?: string;
  readonly locals?: Variables;
  readonly backTo?: readonly BackTo[];
}

/** A token has come to an activity that repeats (BPMN 2.0 §13.3.5 and 13.3.6). */
export function beginRepeat(run: Run, node: FlowNode, place: Place): void {
  if (node.loop?.kind === 'standard') return beginLoop(run, node, node.loop, place);
  if (node.loop?.kind === 'multi') return beginInstances(run, node, node.loop, place);
}

/** One repetition is done: more of them, or the token goes on. */
export function repetitionDone(run: Run, key: string, part: Act, inner: readonly Undoable[]): void {
  const act = run.draft.acts[key];
  const repeat = act?.repeat;
  if (act === undefined || repeat === undefined) return;
  const node = nodeOf(run, act.node);
  if (inner.length > 0 && !node.boundary.some((id) => nodeOf(run, id).event?.kind === 'compensation')) remember(run, node, { ...part, scope: act.scope }, inner);
  const after: Repeat = { ...repeat, done: repeat.done + 1 };
  run.draft.acts[key] = { ...act, repeat: after };
  if (node.loop?.kind === 'standard') return loopOn(run, node, node.loop, { key, act, after });
  if (node.loop?.kind === 'multi') return instanceDone(run, node, node.loop, { key, act, after, part });
}

/** Begins an activity again that stands as an incident. */
export function retryRepeat(run: Run, key: string, act: Act): void {
  const node = nodeOf(run, act.node);
  removeAct(run, key, 'interrupted');
  const place = { key, scope: act.scope, ...(act.owner !== undefined && { owner: act.owner }), ...(act.locals && { locals: act.locals }), ...(act.backTo && { backTo: act.backTo }) };
  if (act.index === undefined && node.loop !== undefined) return beginRepeat(run, node, place);
  beginInstance(run, node, { ...place, ...(act.index !== undefined && { index: act.index }) });
}

function beginLoop(run: Run, node: FlowNode, loop: StandardLoop, place: Place): void {
  const { key, ...rest } = place;
  const act: Act = { kind: 'repeat', node: node.id, ...rest, repeat: { total: -1, begun: 0, done: 0 } };
  run.draft.acts[key] = act;
  watchBoundaries(run, node, { act: key, scope: place.scope });
  if (loop.maximum === 0 || (loop.testBefore && !loopGoesOn(run, loop, act, 0))) return finishActivity(run, key, act);
  beginRepetition(run, node, key, { index: 0 });
}

function loopOn(run: Run, node: FlowNode, loop: StandardLoop, { key, act, after }: { key: string; act: Act; after: Repeat }): void {
  const isLast = loop.maximum !== undefined && after.done >= loop.maximum;
  if (isLast || !loopGoesOn(run, loop, act, after.done)) return finishActivity(run, key, act);
  enqueue(run, { scope: act.scope, act: key, node: node.id, work: () => beginRepetition(run, node, key, { index: after.done }) });
}

/** `loopCounter` is the number of repetitions so far. A loop without condition goes on until its maximum. */
function loopGoesOn(run: Run, loop: StandardLoop, act: Act, done: number): boolean {
  return loop.condition === undefined || holds(loop.condition, { ...visible(run, act.scope), loopCounter: done });
}

function beginInstances(run: Run, node: FlowNode, loop: MultiInstance, place: Place): void {
  const { key, ...rest } = place;
  const variables = { ...visible(run, place.scope), ...place.locals };
  const items = loop.collection === undefined ? undefined : evaluateFeel(loop.collection, variables);
  const total = loop.collection === undefined ? evaluateFeel(loop.cardinality ?? '', variables) : Array.isArray(items) ? items.length : null;
  if (typeof total !== 'number' || !Number.isInteger(total) || total < 0 || total > mostInstances) {
    const reason = loop.collection === undefined ? 'invalid-cardinality' : 'invalid-collection';
    run.draft.acts[key] = { kind: 'incident', node: node.id, ...rest, reason };
    watchBoundaries(run, node, { act: key, scope: place.scope });
    run.effects.push({ type: 'incident', element: node.id, reason });
    return;
  }
  const elements = Array.isArray(items) ? (items as unknown[]) : undefined;
  const keepsItems = loop.sequential && elements !== undefined;
  const act: Act = { kind: 'repeat', node: node.id, ...rest, repeat: { total, begun: loop.sequential ? Math.min(total, 1) : total, done: 0, ...(keepsItems && { items: elements }) } };
  run.draft.acts[key] = act;
  watchBoundaries(run, node, { act: key, scope: place.scope });
  if (total === 0) return finishActivity(run, key, act);
  if (loop.sequential) return beginRepetition(run, node, key, { index: 0, element: elements?.[0] });
  for (let index = 0; index < total; index += 1) {
    enqueue(run, { scope: place.scope, act: key, node: node.id, work: () => beginRepetition(run, node, key, { index, element: elements?.[index] }) });
  }
}

function instanceDone(run: Run, node: FlowNode, loop: MultiInstance, { key, act, after, part }: { key: string; act: Act; after: Repeat; part: Act }): void {
  const variables = { ...visible(run, act.scope), ...counters(run, part), ...part.locals };
  const isComplete = loop.completionCondition !== undefined && holds(loop.completionCondition, variables);
  if (isComplete || after.done >= after.total) {
    removeAct(run, key, 'interrupted');
    return finishActivity(run, key, act);
  }
  if (!loop.sequential) return;
  const index = after.begun;
  run.draft.acts[key] = { ...act, repeat: { ...after, begun: index + 1 } };
  enqueue(run, { scope: act.scope, act: key, node: node.id, work: () => beginRepetition(run, node, key, { index, element: after.items?.[index] }) });
}

function beginRepetition(run: Run, node: FlowNode, key: string, { index, element }: { index: number; element?: unknown }): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  if (act.repeat !== undefined && act.repeat.total < 0) run.draft.acts[key] = { ...act, repeat: { ...act.repeat, begun: index + 1 } };
  const variable = node.loop?.kind === 'multi' ? node.loop.elementVariable : undefined;
  const locals = { ...act.locals, ...(variable !== undefined && { [variable]: element ?? null }), loopCounter: index + 1 };
  beginInstance(run, node, { key: `${key}[${index}]`, scope: act.scope, owner: key, index, locals });
}
