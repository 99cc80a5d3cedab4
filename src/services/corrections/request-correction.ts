import { Correction, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { requireRole } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { issueDocument } from '../documents/issue-document.js';
import { notifyApplicant } from '../cases/notify.js';
import { noticeWindowEnd } from './notice-window.js';
import { targetNames } from './correction-targets.js';

export interface RequestedItem {
  kind: 'field' | 'material';
  target: string;
  /** Name of the field or material as people know it. */
  name: string;
  reason: string;
  norm: string;
}

const DEFAULT_ANSWER_WORKDAYS = 10;

/**
 * Tells the applicant once, in one notice, everything that is missing or wrong 补正材料一次性告知 (行政许可法 art. 32(4)). The flow does not
 * move; the statutory clock has not begun. A second notice may only come back to what the first one asked for.
 *
 * Throws CORRECTION_OPEN, CORRECTION_WINDOW_PASSED (then the application counts as accepted from the day of receipt), CORRECTION_TARGET_UNKNOWN
 * and CORRECTION_ONLY_ONCE.
 */
export async function requestCorrection(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  requireRole(actor, 'clerk');
  if (caseRecord.kind !== 'stage' || caseRecord.status !== 'submitted') throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'requestCorrection', available: [] });
  const request = validateStepForm('correction-request', form, {}) as { items: { target: string; reason: string; norm: string }[]; handInWorkdays?: number };
  const earlier = await tx.find(Correction, 'caseId = ? ORDER BY noticedOn', [caseRecord.id]);
  if (earlier.some((correction) => correction.status === 'open')) throw new DomainError('CORRECTION_OPEN');
  const windowEnd = noticeWindowEnd(context, caseRecord);
  if (earlier.length === 0 && windowEnd !== null && step.today > windowEnd) throw new DomainError('CORRECTION_WINDOW_PASSED', { last: windowEnd, receivedOn: caseRecord.receivedOn });
  const items = await nameTargets(step, request.items.map((item) => ({ ...item, kind: item.target.startsWith('/') ? 'field' : 'material' })));
  refuseNewTargets(items, earlier);

  const id = context.newId();
  const dueOn = context.calendars.dueOn(step.today, request.handInWorkdays ?? DEFAULT_ANSWER_WORKDAYS);
  const documentId = await issueDocument(step, 'correction-notice', { correctionItems: items, answerBy: dueOn });
  tx.insert(Correction, { id, caseId: caseRecord.id, status: 'open', items, requestedBy: actor.id, noticedOn: step.today, dueOn, documentId });
  tx.insert(WorkItem, {
    id: context.newId(),
    caseId: caseRecord.id,
    stepKey: `correction:${id}`,
    step: 'correction',
    name: '补正材料',
    act: 'answerCorrection',
    form: 'correction-response',
    outcomes: [],
    role: 'enterprise',
    organisationId: caseRecord.organisationId,
    status: 'open',
    openedAt: step.at,
    dueOn,
  });
  step.set({ status: 'awaitingCorrection' });
  step.note('correctionNoticed', { correction: id, items, dueOn });
  notifyApplicant(step, `您的申请“${caseRecord.title}”需要一次性补正 ${items.length} 项内容，请于 ${dueOn ?? '通知书载明的日期'} 前补齐。`);
  step.save();
}

/** The targets with their names; a target that the application does not have is refused with its place. */
async function nameTargets(step: CaseStep, items: Omit<RequestedItem, 'name'>[]): Promise<RequestedItem[]> {
  const names = await targetNames(step.context, step.tx, step.caseRecord);
  const unknown = items.flatMap((item, index) => (names.has(`${item.kind}:${item.target}`) ? [] : [{ pointer: `/items/${index}/target`, message: `申请中没有“${item.target}”` }]));
  if (unknown.length > 0) throw new DomainError('CORRECTION_TARGET_UNKNOWN', { errors: unknown });
  return items.map((item) => ({ ...item, name: names.get(`${item.kind}:${item.target}`) as string }));
}

function refuseNewTargets(items: RequestedItem[], earlier: Correction[]): void {
  const first = earlier[0];
  if (!first) return;
  const asked = new Set((first.items as RequestedItem[]).map((item) => `${item.kind}:${item.target}`));
  const added = items.filter((item) => !asked.has(`${item.kind}:${item.target}`));
  if (added.length > 0) throw new DomainError('CORRECTION_ONLY_ONCE', { names: added.map((item) => item.name).join('、') });
}
