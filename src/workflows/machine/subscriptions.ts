import type { EventDefinition, FlowNode, TimerRule } from '../bpmn/flow-model.js';
import { holds, resolveText } from '../feel/evaluate-feel.js';
import { finishInstance } from './activities.js';
import { passEvent } from './events.js';
import { takeBoundary } from './failures.js';
import type { Subscription } from './flow-state.js';
import type { Variables } from './input.js';
import type { Handler } from './load-flow.js';
import { beginScope, moveToken } from './move-token.js';
import { assignVariables, clearScope, endSubscription, endSubscriptions, nextKey, nodeOf, visible, type Run } from './run.js';

const kinds = { message: 'message', signal: 'signal', timer: 'timer', conditional: 'condition' } as const;

/** Waits for the event, if it is one that comes from outside; errors and escalations are found when they are thrown. */
export function subscribe(run: Run, wait: { key: string; node: FlowNode; event: EventDefinition; scope: string; act?: string; use: Subscription['use'] }): void {
  const kind = kinds[wait.event.kind as keyof typeof kinds];
  if (kind === undefined) return;
  const rule = wait.event.timer && resolveTimer(wait.event.timer, visible(run, wait.scope, run.draft.acts[wait.act ?? '']));
  const remaining = rule?.kind === 'cycle' ? repetitionsOf(rule.value) : undefined;
  run.draft.subscriptions[wait.key] = {
    kind,
    node: wait.node.id,
    scope: wait.scope,
    use: wait.use,
    ...(wait.act !== undefined && { act: wait.act }),
    ...(wait.event.name !== undefined && { name: wait.event.name }),
    ...(remaining !== undefined && { remaining }),
  };
  run.effects.push({ type: 'subscribe', key: wait.key, step: wait.node.id, kind, ...(wait.event.name !== undefined && { name: wait.event.name }), ...(rule && { rule }) });
}

/** Waits for the boundary events of an activity that begins. */
export function watchBoundaries(run: Run, activity: FlowNode, place: { act: string; scope: string }): void {
  for (const id of activity.boundary) {
    const node = nodeOf(run, id);
    if (node.event !== undefined && node.event.kind in kinds) subscribe(run, { key: nextKey(run, id), node, event: node.event, ...place, use: 'boundary' });
  }
}

/** Waits for the event sub-processes of a scope that begins. */
export function watchForHandlers(run: Run, scope: string): void {
  const handlers = run.flow.handlers[run.draft.scopes[scope]?.scope ?? ''] ?? [];
  for (const { start } of handlers) {
    if (start.event !== undefined && start.event.kind in kinds) subscribe(run, { key: nextKey(run, start.id), node: start, event: start.event, scope, use: 'handler' });
  }
}

/** What was waited for has come. */
export function fireSubscription(run: Run, key: string, variables?: Variables): void {
  const subscription = run.draft.subscriptions[key];
  if (subscription === undefined) return;
  assignVariables(run, variables);
  const node = nodeOf(run, subscription.node);
  switch (subscription.use) {
    case 'catch':
      return caught(run, key, node, subscription);
    case 'choice':
      return chosen(run, node, subscription);
    case 'boundary':
      useUp(run, key, subscription, node);
      if (subscription.act !== undefined) takeBoundary(run, node, subscription.act);
      return;
    case 'handler': {
      useUp(run, key, subscription, node);
      const handler = run.flow.handlers[run.draft.scopes[subscription.scope]?.scope ?? '']?.find(({ start }) => start.id === node.id);
      if (handler !== undefined) startHandler(run, subscription.scope, handler);
    }
  }
}

/** An event sub-process begins; an interrupting one takes the place of everything else in its scope. */
export function startHandler(run: Run, scope: string, handler: Handler): void {
  if (handler.start.interrupting === true) {
    clearScope(run, scope, 'interrupted');
    const state = run.draft.scopes[scope];
    if (state !== undefined) run.draft.scopes[scope] = { ...state, interrupted: true };
  }
  const key = nextKey(run, handler.node.id);
  run.draft.acts[key] = { kind: 'scope', node: handler.node.id, scope };
  beginScope(run, key, { scope: handler.node.id, act: key, start: handler.start.id });
}

/** Fires the first conditional event whose condition has become true; false when there is none. */
export function fireConditions(run: Run): boolean {
  for (const [key, subscription] of Object.entries(run.draft.subscriptions)) {
    if (subscription.kind !== 'condition') continue;
    const condition = nodeOf(run, subscription.node).event?.condition ?? 'false';
    const isTrue = holds(condition, visible(run, subscription.scope, run.draft.acts[subscription.act ?? '']));
    const wasTrue = subscription.held === true;
    if (isTrue !== wasTrue) run.draft.subscriptions[key] = { ...subscription, held: isTrue };
    if (isTrue && !wasTrue) {
      fireSubscription(run, key);
      return true;
    }
  }
  return false;
}

function caught(run: Run, key: string, node: FlowNode, subscription: Subscription): void {
  if (node.kind === 'receiveTask') return finishInstance(run, key);
  endSubscription(run, key);
  delete run.draft.acts[subscription.act ?? key];
  passEvent(run, node, subscription.scope);
}

function chosen(run: Run, node: FlowNode, subscription: Subscription): void {
  const gateway = run.draft.acts[subscription.act ?? ''];
  endSubscriptions(run, ({ act }) => act === subscription.act);
  delete run.draft.acts[subscription.act ?? ''];
  if (gateway !== undefined) run.executed.push(gateway.node);
  run.executed.push(node.id);
  moveToken(run, subscription.scope, { type: 'leave', node: node.id });
}

/** A timer fires once, a cycle as often as it says; a message, signal or condition as long as what it guards is active. */
function useUp(run: Run, key: string, subscription: Subscription, node: FlowNode): void {
  if (subscription.kind !== 'timer') return;
  const isCycle = node.event?.timer?.kind === 'cycle';
  if (!isCycle || subscription.remaining === 1) return endSubscription(run, key);
  if (subscription.remaining !== undefined) run.draft.subscriptions[key] = { ...subscription, remaining: subscription.remaining - 1 };
}

function resolveTimer(timer: TimerRule, variables: Variables): TimerRule {
  return { kind: timer.kind, value: String(resolveText(timer.value, variables) ?? '') };
}

/** `R3/PT1H` fires three times, `R/PT1H` without end, a cycle without `R` once. */
function repetitionsOf(cycle: string): number | undefined {
  const match = /^R(\d*)\//.exec(cycle);
  if (match === null) return 1;
  return match[1] === '' ? undefined : Math.max(1, Number(match[1]));
}
