import { Delivery } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { issueDocument } from '../../documents/issue-document.js';
import { documentsOfStage } from '../../documents/documents-of-stage.js';
import type { CaseStep } from '../case-step.js';
import { closeMatter } from '../open-matters.js';
import { notifyApplicant } from '../notify.js';
import type { Act } from './act.js';

/**
 * Service of the sealed documents 送达 within ten working days of the decision (行政许可法 art. 44), a certificate that was issued anew instead of
 * the earlier one. What ended before it was sealed is not served; where nothing else is left, the record says so.
 */
export const delivery: Act = {
  suggest({ caseRecord, today, page }) {
    const organisation = page.organisations.find(({ id }) => id === caseRecord.organisationId);
    return { method: 'electronic', result: 'received', deliveredOn: today, recipient: organisation?.name };
  },
  async perform({ step, workItem, form }) {
    const { caseRecord, tx, actor, context } = step;
    const official = (await documentsOfStage(tx, caseRecord.id)).filter((document) => document.sealNeeded === 'official');
    const documents = official.filter(({ state, status }) => state === 'valid' || (status === 'sealed' && state !== 'replaced'));
    if (documents.length === 0) return serveNothing(step, workItem.step);
    const unsealed = documents.filter((document) => document.status !== 'sealed');
    if (unsealed.length > 0) throw new DomainError('DOCUMENTS_NOT_READY', { numbers: unsealed.map((document) => document.number).join('、') });
    tx.insert(Delivery, {
      id: context.newId(),
      caseId: caseRecord.id,
      documentIds: documents.map((document) => document.id),
      way: String(form.method),
      recipient: String(form.recipient),
      deliveredBy: actor.id,
      deliveredOn: String(form.deliveredOn),
      receipt: form,
    });
    closeMatter(step, 'delivery');
    await issueDocument(step, 'delivery-receipt');
    step.note('delivered', { method: form.method, result: form.result, recipient: form.recipient, documents: documents.map((document) => document.number) }, { step: workItem.step });
    notifyApplicant(step, `“${caseRecord.title}”的全部文书已送达，可在办件页面下载。`);
  },
};

function serveNothing(step: CaseStep, at: string): void {
  closeMatter(step, 'delivery');
  step.note('nothingToServe', {}, { step: at });
  notifyApplicant(step, `“${step.caseRecord.title}”已办结：所作许可在用印之前已经终止或者失效，没有需要送达的文书。`);
}
