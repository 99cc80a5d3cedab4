import { Permit, PermitRequest, WorkItem } from '../../entities/index.js';
import { addMonths } from '../../calendar/plain-date.js';
import { worksStartBy } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { requireRole, type Actor } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireHandlerOf } from '../cases/handler-of-item.js';
import { notifyApplicant } from '../cases/notify.js';
import type { ServiceContext } from '../service-context.js';
import { reissueCertificate } from './reissue-certificate.js';
import { inPermit, refuseEnded } from './permit-step.js';
import { startExtensionRuleOf, termMonthsOf } from './permit-term.js';

export interface PermitRequestDecision {
  outcome: 'granted' | 'refused';
  reasons: string;
  /** For a renewal whose term the list of items leaves open. */
  validUntil?: string;
}

/** Decides what the holder of a permit asked for. Throws PERMIT_REQUEST_NOT_FOUND, and FORM_INVALID for a refusal without reasons. */
export async function decidePermitRequest(context: ServiceContext, actor: Actor, requestId: string, decision: PermitRequestDecision): Promise<PermitRequest> {
  requireRole(actor, 'leader');
  const known = await context.database.read.findOne(PermitRequest, 'id = ?', [requestId]);
  if (!known) throw new DomainError('PERMIT_REQUEST_NOT_FOUND', { id: requestId });
  return inPermit(context, actor, known.caseId, (step, permit) => decide(step, permit, { requestId, decision }));
}

/** The same from the desk, in the case of the permit: of the request named, or of the one that waits. */
export async function decideRequestInCase(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  requireRole(step.actor, 'leader');
  const { request, ...said } = form as { request?: string };
  const { outcome, reasons = '', validUntil } = validateStepForm('permit-request-decision', said) as { outcome: 'granted' | 'refused'; reasons?: string; validUntil?: string };
  const permit = await step.tx.findOne(Permit, 'caseId = ?', [step.caseRecord.id]);
  const [pending] = await step.tx.find(PermitRequest, "caseId = ? AND status = 'pending' ORDER BY requestedOn, id", [step.caseRecord.id]);
  const requestId = request ?? pending?.id;
  if (!permit || requestId === undefined) throw new DomainError('PERMIT_REQUEST_NOT_FOUND', { id: String(request ?? '') });
  await decide(step, permit, { requestId, decision: { outcome, reasons, ...(validUntil !== undefined && { validUntil }) } });
  step.save();
}

async function decide(step: CaseStep, permit: Permit, { requestId, decision }: { requestId: string; decision: PermitRequestDecision }): Promise<PermitRequest> {
  requireHandlerOf(step.actor, step.caseRecord);
  if (decision.outcome === 'refused' && decision.reasons.trim() === '') throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/reasons', message: '不予同意应说明理由' }] });
  const request = await step.tx.findOne(PermitRequest, "id = ? AND caseId = ? AND status = 'pending'", [requestId, permit.caseId]);
  if (!request) throw new DomainError('PERMIT_REQUEST_NOT_FOUND', { id: requestId });
  refuseEnded(permit);
  if (decision.outcome === 'granted') await grant(step, permit, request, decision.validUntil);
  return settle(step, request, { status: decision.outcome, reasons: decision.reasons, decidedBy: step.actor.id });
}

/** Closes a request with its work; the record says what became of it. */
export function settle(step: CaseStep, request: PermitRequest, { status, reasons, decidedBy }: { status: 'granted' | 'refused' | 'grantedByLaw'; reasons: string; decidedBy: string }): PermitRequest {
  const settled = { status, reasons, decidedBy, decidedOn: step.today };
  step.tx.update(PermitRequest, settled, 'id = ?', [request.id], { rows: 1, lockedHere: true });
  step.tx.update(WorkItem, { status: 'done', doneAt: step.at, doneBy: decidedBy === 'system' ? null : decidedBy, outcome: status }, "caseId = ? AND stepKey = ? AND status = 'open'", [request.caseId, `permitRequest:${request.id}`]);
  step.note(status === 'grantedByLaw' ? 'renewedByLaw' : 'permitRequestDecided', { request: request.id, kind: request.kind, outcome: status, reasons });
  notifyApplicant(step, status === 'refused' ? `您就“${step.caseRecord.title}”提出的申请未获同意：${reasons}` : `您就“${step.caseRecord.title}”提出的申请已${status === 'grantedByLaw' ? '因逾期未决定，依法视为准予延续' : '获同意'}。`);
  return { ...request, ...settled };
}

async function grant(step: CaseStep, permit: Permit, request: PermitRequest, validUntil: string | undefined): Promise<void> {
  if (request.kind === 'renewal') await renew(step, permit, validUntil);
  if (request.kind === 'change') await reissueCertificate(step, { change: (request.content as { text: string }).text });
  if (request.kind === 'startExtension') {
    const rule = startExtensionRuleOf(step.context.items.get(permit.itemCode, step.caseRecord.itemListVersion));
    const extensions = permit.startExtensions + 1;
    const startBy = rule?.months === 3 ? worksStartBy(permit.issuedOn, extensions) : addMonths(permit.startBy as string, rule?.months ?? 0);
    step.tx.update(Permit, { startExtensions: extensions, startBy }, 'caseId = ?', [permit.caseId], { rows: 1, lockedHere: true });
  }
}

/** The new term follows the old one, as long as the first, and stands on a new certificate. Throws FORM_INVALID where nothing says how long. */
export async function renew(step: CaseStep, permit: Permit, validUntil?: string): Promise<string> {
  const months = termMonthsOf(step.context.items.get(permit.itemCode, step.caseRecord.itemListVersion)) ?? lengthOf(permit);
  const until = validUntil ?? (months === null ? undefined : addMonths(permit.validUntil as string, months));
  if (until === undefined || until <= (permit.validUntil as string)) throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/validUntil', message: '请填写延续后的有效期，应晚于原有效期' }] });
  step.tx.update(Permit, { validUntil: until }, 'caseId = ?', [permit.caseId], { rows: 1, lockedHere: true });
  await reissueCertificate(step, { validity: `${permit.validFrom ?? permit.issuedOn}至${until}` });
  return until;
}

/** Whole months between the first and the last day, for a term that the decision set freely; at least one. */
function lengthOf({ validFrom, validUntil }: Permit): number | null {
  if (validFrom === null || validUntil === null) return null;
  const [fromYear = 0, fromMonth = 0] = validFrom.split('-').map(Number);
  const [untilYear = 0, untilMonth = 0] = validUntil.split('-').map(Number);
  return Math.max(1, (untilYear - fromYear) * 12 + untilMonth - fromMonth);
}
