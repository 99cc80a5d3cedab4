import type { Condition } from './condition.js';

/** A class whose decorated properties are the fields of a form, a section or a list entry. */
export type FormClass = new () => object;

export type FieldKind = 'text' | 'choice' | 'choices' | 'yes-no' | 'decimal' | 'whole-number' | 'date' | 'list' | 'texts' | 'attachment' | 'red-line';

/** What every field says about itself. Chinese is the language of the form, English its complete second language. */
export interface FieldLabels {
  readonly zh: string;
  readonly en: string;
  readonly help?: string;
  readonly helpEn?: string;
  readonly required?: true | Condition;
  /** Asked only when this holds; the value of a question that is not asked is dropped. */
  readonly showWhen?: Condition;
  /** Shown under this heading inside the section. */
  readonly group?: string;
  /** Personal data: masked unless revealed with a reason. */
  readonly sensitive?: 'certificate' | 'phone' | 'address';
  /** False when the answer belongs to one filing and is not carried into the next stage (promises, signatures). */
  readonly carried?: false;
}

export interface FieldSpec extends FieldLabels {
  readonly key: string;
  readonly kind: FieldKind;
  /** What the JSON Schema says besides titles and `x-` keywords. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly unit?: string;
  readonly unitEn?: string;
  readonly decimals?: number;
  /** Longest text, or most entries of a list. */
  readonly max?: number;
  readonly options?: readonly LabelledValue[];
  readonly entry?: () => FormClass;
}

export interface LabelledValue {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

const fieldsByClass = new Map<unknown, FieldSpec[]>();
const narrowings = new Map<unknown, Map<string, Record<string, unknown>>>();

/** Called by the field decorators; the order of the properties in the class is the order of the form. */
export function registerField(prototype: object, spec: FieldSpec): void {
  const fields = fieldsByClass.get(prototype.constructor) ?? [];
  fields.push(spec);
  fieldsByClass.set(prototype.constructor, fields);
}

/** Called by validators that can say in JSON Schema what they accept, e.g. with a pattern. */
export function narrowSchema(prototype: object, key: string, schema: Record<string, unknown>): void {
  const byKey = narrowings.get(prototype.constructor) ?? new Map<string, Record<string, unknown>>();
  byKey.set(key, { ...byKey.get(key), ...schema });
  narrowings.set(prototype.constructor, byKey);
}

/** The fields of a class in their order. */
export function fieldsOfClass(formClass: FormClass): readonly FieldSpec[] {
  return fieldsByClass.get(formClass) ?? [];
}

/** The JSON Schema keywords of one field: those of its kind and those of its validators. */
export function schemaOfField(formClass: FormClass, field: FieldSpec): Record<string, unknown> {
  return { ...field.schema, ...narrowings.get(formClass)?.get(field.key) };
}
