import type { FlowModel } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import type { SearchLimits } from './explore-net.js';
import { proveProcesses, type ProcessProof } from './prove-soundness.js';
import { deadElementFinding, endlessCallFinding, troubleFinding } from './soundness-findings.js';

export type Verdict = 'sound' | 'unsound' | 'unsafe' | 'not-decided';

export interface SoundnessReport {
  /** Given the conditions of the diagram. */
  readonly verdict: Verdict;
  /** Whatever the data: every split is a free choice. */
  readonly whateverTheData: Verdict;
  /** Markings that were looked at after the net was reduced. */
  readonly states: number;
}

/**
 * Whether every case can always come to its end, without a token left behind, without a second token on one flow and without an element
 * that nobody ever reaches.
 */
export function checkSoundness(model: FlowModel, limits: SearchLimits): { findings: Finding[]; report: SoundnessReport } {
  const proofs = proveProcesses(model, limits);
  const findings = proofs.flatMap(findingsOf);
  const scopes = proofs.flatMap((proof) => proof.scopes);
  const states = scopes.reduce((sum, scope) => sum + scope.states, 0);
  const complete = scopes.every((scope) => scope.complete);
  const hard = findings.filter(({ severity, rule }) => severity === 'error' || rule === 'unsafe-merge').map(({ rule }) => rule);
  const excused = scopes.flatMap(({ troubles }) => troubles).filter(({ excuse }) => excuse === 'conditions').map(({ kind }) => (kind === 'second-token' ? 'lack-of-synchronisation' : kind));
  return { findings, report: { verdict: verdictOf(hard, complete), whateverTheData: verdictOf([...hard, ...excused], complete), states } };
}

function findingsOf(proof: ProcessProof): Finding[] {
  const findings = proof.scopes.flatMap((scope) => scope.troubles.map((trouble) => troubleFinding(proof.process, trouble)));
  const dead = [...proof.scopes.flatMap((scope) => scope.dead), ...proof.idleHandlers];
  if (proof.endlessCalls.length > 0) findings.push(endlessCallFinding(proof.process, proof.endlessCalls));
  if (dead.length > 0) findings.push(deadElementFinding(proof.process, dead));
  return findings;
}

function verdictOf(rules: readonly string[], complete: boolean): Verdict {
  if (rules.some((rule) => rule === 'deadlock' || rule === 'livelock' || rule === 'dead-element')) return 'unsound';
  if (rules.some((rule) => rule === 'lack-of-synchronisation' || rule === 'unsafe-merge')) return 'unsafe';
  return complete ? 'sound' : 'not-decided';
}
