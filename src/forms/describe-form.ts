import { sections, type SectionCode } from './application/sections.js';
import { fieldsOfClass, type FieldSpec, type FormClass } from './field-registry.js';
import { schemaOfClass, sectionRules, type JsonSchema } from './json-schema.js';

/** One field as a flat row, e.g. for a list of fields, a correction notice or a comparison. */
export interface FieldDescription {
  /** JSON pointer; an asterisk stands for the number of a list entry. */
  readonly pointer: string;
  readonly section: SectionCode;
  readonly kind: FieldSpec['kind'];
  readonly zh: string;
  readonly en: string;
  readonly help?: string;
  readonly helpEn?: string;
  readonly unit?: string;
  readonly group?: string;
  readonly required: boolean | 'conditional';
  readonly sensitive?: FieldSpec['sensitive'];
  readonly options?: FieldSpec['options'];
}

export interface FormDescription {
  readonly sections: readonly { readonly code: SectionCode; readonly zh: string; readonly en: string }[];
  readonly fields: readonly FieldDescription[];
  /** JSON Schema 2020-12 of the whole form; see `docs/how-to/add-a-form-field.md` for its `x-` keywords. */
  readonly schema: JsonSchema;
}

/** The field list and the JSON Schema of a form made of these sections, both read from the section classes. */
export function describeForm(codes: readonly SectionCode[]): FormDescription {
  return {
    sections: codes.map((code) => ({ code, zh: sections[code].zh, en: sections[code].en })),
    fields: codes.flatMap((code) => describeFields(code, sections[code].form, `/${code}`)),
    schema: schemaOfForm(codes),
  };
}

function describeFields(section: SectionCode, formClass: FormClass, parent: string): FieldDescription[] {
  return fieldsOfClass(formClass).flatMap((field) => {
    const pointer = `${parent}/${field.key}`;
    const { kind, zh, en, help, helpEn, unit, group, sensitive, options } = field;
    const row: FieldDescription = {
      pointer,
      section,
      kind,
      zh,
      en,
      required: field.required === true && !field.showWhen ? true : field.required === undefined ? false : 'conditional',
      ...(help === undefined ? {} : { help }),
      ...(helpEn === undefined ? {} : { helpEn }),
      ...(unit === undefined ? {} : { unit }),
      ...(group === undefined ? {} : { group }),
      ...(sensitive === undefined ? {} : { sensitive }),
      ...(options === undefined ? {} : { options }),
    };
    return field.entry ? [row, ...describeFields(section, field.entry(), `${pointer}/*`)] : [row];
  });
}

function schemaOfForm(codes: readonly SectionCode[]): JsonSchema {
  const rules = codes.flatMap((code) => sectionRules(code, sections[code].form, codes));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    title: '一张表格申报',
    'x-title-en': 'The one form',
    properties: Object.fromEntries(codes.map((code, order) => [code, { ...schemaOfClass(sections[code].form, sections[code]), 'x-order': order }])),
    required: codes.filter((code) => fieldsOfClass(sections[code].form).some((field) => field.required === true && !field.showWhen)),
    ...(rules.length > 0 ? { allOf: rules } : {}),
    additionalProperties: false,
  };
}
