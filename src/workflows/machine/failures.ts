import type { EventDefinition, FlowNode } from '../bpmn/flow-model.js';
import { moveToken } from './move-token.js';
import { clearScope, nodeOf, removeAct, type Run } from './run.js';
import { startHandler } from './subscriptions.js';

/** What is thrown: a code, or nothing for an error without code. */
interface Thrown {
  readonly code: string | undefined;
  readonly step: string;
}

/** An activity fails with a BPMN error: its own boundary events come first. */
export function throwErrorAt(run: Run, key: string, code: string): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  const guarded = outermost(run, key);
  if (divertTo(run, guarded, 'error', code)) return;
  throwError(run, act.scope, { code, step: act.node });
}

/**
 * Throws an error out of a scope to the nearest handler: code before catch-all, event sub-process before boundary event, inner scope
 * before outer (BPMN 2.0 §10.5.7). Nobody catches it: the instance has ended by this error.
 */
export function throwError(run: Run, from: string, thrown: Thrown): void {
  for (let key: string | undefined = from; key !== undefined; ) {
    const scope: { scope: string; act?: string; interrupted?: true } | undefined = run.draft.scopes[key];
    if (scope === undefined) return;
    const handler = scope.interrupted === true ? undefined : findHandler(run, scope.scope, 'error', thrown.code);
    if (handler !== undefined) return startHandler(run, key, handler);
    if (scope.act === undefined) return endByError(run, key, thrown);
    if (divertTo(run, outermost(run, scope.act), 'error', thrown.code)) return;
    key = run.draft.acts[scope.act]?.scope;
  }
}

/** Raises an escalation; nobody has to catch it. True when the catcher interrupts the one who raised it. */
export function raiseEscalation(run: Run, from: string, thrown: Thrown): boolean {
  for (let key: string | undefined = from; key !== undefined; ) {
    const scope: { scope: string; act?: string; interrupted?: true } | undefined = run.draft.scopes[key];
    if (scope === undefined) return false;
    const handler = scope.interrupted === true ? undefined : findHandler(run, scope.scope, 'escalation', thrown.code);
    if (handler !== undefined) {
      startHandler(run, key, handler);
      return handler.start.interrupting === true;
    }
    if (scope.act === undefined) break;
    const guarded = outermost(run, scope.act);
    const boundary = findBoundary(run, guarded, 'escalation', thrown.code);
    if (boundary !== undefined) {
      takeBoundary(run, boundary, guarded);
      return boundary.interrupting === true;
    }
    key = run.draft.acts[scope.act]?.scope;
  }
  run.effects.push({ type: 'escalate', code: thrown.code ?? '', step: thrown.step });
  return false;
}

/** A called flow has raised an escalation that it did not catch itself. */
export function raiseEscalationAt(run: Run, key: string, code: string): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  const guarded = outermost(run, key);
  const boundary = findBoundary(run, guarded, 'escalation', code);
  if (boundary !== undefined) return takeBoundary(run, boundary, guarded);
  raiseEscalation(run, act.scope, { code, step: act.node });
}

/** A boundary event takes over, or adds a token of its own beside the activity. */
export function takeBoundary(run: Run, boundary: FlowNode, guarded: string): void {
  const scope = run.draft.acts[guarded]?.scope;
  if (scope === undefined) return;
  if (boundary.interrupting === true) removeAct(run, guarded, 'interrupted');
  run.executed.push(boundary.id);
  moveToken(run, scope, { type: 'leave', node: boundary.id });
}

function divertTo(run: Run, guarded: string, kind: 'error', code: string | undefined): boolean {
  const boundary = findBoundary(run, guarded, kind, code);
  if (boundary !== undefined) takeBoundary(run, boundary, guarded);
  return boundary !== undefined;
}

/** Boundary events guard a repeated activity as a whole. */
function outermost(run: Run, key: string): string {
  const owner = run.draft.acts[key]?.owner;
  return owner !== undefined && run.draft.acts[owner]?.kind === 'repeat' ? owner : key;
}

function findBoundary(run: Run, guarded: string, kind: 'error' | 'escalation', code: string | undefined): FlowNode | undefined {
  const act = run.draft.acts[guarded];
  const boundaries = act === undefined ? [] : nodeOf(run, act.node).boundary.map((id) => nodeOf(run, id));
  return boundaries.find(({ event }) => catches(event, kind, code, 'exactly')) ?? boundaries.find(({ event }) => catches(event, kind, code, 'any'));
}

function findHandler(run: Run, scope: string, kind: 'error' | 'escalation', code: string | undefined): { node: FlowNode; start: FlowNode } | undefined {
  const handlers = run.flow.handlers[scope] ?? [];
  return handlers.find(({ start }) => catches(start.event, kind, code, 'exactly')) ?? handlers.find(({ start }) => catches(start.event, kind, code, 'any'));
}

function catches(event: EventDefinition | undefined, kind: 'error' | 'escalation', code: string | undefined, how: 'exactly' | 'any'): boolean {
  if (event?.kind !== kind) return false;
  return how === 'any' ? event.code === undefined : event.code !== undefined && event.code === code;
}

function endByError(run: Run, root: string, thrown: Thrown): void {
  clearScope(run, root, 'terminated');
  delete run.draft.scopes[root];
  run.draft.status = 'ended-by-error';
  run.draft.error = thrown.code ?? '';
  run.effects.push({ type: 'endedByError', error: thrown.code ?? '', step: thrown.step, variables: run.draft.variables });
}
