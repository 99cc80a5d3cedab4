import { isSectionCode, sections, type SectionCode } from './application/sections.js';
import { checkPresence, checkValues, dropHidden, toPlain } from './check-fields.js';
import type { FormContext } from './cross-checks/cross-check.js';
import { crossChecks } from './cross-checks/index.js';
import { fault, refuseFaults, type FieldFault } from './field-fault.js';
import { isPlainRecord, takeFields } from './take-fields.js';

export type { FormContext } from './cross-checks/cross-check.js';

/** The data of the one form: `{ S01: {…}, S02: {…} }`, English keys, lists as arrays. */
export type FormValues = { [section in SectionCode]?: Record<string, unknown> };

export interface ValidateFormOptions {
  /** For saving while somebody types: kinds and sizes only, nothing is required and no rule applies yet. */
  readonly draft?: boolean;
  readonly context?: FormContext;
}

/**
 * Checks a form against its sections and answers clean values: known fields only, texts trimmed, questions that are not asked left out.
 *
 * Throws `FORM_INVALID` with `details.errors: { pointer, message, messageEn }[]`, one for each field that is wrong. Rules: the field rules of
 * the section classes, required and conditionally required fields, and the cross checks whose sections are all in this form.
 */
export function validateForm(sectionCodes: readonly SectionCode[], data: unknown, { draft = false, context = {} }: ValidateFormOptions = {}): FormValues {
  const faults: FieldFault[] = [];
  const taken = takeSections(sectionCodes, data, faults);
  refuseFaults(faults);
  if (draft) return plainForm(taken, { keepEmpty: false });

  const root = Object.fromEntries(taken);
  dropAllHidden(taken, root);
  for (const [code, instance] of taken) {
    faults.push(...checkPresence(sections[code].form, instance, { pointer: `/${code}`, root }), ...checkValues(instance, `/${code}`));
  }
  for (const rule of crossChecks) {
    if (rule.needs.every((code) => taken.has(code))) faults.push(...rule.check(root, context));
  }
  refuseFaults(faults);
  return plainForm(taken, { keepEmpty: true });
}

function takeSections(codes: readonly SectionCode[], data: unknown, faults: FieldFault[]): Map<SectionCode, Record<string, unknown>> {
  const taken = new Map<SectionCode, Record<string, unknown>>();
  if (!isPlainRecord(data)) {
    faults.push(fault('', '表单应为对象', 'The form must be an object'));
    return taken;
  }
  for (const key of Object.keys(data)) {
    if (!isSectionCode(key) || !codes.includes(key)) faults.push(fault(`/${key.slice(0, 100)}`, '表单中没有这个分区', 'The form has no such section'));
  }
  for (const code of codes) taken.set(code, takeFields(sections[code].form, Object.hasOwn(data, code) ? data[code] ?? {} : {}, `/${code}`, faults));
  return taken;
}

/** Repeated until nothing more goes: a dropped answer may hide the next question. */
function dropAllHidden(taken: ReadonlyMap<SectionCode, Record<string, unknown>>, root: unknown): void {
  let dropped = true;
  while (dropped) {
    dropped = false;
    for (const [code, instance] of taken) dropped = dropHidden(sections[code].form, instance, root) || dropped;
  }
}

function plainForm(taken: ReadonlyMap<SectionCode, Record<string, unknown>>, { keepEmpty }: { keepEmpty: boolean }): FormValues {
  const values: FormValues = {};
  for (const [code, instance] of taken) {
    const plain = toPlain(sections[code].form, instance);
    if (keepEmpty || Object.keys(plain).length > 0) values[code] = plain;
  }
  return values;
}
