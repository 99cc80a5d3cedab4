import type { FlowModel } from '../bpmn/flow-model.js';
import type { Finding } from '../lint/finding.js';
import type { FlowVocabulary } from '../vocabulary.js';
import { checkBudget, type BudgetReport } from './budget/check-budget.js';
import { lawRules } from './rules/index.js';
import { checkSoundness, type SoundnessReport } from './soundness/check-soundness.js';

export interface VerifyOptions {
  /** Markings that the search may look at in all. Default 50,000. */
  readonly maxStates?: number;
  /** A clock in milliseconds; without one only `maxStates` bounds the search. */
  readonly now?: () => number;
  /** Milliseconds that the search may take by that clock. Default 5,000. */
  readonly maxMillis?: number;
}

export interface FlowVerification {
  readonly findings: Finding[];
  readonly soundness: SoundnessReport;
  readonly budget: BudgetReport;
}

/**
 * Proves what may be proved of a well-formed flow before anybody uses it: that it always can end and never asks twice, that its worst
 * case keeps the limits in working days, and that law and sense are kept.
 *
 * Pure and bounded: the same model gives the same answer, and what could not be decided within the limits is `not-decided`.
 */
export function verifyFlow(model: FlowModel, vocabulary: FlowVocabulary = {}, options: VerifyOptions = {}): FlowVerification {
  const soundness = checkSoundness(model, searchLimits(options));
  const budget = checkBudget(model, vocabulary);
  const law = lawRules.flatMap((rule) => model.processes.flatMap((process) => rule(process, { model, vocabulary })));
  return { findings: [...soundness.findings, ...budget.findings, ...law], soundness: soundness.report, budget: budget.report };
}

function searchLimits({ maxStates = 50_000, now, maxMillis = 5_000 }: VerifyOptions): { maxStates: number; isLate: () => boolean } {
  if (now === undefined) return { maxStates, isLate: () => false };
  const until = now() + maxMillis;
  return { maxStates, isLate: () => now() > until };
}
