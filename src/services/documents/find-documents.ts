import { Case, Document, Permit, Seal } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { mayOpen } from '../cases/may-act.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { isShownTo } from './shown-to.js';

/** One document, for whoever may open its case. Throws DOCUMENT_NOT_FOUND and NOT_YOURS. */
export async function getDocument(context: ServiceContext, actor: Actor, id: string): Promise<Document> {
  const { read } = context.database;
  const document = await read.findOne(Document, 'id = ?', [id]);
  if (!document) throw new DomainError('DOCUMENT_NOT_FOUND', { id });
  const caseRecord = (await read.findOne(Case, 'id = ?', [document.caseId])) as Case;
  await mayOpen(read, actor, caseRecord);
  if (!isShownTo(actor, document)) throw new DomainError('DOCUMENT_NOT_FOUND', { id });
  return document;
}

/** The PDF of a document. Throws DOCUMENTS_NOT_READY while it is being made. */
export async function readDocument(context: ServiceContext, actor: Actor, id: string): Promise<{ document: Document; bytes: Buffer }> {
  const document = await getDocument(context, actor, id);
  if (document.filePath === null) throw new DomainError('DOCUMENTS_NOT_READY', { numbers: document.number });
  return { document, bytes: await context.files.read(document.filePath) };
}

export interface PublicDocument {
  document: Document;
  /** The permit that a decision or certificate proves. */
  permit?: Permit;
  sealName?: string;
  fingerprint?: string;
}

/** What anybody may know of a document by its verification code: that it was issued, by whom, when, its hash and whether it still holds. */
export async function findByVerifyCode(context: ServiceContext, code: string): Promise<PublicDocument | undefined> {
  const { read } = context.database;
  const document = await read.findOne(Document, 'verifyCode = ?', [code.trim().toUpperCase()]);
  if (!document) return undefined;
  const seal = await read.findOne(Seal, 'departmentId = ? AND kind = ?', [document.issuedBy, document.sealNeeded]);
  const permit = ['decision', 'certificate'].includes(document.kind) ? await read.findOne(Permit, 'caseId = ?', [document.caseId]) : undefined;
  return { document, ...(permit && { permit }), ...(seal && document.status === 'sealed' && { sealName: seal.name, fingerprint: seal.fingerprint }) };
}
