import { Case, OpinionDraft, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/transaction.js';
import type { Actor } from '../actor.js';
import { mayHandle, mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';
import { takeUp } from './on-work-item.js';

export interface DraftView {
  form: Record<string, unknown>;
  savedAt: string | null;
}

/** Keeps what was written so far for an open piece of work; it moves on with the work. It is no part of the record. Throws NOT_YOURS, WORK_ITEM_NOT_OPEN. */
export function saveOpinionDraft(context: ServiceContext, actor: Actor, id: string, form: Record<string, unknown>): Promise<DraftView> {
  return context.database.inTransaction(async (tx) => {
    const workItem = await onDesk(tx, actor, id, true);
    if (workItem.status !== 'open') throw new DomainError('WORK_ITEM_NOT_OPEN', { name: workItem.name });
    const savedAt = context.clock.now().toISOString();
    tx.remove(OpinionDraft, 'workItemId = ?', [id]);
    tx.insert(OpinionDraft, { workItemId: id, form, savedBy: actor.id, savedAt });
    takeUp({ tx, at: savedAt }, workItem, 'draft');
    return { form, savedAt };
  });
}

/** What was written so far, by whomever had the work before. */
export function readOpinionDraft(context: ServiceContext, actor: Actor, id: string): Promise<DraftView> {
  return context.database.inTransaction(async (tx) => {
    await onDesk(tx, actor, id, false);
    const draft = await tx.findOne(OpinionDraft, 'workItemId = ?', [id]);
    return { form: (draft?.form ?? {}) as Record<string, unknown>, savedAt: draft?.savedAt ?? null };
  });
}

async function onDesk(tx: Transaction, actor: Actor, id: string, lock: boolean): Promise<WorkItem> {
  const workItem = lock ? await tx.lock(WorkItem, 'id = ?', [id]) : await tx.findOne(WorkItem, 'id = ?', [id]);
  const caseRecord = workItem && (await tx.findOne(Case, 'id = ?', [workItem.caseId]));
  if (!workItem || !caseRecord) throw new DomainError('WORK_ITEM_NOT_FOUND', { id });
  await mayOpen(tx, actor, caseRecord);
  if (!mayHandle(actor, workItem)) throw new DomainError('NOT_YOURS');
  return workItem;
}
