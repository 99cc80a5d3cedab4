import { Case, Delivery, Document } from '../../entities/index.js';
import { deliveryDue, remedyDates, servedByPublicNoticeOn, type Due } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { requireRole, type Actor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { mayOpen } from '../cases/may-act.js';
import { notifyApplicant } from '../cases/notify.js';
import { documentsOfStage } from '../documents/documents-of-stage.js';
import { isShownTo } from '../documents/shown-to.js';
import { issueDocument } from '../documents/issue-document.js';
import type { ServiceContext } from '../service-context.js';

/**
 * Serves single documents apart from the one delivery at the end 单独送达 – a correction notice, a refusal to accept, a revocation – with a receipt
 * of its own. Only sealed papers are served. As an act beside the flow of the stage case: `documents` are ids, the rest is the delivery form.
 *
 * Throws DOCUMENTS_NOT_READY and DOCUMENT_NOT_FOUND.
 */
export async function serveDocuments(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  requireRole(actor, 'clerk');
  const { documents: ids = [], ...said } = form as { documents?: string[] };
  if (!Array.isArray(ids) || ids.length === 0) throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/documents', message: '请选择要送达的文书' }] });
  const checked = validateStepForm('delivery', said);
  const own = await documentsOfStage(tx, caseRecord.id);
  const documents = ids.map((id) => own.find((document) => document.id === id) ?? refuseUnknown(id));
  if (documents.some((document) => document.kind === 'third-party-notice')) throw new DomainError('THIRD_PARTY_SERVED_IN_ITEM');
  const unsealed = documents.filter((document) => document.status !== 'sealed');
  if (unsealed.length > 0) throw new DomainError('DOCUMENTS_NOT_READY', { numbers: unsealed.map((document) => document.number).join('、') });
  const id = context.newId();
  tx.insert(Delivery, { id, caseId: caseRecord.id, documentIds: ids, way: String(checked.method), recipient: String(checked.recipient), deliveredBy: actor.id, deliveredOn: String(checked.deliveredOn), receipt: checked });
  await issueDocument(step, 'delivery-receipt', { delivery: id });
  step.note('delivered', { delivery: id, method: checked.method, result: checked.result, recipient: checked.recipient, documents: documents.map((document) => document.number) });
  notifyApplicant(step, `文书已送达：${documents.map((document) => `${document.title}（${document.number}）`).join('、')}。`);
  step.save();
}

function refuseUnknown(id: string): never {
  throw new DomainError('DOCUMENT_NOT_FOUND', { id });
}

/** The recipient confirms that the documents arrived 签收回执. Throws DELIVERY_NOT_FOUND and NOT_YOURS. */
export async function confirmReceipt(context: ServiceContext, actor: Actor, deliveryId: string): Promise<Delivery> {
  return context.database.inTransaction(async (tx) => {
    const delivery = await tx.findOne(Delivery, 'id = ?', [deliveryId]);
    const caseRecord = delivery && (await tx.lock(Case, 'id = ?', [delivery.caseId]));
    if (!delivery || !caseRecord) throw new DomainError('DELIVERY_NOT_FOUND', { id: deliveryId });
    if (actor.organisationId !== caseRecord.organisationId) throw new DomainError('NOT_YOURS');
    const step = new CaseStep(context, tx, actor, caseRecord);
    const receipt = { ...(delivery.receipt as Record<string, unknown>), confirmedOn: step.today, confirmedBy: actor.name };
    tx.update(Delivery, { receipt }, 'id = ?', [deliveryId], { rows: 1, lockedHere: true });
    step.note('receiptConfirmed', { delivery: deliveryId });
    step.save();
    return { ...delivery, receipt };
  });
}

/** The day from which service counts: by public notice thirty days after it (民诉法 95 by analogy; rule R6), else the day itself. */
const effectiveOn = ({ way, deliveredOn }: Delivery): string => (way === 'public' ? servedByPublicNoticeOn(deliveredOn) : deliveredOn);

export interface ServedDocument {
  delivery: Delivery;
  /** The day from which the applicant's periods run. */
  effectiveOn: string;
  documents: Document[];
  /** For a decision or refusal: until when its addressee may attack it. */
  remedies?: { reconsiderationUntil: Due; litigationUntil: Due };
}

export interface Service {
  served: ServedDocument[];
  /** Per decided item: until when its papers have to be served (行政许可法 44). */
  deliverBy: { item: string; decidedOn: string; due: Due; servedOn: string | null }[];
}

/** What was served in an application, with the dates that follow from it: the applicant's own periods are calendar periods (rules R1, R2). */
export async function findService(context: ServiceContext, actor: Actor, caseId: string): Promise<Service> {
  const { read } = context.database;
  const shown = await read.findOne(Case, 'id = ?', [caseId]);
  if (!shown) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, shown);
  const stageId = shown.parentId ?? shown.id;
  const calendar = context.calendars.current();
  const deliveries = await read.find(Delivery, 'caseId = ? ORDER BY deliveredOn, id', [stageId]);
  const documents = await documentsOfStage(read, stageId);
  const items = await read.find(Case, 'parentId = ? AND decidedOn IS NOT NULL ORDER BY number', [stageId]);
  const servedOn = (item: Case): string | null => deliveries.find((delivery) => documents.some((document) => document.caseId === item.id && (delivery.documentIds as string[]).includes(document.id)))?.deliveredOn ?? null;
  const shownDeliveries = deliveries.filter((delivery) => documents.some((document) => (delivery.documentIds as string[]).includes(document.id) && isShownTo(actor, document)));
  return {
    served: shownDeliveries.map((delivery) => {
      const papers = documents.filter((document) => (delivery.documentIds as string[]).includes(document.id));
      const attackable = papers.some((document) => ['decision', 'refusal', 'not-accepted', 'permit-end', 'termination-notice'].includes(document.kind));
      return { delivery, effectiveOn: effectiveOn(delivery), documents: papers, ...(attackable && { remedies: remedyDates(effectiveOn(delivery), calendar) }) };
    }),
    deliverBy: items.map((item) => ({ item: item.title, decidedOn: item.decidedOn as string, due: deliveryDue(item.decidedOn as string, calendar), servedOn: servedOn(item) })),
  };
}
