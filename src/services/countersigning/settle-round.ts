import { OpinionDraft, Person, type WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { SigningRule } from '../../workflows/signing/signing-rule.js';
import { tally, type Ballot, type Choice, type Tally } from '../../workflows/signing/tally.js';
import { CaseStep } from '../cases/case-step.js';
import { performCompletion } from '../cases/complete-work-item.js';
import { notifyPerson } from '../cases/notify.js';
import { actorOf } from '../work-items/on-work-item.js';
import { askNext } from './ask-signer.js';
import { CompletionRefused } from './completion-refused.js';
import { basisOf } from './signers-first.js';
import { signingStateOf } from './signing-state.js';
import { changeRound, counts, isPending, markWork, takeBack, type Round } from './rounds.js';

interface Held {
  outcome: string | null;
  form: Record<string, unknown>;
  by: string;
}

/**
 * Goes on with a countersigning after somebody signed or was taken out, and stores the case: the next one is asked, or – once nothing to
 * come could change the result – the rest is let off, the result is noted with its dissent, and what waited for it happens.
 */
export async function settleRound(step: CaseStep, workItem: WorkItem, { round, rounds }: { round: Round; rounds: Round[] }): Promise<void> {
  const result = resultOf(round);
  if (result.status === 'open') {
    if (round.row.status === 'open') await askNext(step, workItem, round);
    markWork(step, workItem, rounds);
    return step.save();
  }
  for (const signature of round.signers.filter(isPending)) takeBack(step, signature, 'notNeeded');
  const held = round.row.held as Held | null;
  changeRound(step, round, { status: result.status, result: result.tally, endedAt: step.at, held: null });
  markWork(step, workItem, rounds);
  noteResult(step, workItem, round);
  if (held !== null) return goOnWithHeld(step, workItem, { held, rounds, objected: result.status === 'notPassed' });
  const outcome = outcomeByVote(workItem, round, rounds);
  if (outcome === undefined) return step.save();
  await performCompletion(step, workItem, { outcome, form: {}, signed: basisOf(rounds) });
}

/** How the countersigning stands, by its kind. */
export function resultOf({ row, signers }: Round): { status: 'open' | 'heard' | 'passed' | 'notPassed' | 'ended'; tally: Tally } {
  const counted = signers.filter(counts);
  const inOrder = [...counted].sort((one, other) => (one.signedAt ?? '~').localeCompare(other.signedAt ?? '~'));
  const votes = tally(row.rule as SigningRule, inOrder.map(({ weight, choice }): Ballot => ({ weight, ...(choice !== null && { choice: choice as Choice }) })));
  if (counted.length === 0) return { status: 'ended', tally: votes };
  const pending = counted.some(isPending);
  if (row.status === 'waiting') return { status: 'open', tally: votes };
  if (row.kind === 'before') return { status: pending ? 'open' : 'heard', tally: votes };
  if (row.kind === 'after') return { status: votes.disagree > 0 ? 'notPassed' : pending ? 'open' : 'passed', tally: votes };
  return { status: votes.result, tally: votes };
}

function noteResult(step: CaseStep, workItem: WorkItem, { row, signers }: Round): void {
  const signed = signers.filter(({ state }) => state === 'signed');
  const dissent = signed.filter(({ choice }) => choice === 'disagree').map(({ personName, opinion }) => ({ person: personName, opinion }));
  step.note('countersigningClosed', { name: workItem.name, workItem: workItem.id, kind: row.kind, ...(row.kind === 'vote' && { ...(row.rule as object) }), ...(row.result as object), result: row.status, dissent }, { step: workItem.step });
}

/** The outcome that a vote leaves no choice about, for work that asks for nothing else; the rest is for its owner to complete. */
function outcomeByVote(workItem: WorkItem, { row }: Round, rounds: readonly Round[]): string | undefined {
  if (row.kind !== 'vote' || workItem.form !== null || signingStateOf(workItem)?.state !== 'done' || rounds.some((each) => each.row.status === 'open')) return undefined;
  const others = (workItem.outcomes as { id: string }[]).map(({ id }) => id).filter((id) => id !== row.proposal);
  if (row.status === 'passed') return row.proposal ?? undefined;
  return row.status === 'notPassed' && others.length === 1 ? others[0] : undefined;
}

/** The completion that waited for after-signers happens in the name of its owner, or goes back to him when one of them objected. */
async function goOnWithHeld(step: CaseStep, workItem: WorkItem, { held, rounds, objected }: { held: Held; rounds: Round[]; objected: boolean }): Promise<void> {
  const owner = await step.tx.findOne(Person, 'id = ?', [held.by]);
  const gone = !owner?.enabled || workItem.assigneeId !== held.by;
  if (objected || gone || step.heldRefusal) {
    giveBack(step, workItem, held, objected ? '后加签人员提出不同意见' : (step.heldRefusal?.message ?? '原办理人已不再经办'));
    return step.save();
  }
  step.save();
  try {
    await performCompletion(new CaseStep(step.context, step.tx, actorOf(owner), step.caseRecord), workItem, { outcome: held.outcome ?? undefined, form: held.form, signed: basisOf(rounds) });
  } catch (error) {
    if (error instanceof DomainError && error.kind !== 'broken') throw new CompletionRefused(error);
    throw error;
  }
}

/** Back to the owner, with what he had written as his draft. */
export function giveBack(step: CaseStep, workItem: WorkItem, held: Held, reason: string): void {
  step.tx.remove(OpinionDraft, 'workItemId = ?', [workItem.id]);
  step.tx.insert(OpinionDraft, { workItemId: workItem.id, form: held.form, savedBy: held.by, savedAt: step.at });
  step.note('completionGivenBack', { name: workItem.name, workItem: workItem.id, reason }, { step: workItem.step });
  notifyPerson(step, held.by, `“${step.caseRecord.title}”（${step.caseRecord.number}）的“${workItem.name}”退回您重新办理：${reason}`);
}
