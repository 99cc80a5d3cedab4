import { Case, ReadingCopy } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { mayOpen } from '../cases/may-act.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';

export interface CopySight {
  copy: ReadingCopy;
  caseRecord: Case;
}

/** The copies of one person, newest first, with how many he has not read. */
export async function findMyCopies(context: ServiceContext, actor: Actor, page: { page: number; pageSize: number; unread: boolean }): Promise<{ rows: CopySight[]; total: number; unread: number }> {
  const { read } = context.database;
  const where = `personId = ? AND withdrawnAt IS NULL${page.unread ? ' AND readAt IS NULL' : ''}`;
  const copies = await read.find(ReadingCopy, `${where} ORDER BY sentAt DESC, id DESC LIMIT ? OFFSET ?`, [actor.id, page.pageSize, (page.page - 1) * page.pageSize]);
  const ids = [...new Set(copies.map(({ caseId }) => caseId))];
  const cases = new Map((ids.length === 0 ? [] : await read.find(Case, `id IN (${ids.map(() => '?').join(', ')})`, ids)).map((each) => [each.id, each]));
  return {
    rows: copies.map((copy) => ({ copy, caseRecord: cases.get(copy.caseId) as Case })),
    total: await read.count(ReadingCopy, where, [actor.id]),
    unread: await read.count(ReadingCopy, 'personId = ? AND withdrawnAt IS NULL AND readAt IS NULL', [actor.id]),
  };
}

/** The reader has read it 已阅: once, with the time; asked again, the first time is answered. Throws COPY_NOT_FOUND. */
export function markCopyRead(context: ServiceContext, actor: Actor, id: string): Promise<CopySight> {
  return context.database.inTransaction(async (tx) => {
    const copy = await tx.lock(ReadingCopy, 'id = ? AND personId = ? AND withdrawnAt IS NULL', [id, actor.id]);
    if (!copy) throw new DomainError('COPY_NOT_FOUND', { id });
    const caseRecord = (await tx.findOne(Case, 'id = ?', [copy.caseId])) as Case;
    if (copy.readAt !== null) return { copy, caseRecord };
    // No event and no new version of the case: a reader must not get into the way of those who work on it.
    const readAt = context.clock.now().toISOString();
    tx.update(ReadingCopy, { readAt }, 'id = ?', [id], { rows: 1, lockedHere: true });
    return { copy: { ...copy, readAt }, caseRecord };
  });
}

/** Whoever sent a copy takes it back 收回抄送; its reader can no longer open the case for it. Throws COPY_NOT_FOUND and NOT_YOURS. */
export function withdrawCopy(context: ServiceContext, actor: Actor, id: string, onceKey?: string): Promise<{ id: string; version: number }> {
  return answerOnce(context, actor, onceKey, ['copyWithdrawal', id], () =>
    context.database.inTransaction(async (tx) => {
      const known = await tx.findOne(ReadingCopy, 'id = ?', [id]);
      if (!known) throw new DomainError('COPY_NOT_FOUND', { id });
      if (known.sentBy !== actor.id) throw new DomainError('NOT_YOURS');
      const step = new CaseStep(context, tx, actor, await lockCase(tx, known.caseId));
      const copy = await tx.lock(ReadingCopy, 'id = ? AND withdrawnAt IS NULL', [id]);
      if (!copy) throw new DomainError('COPY_NOT_FOUND', { id });
      tx.update(ReadingCopy, { withdrawnAt: step.at }, 'id = ?', [id], { rows: 1, lockedHere: true });
      step.note('copyWithdrawn', { person: copy.personName });
      step.save();
      return { id, version: step.caseRecord.version };
    }),
  );
}

/** Who got a copy of a case, and who has read it. Throws CASE_NOT_FOUND and NOT_YOURS. */
export async function copiesOfCase(context: ServiceContext, actor: Actor, caseId: string): Promise<CopySight[]> {
  const { read } = context.database;
  const caseRecord = await read.findOne(Case, 'id = ?', [caseId]);
  if (!caseRecord) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, caseRecord);
  return (await read.find(ReadingCopy, 'caseId = ? AND withdrawnAt IS NULL ORDER BY sentAt, id', [caseId])).map((copy) => ({ copy, caseRecord }));
}
