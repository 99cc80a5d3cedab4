import { DomainError } from '../errors/domain-error.js';
import { refuseIncomplete } from './document-record.js';
import { Sheet } from './layout/sheet.js';
import { mark, writeSealPlaces } from './pdf/document-marks.js';
import type { DocumentTemplate } from './templates/document-template.js';
import { templates, type DocumentKind, type DocumentRecords } from './templates/index.js';

/**
 * Renders one official document as PDF bytes, not yet sealed: A4 by GB/T 9704-2012, fonts embedded as subsets, QR code and verify code on it, the
 * places of the seals remembered for `sealDocument`.
 *
 * The same record always gives the same bytes; nothing is read but the font files, so it may run in any thread.
 * @throws DomainError DOCUMENT_KIND_UNKNOWN, or DOCUMENT_INCOMPLETE when the record lacks what the law demands of the document (e.g. T15)
 */
export async function renderDocument<K extends DocumentKind>(kind: K, record: DocumentRecords[K]): Promise<Buffer> {
  const template = templateOf(kind);
  refuseIncomplete(kind, documentTitle(kind, record), template.faults(record));
  const sheet = new Sheet(template.style, record, {
    Title: `${template.title(record)} ${record.number}`,
    Author: record.issuer.name,
    Creator: 'onestop-approval',
    Producer: 'onestop-approval',
    CreationDate: new Date(`${record.issuedOn}T00:00:00+08:00`),
    [mark.kind]: kind,
    [mark.number]: record.number,
    [mark.issuer]: record.issuer.name,
    [mark.verifyCode]: record.verifyCode,
  });
  template.compose(sheet, record);
  Object.assign(sheet.pdf.info, { [mark.sealPlaces]: writeSealPlaces(sheet.sealPlaces) });
  return sheet.finish();
}

/** Title of a document as printed, e.g. 受理通知书. @throws DomainError DOCUMENT_KIND_UNKNOWN */
export function documentTitle<K extends DocumentKind>(kind: K, record: DocumentRecords[K]): string {
  return templateOf(kind).title(record);
}

/** Version of the template of a kind, to be stored with each issued document. @throws DomainError DOCUMENT_KIND_UNKNOWN */
export function templateVersion(kind: DocumentKind): number {
  return templateOf(kind).version;
}

/** Is it one of the kinds of document that can be rendered? */
export function isDocumentKind(kind: string): kind is DocumentKind {
  return Object.hasOwn(templates, kind);
}

/** All kinds, for vocabularies and lists. */
export const documentKinds = Object.keys(templates) as DocumentKind[];

function templateOf<K extends DocumentKind>(kind: K): DocumentTemplate<DocumentRecords[K]> {
  if (!isDocumentKind(kind)) throw new DomainError('DOCUMENT_KIND_UNKNOWN', { kind });
  return templates[kind];
}
