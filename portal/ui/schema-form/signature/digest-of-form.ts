import { withoutBlanks } from '../asked-fields.js';
import { withValueAt } from '../pointer.js';
import { sha256 } from './sha-256.js';

/** Where the one form keeps its signature. */
export const signaturePointer = '/S18/signature';

/** The digest that a signature covers: every answer of the form but the signature itself, in an order that does not depend on how it was typed. */
export function digestOfForm(form: Record<string, unknown>): string {
  return sha256(JSON.stringify(inOrder(withoutBlanks(withValueAt(form, signaturePointer, undefined)))));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, inOrder(entry)]),
  );
}
