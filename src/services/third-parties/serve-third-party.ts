import { Delivery, Document, ThirdParty } from '../../entities/index.js';
import { hearingRequestUntil, servedByPublicNoticeOn } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { requireRole } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { openMatter } from '../cases/open-matters.js';
import { issueDocument } from '../documents/issue-document.js';
import { giveMoreTimeToAsk } from '../hearings/hold-hearing.js';
import { awaitedThirdParty } from './awaited-third-party.js';

/**
 * The window serves the notice on a third party, with a receipt 送达回证. From the day on which that takes effect – by public notice thirty days
 * later – run his days for a statement and, where the right to a hearing was told, five working days to ask for one (行政许可法 36, 47).
 *
 * Throws THIRD_PARTY_NOT_FOUND, THIRD_PARTY_SERVED and DOCUMENTS_NOT_READY.
 */
export async function serveThirdParty(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, context, tx, actor } = step;
  requireRole(actor, 'clerk');
  const { thirdParty, ...said } = form;
  const receipt = validateStepForm('delivery', said) as { method: string; deliveredOn: string; recipient: string; result: string };
  const person = await awaitedThirdParty(step, typeof thirdParty === 'string' ? thirdParty : undefined);
  if (person.status === 'told') throw new DomainError('THIRD_PARTY_SERVED', { name: person.name, on: person.toldOn });
  if (receipt.deliveredOn > step.today || receipt.deliveredOn < person.namedOn) throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/deliveredOn', message: `送达日期应在 ${person.namedOn} 至今日之间` }] });
  const notice = (await tx.findOne(Document, 'id = ?', [person.documentId])) as Document;
  if (notice.status !== 'sealed') throw new DomainError('DOCUMENTS_NOT_READY', { numbers: notice.number });

  const delivery = context.newId();
  tx.insert(Delivery, { id: delivery, caseId: caseRecord.parentId ?? caseRecord.id, documentIds: [notice.id], way: receipt.method, recipient: receipt.recipient.slice(0, 100), deliveredBy: actor.id, deliveredOn: receipt.deliveredOn, receipt });
  await issueDocument(step, 'delivery-receipt', { delivery, recipient: { name: person.name } });
  const toldOn = receipt.method === 'public' ? servedByPublicNoticeOn(receipt.deliveredOn) : receipt.deliveredOn;
  const stateUntil = context.calendars.dueOn(toldOn, person.statementWorkdays);
  tx.update(ThirdParty, { status: 'told', toldOn, stateUntil }, 'id = ?', [person.id], { rows: 1, lockedHere: true });
  openMatter(step, { kind: 'thirdParty', id: person.id, label: `利害关系人${person.name}可陈述申辩至 ${stateUntil ?? '日历公布后确定的日期'}`, state: 'told' });
  step.note('thirdPartyTold', { thirdParty: person.id, name: person.name, toldOn, stateUntil, delivery });
  const until = hearingRequestUntil(toldOn, context.calendars.current());
  if ((notice.record as { hearingRight?: boolean }).hearingRight) await giveMoreTimeToAsk(step, until.provisional ? null : until.due);
  step.save();
}
