import type { EventDefinition, FlowNode } from '../bpmn/flow-model.js';
import { raiseEscalation, throwError } from './failures.js';
import { completeScope, moveToken } from './move-token.js';
import { clearScope, nextKey, nodeOf, type Run } from './run.js';
import { fireSubscription, subscribe } from './subscriptions.js';
import { beginUndo, cancelTransaction } from './undo.js';

/** A token has come to an end event. */
export function reachEnd(run: Run, node: FlowNode, scope: string): void {
  const kind = node.event?.kind ?? 'none';
  if (kind === 'compensation') return beginUndo(run, node, scope);
  if (kind === 'none') return passEvent(run, node, scope);
  run.late.push({ scope, node: node.id, work: () => end(run, node, scope) });
}

/** A token has come to a throwing intermediate event. */
export function reachThrow(run: Run, node: FlowNode, scope: string): void {
  const event = node.event;
  if (event?.kind === 'compensation') return beginUndo(run, node, scope);
  run.late.push({
    scope,
    node: node.id,
    work: () => {
      if (event?.kind === 'escalation') return throwEscalation(run, node, scope);
      if (event !== undefined) throwMessage(run, node, event);
      passEvent(run, node, scope);
    },
  });
}

/** A token waits at a catching event. */
export function reachCatch(run: Run, node: FlowNode, scope: string): void {
  const key = nextKey(run, node.id);
  run.draft.acts[key] = { kind: 'wait', node: node.id, scope };
  if (node.event !== undefined) subscribe(run, { key, node, event: node.event, scope, act: key, use: 'catch' });
}

/** A token waits at an event-based gateway for the first of its events. */
export function reachChoice(run: Run, node: FlowNode, scope: string): void {
  const key = nextKey(run, node.id);
  run.draft.acts[key] = { kind: 'choice', node: node.id, scope };
  for (const flow of node.outgoing) {
    const branch = nodeOf(run, run.flow.graph.flows[flow]?.target ?? '');
    if (branch.event !== undefined) subscribe(run, { key: nextKey(run, branch.id), node: branch, event: branch.event, scope, act: key, use: 'choice' });
  }
}

/** Throws a message or signal: to those who wait in this instance, else (a signal: also) to the host, who knows the others. */
export function throwMessage(run: Run, node: FlowNode, event: EventDefinition): void {
  const name = event.name ?? '';
  const waiting = Object.entries(run.draft.subscriptions).filter(([, subscription]) => subscription.kind === event.kind && subscription.name === name);
  if (event.kind === 'signal') {
    for (const [key] of waiting) fireSubscription(run, key);
    run.effects.push({ type: 'throwSignal', name, step: node.id, variables: run.draft.variables });
  } else if (event.kind === 'message') {
    const [first] = waiting;
    if (first === undefined) run.effects.push({ type: 'throwMessage', name, step: node.id, variables: run.draft.variables });
    else fireSubscription(run, first[0]);
  }
}

/** The token at an event goes on (at an end event: ends). */
export function passEvent(run: Run, node: FlowNode, scope: string): void {
  run.executed.push(node.id);
  if (node.kind === 'endEvent') run.draft.end = node.id;
  for (const document of node.oa.documents ?? []) run.effects.push({ type: 'issueDocument', document, step: node.id, key: node.id });
  moveToken(run, scope, { type: 'leave', node: node.id });
}

function end(run: Run, node: FlowNode, scope: string): void {
  switch (node.event?.kind) {
    case 'terminate':
      run.executed.push(node.id);
      run.draft.end = node.id;
      clearScope(run, scope, 'terminated');
      return completeScope(run, scope);
    case 'error':
      run.executed.push(node.id);
      run.draft.end = node.id;
      return throwError(run, scope, { code: node.event.code, step: node.id });
    case 'cancel':
      run.executed.push(node.id);
      run.draft.end = node.id;
      return cancelTransaction(run, node, scope);
    case 'escalation':
      return throwEscalation(run, node, scope);
    default:
      if (node.event !== undefined) throwMessage(run, node, node.event);
      passEvent(run, node, scope);
  }
}

/** The thrower goes on unless the one who catches interrupts it. */
function throwEscalation(run: Run, node: FlowNode, scope: string): void {
  run.executed.push(node.id);
  if (node.kind === 'endEvent') run.draft.end = node.id;
  const isInterrupted = raiseEscalation(run, scope, { code: node.event?.code, step: node.id });
  if (!isInterrupted) moveToken(run, scope, { type: 'leave', node: node.id });
}

