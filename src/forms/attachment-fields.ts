import { fieldsOfClass, type FormClass } from './field-registry.js';
import { findForm } from './form-registry.js';

/** The fields of a step's form that take a file, entries of lists with a point: `reportFile`, `replies.attachment`. */
export function attachmentFieldsOf(formKey: string): readonly string[] {
  const known = namesByForm.get(formKey);
  if (known) return known;
  const form = findForm(formKey)?.form;
  const names = form === undefined ? [] : namesIn(form);
  if (form) namesByForm.set(formKey, names);
  return names;
}

const namesByForm = new Map<string, readonly string[]>();

/** The files that a filled form names, with where each stands. */
export function attachmentsIn(formKey: string, values: Readonly<Record<string, unknown>>): { pointer: string; id: string }[] {
  return attachmentFieldsOf(formKey).flatMap((name) => valuesAt(values, name.split('.'), ''));
}

function namesIn(form: FormClass): string[] {
  return fieldsOfClass(form).flatMap((field) => {
    if (field.kind === 'attachment') return [field.key];
    return field.kind === 'list' && field.entry ? namesIn(field.entry()).map((name) => `${field.key}.${name}`) : [];
  });
}

function valuesAt(value: unknown, [key = '', ...deeper]: readonly string[], pointer: string): { pointer: string; id: string }[] {
  const found = (value as Record<string, unknown> | null | undefined)?.[key];
  const at = `${pointer}/${key}`;
  if (deeper.length === 0) return typeof found === 'string' && found !== '' ? [{ pointer: at, id: found }] : [];
  return Array.isArray(found) ? found.flatMap((entry, index) => valuesAt(entry, deeper, `${at}/${index}`)) : [];
}
