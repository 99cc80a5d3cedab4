import { Case } from '../../entities/index.js';
import { deliveryDue } from '../../calendar/index.js';
import { systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { notifyDepartment } from '../cases/notify.js';
import { mattersOf, openMatter } from '../cases/open-matters.js';
import type { ServiceContext } from '../service-context.js';
import { eachAlone } from './each-alone.js';

/** Warns, once a case, that papers of a decided item were not served within ten working days (行政许可法 44). */
export async function flagLateDeliveries(context: ServiceContext, today: string): Promise<number> {
  const undelivered = await context.database.read.query(
    "SELECT s.id, MIN(i.decidedOn) AS decidedOn FROM cases s JOIN cases i ON i.parentId = s.id WHERE s.kind = 'stage' AND s.status = 'accepted' AND i.decidedOn IS NOT NULL GROUP BY s.id",
  );
  return eachAlone(undelivered, ({ id }) => String(id), async ({ id, decidedOn }) => {
    const due = deliveryDue(String(decidedOn), context.calendars.current());
    return due.due !== null && today > due.due && flag(context, String(id), due.due);
  });
}

function flag(context: ServiceContext, caseId: string, due: string): Promise<boolean> {
  return context.database.inTransaction(async (tx) => {
    const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
    if (!caseRecord || caseRecord.status !== 'accepted' || mattersOf(caseRecord).some((matter) => matter.kind === 'delivery')) return false;
    const step = new CaseStep(context, tx, systemActor, caseRecord);
    openMatter(step, { kind: 'delivery', id: 'delivery', label: `超过法定送达期限 ${due}`, state: 'overdue' });
    step.note('deliveryOverdue', { due });
    notifyDepartment(step, context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion)[0]?.acceptanceWindow.id ?? null, `“${caseRecord.title}”（${caseRecord.number}）的决定超过十个工作日（${due}）未送达。`);
    step.save();
    return true;
  });
}
