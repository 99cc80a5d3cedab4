import { Countersignature, Countersigning, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import type { CaseStep } from '../cases/case-step.js';
import { recordOpinion } from '../cases/record-opinion.js';
import { requireOnDesk, taken } from '../work-items/on-work-item.js';
import { COUNTERSIGN } from './ask-signer.js';
import { examinerFor } from './refuse-examiner.js';
import { changeSignature, roundsOf } from './rounds.js';
import { settleRound } from './settle-round.js';

/**
 * Somebody who was asked signs: he agrees, disagrees with his reason, or abstains. It is an opinion in the files of the case; a vote against
 * is counted and ends nothing by itself. The last one needed settles the countersigning in the same unit of work.
 *
 * Throws WORK_ITEM_NOT_FOUND, NOT_YOURS, WORK_ITEM_TAKEN, FORM_INVALID, SIGNED_ALREADY and NOT_YOUR_OWN_WORK.
 */
export async function countersign(step: CaseStep, form: Record<string, unknown>, taskId?: string): Promise<void> {
  const { tx, actor } = step;
  const task = await taskOf(step, taskId);
  await requireOnDesk(step, task);
  if (task.delegatedBy !== null) throw await taken(tx, task);
  const { choice, opinion = '' } = validateStepForm('countersignature', form) as { choice: string; opinion?: string };
  const asked = await tx.findOne(Countersignature, 'taskId = ?', [task.id]);
  const row = asked && (await tx.findOne(Countersigning, 'id = ?', [asked.countersigningId]));
  const workItem = row && (await tx.lock(WorkItem, "id = ? AND status = 'open'", [row.workItemId]));
  const rounds = workItem ? await roundsOf(tx, workItem.id) : [];
  const round = rounds.find((each) => each.row.id === asked?.countersigningId);
  const signature = round?.signers.find(({ id }) => id === asked?.id);
  if (!workItem || !round || signature?.state !== 'asked') throw new DomainError('WORK_ITEM_NOT_OPEN', { name: task.name });
  // A deputy signs in the place of the absent one; otherwise whoever has the request now is the one who signs.
  const signer = { personId: step.onBehalfOf?.id ?? actor.id, personName: step.signature, departmentId: actor.departmentId };
  if (round.signers.some(({ state, personId }) => state === 'signed' && personId === signer.personId)) throw new DomainError('SIGNED_ALREADY', { name: task.name });
  if (round.row.kind === 'vote' && (await examinerFor(step, workItem)) === actor.id) throw new DomainError('NOT_YOUR_OWN_WORK', { step: workItem.name });

  tx.update(WorkItem, { status: 'done', outcome: choice, doneAt: step.at, doneBy: actor.id }, 'id = ?', [task.id], { rows: 1, lockedHere: true });
  // What was signed is not simply taken back from here by whoever sent it.
  if (workItem.takenUpAt === null) tx.update(WorkItem, { takenUpAt: step.at }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
  changeSignature(step, signature, { state: 'signed', choice, opinion, signedAt: step.at, ...signer });
  recordOpinion(step, { kind: 'countersign', conclusion: choice, text: opinion });
  step.note('countersigned', { name: workItem.name, workItem: workItem.id, kind: round.row.kind, choice, opinion }, { step: workItem.step });
  await settleRound(step, workItem, { round, rounds });
}

/** The request that is meant: the one named, or the only one of this case on the person's desk. */
async function taskOf({ tx, actor, caseRecord }: CaseStep, taskId: string | undefined): Promise<WorkItem> {
  if (taskId !== undefined) {
    const task = await tx.lock(WorkItem, 'id = ? AND caseId = ? AND act = ?', [taskId, caseRecord.id, COUNTERSIGN]);
    if (!task) throw new DomainError('WORK_ITEM_NOT_FOUND', { id: taskId });
    if (task.status !== 'open') throw new DomainError('WORK_ITEM_NOT_OPEN', { name: task.name });
    return task;
  }
  const mine = await tx.find(WorkItem, "caseId = ? AND act = ? AND status = 'open' AND assigneeId = ?", [caseRecord.id, COUNTERSIGN, actor.id]);
  if (mine.length > 1) throw new DomainError('WORK_ITEM_NEEDED', { action: COUNTERSIGN, workItems: mine.map(({ id, name }) => ({ id, name })) });
  if (!mine[0]) throw new DomainError('ACTION_NOT_AVAILABLE', { action: COUNTERSIGN, available: [] });
  return mine[0];
}
