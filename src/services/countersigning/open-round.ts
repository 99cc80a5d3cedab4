import { Countersignature, Countersigning, type Person, type WorkItem } from '../../entities/index.js';
import type { SigningRule } from '../../workflows/signing/signing-rule.js';
import type { CaseStep } from '../cases/case-step.js';
import { askNext } from './ask-signer.js';
import type { Round } from './rounds.js';

export interface SignerChoice {
  person: Person;
  weight: number;
}

export interface RoundPlan {
  kind: 'before' | 'after' | 'vote';
  rule: SigningRule;
  drawn: boolean;
  proposal: string | null;
  question: string | null;
}

/** Writes a countersigning down and asks its people, except after-signers: they wait until the work is completed. */
export async function openRound(step: CaseStep, workItem: WorkItem, plan: RoundPlan, signers: readonly SignerChoice[]): Promise<Round> {
  const { tx, context, caseRecord, actor, at } = step;
  const row: Countersigning = {
    id: context.newId(),
    caseId: caseRecord.id,
    workItemId: workItem.id,
    ...plan,
    status: plan.kind === 'after' ? 'waiting' : 'open',
    held: null,
    result: null,
    startedBy: plan.drawn ? 'system' : actor.id,
    startedByName: plan.drawn ? '系统' : actor.name,
    startedAt: at,
    endedAt: null,
  };
  tx.insert(Countersigning, row);
  const round: Round = { row, signers: [] };
  addSigners(step, round, signers);
  if (row.status === 'open') await askNext(step, workItem, round);
  return round;
}

/** Further people of a countersigning, behind those who are there. */
export function addSigners(step: CaseStep, round: Round, signers: readonly SignerChoice[]): void {
  const { tx, context, caseRecord } = step;
  for (const { person, weight } of signers) {
    const signature: Countersignature = {
      id: context.newId(),
      countersigningId: round.row.id,
      caseId: caseRecord.id,
      personId: person.id,
      personName: person.name,
      departmentId: person.departmentId,
      weight,
      position: (round.signers.at(-1)?.position ?? 0) + 1,
      state: 'waiting',
      choice: null,
      opinion: null,
      taskId: null,
      signedAt: null,
    };
    tx.insert(Countersignature, signature);
    round.signers.push(signature);
  }
}
