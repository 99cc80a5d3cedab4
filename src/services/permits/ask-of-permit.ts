import { PermitRequest, WorkItem, type Permit } from '../../entities/index.js';
import { renewalDeadline } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { notifyDepartment } from '../cases/notify.js';
import type { ServiceContext } from '../service-context.js';
import { inPermit, refuseEnded } from './permit-step.js';
import { renewalNoticeOf, startExtensionRuleOf } from './permit-term.js';

export type PermitRequestKind = 'renewal' | 'change' | 'startExtension';

export interface NewPermitRequest {
  kind: PermitRequestKind;
  content: string;
}

const requestTexts: Record<PermitRequestKind, string> = { renewal: '延续申请', change: '变更申请', startExtension: '开工延期申请' };

/** Decided like an application: 20 working days, and in any case before the permit ends (行政许可法 42, 50). */
const DECIDE_WORKDAYS = 20;

/**
 * The holder asks for renewal 延续, change 变更 or more time to begin 延期. A renewal in time is protected: undecided at the end of the term it
 * is granted by law. One that comes late has no protection and is refused, the holder applies anew (domain 3.3).
 *
 * Throws PERMIT_NOT_VALID, PERMIT_REQUEST_OPEN, RENEWAL_TOO_LATE, PERMIT_HAS_NO_TERM, PERMIT_NEEDS_NO_START and PERMIT_START_EXTENSIONS_EXHAUSTED.
 */
export function askOfPermit(context: ServiceContext, actor: Actor, caseId: string, { kind, content }: NewPermitRequest): Promise<PermitRequest> {
  return inPermit(context, actor, caseId, async (step, permit) => {
    if (actor.organisationId !== permit.organisationId) throw new DomainError('NOT_YOURS');
    refuseEnded(permit);
    const open = await step.tx.count(PermitRequest, "caseId = ? AND kind = ? AND status = 'pending'", [caseId, kind]);
    if (open > 0) throw new DomainError('PERMIT_REQUEST_OPEN');
    const askableUntil = lastDayToAsk(step, permit, kind);
    if (askableUntil !== null && step.today > askableUntil) throw new DomainError('RENEWAL_TOO_LATE', { until: askableUntil });
    const usual = context.calendars.dueOn(step.today, DECIDE_WORKDAYS);
    const end = kind === 'renewal' ? permit.validUntil : kind === 'startExtension' ? permit.startBy : null;
    const request: PermitRequest = {
      id: context.newId(),
      caseId,
      kind,
      content: { text: content },
      requestedOn: step.today,
      askableUntil,
      decideBy: end !== null && (usual === null || end < usual) ? end : usual,
      status: 'pending',
      decidedOn: null,
      decidedBy: null,
      reasons: null,
    };
    step.tx.insert(PermitRequest, request);
    openWork(step, request);
    step.note('permitAsked', { request: request.id, kind, content, askableUntil, decideBy: request.decideBy });
    notifyDepartment(step, step.caseRecord.departmentId, `收到“${permit.title}”的${requestTexts[kind]}，请于 ${request.decideBy ?? '法定期限内'} 前作出决定。`);
    return request;
  });
}

/** The last day on which it can be asked for with effect; null where any day will do. */
function lastDayToAsk({ context, caseRecord }: CaseStep, permit: Permit, kind: PermitRequestKind): string | null {
  const item = context.items.get(permit.itemCode, caseRecord.itemListVersion);
  const calendar = context.calendars.current();
  if (kind === 'renewal') {
    if (permit.validUntil === null) throw new DomainError('PERMIT_HAS_NO_TERM');
    return renewalDeadline(permit.validUntil, renewalNoticeOf(item), calendar);
  }
  if (kind === 'startExtension') {
    const rule = startExtensionRuleOf(item);
    if (permit.startBy === null || !rule) throw new DomainError('PERMIT_NEEDS_NO_START');
    if (permit.startExtensions >= rule.times) throw new DomainError('PERMIT_START_EXTENSIONS_EXHAUSTED', { voidAfter: permit.startBy });
    return rule.notice ? renewalDeadline(permit.startBy, rule.notice, calendar) : permit.startBy;
  }
  return null;
}

function openWork(step: CaseStep, request: PermitRequest): void {
  const { tx, context, caseRecord } = step;
  tx.insert(WorkItem, {
    id: context.newId(),
    caseId: caseRecord.id,
    stepKey: `permitRequest:${request.id}`,
    step: 'decidePermitRequest',
    name: `决定${requestTexts[request.kind as PermitRequestKind]}`,
    act: 'decidePermitRequest',
    form: 'permit-request-decision',
    outcomes: [],
    role: 'leader',
    departmentId: caseRecord.departmentId,
    applicantId: caseRecord.organisationId,
    status: 'open',
    openedAt: step.at,
    dueOn: request.decideBy,
  });
}
