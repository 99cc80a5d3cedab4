import { Case, Correction, CorrectionRequest } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { requireRole, type Actor } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import type { ServiceContext } from '../service-context.js';
import { refuseSuspended } from '../suspensions/suspended.js';
import { nameTargets } from './correction-targets.js';
import { noticeWindowEnd } from './notice-window.js';
import type { Ground } from './requested-item.js';

export interface Proposal {
  caseId: string;
  items: { target: string; reason: string; norm: string }[];
  ground?: Ground;
  explanation?: string;
}

/**
 * A department says what has to be corrected 部门补正意见. It does not write to the applicant: the window collects what all departments ask
 * for and tells it in one notice. No token, clock, work or opinion of anybody moves by it. Until the first notice the window for it must be
 * running; later the department has to say whether the fact is new or was missed, and the second counts on its report card.
 *
 * Throws NOT_YOURS, CASE_SUSPENDED, CORRECTION_REQUESTED_LATE, CORRECTION_GROUND_NEEDED and CORRECTION_TARGET_UNKNOWN.
 */
export async function proposeCorrection(context: ServiceContext, actor: Actor, proposal: Proposal): Promise<{ id: string }> {
  requireRole(actor, 'reviewer', 'clerk');
  return context.database.inTransaction(async (tx) => {
    const caseRecord = await lockCase(tx, proposal.caseId);
    refuseOthers(context, actor, caseRecord);
    refuseSuspended(caseRecord);
    const { items } = validateStepForm('correction-request', { items: proposal.items }) as { items: Proposal['items'] };
    const step = new CaseStep(context, tx, actor, caseRecord);
    const named = await nameTargets(context, tx, caseRecord, items);
    await refuseLateWithoutGround(step, proposal, named.map((item) => item.name));
    const id = context.newId();
    tx.insert(CorrectionRequest, {
      id,
      caseId: caseRecord.id,
      departmentId: actor.departmentId as string,
      items: named,
      ground: proposal.ground ?? null,
      explanation: proposal.explanation?.slice(0, 500) ?? null,
      status: 'waiting',
      requestedBy: actor.id,
      requestedAt: step.at,
    });
    step.note('correctionRequested', { request: id, department: actor.departmentId, items: named, ground: proposal.ground ?? null });
    step.save();
    return { id };
  });
}

/** Takes a request back that was not told to the applicant yet. */
export async function dropProposal(context: ServiceContext, actor: Actor, id: string): Promise<void> {
  await context.database.inTransaction(async (tx) => {
    const request = await tx.lock(CorrectionRequest, 'id = ? AND status = ?', [id, 'waiting']);
    if (!request || request.departmentId !== actor.departmentId) throw new DomainError('CORRECTION_NOT_OPEN');
    tx.update(CorrectionRequest, { status: 'dropped' }, 'id = ?', [id], { rows: 1, lockedHere: true });
  });
}

function refuseOthers(context: ServiceContext, actor: Actor, caseRecord: Case): void {
  const departments = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion).map((item) => item.receivingBody.id);
  const handles = actor.departmentId !== null && (departments.includes(actor.departmentId) || actor.roles.includes('clerk'));
  if (caseRecord.kind !== 'stage' || !handles) throw new DomainError('NOT_YOURS');
  if (!['submitted', 'awaitingCorrection', 'accepted'].includes(caseRecord.status)) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'requestCorrection', available: [] });
}

async function refuseLateWithoutGround({ context, tx, caseRecord, today }: CaseStep, { ground }: Proposal, names: string[]): Promise<void> {
  const told = (await tx.count(Correction, 'caseId = ?', [caseRecord.id])) > 0;
  if (caseRecord.status === 'submitted' && !told) {
    const last = noticeWindowEnd(context, caseRecord);
    if (last !== null && today > last) throw new DomainError('CORRECTION_REQUESTED_LATE', { last });
    return;
  }
  if (ground === undefined) throw new DomainError('CORRECTION_GROUND_NEEDED', { names: names.join('、') });
}
