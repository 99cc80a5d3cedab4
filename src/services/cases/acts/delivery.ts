import { Delivery } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { issueDocument } from '../../documents/issue-document.js';
import { documentsOfStage } from '../../documents/documents-of-stage.js';
import { notifyApplicant } from '../notify.js';
import type { Act } from './act.js';

/** Service of the sealed documents 送达 within ten working days of the decision (行政许可法 art. 44). */
export const delivery: Act = {
  async suggest({ step }) {
    return { way: 'electronic', recipient: step.caseRecord.title.split('·')[0] };
  },
  async perform({ step, workItem, form }) {
    const { caseRecord, tx, actor, context, today } = step;
    const documents = (await documentsOfStage(tx, caseRecord.id)).filter((document) => document.sealNeeded === 'official');
    const unsealed = documents.filter((document) => document.status !== 'sealed');
    if (unsealed.length > 0) throw new DomainError('DOCUMENTS_NOT_READY', { numbers: unsealed.map((document) => document.number).join('、') });
    tx.insert(Delivery, {
      id: context.newId(),
      caseId: caseRecord.id,
      documentIds: documents.map((document) => document.id),
      way: String(form.way),
      recipient: String(form.recipient),
      deliveredBy: actor.id,
      deliveredOn: today,
      receipt: { remark: form.remark ?? '' },
    });
    await issueDocument(step, 'delivery-receipt');
    step.note('delivered', { way: form.way, recipient: form.recipient, documents: documents.map((document) => document.number) }, { step: workItem.step });
    notifyApplicant(step, `“${caseRecord.title}”的全部文书已送达，可在办件页面下载。`);
  },
};
