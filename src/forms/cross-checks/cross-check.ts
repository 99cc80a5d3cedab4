import type { SectionCode } from '../application/sections.js';
import type { FieldFault } from '../field-fault.js';

/** What a check may need besides the form; time comes in as an argument. */
export interface FormContext {
  /** The day of filing, `yyyy-mm-dd`. */
  readonly filedOn?: string;
  /** The stage whose form this is (LX, GC, SG, JG …). */
  readonly stage?: string;
  /** The type of the project for which this form is filed. */
  readonly projectType?: string;
  /** Division codes of the delegation area; a project elsewhere belongs to another authority. */
  readonly regions?: readonly string[];
}

/** A rule over several fields. It sees only forms that hold all the sections it needs, and answers nothing about fields left empty. */
export interface CrossCheck {
  readonly key: string;
  readonly needs: readonly SectionCode[];
  readonly check: (form: CheckedForm, context: FormContext) => FieldFault[];
}

/** Values of the right kind, by section; every field may be missing. */
export type CheckedForm = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export function figure(form: CheckedForm, section: SectionCode, key: string): number | undefined {
  const value = form[section]?.[key];
  return typeof value === 'number' ? value : undefined;
}

export function word(form: CheckedForm, section: SectionCode, key: string): string | undefined {
  const value = form[section]?.[key];
  return typeof value === 'string' ? value : undefined;
}

export function flag(form: CheckedForm, section: SectionCode, key: string): boolean | undefined {
  const value = form[section]?.[key];
  return typeof value === 'boolean' ? value : undefined;
}

export function rows(form: CheckedForm, section: SectionCode, key: string): readonly Readonly<Record<string, unknown>>[] {
  const value = form[section]?.[key];
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}
