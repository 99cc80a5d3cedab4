import { isSectionCode, sections, type SectionCode } from './application/sections.js';
import { fieldsOfClass } from './field-registry.js';
import type { FormValues } from './validate-form.js';

export interface ChangedField {
  /** JSON pointer of the field; a list is compared as a whole. */
  readonly pointer: string;
  readonly zh: string;
  readonly en: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The fields whose value differs, in the order of the form; `from` or `to` is undefined where there was or is no answer. */
export function changedFields(before: FormValues, after: FormValues): ChangedField[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isSectionCode).sort();
  return codes.flatMap((code) => changedInSection(code, before[code] ?? {}, after[code] ?? {}));
}

function changedInSection(code: SectionCode, before: Record<string, unknown>, after: Record<string, unknown>): ChangedField[] {
  return fieldsOfClass(sections[code].form)
    .filter((field) => !same(before[field.key], after[field.key]))
    .map((field) => ({ pointer: `/${code}/${field.key}`, zh: field.zh, en: field.en, from: before[field.key], to: after[field.key] }));
}

function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}
