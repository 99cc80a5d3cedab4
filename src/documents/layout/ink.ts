import { getFont, type Face, type ParsedFont, type ParsedGlyph } from './fonts.js';
import { paper, type Colour } from './paper.js';

/** A character ready to be set: its glyph, the face that has it, and its width in thousandths of the type size. */
export interface SetCharacter {
  readonly text: string;
  readonly face: Face;
  readonly glyph: ParsedGlyph;
  readonly width: number;
}

/** What we need of a font that pdfkit embeds as a subset. */
interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  readonly font: ParsedFont;
  ref(): unknown;
}

interface PdfPage {
  readonly height: number;
  readonly fonts: Record<string, unknown>;
}

interface PdfInternals {
  font(font: ParsedFont, name: string): void;
  readonly _font: EmbeddedFont;
  readonly page: PdfPage;
  addContent(operators: string): void;
}

/**
 * Writes characters on the pages of one PDF.
 *
 * Chinese and Latin text of official documents needs no shaping, so glyphs are placed straight from the character map: measured and printed
 * widths are the same by construction, and a page costs a third of what the general layout engine takes.
 */
export class Ink {
  /** Characters that no font of ours has; each is printed as its code point 〔U+…〕 and listed at the end. */
  readonly unshowable = new Set<string>();
  private readonly embedded = new Map<Face, EmbeddedFont>();
  private readonly pdf: PdfInternals;

  constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf as unknown as PdfInternals;
  }

  /** Chooses a glyph for every character: the face asked for, else the sans face, else the code point written out. */
  set(text: string, face: Face): SetCharacter[] {
    const characters: SetCharacter[] = [];
    for (const character of text) {
      const codePoint = character.codePointAt(0)!;
      if (isInvisible(codePoint)) continue;
      const found = pick(character, codePoint, face);
      if (found) {
        characters.push(found);
        continue;
      }
      this.unshowable.add(character);
      for (const stand of codePointName(codePoint)) characters.push(pick(stand, stand.codePointAt(0)!, face)!);
    }
    return characters;
  }

  /** Prints one line; `x` is its left edge and `baseline` its base line in points from the top of the page, `spacing` extra points after each character. */
  print(characters: readonly SetCharacter[], at: { x: number; baseline: number; size: number; spacing?: number; colour?: Colour }): void {
    const page = this.pdf.page;
    let x = at.x;
    const pieces: string[] = [];
    for (const run of runsOfOneFace(characters)) {
      const font = this.embed(run.face);
      page.fonts[font.id] ??= font.ref();
      pieces.push(`/${font.id} ${number(at.size)} Tf 1 0 0 1 ${number(x)} ${number(page.height - at.baseline)} Tm <${encode(font, run.characters)}> Tj`);
      x += widthOf(run.characters, at.size) + run.characters.length * (at.spacing ?? 0);
    }
    const [red, green, blue] = (at.colour ?? paper.black).map((part) => number(part / 255));
    const turn = `1 0 0 -1 0 ${number(page.height)} cm`;
    this.pdf.addContent(`q ${turn} BT ${red} ${green} ${blue} rg ${number(at.spacing ?? 0)} Tc ${pieces.join(' ')} ET Q`);
  }

  private embed(face: Face): EmbeddedFont {
    let font = this.embedded.get(face);
    if (!font) {
      this.pdf.font(getFont(face), face);
      font = this.pdf._font;
      this.embedded.set(face, font);
    }
    return font;
  }
}

/** Width of a line in points. */
export function widthOf(characters: readonly SetCharacter[], size: number): number {
  let width = 0;
  for (const character of characters) width += character.width;
  return (width * size) / 1000;
}

function pick(text: string, codePoint: number, face: Face): SetCharacter | undefined {
  for (const candidate of face === 'sans' ? (['sans', 'serif'] as const) : ([face, 'sans'] as const)) {
    const font = getFont(candidate);
    if (!font.hasGlyphForCodePoint(codePoint)) continue;
    const glyph = font.glyphForCodePoint(codePoint);
    return { text, face: candidate, glyph, width: (glyph.advanceWidth * 1000) / font.unitsPerEm };
  }
  return undefined;
}

/** Control characters, joiners and variation selectors change no glyph of ours. */
function isInvisible(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef) ||
    (codePoint >= 0xd800 && codePoint <= 0xdfff) ||
    codePoint === 0xfeff
  );
}

/** How an unshowable character is written: 〔U+20BB7〕. */
export function codePointName(codePoint: number): string {
  return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
}

function* runsOfOneFace(characters: readonly SetCharacter[]): Generator<{ face: Face; characters: SetCharacter[] }> {
  let run: SetCharacter[] = [];
  for (const character of characters) {
    if (run.length > 0 && run[0]!.face !== character.face) {
      yield { face: run[0]!.face, characters: run };
      run = [];
    }
    run.push(character);
  }
  if (run.length > 0) yield { face: run[0]!.face, characters: run };
}

function encode(font: EmbeddedFont, characters: readonly SetCharacter[]): string {
  let hex = '';
  for (const { glyph, width, text } of characters) {
    const id = font.subset.includeGlyph(glyph.id);
    font.widths[id] ??= width;
    font.unicode[id] ??= [text.codePointAt(0)!];
    hex += id.toString(16).padStart(4, '0');
  }
  return hex;
}

/** A number as PDF writes it: at most three decimals, never an exponent. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
