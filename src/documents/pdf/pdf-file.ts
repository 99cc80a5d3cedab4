import { type Dictionary, PdfReader, PdfSyntaxError, Ref, type PdfValue } from './pdf-value.js';

/** One generation of a file: its cross-reference table and trailer (ISO 32000-1, 7.5.6). */
export interface Revision {
  /** Where the table begins in the file. */
  readonly start: number;
  /** Object number → byte offset; absent when freed. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: Dictionary;
}

export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  readonly isStream: boolean;
}

/** Reads a PDF with plain cross-reference tables, as our own documents have them; newest revision first. */
export class PdfFile {
  readonly revisions: readonly Revision[];

  /** @throws PdfSyntaxError */
  constructor(
    readonly bytes: Buffer,
    end = bytes.length,
  ) {
    this.revisions = readRevisions(bytes, end);
  }

  get trailer(): Dictionary {
    return this.revisions[0]!.trailer;
  }

  /** The newest version of an object. @throws PdfSyntaxError */
  getObject(ref: PdfValue | undefined): PdfObject {
    if (!(ref instanceof Ref)) throw new PdfSyntaxError('a reference was expected');
    for (const revision of this.revisions) {
      const offset = revision.offsets.get(ref.number);
      if (offset !== undefined) return readObject(this.bytes, offset, ref.number);
    }
    throw new PdfSyntaxError(`object ${ref.number} is missing`);
  }

  /** Follows a reference, or gives the value itself. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return value instanceof Ref ? this.getObject(value).value : value;
  }

  /** @throws PdfSyntaxError when it is no dictionary */
  getDictionary(value: PdfValue | undefined): Dictionary {
    const resolved = this.resolve(value);
    if (!(resolved instanceof Map)) throw new PdfSyntaxError('a dictionary was expected');
    return resolved;
  }

  get catalog(): Dictionary {
    return this.getDictionary(this.trailer.get('Root'));
  }

  /** References of all pages in order. @throws PdfSyntaxError */
  pages(): Ref[] {
    const found: Ref[] = [];
    const seen = new Set<number>();
    const visit = (ref: PdfValue | undefined): void => {
      if (!(ref instanceof Ref) || seen.has(ref.number)) throw new PdfSyntaxError('broken page tree');
      seen.add(ref.number);
      const kids = this.resolve(this.getDictionary(ref).get('Kids'));
      if (Array.isArray(kids)) kids.forEach(visit);
      else found.push(ref);
    };
    visit(this.catalog.get('Pages'));
    return found;
  }

  /** Entry of the document information dictionary as text. */
  findInfo(key: string): string | undefined {
    const info = this.resolve(this.trailer.get('Info'));
    const value = info instanceof Map ? this.resolve(info.get(key)) : undefined;
    return value === undefined || value === null ? undefined : String(value);
  }
}

function readRevisions(bytes: Buffer, end: number): Revision[] {
  const at = bytes.lastIndexOf('startxref', end - 1);
  if (at < 0) throw new PdfSyntaxError('no cross-reference table');
  const reader = new PdfReader(bytes, at + 'startxref'.length);
  const revisions: Revision[] = [];
  const seen = new Set<number>();
  let next: PdfValue | undefined = reader.integer();
  while (typeof next === 'number') {
    if (seen.has(next) || next < 0 || next >= bytes.length) throw new PdfSyntaxError('broken chain of revisions');
    seen.add(next);
    const revision = readRevision(bytes, next);
    revisions.push(revision);
    next = revision.trailer.get('Prev');
  }
  return revisions;
}

function readRevision(bytes: Buffer, start: number): Revision {
  const reader = new PdfReader(bytes, start);
  if (!reader.take('xref')) throw new PdfSyntaxError('compressed cross-reference tables are not supported');
  const offsets = new Map<number, number>();
  while (!reader.take('trailer')) {
    const first = reader.integer();
    const count = reader.integer();
    if (count > bytes.length / 18) throw new PdfSyntaxError('broken cross-reference table');
    for (let i = 0; i < count; i++) {
      const offset = reader.integer();
      reader.integer();
      if (reader.take('n')) offsets.set(first + i, offset);
      else reader.expect('f');
    }
  }
  const trailer = reader.value();
  if (!(trailer instanceof Map)) throw new PdfSyntaxError('broken trailer');
  return { start, offsets, trailer };
}

function readObject(bytes: Buffer, offset: number, number: number): PdfObject {
  const reader = new PdfReader(bytes, offset);
  if (reader.integer() !== number) throw new PdfSyntaxError(`object ${number} is not where the table says`);
  reader.integer();
  reader.expect('obj');
  const value = reader.value();
  return { number, value, isStream: reader.take('stream') };
}
