import { isSectionCode, sections } from './application/sections.js';
import { fieldsOfClass, type FieldSpec, type FormClass } from './field-registry.js';
import type { FormValues } from './validate-form.js';

/** The same form with personal numbers, phones and addresses masked, for screens and papers that do not need them (个人信息保护法 art. 6). */
export function maskSensitive(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).map(([code, section]) => [code, isSectionCode(code) ? maskFields(sections[code].form, section) : section]),
  );
}

function maskFields(formClass: FormClass, values: Record<string, unknown>): Record<string, unknown> {
  const masked = { ...values };
  for (const field of fieldsOfClass(formClass)) {
    const value = masked[field.key];
    if (field.sensitive && typeof value === 'string') masked[field.key] = maskText(field.sensitive, value);
    else if (field.entry && Array.isArray(value)) masked[field.key] = value.map((entry: Record<string, unknown>) => maskFields(field.entry!(), entry));
  }
  return masked;
}

function maskText(kind: NonNullable<FieldSpec['sensitive']>, value: string): string {
  if (kind === 'phone') return `${value.slice(0, 3)}****${value.slice(-4)}`;
  if (kind === 'address') return `${value.slice(0, 6)}****`;
  if (value.length <= 8) return `${value.slice(0, 1)}****${value.slice(-1)}`;
  return `${value.slice(0, 4)}${'*'.repeat(value.length - 8)}${value.slice(-4)}`;
}
