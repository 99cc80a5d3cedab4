import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import type { FieldError } from '../../../src/api/contract.js';
import { askedFields, isRequired, isUnanswered, withoutBlanks } from './asked-fields.js';
import type { FormField } from './form-field.js';
import { valueAt } from './pointer.js';

export interface CheckedForm {
  readonly schema: Record<string, unknown>;
  readonly fields: readonly FormField[];
}

/**
 * What this form still lacks, as far as a browser can know: required answers, and the types, lengths and patterns of the JSON Schema.
 * One message a field, in the order of the form. The server checks the same and more, and decides.
 */
export function checkForm({ schema, fields }: CheckedForm, data: Record<string, unknown>): FieldError[] {
  const answered = withoutBlanks(data);
  const missing = missingAnswers(fields, answered, answered, '');
  const said = new Set(missing.map((fault) => fault.pointer));
  const wrong = wrongAnswers(schema, fields, answered).filter((fault) => !said.has(fault.pointer));
  return [...missing, ...wrong];
}

function missingAnswers(fields: readonly FormField[], root: unknown, self: unknown, parent: string): FieldError[] {
  return askedFields(fields, root, self).flatMap((field) => {
    const pointer = `${parent}${field.pointer}`;
    const value = valueAt(self, parent === '' ? field.pointer : `/${field.key}`);
    if (isUnanswered(value)) return isRequired(field, root, holderOf(root, self, parent, field)) ? [{ pointer, message: `请填写“${field.title}”`, messageEn: `"${field.titleEn ?? field.title}" is required` }] : [];
    if (field.kind !== 'list') return [];
    return (value as unknown[]).flatMap((entry, index) => missingAnswers(field.entries, root, entry, `${pointer}/${index}`));
  });
}

/** Neighbours of a field: the list entry, or for a field of the form itself the object that holds it. */
function holderOf(root: unknown, self: unknown, parent: string, field: FormField): unknown {
  return parent === '' ? valueAt(root, field.pointer.slice(0, field.pointer.lastIndexOf('/'))) : self;
}

function wrongAnswers(schema: Record<string, unknown>, fields: readonly FormField[], data: unknown): FieldError[] {
  const { errors } = new Validator(schema as Schema, '2020-12', false).validate(data);
  const byPointer = new Map<string, FieldError>();
  for (const error of errors) {
    const pointer = error.instanceLocation.replace(/^#/, '');
    const field = fieldAt(fields, pointer);
    if (field && !byPointer.has(pointer) && saysSomething(error, field)) byPointer.set(pointer, { pointer, ...wording(error, field) });
  }
  return [...byPointer.values()];
}

const containers = new Set(['properties', 'items', 'allOf', 'if', 'then', 'required', 'additionalProperties', '$ref']);

function saysSomething({ keyword }: OutputUnit, field: FormField): boolean {
  return !containers.has(keyword) || (field.kind === 'red-line' && keyword !== 'if');
}

function wording({ keyword }: OutputUnit, field: FormField): { message: string; messageEn: string } {
  const title = field.title;
  const titleEn = field.titleEn ?? title;
  if (keyword === 'maxLength') return { message: `“${title}”不能超过 ${field.maxLength} 个字`, messageEn: `"${titleEn}" takes at most ${field.maxLength} characters` };
  if (keyword === 'const' && field.mustBeTrue) return { message: `须确认“${title}”`, messageEn: `"${titleEn}" must be confirmed` };
  if (keyword === 'minimum' || keyword === 'maximum') return { message: `“${title}”的数值超出范围`, messageEn: `"${titleEn}" is out of range` };
  if (keyword === 'type') return { message: `“${title}”的格式不正确`, messageEn: `"${titleEn}" has the wrong form` };
  return { message: `“${title}”不符合要求${field.help ? `：${field.help}` : ''}`, messageEn: `"${titleEn}" is not valid${field.helpEn ? `: ${field.helpEn}` : ''}` };
}

/** The field that a pointer lies in; indexes of list entries are passed over, parts of one value belong to its field. */
export function fieldAt(fields: readonly FormField[], pointer: string): FormField | undefined {
  const field = fields.find((candidate) => pointer === candidate.pointer || pointer.startsWith(`${candidate.pointer}/`));
  if (!field || pointer === field.pointer || field.kind !== 'list') return field;
  const rest = pointer.slice(field.pointer.length).replace(/^\/\d+/, '');
  return rest === '' ? field : fieldAt(field.entries, rest);
}
