import { widthOf, type SetCharacter } from './ink.js';

export interface Line {
  readonly characters: SetCharacter[];
  readonly width: number;
  /** Does the paragraph end here? Such a line is not stretched. */
  readonly last: boolean;
  /** Left indent in points. */
  readonly indent: number;
}

export interface LineMeasure {
  size: number;
  /** Width of the column in points. */
  width: number;
  /** Indent of the first line in points. */
  indent?: number;
}

// 避头尾: closing marks never begin a line, opening marks never end one.
const notFirst = new Set('，。、；：！？）》」』〉】〕”’％%…·,.;:!?)]}℃㎡²');
const notLast = new Set('（《「『〈【〔“‘([{￥¥');
const seams = new Set('-/');
/** Characters that may stay empty at the end of a line before a long word is broken at a seam. */
const widestGap = 6;
const partOfWord = /[A-Za-z0-9.,:/\-_@#%+&=?〔〕]/;

/** Breaks one paragraph into lines: between any two Chinese characters, never inside a number or Latin word that fits on a line, and with 避头尾. */
export function breakLines(characters: readonly SetCharacter[], measure: LineMeasure): Line[] {
  const lines: Line[] = [];
  let indent = measure.indent ?? 0;
  let rest = characters;
  for (;;) {
    const room = measure.width - indent;
    const fitting = countFitting(rest, measure.size, room);
    const cut = fitting >= rest.length || rest.length === 1 ? rest.length : legalCut(rest, fitting);
    const line = trimEnd(rest.slice(0, cut));
    rest = trimStart(rest.slice(cut));
    lines.push({ characters: line, width: widthOf(line, measure.size), last: rest.length === 0, indent });
    if (rest.length === 0) return lines;
    indent = 0;
  }
}

function countFitting(characters: readonly SetCharacter[], size: number, room: number): number {
  let width = 0;
  for (let i = 0; i < characters.length; i++) {
    width += (characters[i]!.width * size) / 1000;
    if (width > room + 0.01) return i;
  }
  return characters.length;
}

/** The nearest allowed break at or before `fitting`; a long code or address is broken after a hyphen or slash rather than leaving a gap; else the hard break. */
function legalCut(characters: readonly SetCharacter[], fitting: number): number {
  const hard = Math.max(1, fitting);
  let seam = 0;
  for (let cut = hard; cut > 0; cut--) {
    const [before, after] = [characters[cut - 1]!.text, characters[cut]!.text];
    if (mayBreak(before, after)) return seam > 0 && hard - cut > widestGap ? seam : cut;
    if (seam === 0 && seams.has(before) && !seams.has(after) && !notFirst.has(after)) seam = cut;
  }
  return seam > 0 ? seam : hard;
}

function mayBreak(before: string, after: string): boolean {
  if (before === ' ' || after === ' ') return true;
  if (notFirst.has(after) || notLast.has(before)) return false;
  if (before === '—' && after === '—') return false;
  return !(partOfWord.test(before) && partOfWord.test(after));
}

function trimStart(characters: readonly SetCharacter[]): readonly SetCharacter[] {
  let from = 0;
  while (from < characters.length && characters[from]!.text === ' ') from++;
  return characters.slice(from);
}

function trimEnd(characters: readonly SetCharacter[]): SetCharacter[] {
  let to = characters.length;
  while (to > 0 && characters[to - 1]!.text === ' ') to--;
  return characters.slice(0, to);
}
