import { Case, Correction, WorkItem } from '../../entities/index.js';
import { systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { notifyApplicant } from '../cases/notify.js';
import { closeMatter } from '../cases/open-matters.js';
import type { ServiceContext } from '../service-context.js';
import { suspensionOf } from '../suspensions/suspended.js';
import { eachAlone } from './each-alone.js';

/**
 * Closes correction notices whose time has run out unanswered 逾期未补正. Nothing is decided by it: the window may refuse to accept, or give
 * the applicant a new day with another notice of the same items.
 */
export async function lapseCorrections(context: ServiceContext, today: string): Promise<number> {
  const overdue = await context.database.read.find(Correction, "status = 'open' AND dueOn < ?", [today]);
  return eachAlone(overdue, ({ caseId }) => caseId, ({ id }) => lapse(context, id, today));
}

function lapse(context: ServiceContext, id: string, today: string): Promise<boolean> {
  return context.database.inTransaction(async (tx) => {
    const known = await tx.findOne(Correction, 'id = ?', [id]);
    const caseRecord = known && (await tx.lock(Case, 'id = ?', [known.caseId]));
    const correction = caseRecord && (await tx.findOne(Correction, 'id = ? AND status = ?', [id, 'open']));
    if (!caseRecord || !correction || correction.dueOn === null || correction.dueOn >= today) return false;
    // His time goes on when the case does.
    if (suspensionOf(caseRecord)) return false;
    const step = new CaseStep(context, tx, systemActor, caseRecord);
    tx.update(Correction, { status: 'lapsed' }, 'id = ?', [id], { rows: 1, lockedHere: true });
    tx.update(WorkItem, { status: 'cancelled', doneAt: step.at }, "caseId = ? AND stepKey = ? AND status = 'open'", [caseRecord.id, `correction:${id}`]);
    if (caseRecord.status === 'awaitingCorrection') step.set({ status: correction.caseStatus ?? 'submitted' });
    closeMatter(step, id);
    step.note('correctionLapsed', { correction: id, dueOn: correction.dueOn });
    notifyApplicant(step, `“${caseRecord.title}”的补正期限（${correction.dueOn}）已过，窗口将依法处理；如仍需补正请联系窗口。`);
    step.save();
    return true;
  });
}
