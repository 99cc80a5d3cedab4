import type { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';
import { askNext } from './ask-signer.js';
import { outcomeName } from './begin-countersigning.js';
import { changeRound, isPending, markWork, roundsOf, type Round } from './rounds.js';
import { signingStateOf, voteAllows, waitsForSigners } from './signing-state.js';

/** A completion as it was checked, with who made it. */
export interface Completion {
  outcome?: string | undefined;
  form: Record<string, unknown>;
}

/** What others said about a piece of work; part of the basis of what it leads to. */
export interface SigningBasis {
  kind: string;
  result: string;
  tally: unknown;
  opinions: { person: string; choice: string; opinion: string }[];
}

/**
 * Sees to it that whoever has to sign does so before a piece of work is done. Answers what they said, or `held`: the completion waits now
 * for its after-signers, and everything about that is written.
 *
 * Throws SIGNERS_PENDING (with who is still asked) and OUTCOME_AGAINST_VOTE.
 */
export async function signersFirst(step: CaseStep, workItem: WorkItem, completion: Completion): Promise<SigningBasis[] | 'held'> {
  const rounds = await roundsOf(step.tx, workItem.id);
  if (waitsForSigners(workItem)) {
    const people = rounds.filter(({ row }) => row.status === 'open').flatMap(({ signers }) => signers.filter(isPending)).map(({ personName }) => personName);
    throw new DomainError('SIGNERS_PENDING', { name: workItem.name, people: people.join('、') });
  }
  if (!voteAllows(workItem, completion.outcome)) {
    const { only, not } = signingStateOf(workItem) ?? {};
    const allowed = (workItem.outcomes as { id: string; name: string }[]).filter(({ id }) => (only === undefined || id === only) && id !== not);
    throw new DomainError('OUTCOME_AGAINST_VOTE', { name: workItem.name, outcomes: allowed.map(({ name }) => name).join('、'), available: allowed });
  }
  const after = rounds.find(({ row }) => row.status === 'waiting');
  if (!after) return basisOf(rounds);
  await hold(step, workItem, { rounds, after, completion });
  return 'held';
}

async function hold(step: CaseStep, workItem: WorkItem, { rounds, after, completion }: { rounds: Round[]; after: Round; completion: Completion }): Promise<void> {
  changeRound(step, after, { status: 'open', held: { outcome: completion.outcome ?? null, form: completion.form, by: step.actor.id } });
  await askNext(step, workItem, after);
  markWork(step, workItem, rounds);
  step.note('completionHeld', { name: workItem.name, workItem: workItem.id, outcome: outcomeName(workItem, completion.outcome ?? null), signers: after.signers.filter(isPending).map(({ personName }) => personName) }, { step: workItem.step });
  step.save();
}

/** What was said in all countersignings of a piece of work, dissent included. */
export function basisOf(rounds: readonly Round[]): SigningBasis[] {
  return rounds
    .filter(({ signers }) => signers.some(({ state }) => state === 'signed'))
    .map(({ row, signers }) => ({
      kind: row.kind,
      result: row.status,
      tally: row.result,
      opinions: signers.filter(({ state }) => state === 'signed').map(({ personName, choice, opinion }) => ({ person: personName, choice: choice ?? '', opinion: opinion ?? '' })),
    }));
}
