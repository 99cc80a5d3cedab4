import type { FlowNode } from '../bpmn/flow-model.js';
import { beginActivity } from './activities.js';
import { passEvent } from './events.js';
import { takeBoundary } from './failures.js';
import type { Undoable } from './flow-state.js';
import { clearScope, nextKey, nodeOf, type Run } from './run.js';

/** A token has come to a compensation event: what is finished in its scope is undone, the last first (BPMN 2.0 §13.5.5). */
export function beginUndo(run: Run, node: FlowNode, scope: string): void {
  const only = node.event?.activity;
  const pending = scopesToUndo(run, scope).flatMap((key) => takeFromLog(run, key, only));
  runHandlers(run, node, { scope, pending });
}

/** A cancel end event: the transaction stops, is undone, and goes on at its cancel boundary event (BPMN 2.0 §13.3.4). */
export function cancelTransaction(run: Run, node: FlowNode, scope: string): void {
  const log = run.draft.scopes[scope]?.log ?? [];
  clearScope(run, scope, 'terminated');
  const state = run.draft.scopes[scope];
  if (state !== undefined) run.draft.scopes[scope] = { ...state, log: [] };
  runHandlers(run, node, { scope, pending: lastFirst(log) });
}

/** One handler is done: the next one, or the event that asked for it goes on. */
export function undoNext(run: Run, key: string): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  const [next, ...rest] = act.pending ?? [];
  if (next?.handler !== undefined) {
    run.draft.acts[key] = { ...act, pending: rest };
    beginActivity(run, nodeOf(run, next.handler), { scope: act.scope, owner: key, ...(next.locals && { locals: next.locals }) });
    return;
  }
  delete run.draft.acts[key];
  const node = nodeOf(run, act.node);
  if (node.event?.kind !== 'cancel') return passEvent(run, node, act.scope);
  const transaction = run.draft.scopes[act.scope]?.act;
  if (transaction === undefined) return;
  const owner = run.draft.acts[transaction]?.owner;
  const guarded = owner !== undefined && run.draft.acts[owner]?.kind === 'repeat' ? owner : transaction;
  const boundary = nodeOf(run, run.draft.acts[guarded]?.node ?? '').boundary.map((id) => nodeOf(run, id)).find(({ event }) => event?.kind === 'cancel');
  if (boundary !== undefined) takeBoundary(run, boundary, guarded);
}

function runHandlers(run: Run, node: FlowNode, { scope, pending }: { scope: string; pending: readonly Undoable[] }): void {
  const key = nextKey(run, node.id);
  run.draft.acts[key] = { kind: 'undo', node: node.id, scope, pending };
  undoNext(run, key);
}

/** An event sub-process undoes what its parent has done. */
function scopesToUndo(run: Run, scope: string): string[] {
  const state = run.draft.scopes[scope];
  const isHandler = state !== undefined && run.flow.graph.scopes[state.scope]?.kind === 'eventSubProcess';
  const parent = isHandler ? run.draft.acts[state.act ?? '']?.scope : undefined;
  return parent === undefined ? [scope] : [scope, ...scopesToUndo(run, parent)];
}

/** What was undone once is not undone again. */
function takeFromLog(run: Run, scope: string, only: string | undefined): Undoable[] {
  const state = run.draft.scopes[scope];
  const log = state?.log ?? [];
  const chosen = log.filter(({ node }) => only === undefined || node === only);
  if (state !== undefined && chosen.length > 0) run.draft.scopes[scope] = { ...state, log: log.filter((entry) => !chosen.includes(entry)) };
  return lastFirst(chosen);
}

/** A finished sub-process without handler of its own is undone by the handlers inside it. */
function lastFirst(log: readonly Undoable[]): Undoable[] {
  return log.toReversed().flatMap((entry) => (entry.handler !== undefined ? [entry] : lastFirst(entry.inner ?? [])));
}
