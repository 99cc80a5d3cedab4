import { Attachment, CaseForm, OwedMaterial } from '../../entities/index.js';
import type { MaterialRequirement } from '../../catalogue/materials.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';
import { notifyApplicant } from '../cases/notify.js';
import { mattersOf } from '../cases/open-matters.js';
import { materialsOfCase } from '../materials/required-materials.js';

export interface PromisedPaper {
  materialCode: string;
  dueOn: string;
}

/** How long after acceptance a commitment is checked, in working days (the office's own rule). */
const CHECK_COMMITMENT_WORKDAYS = 40;

/**
 * Accepts with papers that follow later 容缺受理 or that a commitment replaces 告知承诺: each becomes a debt of its own, with its day, told
 * once. A required paper that is missing has to be one of the two.
 *
 * Throws MATERIAL_NOT_TOLERABLE, DEBT_DATE_WRONG, COMMITMENT_EXCLUDED and MATERIALS_NOT_PROMISED.
 */
export async function takeOnDebts(step: CaseStep, promised: readonly PromisedPaper[]): Promise<OwedMaterial[]> {
  const { context, tx, caseRecord, today } = step;
  const form = await tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [caseRecord.id, caseRecord.formRevision]);
  const materials = await materialsOfCase(context, tx, caseRecord, (form?.data ?? {}) as Record<string, unknown>);
  const there = new Set((await tx.find(Attachment, 'caseId = ? AND removedAt IS NULL', [caseRecord.id])).map((file) => file.material));
  const missing = materials.filter((material) => material.supply === 'upload' && material.required && !there.has(material.code));
  const tolerated = tolerate(materials, promised, today);
  const committed = missing.filter((material) => material.waivableByCommitment && !tolerated.some((each) => each.material.code === material.code) && isCommitted(material, form?.data));
  if (committed.length > 0) await refuseAfterBrokenCommitment(step);
  const unpromised = missing.filter((material) => !committed.includes(material) && !tolerated.some((each) => each.material.code === material.code));
  if (unpromised.length > 0) throw new DomainError('MATERIALS_NOT_PROMISED', { names: unpromised.map((material) => material.nameZh).join('、'), materials: unpromised.map(({ code, nameZh, tolerableMissing }) => ({ key: code, nameZh, tolerableMissing })) });

  const debts = [
    ...tolerated.map(({ material, dueOn }) => debtOf(step, material, { kind: 'tolerance', dueOn })),
    ...committed.map((material) => debtOf(step, material, { kind: 'commitment', dueOn: context.calendars.dueOn(today, CHECK_COMMITMENT_WORKDAYS) })),
  ];
  for (const debt of debts) tx.insert(OwedMaterial, debt);
  const owed = debts.filter((debt) => debt.kind === 'tolerance');
  if (owed.length > 0) {
    step.set({ openMatters: [...mattersOf(caseRecord), ...owed.map((debt) => ({ kind: 'owedMaterial' as const, id: debt.id, label: `容缺材料“${debt.name}”`, key: neededBy(materials, debt.material), material: debt.material }))] });
    notifyApplicant(step, `“${caseRecord.title}”容缺受理，请按期补交：${owed.map((debt) => `${debt.name}（${debt.dueOn} 前）`).join('、')}。逾期未补交的，视为撤回申请。`);
  }
  return debts;
}

/** Codes of the items that wait for the paper. */
const neededBy = (materials: MaterialRequirement[], code: string): string => materials.find((material) => material.code === code)?.neededBy.join(',') ?? '';

function tolerate(materials: MaterialRequirement[], promised: readonly PromisedPaper[], today: string): { material: MaterialRequirement; dueOn: string }[] {
  const named = promised.map(({ materialCode, dueOn }) => ({ code: materialCode, dueOn, material: materials.find((material) => material.code === materialCode) }));
  const wrong = named.filter(({ material }) => !material?.tolerableMissing);
  if (wrong.length > 0) throw new DomainError('MATERIAL_NOT_TOLERABLE', { names: wrong.map(({ material, code }) => material?.nameZh ?? code).join('、') });
  if (named.some(({ dueOn }) => dueOn <= today)) throw new DomainError('DEBT_DATE_WRONG', { errors: [{ pointer: '/owedMaterials', message: '补交期限应在今日之后' }] });
  return named.map(({ material, dueOn }) => ({ material: material as MaterialRequirement, dueOn }));
}

/** The applicant chose 告知承诺 for every item that needs the paper. */
function isCommitted(material: MaterialRequirement, form: unknown): boolean {
  const chosen = ((form as Record<string, Record<string, unknown>> | undefined)?.S18?.commitmentItems ?? []) as string[];
  return material.neededBy.every((code) => chosen.includes(code));
}

async function refuseAfterBrokenCommitment({ tx, caseRecord }: CaseStep): Promise<void> {
  const [broken] = await tx.query("SELECT o.settledOn FROM owed_materials o JOIN cases c ON c.id = o.caseId WHERE c.organisationId = ? AND o.status = 'broken' ORDER BY o.settledOn DESC LIMIT 1", [caseRecord.organisationId]);
  if (broken) throw new DomainError('COMMITMENT_EXCLUDED', { on: broken.settledOn });
}

function debtOf({ context, caseRecord, today }: CaseStep, material: MaterialRequirement, { kind, dueOn }: { kind: string; dueOn: string | null }): OwedMaterial {
  return { id: context.newId(), caseId: caseRecord.id, material: material.code, name: material.nameZh.slice(0, 200), kind, promisedOn: today, dueOn, status: 'owed', settledOn: null, finding: null };
}
