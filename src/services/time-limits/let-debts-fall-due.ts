import { Case, OwedMaterial } from '../../entities/index.js';
import { systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { mattersOf, openMatter } from '../cases/open-matters.js';
import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import type { ServiceContext } from '../service-context.js';
import { eachAlone } from './each-alone.js';

/** Notes that a paper accepted as owed 容缺 did not follow in time. The items that need it cannot be approved; the window may treat the application as withdrawn. */
export async function letDebtsFallDue(context: ServiceContext, today: string): Promise<number> {
  const overdue = await context.database.read.find(OwedMaterial, "status = 'owed' AND kind = 'tolerance' AND dueOn < ?", [today]);
  return eachAlone(overdue, ({ caseId }) => caseId, ({ id, caseId }) =>
    context.database.inTransaction(async (tx) => {
      const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
      const debt = await tx.findOne(OwedMaterial, 'id = ? AND status = ?', [id, 'owed']);
      if (!caseRecord || !debt || debt.dueOn === null || debt.dueOn >= today) return;
      const step = new CaseStep(context, tx, systemActor, caseRecord);
      tx.update(OwedMaterial, { status: 'overdue' }, 'id = ?', [id], { rows: 1, lockedHere: true });
      const matter = mattersOf(caseRecord).find((each) => each.id === id);
      if (matter) openMatter(step, { ...matter, state: 'overdue' });
      step.note('debtOverdue', { material: debt.material, name: debt.name, dueOn: debt.dueOn });
      notifyApplicant(step, `容缺材料“${debt.name}”未在 ${debt.dueOn} 前补交，相关事项不能准予；窗口可以将申请按撤回处理。`);
      notifyDepartment(step, context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion)[0]?.acceptanceWindow.id ?? null, `“${caseRecord.title}”的容缺材料“${debt.name}”逾期未补交（${debt.dueOn}）。`);
      step.save();
    }),
  );
}
