import { Attachment, Case, CaseForm } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { changedFields, type ChangedField } from '../../forms/changed-fields.js';
import type { FormValues } from '../../forms/validate-form.js';
import type { Actor } from '../actor.js';
import { mayOpen } from '../cases/may-act.js';
import { sectionsOfStageShownTo } from '../cases/shown-sections.js';
import type { ServiceContext } from '../service-context.js';

export interface Changes {
  from: number;
  to: number;
  fields: ChangedField[];
  /** Files that were handed in with the corrections between the two. */
  files: { material: string; name: string; uploadedAt: string }[];
}

/** What differs between two revisions of an application, by default the last two: for whoever has to look at what was corrected; a reviewer sees the sections that are his to see. */
export async function readChanges(context: ServiceContext, actor: Actor, caseId: string, range: { from?: number; to?: number }): Promise<Changes> {
  const { read } = context.database;
  const shown = await read.findOne(Case, 'id = ?', [caseId]);
  if (!shown) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, shown);
  const stage = shown.parentId === null ? shown : ((await read.findOne(Case, 'id = ?', [shown.parentId])) as Case);
  const to = range.to ?? stage.formRevision;
  const from = range.from ?? Math.max(1, to - 1);
  const forms = await read.find(CaseForm, 'caseId = ? AND revision IN (?, ?) ORDER BY revision', [stage.id, from, to]);
  const before = forms.find((form) => form.revision === from);
  const after = forms.find((form) => form.revision === to);
  if (!before || !after) throw new DomainError('CASE_NOT_FOUND', { id: `${caseId} / ${from}–${to}` });
  const files = await read.find(Attachment, 'caseId = ? AND removedAt IS NULL AND answersCorrection IN (SELECT id FROM corrections WHERE caseId = ? AND answeredRevision > ? AND answeredRevision <= ?) ORDER BY uploadedAt', [stage.id, stage.id, from, to]);
  const shownSections = new Set<string>(sectionsOfStageShownTo(context, actor, stage));
  const fields = changedFields(before.data as FormValues, after.data as FormValues).filter(({ pointer }) => shownSections.has(pointer.split('/')[1] ?? ''));
  return { from, to, fields, files: files.map(({ material, name, uploadedAt }) => ({ material, name, uploadedAt })) };
}
