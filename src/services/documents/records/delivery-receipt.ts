import { Delivery } from '../../../entities/index.js';
import { documentsOfStage } from '../documents-of-stage.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, projectOnPaper } from './case-facts.js';

const ways: Record<string, string> = { electronic: 'electronic', counter: 'direct', courier: 'mail', public: 'public' };

/** 送达回证: which documents reached whom, how and when. */
export const deliveryReceipt: DocumentBuilder = async (step, _body, extra) => {
  const facts = await caseFacts(step);
  const delivery = (extra.delivery ? await step.tx.findOne(Delivery, 'id = ?', [extra.delivery]) : await step.tx.findOne(Delivery, 'caseId = ? ORDER BY deliveredOn DESC, id DESC', [step.caseRecord.id])) as Delivery;
  const { result, refusalReason, witnesses } = delivery.receipt as { result?: string; refusalReason?: string; witnesses?: string[] };
  const served = new Set(delivery.documentIds as string[]);
  const documents = (await documentsOfStage(step.tx, step.caseRecord.id)).filter((document) => served.has(document.id));
  return {
    ...projectOnPaper(facts),
    recipient: extra.recipient ?? addresseeOf(facts),
    documents: documents.map(({ title, number }) => ({ title, number })),
    way: result === 'left' ? 'left' : (ways[delivery.way] ?? 'direct'),
    ...(result === 'left' && { refusal: { reason: refusalReason ?? '', witnesses: witnesses ?? [] } }),
    place: delivery.way === 'electronic' ? '一站式审批平台企业端' : '新区政务服务综合窗口',
    deliveredOn: delivery.deliveredOn,
    deliveredBy: [step.actor.name],
    receivedBy: delivery.recipient,
    receivedOn: delivery.deliveredOn,
    electronicConsent: delivery.way === 'electronic' ? facts.form.S19?.electronicConsent === true : undefined,
  };
};
