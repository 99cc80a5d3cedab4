import { fieldsOf, type Condition } from './condition.js';
import { fieldsOfClass, schemaOfField, type FieldSpec, type FormClass } from './field-registry.js';

export type JsonSchema = Record<string, unknown>;

/** JSON Schema 2020-12 of one form class: titles in Chinese, `x-` keywords for what JSON Schema has no word for. */
export function schemaOfClass(formClass: FormClass, labels: { readonly zh: string; readonly en: string }): JsonSchema {
  const fields = fieldsOfClass(formClass);
  const required = fields.filter((field) => field.required === true && !field.showWhen).map((field) => field.key);
  const rules = fields.flatMap((field) => neighbourRules(field));
  return {
    type: 'object',
    title: labels.zh,
    'x-title-en': labels.en,
    properties: Object.fromEntries(fields.map((field, order) => [field.key, schemaOf(formClass, field, order)])),
    ...(required.length > 0 ? { required } : {}),
    ...(rules.length > 0 ? { allOf: rules } : {}),
    additionalProperties: false,
  };
}

/** `if … then required` for the fields of one section whose condition reads the whole form; rules on absent sections are left out. */
export function sectionRules(section: string, formClass: FormClass, present: readonly string[]): JsonSchema[] {
  return fieldsOfClass(formClass).flatMap((field) => {
    const condition = requiredCondition(field);
    if (!condition || fieldsOf(condition).some((pointer) => pointer.startsWith('./') || !present.includes(pointer.split('/')[1] ?? ''))) return [];
    return [{ if: ifSchema(condition), then: { properties: { [section]: { required: [field.key] } } } }];
  });
}

/** The same for a field whose condition reads its neighbours (`./key`) in a list entry or step form. */
function neighbourRules(field: FieldSpec): JsonSchema[] {
  const condition = requiredCondition(field);
  if (!condition || !fieldsOf(condition).every((pointer) => pointer.startsWith('./'))) return [];
  return [{ if: ifSchema(condition), then: { required: [field.key] } }];
}

function requiredCondition(field: FieldSpec): Condition | undefined {
  if (field.required === undefined) return undefined;
  if (field.required === true) return field.showWhen;
  return field.showWhen && field.showWhen !== field.required ? { all: [field.showWhen, field.required] } : field.required;
}

function schemaOf(formClass: FormClass, field: FieldSpec, order: number): JsonSchema {
  const entry = field.kind === 'list' ? { items: schemaOfClass(field.entry!(), field) } : {};
  return {
    ...schemaOfField(formClass, field),
    ...entry,
    ...(field.kind === 'text' && field.required === true ? { minLength: 1 } : {}),
    title: field.zh,
    'x-title-en': field.en,
    'x-kind': field.kind,
    'x-order': order,
    ...optional('description', field.help),
    ...optional('x-description-en', field.helpEn),
    ...optional('x-unit', field.unit),
    ...optional('x-unit-en', field.unitEn ?? field.unit),
    ...optional('x-group', field.group),
    ...optional('x-sensitive', field.sensitive),
    ...optional('x-show-when', field.showWhen),
    ...optional('x-required-when', typeof field.required === 'object' ? field.required : undefined),
  };
}

function optional(key: string, value: unknown): JsonSchema {
  return value === undefined ? {} : { [key]: value };
}

/** A condition as a schema that fits exactly the data for which it holds. */
function ifSchema(condition: Condition): JsonSchema {
  if ('all' in condition) return { allOf: condition.all.map(ifSchema) };
  const path = condition.field.startsWith('./') ? [condition.field.slice(2)] : condition.field.slice(1).split('/');
  if ('notIn' in condition) return { not: present(path, { enum: [...condition.notIn] }) };
  if ('equals' in condition) return present(path, { const: condition.equals });
  if ('in' in condition) return present(path, { enum: [...condition.in] });
  return present(path, { type: 'number', exclusiveMinimum: condition.above });
}

function present([key = '', ...rest]: readonly string[], schema: JsonSchema): JsonSchema {
  return { properties: { [key]: rest.length > 0 ? present(rest, schema) : schema }, required: [key] };
}
