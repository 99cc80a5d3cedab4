import type { WorkItem } from '../../entities/index.js';
import type { CaseStep } from '../cases/case-step.js';
import { notifyPerson } from '../cases/notify.js';
import { changeRound, isPending, markWork, roundsOf, takeBack, type Round } from './rounds.js';

/**
 * Lets off everybody who is still asked to sign a piece of work, because the work itself ends or goes another way (return, withdrawal,
 * termination …); each of them is told, and what was signed stays in the files. Writes, but does not store the case. Answers whom.
 */
export async function dismissSigners(step: CaseStep, workItem: WorkItem, why: string): Promise<string[]> {
  if (workItem.signing === null || workItem.signing === undefined) return [];
  const rounds = await roundsOf(step.tx, workItem.id);
  return endRounds(step, workItem, { rounds, ending: rounds.filter(({ row }) => row.status === 'open' || row.status === 'waiting'), why });
}

/** The same for some of the countersignings of a piece of work. */
export function endRounds(step: CaseStep, workItem: WorkItem, { rounds, ending, why }: { rounds: Round[]; ending: Round[]; why: string }): string[] {
  if (ending.length === 0) return [];
  const told: string[] = [];
  for (const round of ending) {
    for (const signature of round.signers.filter(isPending)) {
      const wasAsked = signature.state === 'asked';
      takeBack(step, signature, 'dismissed');
      told.push(signature.personName);
      if (wasAsked) notifyPerson(step, signature.personId, `“${step.caseRecord.title}”（${step.caseRecord.number}）的“${workItem.name}”${why}，无需再签署。`);
    }
    changeRound(step, round, { status: 'ended', endedAt: step.at, held: null });
  }
  markWork(step, workItem, rounds);
  step.note('signersDismissed', { name: workItem.name, workItem: workItem.id, signers: told, why }, { step: workItem.step });
  return told;
}
