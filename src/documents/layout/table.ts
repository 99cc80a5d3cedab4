import type { Face } from './fonts.js';

/** One cell: text, or text with how it is set. */
export type Cell = string | { text: string; face?: Face; align?: 'left' | 'center'; /** columns it covers */ span?: number };

export interface Table {
  /** Relative widths of the columns. */
  columns: readonly number[];
  /** Column heads, repeated on each page. */
  head?: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Least height of a row in points. */
  minimum?: number;
}

/** A label cell of a form. */
export function label(text: string): Cell {
  return { text, face: 'sans', align: 'center' };
}

/** A value that covers several columns. */
export function wide(text: string, span: number): Cell {
  return { text, span };
}

/** A short value, centred. */
export function centred(text: string): Cell {
  return { text, align: 'center' };
}
