import { Correction, CorrectionRequest, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { requireRole } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { openMatter } from '../cases/open-matters.js';
import { findCompetence, refuseIncompetence } from '../delegations/find-competence.js';
import { issueDocument } from '../documents/issue-document.js';
import { notifyApplicant } from '../cases/notify.js';
import { noticeWindowEnd } from './notice-window.js';
import { nameTargets } from './correction-targets.js';
import { keyOf, mergeItems, type Ground, type RequestedItem } from './requested-item.js';

const DEFAULT_ANSWER_WORKDAYS = 10;

interface RequestForm {
  items?: { target: string; reason: string; norm: string }[];
  handInWorkdays?: number;
  ground?: Ground;
  explanation?: string;
}

/**
 * Tells the applicant in one notice everything that is missing or wrong 补正材料一次性告知 (行政许可法 art. 32(4)): what the window found and
 * what every department asked for so far. The flow does not move. Before acceptance the statutory clock has not begun; after it no law
 * stops it. A later notice may come back to what was not corrected well enough; anything new in it needs a ground, and what was missed
 * counts against whoever missed it.
 *
 * Throws CORRECTION_OPEN, CORRECTION_WINDOW_PASSED (then the application counts as accepted from the day of receipt), NOT_COMPETENT,
 * NOTHING_TO_CORRECT, CORRECTION_TARGET_UNKNOWN and CORRECTION_GROUND_NEEDED.
 */
export async function requestCorrection(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  requireRole(actor, 'clerk');
  if (caseRecord.kind !== 'stage' || !['submitted', 'accepted', 'awaitingCorrection'].includes(caseRecord.status)) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'requestCorrection', available: [] });
  const earlier = await tx.find(Correction, 'caseId = ? ORDER BY round, noticedOn', [caseRecord.id]);
  if (earlier.some((correction) => correction.status === 'open')) throw new DomainError('CORRECTION_OPEN');
  const afterAcceptance = caseRecord.status === 'accepted';
  if (!afterAcceptance) await refuseOutsideWindow(step, earlier);

  const waiting = await tx.find(CorrectionRequest, 'caseId = ? AND status = ? ORDER BY requestedAt', [caseRecord.id, 'waiting']);
  const asked = waiting.flatMap((each) => each.items as RequestedItem[]);
  // What departments asked for can be told without anything of the window's own.
  const addsNothing = asked.length > 0 && ((form as RequestForm).items ?? []).length === 0;
  const request = validateStepForm('correction-request', addsNothing ? { ...form, items: asked.map(({ target, reason, norm }) => ({ target, reason, norm })) } : form) as RequestForm;
  const own = addsNothing ? [] : await nameTargets(context, tx, caseRecord, request.items ?? []);
  const items = mergeItems([
    ...own.map((item) => ({ ...item, departments: [actor.departmentId ?? ''], ...(request.ground && { ground: request.ground }) })),
    ...waiting.flatMap((each) => (each.items as RequestedItem[]).map((item) => ({ ...item, departments: [each.departmentId], ...groundOf(each, request) }))),
  ]);
  if (items.length === 0) throw new DomainError('NOTHING_TO_CORRECT');
  const again = refuseNewWithoutGround(items, earlier, afterAcceptance);

  const id = context.newId();
  const answerWorkdays = request.handInWorkdays ?? DEFAULT_ANSWER_WORKDAYS;
  const dueOn = context.calendars.dueOn(step.today, answerWorkdays);
  const documentId = await issueDocument(step, 'correction-notice', { correctionItems: items, answerBy: dueOn });
  tx.insert(Correction, { id, caseId: caseRecord.id, status: 'open', items, requestedBy: actor.id, noticedOn: step.today, dueOn, documentId, round: earlier.length + 1, caseStatus: afterAcceptance ? 'accepted' : 'submitted' });
  settleRequests(step, { own, waiting, request, correction: id });
  askApplicant(step, id, dueOn);
  if (afterAcceptance) openMatter(step, { kind: 'correction', id, label: '补正' });
  else step.set({ status: 'awaitingCorrection' });
  step.note('correctionNoticed', { correction: id, items, answerWorkdays, dueOn, round: earlier.length + 1, ...(afterAcceptance && { afterAcceptance }), ...(again && { again }) });
  notifyApplicant(step, `您的申请“${caseRecord.title}”需要一次性补正 ${items.length} 项内容，请于 ${dueOn ?? '通知书载明的日期'} 前补齐。`);
  step.save();
}

/** What a department asked for in time and the window did not tell then needs the window's ground. */
function groundOf({ ground }: CorrectionRequest, request: RequestForm): { ground?: Ground } {
  const said = (ground as Ground | null) ?? request.ground;
  return said === undefined ? {} : { ground: said };
}

async function refuseOutsideWindow(step: CaseStep, earlier: Correction[]): Promise<void> {
  const { caseRecord, context, today } = step;
  const windowEnd = noticeWindowEnd(context, caseRecord);
  if (earlier.length === 0 && windowEnd !== null && today > windowEnd) throw new DomainError('CORRECTION_WINDOW_PASSED', { last: windowEnd, receivedOn: caseRecord.receivedOn });
  refuseIncompetence(await findCompetence(step));
}

/** What was asked before may be asked again; what is new needs a ground. Answers the notice whose answer was not good enough. */
function refuseNewWithoutGround(items: RequestedItem[], earlier: Correction[], afterAcceptance: boolean): string | undefined {
  if (earlier.length === 0 && !afterAcceptance) return undefined;
  const asked = new Set(earlier.flatMap((correction) => (correction.items as RequestedItem[]).map(keyOf)));
  const fresh = items.filter((item) => !asked.has(keyOf(item)));
  const unexplained = fresh.filter((item) => item.ground === undefined);
  if (unexplained.length > 0) throw new DomainError('CORRECTION_GROUND_NEEDED', { names: unexplained.map((item) => item.name).join('、') });
  return fresh.length < items.length ? earlier.at(-1)?.id : undefined;
}

interface Settled {
  own: RequestedItem[];
  waiting: CorrectionRequest[];
  request: RequestForm;
  correction: string;
}

/** The departments' requests are told now, and the window's own stands beside them, so that the report counts both alike. */
function settleRequests(step: CaseStep, { own, waiting, request, correction }: Settled): void {
  const { tx, context, caseRecord, actor } = step;
  for (const { id } of waiting) tx.update(CorrectionRequest, { status: 'noticed', correctionId: correction }, 'id = ?', [id], { rows: 1, lockedHere: true });
  if (own.length === 0) return;
  tx.insert(CorrectionRequest, {
    id: context.newId(),
    caseId: caseRecord.id,
    departmentId: actor.departmentId ?? '',
    items: own,
    ground: request.ground ?? null,
    explanation: request.explanation ?? null,
    status: 'noticed',
    correctionId: correction,
    requestedBy: actor.id,
    requestedAt: step.at,
  });
}

/** Puts the answer to a notice onto the applicant's desk. */
export function askApplicant(step: CaseStep, correction: string, dueOn: string | null): void {
  const { tx, context, caseRecord } = step;
  tx.insert(WorkItem, {
    id: context.newId(),
    caseId: caseRecord.id,
    stepKey: `correction:${correction}`,
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
}
