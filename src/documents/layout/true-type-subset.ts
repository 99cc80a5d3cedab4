/** The tables that a TrueType font embedded in a PDF needs (ISO 32000-1, 9.9). */
const COPIED = ['cvt ', 'fpgm', 'prep'] as const;

interface FontTables {
  /** Bytes of a table; empty when the font has none of that name. */
  table(tag: string): Buffer;
  /** Outline of a glyph as it stands in the file. */
  outline(id: number): Buffer;
  /** Advance width and left side bearing of a glyph, as in `hmtx`. */
  metrics(id: number): Buffer;
}

/**
 * The glyphs of one document cut out of a font, without decoding the outlines: a Chinese page uses hundreds of glyphs, and parsing each of their
 * points to write them back unchanged was half the price of a document.
 */
export class TrueTypeSubset {
  private readonly newIds = new Map<number, number>();
  private readonly ids: number[] = [];

  constructor(private readonly font: FontTables) {
    this.includeGlyph(0);
  }

  /** Number of the glyph in the subset; the glyph is added when it is new. */
  includeGlyph(glyph: number | { id: number }): number {
    const id = typeof glyph === 'number' ? glyph : glyph.id;
    let newId = this.newIds.get(id);
    if (newId === undefined) {
      newId = this.ids.length;
      this.newIds.set(id, newId);
      this.ids.push(id);
    }
    return newId;
  }

  /** The font file. */
  encode(): Buffer {
    const outlines: Buffer[] = [];
    // Parts of a composed glyph are added to the list while it is walked.
    for (let i = 0; i < this.ids.length; i++) outlines.push(padded(this.withNewParts(this.font.outline(this.ids[i]!)), 2));
    const count = this.ids.length;
    const loca = Buffer.alloc((count + 1) * 4);
    let offset = 0;
    outlines.forEach((outline, index) => {
      loca.writeUInt32BE(offset, index * 4);
      offset += outline.length;
    });
    loca.writeUInt32BE(offset, count * 4);

    const head = Buffer.from(this.font.table('head'));
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    const hhea = Buffer.from(this.font.table('hhea'));
    hhea.writeUInt16BE(count, 34);
    const maxp = Buffer.from(this.font.table('maxp'));
    maxp.writeUInt16BE(count, 4);
    const copied = COPIED.map((tag): [string, Buffer] => [tag, this.font.table(tag)]).filter(([, table]) => table.length > 0);
    const hmtx = Buffer.concat(this.ids.map((id) => this.font.metrics(id)));
    return writeFont([['head', head], ['hhea', hhea], ['maxp', maxp], ['hmtx', hmtx], ['loca', loca], ['glyf', Buffer.concat(outlines)], ...copied]);
  }

  /** A composed glyph names its parts by number; they get the numbers of the subset. */
  private withNewParts(outline: Buffer): Buffer {
    if (outline.length < 10 || outline.readInt16BE(0) >= 0) return outline;
    const composed = Buffer.from(outline);
    let at = 10;
    for (;;) {
      const flags = composed.readUInt16BE(at);
      composed.writeUInt16BE(this.includeGlyph(composed.readUInt16BE(at + 2)), at + 2);
      at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & SCALES ? 4 : flags & MATRIX ? 8 : 0);
      if (!(flags & MORE)) return composed;
    }
  }
}

// Flags of a part of a composed glyph (OpenType, `glyf`).
const [WORDS, SCALE, MORE, SCALES, MATRIX] = [0x1, 0x8, 0x20, 0x40, 0x80];

/** Opens the tables of a TrueType file once for all subsets. @throws RangeError for a file that is cut */
export function readTrueType(file: Buffer): FontTables {
  const directory = new Map<string, Buffer>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    const offset = file.readUInt32BE(entry + 8);
    directory.set(file.toString('latin1', entry, entry + 4), file.subarray(offset, offset + file.readUInt32BE(entry + 12)));
  }
  const table = (tag: string): Buffer => directory.get(tag) ?? Buffer.alloc(0);
  const [glyf, loca, hmtx] = [table('glyf'), table('loca'), table('hmtx')];
  const isLong = table('head').readInt16BE(50) === 1;
  const placeOf = (id: number): number => (isLong ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2);
  const metricCount = table('hhea').readUInt16BE(34);
  return {
    table,
    outline: (id) => glyf.subarray(placeOf(id), placeOf(id + 1)),
    metrics(id) {
      if (id < metricCount) return hmtx.subarray(id * 4, id * 4 + 4);
      // Glyphs beyond the list share the last advance width and have a bearing of their own.
      const bearing = metricCount * 4 + (id - metricCount) * 2;
      return Buffer.concat([hmtx.subarray((metricCount - 1) * 4, (metricCount - 1) * 4 + 2), hmtx.subarray(bearing, bearing + 2)]);
    },
  };
}

function writeFont(tables: [string, Buffer][]): Buffer {
  tables.sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(12 + tables.length * 16);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables.length - power) * 16, 10);
  let offset = head.length;
  const bodies = tables.map(([tag, table], index) => {
    const body = padded(table, 4);
    const entry = 12 + index * 16;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(checksum(body), entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    offset += body.length;
    return body;
  });
  const font = Buffer.concat([head, ...bodies]);
  const headTable = 12 + tables.findIndex(([tag]) => tag === 'head') * 16;
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, font.readUInt32BE(headTable + 8) + 8);
  return font;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

function padded(bytes: Buffer, to: number): Buffer {
  const missing = (to - (bytes.length % to)) % to;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}
