import { CaseForm, Project, ProjectValue } from '../../entities/index.js';
import { judgeItem } from '../../catalogue/applicable-items.js';
import type { Item, ProjectType } from '../../catalogue/item.js';
import { answersFromForm } from '../../catalogue/questions.js';
import { DomainError } from '../../errors/domain-error.js';
import { formOfStage } from '../../forms/stage-form.js';
import { validateForm, type FormValues } from '../../forms/validate-form.js';
import { issueDocument } from '../documents/issue-document.js';
import { missingMaterials } from '../materials/required-materials.js';
import { applicationFor } from './application-variable.js';
import { decidedConditions } from '../decision-tables/item-conditions.js';
import { entersAtCounter, requireFiler } from './filer.js';
import { followed, listChangeOf, withoutFormerSections } from './follow-list.js';
import type { CaseStep } from './case-step.js';
import { leadDepartmentOf } from './lead-department.js';
import { recordStep } from './record-step.js';
import { takeNumber } from './take-number.js';

/**
 * Files the application 申报: the form complete and right, the items applicable, the materials there. It is received on this day, also
 * on a day off and after hours (rule A12), pins the flow versions of this day and starts the flow of the stage.
 *
 * Throws ITEMS_WITHDRAWN, FORM_INVALID, ITEMS_NOT_APPLICABLE and MATERIALS_MISSING, each with everything that is wrong at once, and for an entry at the counter
 * AGENT_AUTHORITY_MISSING.
 */
export async function submitCase(step: CaseStep, said: Record<string, unknown> = {}): Promise<void> {
  const { caseRecord, context, tx, actor } = step;
  requireFiler(actor, caseRecord);
  if (caseRecord.status !== 'draft') throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'submit', available: [] });
  followList(step);
  const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
  const draft = await tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [caseRecord.id, caseRecord.formRevision]);
  const values = validateForm(formOfStage(items), withoutFormerSections(context, caseRecord, (draft?.data ?? {}) as Record<string, unknown>), { context: { filedOn: step.today, stage: caseRecord.stage, projectType: caseRecord.projectType } });
  if (entersAtCounter(actor, caseRecord)) refuseWithoutAuthority(values, said);
  await refuseInapplicable(step, items, values);
  const missing = await missingMaterials(context, tx, caseRecord, values);
  if (missing.length > 0) throw new DomainError('MATERIALS_MISSING', { names: missing.map((material) => material.nameZh).join('、'), materials: missing.map(({ code, nameZh }) => ({ key: code, nameZh })) });

  const flow = await context.flows.getCurrentForStage(caseRecord.stage);
  const year = step.today.slice(0, 4);
  const serial = await takeNumber(tx, `case:${caseRecord.stage}:${year}`);
  step.set({
    number: `HXQ-${caseRecord.stage}-${year}-${String(serial).padStart(5, '0')}`,
    status: 'submitted',
    flowVersionId: flow.id,
    pinnedFlows: await context.flows.pinCalledFlows(flow),
    departmentId: leadDepartmentOf(items),
    departments: [...new Set(items.map((item) => item.receivingBody.id))],
    receivedOn: step.today,
    submittedAt: step.at,
  });
  tx.update(CaseForm, { data: values, status: 'submitted', savedBy: actor.id, savedAt: step.at }, 'caseId = ? AND revision = ?', [caseRecord.id, caseRecord.formRevision], { rows: 1, lockedHere: true });
  await rememberValues(step, values);
  step.note('received', { channel: caseRecord.channel ?? 'online', items: caseRecord.itemCodes, formRevision: caseRecord.formRevision });
  await issueDocument(step, 'receipt-list');
  await recordStep(step, { type: 'start', variables: { ...flowVariables(items, caseRecord.projectType), ...(await applicationFor(step)) } });
}

/** What is filed is filed under the list in force; that an item is gone from it the applicant has to have seen, by saving the draft without it. */
function followList(step: CaseStep): void {
  const { context, caseRecord } = step;
  const { withdrawnItems } = listChangeOf(context, caseRecord, { form: {}, earlierResults: [] }) ?? { withdrawnItems: [] };
  if (withdrawnItems.length > 0) throw new DomainError('ITEMS_WITHDRAWN', { names: withdrawnItems.map(({ nameZh }) => nameZh).join('、'), items: withdrawnItems.map(({ code, nameZh }) => ({ code, nameZh })) });
  step.set(followed(context, caseRecord));
}

/** At the counter stands an agent with his authority, or the legal representative himself; the window notes which (行政许可法 art. 29). */
function refuseWithoutAuthority(values: FormValues, said: Record<string, unknown>): void {
  const agent = values.S04 as { agentFiles?: boolean; authorityLetter?: string } | undefined;
  const authorised = agent?.agentFiles === true && Boolean(agent.authorityLetter);
  if (!authorised && said.applicantPresent !== true) throw new DomainError('AGENT_AUTHORITY_MISSING');
}

async function refuseInapplicable({ context, caseRecord }: CaseStep, items: readonly Item[], values: Record<string, unknown>): Promise<void> {
  const known = { projectType: caseRecord.projectType as ProjectType, answers: answersFromForm(values) };
  const condition = { ...known, ...(await decidedConditions(context, known)) };
  const verdicts = items.map((item) => judgeItem(item, condition)).filter((verdict) => verdict.applies === 'no');
  if (verdicts.length === 0) return;
  throw new DomainError('ITEMS_NOT_APPLICABLE', { names: verdicts.map((verdict) => verdict.item.nameZh).join('、'), items: verdicts.map(({ item, reason }) => ({ code: item.code, nameZh: item.nameZh, reason })) });
}

/** What the project now knows, so that no later stage asks for it again. */
async function rememberValues(step: CaseStep, values: FormValues): Promise<void> {
  const { tx, caseRecord } = step;
  const known = new Set((await tx.find(ProjectValue, 'projectId = ?', [caseRecord.projectId])).map((row) => row.section));
  for (const [section, data] of Object.entries(values)) {
    const row = { data, caseId: caseRecord.id, updatedAt: step.at };
    if (known.has(section)) tx.update(ProjectValue, row, 'projectId = ? AND section = ?', [caseRecord.projectId, section]);
    else tx.insert(ProjectValue, { projectId: caseRecord.projectId, section, ...row });
  }
  const projectCode = values.S01?.projectCode;
  if (typeof projectCode === 'string') tx.update(Project, { projectCode }, 'id = ?', [caseRecord.projectId]);
}

/** What the flow of a stage may ask about. */
function flowVariables(items: readonly Item[], projectType: string): Record<string, unknown> {
  const needs = (answer: (item: Item) => string): boolean => items.some((item) => answer(item) !== 'no');
  return {
    projectType,
    items: items.map((item) => ({ code: item.code, name: item.nameZh, itemType: item.itemType.id, department: item.receivingBody.id })),
    departments: [...new Set(items.map((item) => item.receivingBody.id))],
    leadDepartment: leadDepartmentOf(items),
    needsReview: needs((item) => item.procedures.expertReview) || needs((item) => item.procedures.commissionedTechnicalReview),
    // One meeting per stage (一次会议研究): where an item asks for one, and wherever several departments handle the application together.
    needsMeeting: needs((item) => item.procedures.meetingStudy) || new Set(items.map((item) => item.receivingBody.id)).size > 1,
  };
}
