import { holds } from './condition.js';
import type { FormField } from './form-field.js';

/** The fields that are asked with these answers; `self` is the object that holds them. */
export function askedFields(fields: readonly FormField[], root: unknown, self: unknown): FormField[] {
  return fields.filter((field) => !field.showWhen || holds(field.showWhen, root, self));
}

/** Whether an answer must be given now. */
export function isRequired(field: FormField, root: unknown, self: unknown): boolean {
  return field.required || (field.requiredWhen !== undefined && holds(field.requiredWhen, root, self));
}

export function isUnanswered(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

/** The form without blanks, nulls and empty lists: what is not answered is not sent. */
export function withoutBlanks<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((entry) => withoutBlanks(entry as unknown)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const answered = Object.entries(value).filter(([, entry]) => !isUnanswered(entry));
  return Object.fromEntries(answered.map(([key, entry]) => [key, withoutBlanks(entry as unknown)])) as Value;
}
