import { Attachment, Case, CaseForm } from '../../entities/index.js';
import type { ProjectType } from '../../catalogue/item.js';
import { materialsFor, type MaterialRequirement } from '../../catalogue/materials.js';
import { answersFromForm } from '../../catalogue/questions.js';
import type { Reader } from '../../persistence/transaction.js';
import type { ServiceContext } from '../service-context.js';

/** Which cases of a project have been finished with a favourable result; its id is the one value. */
export const finishedOfProject = "projectId = ? AND kind = 'item' AND status IN ('approved', 'filed')";

/** Item codes of a project that have been finished with a favourable result. */
export async function finishedItems(reader: Reader, projectId: string): Promise<string[]> {
  const rows = await reader.query(`SELECT itemCode FROM cases WHERE ${finishedOfProject}`, [projectId]);
  return rows.map((row) => row.itemCode as string);
}

/** The materials of an application, each once; conditional ones are judged on the form as it stands. */
export async function materialsOfCase(context: ServiceContext, reader: Reader, caseRecord: Case, form?: Record<string, unknown>): Promise<MaterialRequirement[]> {
  const values = form ?? ((await reader.findOne(CaseForm, 'caseId = ? AND revision = ?', [caseRecord.parentId ?? caseRecord.id, caseRecord.formRevision]))?.data as Record<string, unknown>) ?? {};
  return materialsGiven(context, caseRecord, { form: values, earlierResults: await finishedItems(reader, caseRecord.projectId) });
}

/** The same from what is at hand. */
export function materialsGiven(context: ServiceContext, caseRecord: Case, { form, earlierResults }: { form: Record<string, unknown>; earlierResults: string[] }): MaterialRequirement[] {
  const list = context.items.list(caseRecord.itemListVersion);
  const codes = caseRecord.kind === 'item' ? [caseRecord.itemCode as string] : (caseRecord.itemCodes as string[]);
  return materialsFor(context.items.getAll(codes, caseRecord.itemListVersion), {
    earlierResults,
    // No sharing interface is connected in this version, so shared papers are asked for as copies, and the screen says why.
    sharedSources: [],
    catalogue: list.items,
    condition: { projectType: caseRecord.projectType as ProjectType, answers: answersFromForm(form) },
  });
}

/** What the applicant still has to upload before he may submit; papers that may follow later (容缺, 告知承诺) do not stop him. */
export async function missingMaterials(context: ServiceContext, reader: Reader, caseRecord: Case, form: Record<string, unknown>): Promise<MaterialRequirement[]> {
  const materials = await materialsOfCase(context, reader, caseRecord, form);
  const files = await reader.find(Attachment, 'caseId = ? AND removedAt IS NULL', [caseRecord.id]);
  const there = new Set(files.map((file) => file.material));
  return materials.filter((material) => material.supply === 'upload' && material.required && !material.tolerableMissing && !material.waivableByCommitment && !there.has(material.code));
}
