import * as fontkit from 'fontkit';
import { getFont, type ParsedFont } from '../../../src/documents/layout/fonts.js';
import { readTrueType, TrueTypeSubset } from '../../../src/documents/layout/true-type-subset.js';

interface SubsettableFont extends ParsedFont {
  createSubset(): TrueTypeSubset;
  getGlyph(id: number): ParsedFont extends { glyphForCodePoint(codePoint: number): infer G } ? G : never;
  readonly numGlyphs: number;
}

describe.each(['serif', 'bold', 'sans'] as const)('a subset of the %s face', (face) => {
  const font = getFont(face) as SubsettableFont;

  it('has the same outlines and widths as the whole font', () => {
    const codePoints = [...'和林格尔新区龑䶮㛃喆堃〔〕㎡①éÅǘ½，。AZ09'].map((character) => character.codePointAt(0)!).filter((codePoint) => font.hasGlyphForCodePoint(codePoint));
    const originals = codePoints.map((codePoint) => font.glyphForCodePoint(codePoint));
    const subset = font.createSubset();
    const newIds = originals.map((glyph) => subset.includeGlyph(glyph.id));
    const file = subset.encode();
    const cut = fontkit.create(file) as SubsettableFont;
    expect(file.length).toBeLessThan(60_000);
    newIds.forEach((id, index) => {
      const [glyph, original] = [cut.getGlyph(id), originals[index]!];
      expect(glyph.advanceWidth).toBe(original.advanceWidth);
      expect(glyph.path.commands).toEqual(original.path.commands);
    });
  });

  it('numbers a glyph once, beginning with the missing-glyph sign', () => {
    const subset = font.createSubset();
    const id = font.glyphForCodePoint(0x548c).id;
    expect(subset.includeGlyph(0)).toBe(0);
    expect([subset.includeGlyph(id), subset.includeGlyph(id)]).toEqual([1, 1]);
  });
});

describe('a composed glyph', () => {
  it('brings its parts along and names them by their new numbers', () => {
    const outlines: Record<number, Buffer> = { 0: Buffer.alloc(0), 5: simple(5), 6: simple(6), 7: composed(5, 6) };
    const metrics = (id: number) => Buffer.from([0, id, 0, 0]);
    const subset = new TrueTypeSubset({ table: (tag) => Buffer.alloc(tag === 'cvt ' ? 0 : 60), outline: (id) => outlines[id]!, metrics });
    expect(subset.includeGlyph(7)).toBe(1);
    const cut = readTrueType(subset.encode());
    expect(cut.outline(1)).toEqual(composed(2, 3));
    expect([cut.outline(2), cut.outline(3)]).toEqual([simple(5), simple(6)]);
    expect([cut.metrics(1), cut.metrics(2), cut.metrics(3)]).toEqual([metrics(7), metrics(5), metrics(6)]);
  });
});

/** One contour; the bytes after the count only have to come through unchanged. */
function simple(mark: number): Buffer {
  return Buffer.from([0, 1, ...Array<number>(11).fill(mark), 0]);
}

/** Two parts: the first with words and a scale, the second with bytes (OpenType, `glyf`). */
function composed(first: number, second: number): Buffer {
  return Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x29, 0, first, 0, 1, 0, 2, 0x40, 0, 0, 0, 0, second, 3, 4]);
}
