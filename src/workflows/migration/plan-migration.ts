import type { FlowModel, FlowNode, FlowProcess } from '../bpmn/flow-model.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import type { FlowState } from '../machine/flow-state.js';
import { isReal } from '../verify/soundness/excuses.js';
import { proveProcesses, type ProcessProof } from '../verify/soundness/prove-soundness.js';
import { unknownExits, type ExitsOf } from '../verify/soundness/scope-exits.js';
import { mapStanding } from './map-standing.js';
import { notDecidedReason, troubleReason, unmappedReason, type MigrationReason } from './migration-reasons.js';
import { proveStanding } from './prove-standing.js';
import { standingOf, type Standing } from './standing.js';

/** A running case. */
export interface OpenState {
  readonly id: string;
  readonly state: FlowState;
}

/**
 * `completes`: whatever happens, the case can come to its end in the new version and nothing is asked twice. `may-not-complete`: there is
 * a way on which it hangs or asks twice. `element-gone`: it stands at something that the new version does not have in that place.
 * `not-decided`: the search met its limit.
 */
export type MigrationVerdict = 'completes' | 'may-not-complete' | 'element-gone' | 'not-decided';

/** Cases that stand alike. */
export interface MigrationGroup {
  /** Where they stand now, in ids of the old version: nodes at work, flows on which a join waits. */
  readonly places: readonly string[];
  readonly cases: readonly string[];
  readonly verdict: MigrationVerdict;
  readonly reasons: readonly MigrationReason[];
}

export interface MigrationPlan {
  readonly groups: readonly MigrationGroup[];
  /** Cases by verdict. */
  readonly counts: Readonly<Record<MigrationVerdict, number>>;
  /** Cases that have ended and stay as they are. */
  readonly ended: readonly string[];
}

export interface MigrationOptions {
  /** Elements that got another id: old id → new id. All others are matched by their id. */
  readonly map?: Readonly<Record<string, string>>;
  /** The flows that the new version calls, as far as they are known; an unknown one is taken to end. */
  readonly called?: readonly CompiledFlow[];
  /** Markings that each proof may look at. Default 50,000. */
  readonly maxStates?: number;
}

/**
 * Says what would become of running cases in another version of their flow, before any of them is touched.
 *
 * Cases that stand alike are decided together: their tokens are carried over by element id and the token game is played on from there in
 * the new version. Pure; what could not be decided within the bound is `not-decided`, never `completes`.
 */
export function planMigration(from: CompiledFlow, to: CompiledFlow, openStates: readonly OpenState[], options: MigrationOptions = {}): MigrationPlan {
  const judge = judgeOf(from, to, options);
  const groups = new Map<string, { standing: Standing; cases: string[] }>();
  const ended: string[] = [];
  for (const { id, state } of openStates) {
    if (state.status !== 'active' && state.status !== 'incident') {
      ended.push(id);
      continue;
    }
    const standing = standingOf(from, state);
    const key = JSON.stringify(standing);
    const group = groups.get(key) ?? { standing, cases: [] };
    group.cases.push(id);
    groups.set(key, group);
  }
  const judged = [...groups.values()].map(({ standing, cases }) => ({ places: placesOf(standing), cases, ...judge(standing) }));
  return { groups: judged, counts: countCases(judged), ended };
}

type Judgement = Pick<MigrationGroup, 'verdict' | 'reasons'>;

function judgeOf(from: CompiledFlow, to: CompiledFlow, { map = {}, called = [], maxStates = 50_000 }: MigrationOptions): (standing: Standing) => Judgement {
  const model: FlowModel = { processes: [to.graph, ...called.filter(({ key }) => key !== to.key).map(({ graph }) => graph)], main: to.key };
  const limits = { maxStates, isLate: () => false };
  const proofs = proveProcesses(model, limits);
  const exitsOf = exitsIn(to.graph, proofs);
  return (standing) => {
    const mapped = mapStanding(standing, { from: from.graph, to: to.graph, map });
    if (mapped.unmapped.length > 0) return { verdict: 'element-gone', reasons: mapped.unmapped.map((one) => unmappedReason(one, from.graph, to.graph)) };
    const proof = proveStanding(mapped.standing, { model, process: to.graph, exitsOf, limits });
    const inside = troublesBehind(to.graph, proofs, { standing: mapped.standing, reached: proof.reached });
    const real = distinct([...proof.troubles.filter(isReal).map((trouble) => troubleReason(to.graph, trouble)), ...inside]);
    if (real.length > 0) return { verdict: 'may-not-complete', reasons: real };
    return proof.complete ? { verdict: 'completes', reasons: [] } : { verdict: 'not-decided', reasons: [notDecidedReason()] };
  };
}

/** How sub-processes and called flows of the new version can be left. */
function exitsIn(process: FlowProcess, proofs: readonly ProcessProof[]): ExitsOf {
  const scopes = new Map(proofs.find((proof) => proof.process === process)?.scopes.map(({ scope, exits }) => [scope, exits]));
  return (node) => {
    if (node.kind !== 'callActivity') return scopes.get(node.id);
    return proofs.find((proof) => proof.process.id === node.calledElement)?.scopes.at(-1)?.exits ?? unknownExits;
  };
}

/** Trouble inside the sub-processes, event sub-processes and called flows that the case can still come to. */
function troublesBehind(process: FlowProcess, proofs: readonly ProcessProof[], { standing, reached }: { standing: Standing; reached: ReadonlySet<string> }): MigrationReason[] {
  const handlers = standing.flatMap(({ scope }) => process.scopes[scope]?.eventSubProcesses ?? []);
  const entered = [...reached, ...handlers].map((id) => process.nodes[id]).filter((node) => node !== undefined);
  return entered.flatMap((node) => troublesIn(node, process, proofs));
}

function troublesIn(node: FlowNode, process: FlowProcess, proofs: readonly ProcessProof[]): MigrationReason[] {
  const proof = proofs.find((one) => (node.kind === 'callActivity' ? one.process.id === node.calledElement : one.process === process));
  if (proof === undefined) return [];
  const scopes = node.kind === 'callActivity' ? proof.scopes : proof.scopes.filter(({ scope }) => isWithin(process, scope, node.id));
  return scopes.flatMap(({ troubles }) => troubles.filter(isReal).map((trouble) => troubleReason(proof.process, trouble)));
}

function isWithin(process: FlowProcess, scope: string, outer: string): boolean {
  for (let id: string | undefined = scope; id !== undefined; id = process.scopes[id]?.parent) if (id === outer) return true;
  return false;
}

function placesOf(standing: Standing): string[] {
  return [...new Set(standing.flatMap(({ tokens }) => Object.keys(tokens)))];
}

function countCases(groups: readonly MigrationGroup[]): Record<MigrationVerdict, number> {
  const counts = { completes: 0, 'may-not-complete': 0, 'element-gone': 0, 'not-decided': 0 };
  for (const { verdict, cases } of groups) counts[verdict] += cases.length;
  return counts;
}

function distinct(reasons: readonly MigrationReason[]): MigrationReason[] {
  return reasons.filter(({ rule, elements }, index) => reasons.findIndex((other) => other.rule === rule && other.elements.join() === elements.join()) === index);
}
