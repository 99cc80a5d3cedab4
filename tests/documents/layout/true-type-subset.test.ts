import * as fontkit from 'fontkit';
import { getFont, type ParsedFont } from '../../../src/documents/layout/fonts.js';
import type { TrueTypeSubset } from '../../../src/documents/layout/true-type-subset.js';

interface SubsettableFont extends ParsedFont {
  createSubset(): TrueTypeSubset;
  getGlyph(id: number): ParsedFont extends { glyphForCodePoint(codePoint: number): infer G } ? G : never;
  readonly numGlyphs: number;
}

describe.each(['serif', 'bold', 'sans'] as const)('a subset of the %s face', (face) => {
  const font = getFont(face) as SubsettableFont;

  it('has the same outlines and widths as the whole font, composed glyphs included', () => {
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
