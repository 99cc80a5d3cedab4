import type { FlowModel, FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import type { SearchLimits } from './explore-net.js';
import { idleHandlers } from './idle-handlers.js';
import { proveScope, type ScopeProof } from './prove-scope.js';
import { noExits, unknownExits, type ExitsOf, type ScopeExits } from './scope-exits.js';

export interface ProcessProof {
  readonly process: FlowProcess;
  readonly scopes: ScopeProof[];
  /** Undo steps that nothing ever calls. */
  readonly idleHandlers: string[];
  /** Call activities through which the process calls itself without ever ending. */
  readonly endlessCalls: string[];
}

/** Proves each scope of each process, called processes before their callers. */
export function proveProcesses(model: FlowModel, limits: SearchLimits): ProcessProof[] {
  const exits = new Map<string, ScopeExits>();
  const proofs = new Map<string, ProcessProof>();
  for (const group of callOrder(model)) {
    const endless = isRecursive(group) ? settleExits(group, exits, { model, limits }) : new Set<string>();
    for (const process of group) {
      const proof = proveProcess(process, exits, { model, limits });
      const endlessCalls = Object.values(process.nodes).filter(({ kind, calledElement }) => kind === 'callActivity' && endless.has(calledElement ?? ''));
      proofs.set(process.id, { ...proof, endlessCalls: endlessCalls.map(({ id }) => id) });
      exits.set(process.id, proof.scopes.at(-1)?.exits ?? unknownExits);
    }
  }
  return model.processes.map(({ id }) => proofs.get(id)).filter((proof) => proof !== undefined);
}

interface Proving {
  readonly model: FlowModel;
  readonly limits: SearchLimits;
}

/**
 * Finds out how processes that call each other in a circle can end: at first none of them does, then whoever ends without the others, and
 * so on. Gives those that never do.
 */
function settleExits(group: readonly FlowProcess[], exits: Map<string, ScopeExits>, context: Proving): Set<string> {
  for (const { id } of group) exits.set(id, noExits);
  for (let changed = true; changed; ) {
    changed = false;
    for (const process of group) {
      const found = proveProcess(process, exits, context).scopes.at(-1)?.exits ?? unknownExits;
      changed ||= weight(found) !== weight(exits.get(process.id) ?? noExits);
      exits.set(process.id, { ...found, isFaulty: false });
    }
  }
  const endless = group.filter(({ id }) => exits.get(id)?.normal === false && exits.get(id)?.errors.size === 0).map(({ id }) => id);
  for (const id of endless) exits.set(id, unknownExits);
  return new Set(endless);
}

/** Exits only ever grow, so their number tells whether anything changed. */
function weight({ normal, errors, anyError, escalations }: ScopeExits): number {
  return Number(normal) + errors.size + Number(anyError) + escalations.size;
}

function proveProcess(process: FlowProcess, called: ReadonlyMap<string, ScopeExits>, context: Proving): Omit<ProcessProof, 'endlessCalls'> {
  const inner = new Map<string, ScopeExits>();
  const exitsOf: ExitsOf = (node) => {
    if (node.kind === 'callActivity') return called.get(node.calledElement ?? '') ?? unknownExits;
    return inner.get(node.id);
  };
  const scopes: ScopeProof[] = [];
  for (const scope of innermostFirst(process)) {
    const proof = proveScope(process, scope, { ...context, exitsOf });
    inner.set(scope.id, proof.exits);
    scopes.push(proof);
  }
  return { process, scopes, idleHandlers: idleHandlers(process, { exitsOf, limits: context.limits, reached: new Set(scopes.flatMap(({ reached }) => [...reached])) }) };
}

/** Sub-processes before what holds them, the process last; event sub-processes before the scope they guard. */
export function innermostFirst(process: FlowProcess): FlowScope[] {
  const depth = (scope: FlowScope): number => (scope.parent === undefined ? 0 : 1 + depth(process.scopes[scope.parent] as FlowScope));
  return Object.values(process.scopes)
    .map((scope) => ({ scope, depth: depth(scope) }))
    .sort((left, right) => right.depth - left.depth)
    .map(({ scope }) => scope);
}

/** Groups of processes that call each other in a circle, called ones first. */
export function callOrder(model: FlowModel): FlowProcess[][] {
  const byId = new Map(model.processes.map((process) => [process.id, process]));
  const state = new Map<string, { index: number; low: number; open: boolean }>();
  const stack: FlowProcess[] = [];
  const groups: FlowProcess[][] = [];
  const visit = (process: FlowProcess): { index: number; low: number; open: boolean } => {
    const own = { index: state.size, low: state.size, open: true };
    state.set(process.id, own);
    stack.push(process);
    for (const id of calledBy(process)) {
      const called = byId.get(id);
      if (called === undefined) continue;
      const other = state.get(id) ?? visit(called);
      if (other.open) own.low = Math.min(own.low, other.low);
    }
    if (own.low === own.index) {
      const group = stack.splice(stack.indexOf(process));
      for (const { id } of group) (state.get(id) as { open: boolean }).open = false;
      groups.push(group);
    }
    return own;
  };
  for (const process of model.processes) if (!state.has(process.id)) visit(process);
  return groups;
}

/** Keys of the processes that a process calls. */
export function calledBy(process: FlowProcess): string[] {
  const calls = Object.values(process.nodes).filter((node: FlowNode) => node.kind === 'callActivity');
  return [...new Set(calls.map(({ calledElement }) => calledElement ?? ''))];
}

/** Whether the processes of a group call each other, or the one calls itself. */
export function isRecursive(group: readonly FlowProcess[]): boolean {
  return group.length > 1 || (group[0] !== undefined && calledBy(group[0]).includes(group[0].id));
}
