import type { Condition } from './condition.js';

/** One question of a form, read from its JSON Schema. */
export interface FormField {
  readonly key: string;
  /** JSON pointer; inside a list entry it is relative to the entry. */
  readonly pointer: string;
  readonly kind: FieldKind;
  readonly title: string;
  readonly titleEn?: string;
  readonly help?: string;
  readonly helpEn?: string;
  readonly unit?: string;
  readonly unitEn?: string;
  readonly group?: string;
  readonly required: boolean;
  readonly requiredWhen?: Condition;
  readonly showWhen?: Condition;
  readonly options: readonly FieldOption[];
  readonly entries: readonly FormField[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly multiline: boolean;
  /** A promise: only yes is an answer. */
  readonly mustBeTrue: boolean;
}

export type FieldKind = 'text' | 'moment' | 'choice' | 'choices' | 'yes-no' | 'decimal' | 'whole-number' | 'date' | 'list' | 'texts' | 'attachment' | 'red-line' | 'any';

export interface FieldOption {
  readonly value: string;
  readonly title: string;
  readonly titleEn?: string;
}

export interface FormSection {
  readonly key: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly fields: readonly FormField[];
}

type Schema = Record<string, unknown>;

/** The sections of a stage form (`/S01`, `/S02`, …) in their order. */
export function readSections(schema: Schema): FormSection[] {
  return inOrder(schema).map(([key, section]) => ({
    key,
    title: text(section.title) ?? key,
    titleEn: text(section['x-title-en']),
    fields: readFields(section, `/${key}`, fieldsWithRule(schema, key)),
  }));
}

/** The fields of one object schema, in their order. */
export function readFields(schema: Schema, parent = '', ruled: readonly string[] = []): FormField[] {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const conditional = new Set([...ruled, ...fieldsWithRule(schema)]);
  return inOrder(schema).map(([key, field]) => {
    // A field that is not always asked cannot stand in `required`; an `if … then required` rule with no condition of its own says "whenever asked".
    const wheneverAsked = conditional.has(key) && field['x-show-when'] !== undefined && field['x-required-when'] === undefined;
    return readField(key, field, { pointer: `${parent}/${key}`, required: required.has(key) || wheneverAsked });
  });
}

/** The fields that an `if … then required` rule of this schema names, of one section where the rule stands at the root of the form. */
function fieldsWithRule(schema: Schema, section?: string): string[] {
  return ((schema.allOf as Schema[] | undefined) ?? []).flatMap((rule) => {
    const then = (rule.then as Schema | undefined) ?? {};
    const holder = section === undefined ? then : (then.properties as Record<string, Schema> | undefined)?.[section];
    return (holder?.required as string[] | undefined) ?? [];
  });
}

function readField(key: string, schema: Schema, { pointer, required }: { pointer: string; required: boolean }): FormField {
  const kind = kindOf(schema);
  const items = schema.items as Schema | undefined;
  return {
    key,
    pointer,
    kind,
    title: text(schema.title) ?? key,
    titleEn: text(schema['x-title-en']),
    help: text(schema.description),
    helpEn: text(schema['x-description-en']),
    unit: text(schema['x-unit']),
    unitEn: text(schema['x-unit-en']),
    group: text(schema['x-group']),
    required,
    requiredWhen: schema['x-required-when'] as Condition | undefined,
    showWhen: schema['x-show-when'] as Condition | undefined,
    options: optionsOf(kind === 'choices' ? (items ?? {}) : schema),
    entries: kind === 'list' && items ? readFields(items) : [],
    maxLength: (kind === 'texts' ? items?.maxLength : schema.maxLength) as number | undefined,
    maxItems: schema.maxItems as number | undefined,
    multiline: schema['x-multiline'] === true,
    mustBeTrue: schema.const === true,
  };
}

function inOrder(schema: Schema): [string, Schema][] {
  const properties = Object.entries((schema.properties as Record<string, Schema> | undefined) ?? {});
  return properties.sort(([, one], [, other]) => (Number(one['x-order']) || 0) - (Number(other['x-order']) || 0));
}

function kindOf(schema: Schema): FieldKind {
  if (typeof schema['x-kind'] === 'string') return schema['x-kind'] as FieldKind;
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type === 'integer') return 'whole-number';
  if (schema.type === 'number') return 'decimal';
  if (schema.oneOf || schema.enum) return 'choice';
  if (schema.type === 'string') return schema.format === 'date' ? 'date' : 'text';
  if (schema.type !== 'array') return 'any';
  const items = schema.items as Schema | undefined;
  if (items?.type === 'object') return 'list';
  return items?.oneOf || items?.enum ? 'choices' : 'texts';
}

function optionsOf(schema: Schema): FieldOption[] {
  if (Array.isArray(schema.oneOf)) return (schema.oneOf as Schema[]).map((option) => ({ value: String(option.const), title: text(option.title) ?? String(option.const), titleEn: text(option['x-title-en']) }));
  return ((schema.enum as string[] | undefined) ?? []).map((value) => ({ value, title: value }));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
