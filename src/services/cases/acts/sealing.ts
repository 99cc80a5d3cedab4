import { documentsOfStage } from '../../documents/documents-of-stage.js';
import { orderSeals } from '../../seals/order-seals.js';
import { sealedWithAll } from '../../seals/seal-papers.js';
import type { Act } from './act.js';

/**
 * 一枚印章管理: the seal keeper puts the seals on all decisions and certificates of the stage in one act, each entered in the register.
 * Whose seal it is follows the delegation of the item, not the keeper. What was issued meanwhile and lies on his desk apart – the end of a
 * permit, a certificate issued anew – is sealed with all the others; what holds no longer gets no seal.
 */
export const sealing: Act = {
  async perform({ step, workItem, form }) {
    const { caseRecord, tx } = step;
    const documents = (await documentsOfStage(tx, caseRecord.id)).filter((document) => document.sealNeeded === 'official' && document.state === 'valid' && document.status !== 'sealed' && document.sealUseId === null);
    await orderSeals(step, documents);
    await sealedWithAll(step, documents);
    step.note('sealed', { documents: documents.map((document) => document.number), remarks: form.remarks ?? '' }, { step: workItem.step });
  },
};
