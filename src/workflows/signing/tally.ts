import { readShare, reaches } from './share.js';
import type { SigningRule } from './signing-rule.js';

export const choices = ['agree', 'disagree', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** One person of a countersigning. Those who have voted stand in the order in which they did. */
export interface Ballot {
  /** A whole number from 1. */
  readonly weight: number;
  /** Absent while he has not voted. */
  readonly choice?: Choice;
}

/** How it stands: weights by choice, and the result once it can no longer change. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly abstain: number;
  readonly pending: number;
  readonly result: 'open' | 'passed' | 'notPassed';
  /** Set when too few people voted for or against. */
  readonly short?: true;
}

/**
 * Counts the votes of a countersigning. A vote against is counted, it ends nothing by itself; the result is there as soon as no vote that
 * is still to come could change it. Without anybody in favour nothing passes.
 */
export function tally(rule: SigningRule, ballots: readonly Ballot[]): Tally {
  const weightOf = (choice?: Choice): number => ballots.reduce((sum, ballot) => (ballot.choice === choice ? sum + ballot.weight : sum), 0);
  const sums = { agree: weightOf('agree'), disagree: weightOf('disagree'), abstain: weightOf('abstain'), pending: weightOf(undefined) };
  if (rule.mode === 'ratio') return { ...sums, ...ratioResult(rule, ballots, sums) };
  return { ...sums, result: rule.mode === 'any' ? firstVote(ballots, sums.pending) : everybody(sums) };
}

type Sums = Omit<Tally, 'result' | 'short'>;

function everybody({ agree, disagree, pending }: Sums): Tally['result'] {
  if (disagree > 0) return 'notPassed';
  if (pending > 0) return 'open';
  return agree > 0 ? 'passed' : 'notPassed';
}

function firstVote(ballots: readonly Ballot[], pending: number): Tally['result'] {
  const first = ballots.find(({ choice }) => choice === 'agree' || choice === 'disagree');
  if (first !== undefined) return first.choice === 'agree' ? 'passed' : 'notPassed';
  return pending > 0 ? 'open' : 'notPassed';
}

function ratioResult({ ratio, base = 'all', quorum = 1 }: SigningRule, ballots: readonly Ballot[], { agree, disagree, abstain, pending }: Sums): Pick<Tally, 'result' | 'short'> {
  const share = readShare(ratio ?? '');
  if (share === undefined) throw new RangeError(`No share of votes: ${ratio}`);
  const voted = ballots.filter(({ choice }) => choice === 'agree' || choice === 'disagree').length;
  const toCome = ballots.filter(({ choice }) => choice === undefined).length;
  if (voted + toCome < quorum) return { result: 'notPassed', short: true };
  // Votes to come weigh most against a motion as votes against it, and most for it as votes for it.
  const whole = agree + disagree + pending + (base === 'all' ? abstain : 0);
  if (agree > 0 && voted >= quorum && reaches(agree, whole, share)) return { result: 'passed' };
  if (agree + pending === 0 || !reaches(agree + pending, whole, share)) return { result: 'notPassed' };
  return { result: 'open' };
}
