import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { readTrueType, TrueTypeSubset } from './true-type-subset.js';

/** The part of a parsed fontkit font that documents and seals use. */
export interface ParsedFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): ParsedGlyph;
}

export interface ParsedGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: number[];
  readonly path: { readonly commands: { command: string; args: number[] }[] };
}

/** serif: text (stands for 仿宋); bold: titles (stands for 小标宋); sans: headings 黑体 and the fallback of the other two. */
export type Face = 'serif' | 'bold' | 'sans';

const files: Record<Face, string> = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
};

// Parsing a Chinese font costs more than setting a page with it, so each thread parses a face once and keeps it.
const parsed = new Map<Face, ParsedFont>();
const resolveFile = createRequire(import.meta.url).resolve;

/** The parsed font of a face, read from disk when this thread asks for it first. */
export function getFont(face: Face): ParsedFont {
  let font = parsed.get(face);
  if (!font) {
    const file = readFileSync(resolveFile(files[face]));
    const tables = readTrueType(file);
    font = Object.assign(fontkit.create(file), { createSubset: () => new TrueTypeSubset(tables) });
    parsed.set(face, font);
  }
  return font;
}

/** Can at least one of our fonts show the character? */
export function canShow(codePoint: number): boolean {
  return getFont('serif').hasGlyphForCodePoint(codePoint) || getFont('sans').hasGlyphForCodePoint(codePoint);
}
