import { readFile, unlink } from 'node:fs/promises';
import { Attachment, Case, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { attachmentFieldsOf, attachmentsIn } from '../../forms/attachment-fields.js';
import type { Transaction } from '../../persistence/database.js';
import type { Actor } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { mayHandle, mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';
import { mediaTypeOf } from './media-type.js';

export interface WorkUpload {
  workItem: string;
  /** The field of the step's form that the file is for, e.g. `reportFile` or `replies.attachment`. */
  field: string;
  /** The file as it arrived, on disk; taken over or removed. */
  path: string;
  name: string;
  size: number;
}

/** Under which name files of a piece of work are kept among the materials of the application. */
const materialOf = (workItem: string, field: string): string => `work:${workItem}:${field}`;

/**
 * Adds a file for a field of the form of an open piece of work, such as the report of a review or the paper that answers a correction. It
 * may be named in a draft and in the form with which the work is completed. Only who has the work on his desk may.
 *
 * Throws FILE_TYPE_REFUSED, FILE_EMPTY, WORK_ITEM_NOT_FOUND, WORK_ITEM_NOT_OPEN, NOT_YOURS and FORM_TAKES_NO_FILE.
 */
export async function attachToWork(context: ServiceContext, actor: Actor, upload: WorkUpload): Promise<Attachment> {
  try {
    if (upload.size === 0) throw new DomainError('FILE_EMPTY', { name: upload.name });
    const mediaType = await mediaTypeOf(await readFile(upload.path), upload.name);
    const kept = await context.files.keepFile(upload.path);
    return await context.database.inTransaction(async (tx) => {
      const { workItem, stageId } = await onDesk(tx, actor, upload.workItem);
      const fields = workItem.form === null ? [] : attachmentFieldsOf(workItem.form);
      if (!fields.includes(upload.field)) throw new DomainError('FORM_TAKES_NO_FILE', { name: workItem.name, fields: fields.join('、') || '无' });
      const step = new CaseStep(context, tx, actor, await lockCase(tx, workItem.caseId));
      step.actAt(workItem);
      const attachment: Attachment = {
        id: context.newId(),
        caseId: stageId,
        material: materialOf(workItem.id, upload.field),
        name: upload.name.slice(0, 200),
        mediaType,
        size: upload.size,
        ...kept,
        uploadedBy: actor.id,
        uploadedAt: step.at,
        answersCorrection: null,
        removedAt: null,
      };
      tx.insert(Attachment, attachment);
      step.note('materialAttached', { attachment: attachment.id, material: attachment.material, name: attachment.name, sha256: attachment.sha256 }, { step: workItem.step });
      step.save();
      return attachment;
    });
  } finally {
    await unlink(upload.path).catch(() => undefined);
  }
}

/** Takes such a file away again while the work is open. Answers false for a file of another kind. */
export async function removedFromWork(context: ServiceContext, tx: Transaction, actor: Actor, attachment: Attachment): Promise<boolean> {
  const [kind, id] = attachment.material.split(':');
  if (kind !== 'work') return false;
  await onDesk(tx, actor, id ?? '');
  tx.update(Attachment, { removedAt: context.clock.now().toISOString() }, 'id = ?', [attachment.id], { rows: 1, lockedHere: true });
  return true;
}

/** Throws FORM_INVALID for a file that a form names and that was not uploaded for this application. */
export async function requireUploaded({ tx, caseRecord }: CaseStep, formKey: string, form: Record<string, unknown>): Promise<void> {
  const named = attachmentsIn(formKey, form);
  if (named.length === 0) return;
  const files = new Set((await tx.find(Attachment, 'caseId = ? AND removedAt IS NULL', [caseRecord.parentId ?? caseRecord.id])).map((file) => file.id));
  const errors = named.filter(({ id }) => !files.has(id)).map(({ pointer }) => ({ pointer, message: '没有这个文件，请先上传' }));
  if (errors.length > 0) throw new DomainError('FORM_INVALID', { errors });
}

async function onDesk(tx: Transaction, actor: Actor, id: string): Promise<{ workItem: WorkItem; stageId: string }> {
  const workItem = await tx.findOne(WorkItem, 'id = ?', [id]);
  const caseRecord = workItem && (await tx.findOne(Case, 'id = ?', [workItem.caseId]));
  if (!workItem || !caseRecord) throw new DomainError('WORK_ITEM_NOT_FOUND', { id });
  await mayOpen(tx, actor, caseRecord);
  if (!mayHandle(actor, workItem)) throw new DomainError('NOT_YOURS');
  if (workItem.status !== 'open') throw new DomainError('WORK_ITEM_NOT_OPEN', { name: workItem.name });
  return { workItem, stageId: caseRecord.parentId ?? caseRecord.id };
}
