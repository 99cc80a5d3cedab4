import { Document, SealUse, OutboxMessage } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { documentsOfStage } from '../../documents/documents-of-stage.js';
import { findSeal } from '../../seals/find-seal.js';
import type { Act } from './act.js';

/**
 * 一枚印章管理: the seal keeper puts the seals on all decisions and certificates of the stage in one act, each entered in the register.
 * Whose seal it is follows the delegation of the item, not the keeper. The signature itself is made after the commit.
 */
export const sealing: Act = {
  async perform({ step, workItem, form }) {
    const { caseRecord, tx, actor, context } = step;
    const documents = (await documentsOfStage(tx, caseRecord.id)).filter((document) => document.sealNeeded === 'official' && document.status !== 'sealed');
    const waiting = documents.filter((document) => document.status !== 'awaitingSeal');
    if (waiting.length > 0) throw new DomainError('DOCUMENTS_NOT_READY', { numbers: waiting.map((document) => document.number).join('、') });
    for (const document of documents) {
      const seal = await findSeal(tx, document.issuedBy as string, 'official');
      const useId = context.newId();
      tx.insert(SealUse, { id: useId, sealId: seal.id, documentId: document.id, personId: actor.id, purpose: document.title, requestedAt: step.at, appliedAt: null });
      tx.update(Document, { sealUseId: useId }, 'id = ?', [document.id], { rows: 1, lockedHere: true });
      tx.insert(OutboxMessage, { id: context.newId(), topic: 'sealDocument', subject: document.id, payload: { useId }, status: 'waiting', attempts: 0, availableAt: step.at, createdAt: step.at });
    }
    step.note('sealed', { documents: documents.map((document) => document.number), remarks: form.remarks ?? '' }, { step: workItem.step });
  },
};
