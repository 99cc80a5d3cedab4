import { Attachment, Case, OwedMaterial } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { requireRole, type Actor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { mayOpen } from '../cases/may-act.js';
import { notifyApplicant } from '../cases/notify.js';
import { closeMatter, mattersOf } from '../cases/open-matters.js';
import { withdrawApplication } from '../cases/withdraw-case.js';
import type { ServiceContext } from '../service-context.js';

/** What an application owes: papers that follow, and commitments that are checked. */
export async function findDebts(context: ServiceContext, actor: Actor, caseId: string): Promise<OwedMaterial[]> {
  const { read } = context.database;
  const shown = await read.findOne(Case, 'id = ?', [caseId]);
  if (!shown) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, shown);
  return read.find(OwedMaterial, 'caseId = ? ORDER BY dueOn, id', [shown.parentId ?? shown.id]);
}

/**
 * The applicant hands in what he owes 补交容缺材料: everything of which a file was uploaded since. Late is better than never: an overdue debt
 * is settled too, as long as the application was not treated as withdrawn. Throws DEBT_NOT_FOUND when nothing was uploaded.
 */
export async function handInOwed(step: CaseStep): Promise<void> {
  const { caseRecord, tx, actor, today } = step;
  if (actor.organisationId !== caseRecord.organisationId || !actor.roles.includes('enterprise')) throw new DomainError('NOT_YOURS');
  const owed = await tx.find(OwedMaterial, "caseId = ? AND kind = 'tolerance' AND status IN ('owed', 'overdue')", [caseRecord.id]);
  const there = new Set((await tx.find(Attachment, 'caseId = ? AND removedAt IS NULL', [caseRecord.id])).map((file) => file.material));
  const handedIn = owed.filter((debt) => there.has(debt.material));
  if (handedIn.length === 0) throw new DomainError('DEBT_NOT_FOUND', { id: owed.map((debt) => debt.name).join('、') });
  for (const debt of handedIn) tx.update(OwedMaterial, { status: 'handedIn', settledOn: today }, 'id = ?', [debt.id], { rows: 1, lockedHere: true });
  for (const debt of handedIn) closeMatter(step, debt.id);
  step.note('debtSettled', { materials: handedIn.map((debt) => debt.name), late: handedIn.filter((debt) => debt.status === 'overdue').map((debt) => debt.name) });
  step.save();
  await freeItems(step, handedIn);
}

/** The items that waited for the papers may be approved from now on; only those are touched. */
async function freeItems(stage: CaseStep, settled: readonly OwedMaterial[]): Promise<void> {
  const { tx, context, actor, caseRecord } = stage;
  for (const item of await tx.find(Case, 'parentId = ? AND openMatters IS NOT NULL', [caseRecord.id])) {
    const waiting = mattersOf(item).filter((matter) => settled.some((debt) => debt.id === matter.id));
    const locked = waiting.length > 0 ? await tx.lock(Case, 'id = ?', [item.id]) : undefined;
    if (!locked) continue;
    const step = new CaseStep(context, tx, actor, locked);
    for (const matter of waiting) closeMatter(step, matter.id);
    step.note('debtSettled', { materials: settled.map((debt) => debt.name) });
    step.save();
  }
}

/** The window treats an application as withdrawn because an owed paper did not follow 逾期视为撤回; nobody but a person does so. */
export async function treatAsWithdrawn(step: CaseStep): Promise<void> {
  requireRole(step.actor, 'clerk');
  const [overdue] = await step.tx.find(OwedMaterial, "caseId = ? AND status = 'overdue' ORDER BY dueOn", [step.caseRecord.id]);
  if (!overdue) throw new DomainError('DEBT_NOT_FOUND', { id: step.caseRecord.number });
  await withdrawApplication(step, `容缺材料“${overdue.name}”逾期（${overdue.dueOn}）未补交，按撤回申请处理`);
  notifyApplicant(step, `“${step.caseRecord.title}”因容缺材料“${overdue.name}”逾期未补交，按撤回申请处理。材料齐备后可以重新申请。`);
}

export interface CommitmentCheck {
  outcome: 'kept' | 'broken';
  finding: string;
}

/**
 * Records the check of a commitment 告知承诺核查. A broken one shuts the applicant out of commitments until credit is repaired and opens the
 * way to revoke what was approved on its strength. Throws DEBT_NOT_FOUND.
 */
export async function checkCommitment(context: ServiceContext, actor: Actor, debtId: string, { outcome, finding }: CommitmentCheck): Promise<OwedMaterial> {
  requireRole(actor, 'reviewer', 'leader', 'supervisor');
  return context.database.inTransaction(async (tx) => {
    const debt = await tx.findOne(OwedMaterial, "id = ? AND kind = 'commitment' AND status = 'owed'", [debtId]);
    if (!debt) throw new DomainError('DEBT_NOT_FOUND', { id: debtId });
    const caseRecord = (await tx.lock(Case, 'id = ?', [debt.caseId])) as Case;
    await mayOpen(tx, actor, caseRecord);
    const step = new CaseStep(context, tx, actor, caseRecord);
    const settled = { status: outcome, settledOn: step.today, finding };
    tx.update(OwedMaterial, settled, 'id = ?', [debtId], { rows: 1, lockedHere: true });
    step.note(outcome === 'kept' ? 'commitmentKept' : 'commitmentBroken', { material: debt.material, name: debt.name, finding });
    if (outcome === 'broken') notifyApplicant(step, `经核查，“${debt.name}”的承诺不实：${finding}。信用修复前不再适用告知承诺，已作出的决定将依法处理。`);
    step.save();
    return { ...debt, ...settled };
  });
}
