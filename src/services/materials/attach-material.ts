import { readFile, unlink } from 'node:fs/promises';
import { Attachment, Case, Correction } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/database.js';
import type { Actor } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { requireFiler } from '../cases/filer.js';
import { mattersOf } from '../cases/open-matters.js';
import { mayOpen } from '../cases/may-act.js';
import { itemsOpenTo } from '../cases/personal-access.js';
import type { RequestedItem } from '../corrections/requested-item.js';
import type { ServiceContext } from '../service-context.js';
import { followed } from '../cases/follow-list.js';
import { removedFromWork } from './attach-to-work.js';
import { mediaTypeOf } from './media-type.js';
import { materialsOfCase } from './required-materials.js';

export const LARGEST_FILE_BYTES = 50 * 1024 * 1024;

export interface Upload {
  caseId: string;
  material: string;
  /** The file as it arrived, on disk; taken over or removed. */
  path: string;
  name: string;
  size: number;
}

/**
 * Adds a file to a material of an application: while it is a draft, or where an open correction asked for this material. The type is told
 * by content, the bytes are kept under their SHA-256 outside the database.
 *
 * Throws FILE_TYPE_REFUSED, FILE_EMPTY, MATERIAL_UNKNOWN, NOT_YOURS and MATERIAL_NOT_OPEN.
 */
export async function attachMaterial(context: ServiceContext, actor: Actor, upload: Upload): Promise<Attachment> {
  try {
    if (upload.size === 0) throw new DomainError('FILE_EMPTY', { name: upload.name });
    const mediaType = await mediaTypeOf(await readFile(upload.path), upload.name);
    const kept = await context.files.keepFile(upload.path);
    return await context.database.inTransaction(async (tx) => {
      const caseRecord = await lockCase(tx, upload.caseId);
      const correction = await openingFor(context, tx, actor, caseRecord, upload.material);
      const step = new CaseStep(context, tx, actor, caseRecord);
      const attachment: Attachment = {
        id: context.newId(),
        caseId: caseRecord.id,
        material: upload.material,
        name: upload.name.slice(0, 200),
        mediaType,
        size: upload.size,
        ...kept,
        uploadedBy: actor.id,
        uploadedAt: step.at,
        answersCorrection: correction,
        removedAt: null,
      };
      tx.insert(Attachment, attachment);
      if (caseRecord.status !== 'draft') {
        step.note('materialAttached', { attachment: attachment.id, material: upload.material, name: attachment.name, sha256: attachment.sha256 });
        step.save();
      }
      return attachment;
    });
  } finally {
    await unlink(upload.path).catch(() => undefined);
  }
}

/** Takes a file out of a draft, or out of open work, again. What was submitted stays in the files. */
export async function removeAttachment(context: ServiceContext, actor: Actor, attachmentId: string): Promise<void> {
  await context.database.inTransaction(async (tx) => {
    const attachment = await tx.findOne(Attachment, 'id = ? AND removedAt IS NULL', [attachmentId]);
    if (!attachment) throw new DomainError('ATTACHMENT_NOT_FOUND', { id: attachmentId });
    if (await removedFromWork(context, tx, actor, attachment)) return;
    const caseRecord = await lockCase(tx, attachment.caseId);
    const correction = await openingFor(context, tx, actor, caseRecord, attachment.material);
    if (caseRecord.status !== 'draft' && attachment.answersCorrection !== correction) throw new DomainError('MATERIAL_NOT_OPEN', { material: attachment.material });
    tx.update(Attachment, { removedAt: context.clock.now().toISOString() }, 'id = ?', [attachmentId], { rows: 1, lockedHere: true });
  });
}

/** A file with its bytes, for whoever may open its case. */
export async function readAttachment(context: ServiceContext, actor: Actor, attachmentId: string): Promise<{ attachment: Attachment; bytes: Buffer }> {
  const attachment = await context.database.read.findOne(Attachment, 'id = ?', [attachmentId]);
  if (!attachment) throw new DomainError('ATTACHMENT_NOT_FOUND', { id: attachmentId });
  const caseRecord = await context.database.read.findOne(Case, 'id = ?', [attachment.caseId]);
  await mayOpenFile(context, actor, caseRecord as Case, attachment);
  return { attachment, bytes: await context.files.read(attachment.filePath) };
}

/** Whoever may open the application, or an item of it that asks for this material. Throws NOT_YOURS. */
async function mayOpenFile(context: ServiceContext, actor: Actor, stage: Case, { material }: Attachment): Promise<void> {
  const { read } = context.database;
  try {
    await mayOpen(read, actor, stage);
  } catch (error) {
    for (const item of stage.kind === 'stage' ? await itemsOpenTo(read, actor, stage) : []) {
      if ((await materialsOfCase(context, read, item)).some(({ code }) => code === material)) return;
    }
    throw error;
  }
}

/** Says why this material may be changed now: a draft (null), or the correction that asked for it. */
async function openingFor(context: ServiceContext, tx: Transaction, actor: Actor, caseRecord: Case, material: string): Promise<string | null> {
  requireFiler(actor, caseRecord);
  Object.assign(caseRecord, followed(context, caseRecord));
  const known = await materialsOfCase(context, tx, caseRecord);
  if (!known.some((each) => each.code === material)) throw new DomainError('MATERIAL_UNKNOWN', { material });
  if (caseRecord.status === 'draft') return null;
  // A paper that was accepted as owed may come in at any time until it is settled.
  if (mattersOf(caseRecord).some((matter) => matter.material === material)) return null;
  const correction = await tx.findOne(Correction, 'caseId = ? AND status = ?', [caseRecord.id, 'open']);
  const asked = (correction?.items as RequestedItem[] | undefined)?.some((item) => item.kind === 'material' && item.target === material);
  if (!correction || !asked) throw new DomainError('MATERIAL_NOT_OPEN', { material });
  return correction.id;
}
