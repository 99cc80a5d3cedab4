import type { DocumentRecord, Faults } from '../document-record.js';
import type { Sheet } from '../layout/sheet.js';

/** One kind of document: what it must hold, and how it is laid out. */
export interface DocumentTemplate<R extends DocumentRecord> {
  /** Raised when the wording or layout changes; stored with each issued document. */
  version: number;
  /** Chinese title as printed. */
  title(record: R): string;
  /** What the law demands of this document and the record does not have; empty when it may be issued. */
  faults(record: R): Faults;
  /** `letter`: red head of the issuing body; `form`: black title, number to the right; `certificate`: framed page. */
  style: 'letter' | 'minutes' | 'form' | 'certificate';
  compose(sheet: Sheet, record: R): void;
}
