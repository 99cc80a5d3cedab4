import type { Countersigning, WorkItem } from '../../entities/index.js';

/**
 * Where a piece of work stands with those who sign it too; kept on its row, so that neither its completion nor a list has to look for it.
 *
 * `voting`: a vote that the flow asks for is open; `pending`: opinions or a vote that its owner asked for are; `after`: others sign once it is
 * completed; `held`: it was completed and they are at it; `done`: nobody is asked any more.
 */
export interface SigningState {
  state: 'voting' | 'pending' | 'after' | 'held' | 'done';
  /** A vote has passed: the work may have this outcome alone. */
  only?: string;
  /** A vote has not passed: the work may have any outcome but this. */
  not?: string;
}

export const signingStateOf = (workItem: WorkItem): SigningState | null => workItem.signing as SigningState | null;

/** Somebody else has to sign before the work can be completed. */
export function waitsForSigners(workItem: WorkItem): boolean {
  return ['voting', 'pending', 'held'].includes(signingStateOf(workItem)?.state ?? '');
}

/** May the work have this outcome, as far as a vote on it goes? */
export function voteAllows(workItem: WorkItem, outcome: string | undefined): boolean {
  const signing = signingStateOf(workItem);
  if (signing === null || outcome === undefined) return true;
  return (signing.only === undefined || signing.only === outcome) && signing.not !== outcome;
}

/** The state that follows from all countersignings of a piece of work. */
export function stateFrom(rounds: readonly Countersigning[], workItem: WorkItem): SigningState | null {
  if (rounds.length === 0) return null;
  const open = rounds.filter(({ status }) => status === 'open');
  return { state: standing(rounds, open), ...boundBy(rounds, workItem) };
}

function standing(rounds: readonly Countersigning[], open: readonly Countersigning[]): SigningState['state'] {
  if (open.some(({ kind }) => kind === 'after')) return 'held';
  if (open.length > 0) return open.every(({ drawn }) => drawn) ? 'voting' : 'pending';
  return rounds.some(({ status }) => status === 'waiting') ? 'after' : 'done';
}

/** The last vote counts. Where the work has no other outcome, a vote that did not pass is an advice. */
function boundBy(rounds: readonly Countersigning[], workItem: WorkItem): Pick<SigningState, 'only' | 'not'> {
  const votes = rounds.filter(({ kind, status }) => kind === 'vote' && (status === 'passed' || status === 'notPassed'));
  const last = votes.sort((one, other) => (one.endedAt ?? '').localeCompare(other.endedAt ?? '')).at(-1);
  if (!last || last.proposal === null) return {};
  if (last.status === 'passed') return { only: last.proposal };
  return (workItem.outcomes as unknown[]).length > 1 ? { not: last.proposal } : {};
}

/** Work of the flow, not beside it: the keys of the latter name what they are about behind a colon. */
const isOfFlow = ({ stepKey }: WorkItem): boolean => !stepKey.includes(':');

/** Can others be asked to sign this work? Not what the applicant or an agency has to do, nor what waits for after-signers already. */
export function mayAskSigners(workItem: WorkItem): boolean {
  return isOfFlow(workItem) && !['enterprise', 'agency'].includes(workItem.role ?? '') && signingStateOf(workItem)?.state !== 'held';
}

/** Is somebody asked whom the owner of the work may take out again? Not those whom the flow names. */
export const mayRemoveSigners = (workItem: WorkItem): boolean => ['pending', 'after', 'held'].includes(signingStateOf(workItem)?.state ?? '');

export const mayRecall = (workItem: WorkItem): boolean => signingStateOf(workItem)?.state === 'held';
