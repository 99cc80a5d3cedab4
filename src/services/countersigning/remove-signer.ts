import type { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';
import { notifyPerson } from '../cases/notify.js';
import { requireOnDesk, taken } from '../work-items/on-work-item.js';
import { isPending, roundsOf, takeBack } from './rounds.js';
import { settleRound } from './settle-round.js';

/**
 * 减签: the owner of the work takes somebody out who has not signed yet; he is told and can no longer open the case for it. What was signed
 * stays. Whom the flow names stays asked.
 *
 * Throws NOT_YOURS, WORK_ITEM_TAKEN, SIGNER_NOT_PENDING (with who could be taken out) and SIGNER_NAMED_BY_FLOW.
 */
export async function removeSigner(step: CaseStep, workItem: WorkItem, { signer, reason = '' }: { signer: string; reason?: string | undefined }): Promise<void> {
  await requireOnDesk(step, workItem);
  if (workItem.delegatedBy !== null) throw await taken(step.tx, workItem);
  const rounds = await roundsOf(step.tx, workItem.id);
  const pending = rounds.filter(({ row }) => ['open', 'waiting'].includes(row.status)).flatMap((round) => round.signers.filter(isPending).map((signature) => ({ round, signature })));
  const usernames = await usernamesOf(step, pending.map(({ signature }) => signature.personId));
  const found = pending.filter(({ signature }) => [signature.id, signature.personId, usernames.get(signature.personId)].includes(signer));
  const removable = found.find(({ round }) => !round.row.drawn);
  if (!removable) {
    if (found[0]) throw new DomainError('SIGNER_NAMED_BY_FLOW', { person: found[0].signature.personName });
    const others = pending.filter(({ round }) => !round.row.drawn).map(({ signature }) => signature.personName);
    throw new DomainError('SIGNER_NOT_PENDING', { name: workItem.name, people: others.join('、') || '无' });
  }
  const { round, signature } = removable;
  takeBack(step, signature, 'removed');
  step.note('signerRemoved', { name: workItem.name, workItem: workItem.id, signer: signature.personName, reason }, { step: workItem.step });
  notifyPerson(step, signature.personId, `“${step.caseRecord.title}”（${step.caseRecord.number}）的“${workItem.name}”已减签，无需您签署。`);
  await settleRound(step, workItem, { round, rounds });
}

async function usernamesOf({ tx }: CaseStep, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query(`SELECT id, username FROM people WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
  return new Map(rows.map(({ id, username }) => [id as string, username as string]));
}
