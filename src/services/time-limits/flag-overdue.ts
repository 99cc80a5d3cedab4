import { Case, CaseEvent } from '../../entities/index.js';
import { addDays, itemClock } from '../../calendar/index.js';
import { systemActor } from '../actor.js';
import { clockInput } from '../cases/case-clock.js';
import { CaseStep } from '../cases/case-step.js';
import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import type { ServiceContext } from '../service-context.js';
import { eachAlone } from './each-alone.js';

/**
 * Notes, once each, that the promised or the statutory limit of an item has passed undecided, and tells those concerned. That is all:
 * silence never approves a first application (rule 3.3).
 */
export async function flagOverdueItems(context: ServiceContext, today: string): Promise<number> {
  const suspects = await context.database.read.find(Case, "kind = 'item' AND status IN ('examining', 'examined', 'deciding') AND overdueSince IS NULL AND (dueOn IS NULL OR dueOn < ?)", [today]);
  return eachAlone(suspects, ({ id }) => id, async (item) => mayBeOverdue(context, item, today) && flag(context, item.id, today));
}

/** Working days never outnumber calendar days, so most items need no look at their record. */
function mayBeOverdue(context: ServiceContext, item: Case, today: string): boolean {
  if (item.promiseBrokenSince === null) return true;
  const { statutoryWorkdays } = context.items.limitsOf(context.items.get(item.itemCode as string, item.itemListVersion), item.projectType);
  const since = item.receivedOn ?? item.acceptedOn;
  return since === null || (statutoryWorkdays !== null && addDays(since, statutoryWorkdays) < today);
}

function flag(context: ServiceContext, caseId: string, today: string): Promise<boolean> {
  return context.database.inTransaction(async (tx) => {
    const item = await tx.lock(Case, 'id = ?', [caseId]);
    if (!item || item.decidedOn !== null || item.overdueSince !== null) return false;
    const events = await tx.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseId]);
    const clock = itemClock(clockInput(context, item, events), context.calendars.current(), { explain: false });
    const promiseBroken = item.promiseBrokenSince === null && clock.promised?.overdue === true;
    if (!clock.overdue && !promiseBroken) return false;
    const step = new CaseStep(context, tx, systemActor, item);
    if (promiseBroken) {
      step.set({ promiseBrokenSince: today });
      step.note('promiseBroken', { due: clock.promised?.due, usedWorkdays: clock.usedWorkdays });
      notifyDepartment(step, item.departmentId, `“${item.title}”（${item.number}）已超过承诺时限 ${clock.promised?.due ?? ''}，请说明原因并尽快办理。`);
    }
    if (clock.overdue) {
      step.set({ overdueSince: today });
      step.note('overdue', { due: clock.due, usedWorkdays: clock.usedWorkdays });
      notifyDepartment(step, item.departmentId, `红灯：“${item.title}”（${item.number}）已超过法定时限 ${clock.due ?? ''}，仍未作出决定。`);
      notifyApplicant(step, `“${item.title}”已超过法定办理期限（${clock.due ?? ''}）仍未作出决定，您可以投诉，也可以依法申请行政复议或者提起行政诉讼。`);
    }
    step.save();
    return true;
  });
}
