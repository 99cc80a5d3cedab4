import { Case, Person, ReadingCopy } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/transaction.js';
import { hasRole, type Actor, type Role } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { mayOpen } from '../cases/may-act.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';

export interface CopyRequest {
  caseId: string;
  /** Ids or user names. */
  people?: string[] | undefined;
  /** Everybody in office there today gets one of his own. */
  departments?: string[] | undefined;
  note?: string | undefined;
  /** Of the case as the person saw it; checked where it is given. */
  version?: number | undefined;
}

export interface CopiesSent {
  caseId: string;
  /** Who has an unread copy now that he had not before. */
  sent: { id: string; person: string }[];
  version: number;
}

/** Those who may be sent a case to read. */
export const readers: readonly Role[] = ['clerk', 'reviewer', 'secretary', 'leader', 'sealkeeper', 'supervisor', 'admin'];

/**
 * 抄送: sends a case to be read, at any time after it was filed, also once it is closed. It asks nothing of the reader and moves nothing; he may
 * open exactly this case and sees there what his role may. Who has an unread copy gets no second one.
 *
 * Throws CASE_NOT_FOUND, NOT_YOURS, STALE_VERSION, COPY_RECEIVER_UNFIT and ACTION_NOT_AVAILABLE for a draft.
 */
export function sendCopies(context: ServiceContext, actor: Actor, request: CopyRequest, onceKey?: string): Promise<CopiesSent> {
  return answerOnce(context, actor, onceKey, ['readingCopies', request], () =>
    context.database.inTransaction(async (tx) => {
      const caseRecord = await lockCase(tx, request.caseId);
      await mayOpen(tx, actor, caseRecord);
      if (caseRecord.status === 'draft') throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'sendCopies', available: [] });
      if (request.version !== undefined && request.version !== caseRecord.version) throw new DomainError('STALE_VERSION', { currentVersion: caseRecord.version });
      const step = new CaseStep(context, tx, actor, caseRecord);
      const people = await receiversOf(tx, actor, request);
      const unread = new Set((await tx.find(ReadingCopy, 'caseId = ? AND readAt IS NULL AND withdrawnAt IS NULL', [caseRecord.id])).map(({ personId }) => personId));
      const sent = people.filter(({ id }) => !unread.has(id)).map((person) => ({ id: leaveCopy(step, person, request.note), person: person.name }));
      if (sent.length > 0) noteSent(step, caseRecord, { sent, note: request.note });
      return { caseId: caseRecord.id, sent, version: caseRecord.version };
    }),
  );
}

async function receiversOf(tx: Transaction, actor: Actor, { people = [], departments = [] }: CopyRequest): Promise<Person[]> {
  const chosen = new Map<string, Person>();
  for (const name of people) {
    const person = await tx.findOne(Person, 'id = ? OR username = ?', [name, name]);
    if (!person || !mayRead(person) || person.id === actor.id) throw new DomainError('COPY_RECEIVER_UNFIT', { person: person?.name ?? name });
    chosen.set(person.id, person);
  }
  for (const department of departments) {
    const there = (await tx.find(Person, 'departmentId = ? ORDER BY username', [department])).filter((person) => mayRead(person) && person.id !== actor.id);
    if (there.length === 0) throw new DomainError('COPY_RECEIVER_UNFIT', { person: department });
    for (const person of there) chosen.set(person.id, person);
  }
  return [...chosen.values()];
}

const mayRead = (person: Person): boolean => person.enabled && hasRole({ roles: person.roles } as Actor, ...readers);

function leaveCopy({ tx, context, caseRecord, actor, at }: CaseStep, person: Person, note: string | undefined): string {
  const id = context.newId();
  tx.insert(ReadingCopy, { id, caseId: caseRecord.id, personId: person.id, personName: person.name, departmentId: person.departmentId, note: note ?? null, sentBy: actor.id, sentByName: actor.name, sentAt: at });
  return id;
}

function noteSent(step: CaseStep, caseRecord: Case, { sent, note }: { sent: CopiesSent['sent']; note: string | undefined }): void {
  step.set({ copies: (caseRecord.copies ?? 0) + sent.length });
  step.note('copySent', { people: sent.map(({ person }) => person), note: note ?? '' });
  step.save();
}
