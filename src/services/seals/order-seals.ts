import { Document, SealUse } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';
import { findSeal } from './find-seal.js';
import { leaveMessage } from '../outbox/leave-message.js';

/**
 * Orders the official seal onto these documents, each entered in the register; the signature itself is made after the commit. Whose seal it
 * is follows the delegation of the item, not the keeper. Throws DOCUMENTS_NOT_READY while one of them is still being made.
 */
export async function orderSeals(step: CaseStep, documents: readonly Document[]): Promise<void> {
  const { tx, actor, context } = step;
  const unready = documents.filter((document) => document.status !== 'awaitingSeal');
  if (unready.length > 0) throw new DomainError('DOCUMENTS_NOT_READY', { numbers: unready.map((document) => document.number).join('、') });
  for (const document of documents) {
    const seal = await findSeal(tx, document.issuedBy as string, 'official');
    const useId = context.newId();
    tx.insert(SealUse, { id: useId, sealId: seal.id, documentId: document.id, personId: actor.id, purpose: document.title, requestedAt: step.at, appliedAt: null });
    tx.update(Document, { sealUseId: useId }, 'id = ?', [document.id], { rows: 1, lockedHere: true });
    leaveMessage(tx, context, { topic: 'sealDocument', subject: document.id, payload: { useId } });
  }
}
