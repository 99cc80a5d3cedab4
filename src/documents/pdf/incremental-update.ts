import type { PdfFile } from './pdf-file.js';
import { type Dictionary, type PdfValue, Ref, writeValue } from './pdf-value.js';

/** Objects added to, or changed in, a file by appending to it: what was there stays byte for byte (ISO 32000-1, 7.5.6). */
export class IncrementalUpdate {
  private readonly objects = new Map<number, Buffer>();
  private next: number;

  constructor(private readonly file: PdfFile) {
    this.next = Math.max(...file.revisions.map((revision) => Number(revision.trailer.get('Size') ?? 0)));
  }

  /** Takes the next free object number. */
  newRef(): Ref {
    return new Ref(this.next++);
  }

  set(ref: Ref, value: PdfValue): void {
    this.setRaw(ref, writeValue(value));
  }

  /** For objects with parts that are filled in later, written by hand. */
  setRaw(ref: Ref, body: string): void {
    this.objects.set(ref.number, Buffer.from(`${ref.number} ${ref.generation} obj\n${body}\nendobj\n`, 'latin1'));
  }

  setStream(ref: Ref, dictionary: Dictionary, data: Buffer): void {
    dictionary.set('Length', data.length);
    const head = Buffer.from(`${ref.number} 0 obj\n${writeValue(dictionary)}\nstream\n`, 'latin1');
    this.objects.set(ref.number, Buffer.concat([head, data, Buffer.from('\nendstream\nendobj\n', 'latin1')]));
  }

  /** The old file with the update behind it. */
  bytes(): Buffer {
    const old = this.file.bytes;
    const parts: Buffer[] = [old];
    let position = old.length;
    const push = (part: Buffer) => {
      parts.push(part);
      position += part.length;
    };
    if (old[old.length - 1] !== 10) push(Buffer.from('\n'));
    const offsets = new Map<number, number>();
    for (const [number, body] of this.objects) {
      offsets.set(number, position);
      push(body);
    }
    const start = position;
    push(Buffer.from(this.table(offsets, start), 'latin1'));
    return Buffer.concat(parts);
  }

  private table(offsets: ReadonlyMap<number, number>, start: number): string {
    const lines = ['xref\n'];
    for (const section of consecutive([...offsets.keys()])) {
      lines.push(`${section[0]} ${section.length}\n`, ...section.map((number) => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`));
    }
    const trailer: Dictionary = new Map();
    for (const key of ['Root', 'Info', 'ID']) {
      const value = this.file.trailer.get(key);
      if (value !== undefined) trailer.set(key, value);
    }
    trailer.set('Size', this.next);
    trailer.set('Prev', this.file.revisions[0]!.start);
    return `${lines.join('')}trailer\n${writeValue(trailer)}\nstartxref\n${start}\n%%EOF\n`;
  }
}

function consecutive(numbers: readonly number[]): number[][] {
  const sections: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const section = sections[sections.length - 1];
    if (section && section[section.length - 1] === number - 1) section.push(number);
    else sections.push([number]);
  }
  return sections;
}
