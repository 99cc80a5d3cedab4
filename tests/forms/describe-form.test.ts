import { Validator, type Schema } from '@cfworker/json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { sectionCodes } from '../../src/forms/application/sections.js';
import { describeForm } from '../../src/forms/describe-form.js';
import { stepFormKeys, getForm } from '../../src/forms/form-registry.js';
import { dataCentreForm, refusedFields, worksPermitSections } from './example-form.js';

const browser = (schema: Record<string, unknown>) => {
  const validator = new Validator(schema as Schema, '2020-12', false);
  return (data: unknown) => validator.validate(data).valid;
};

describe('what a form says about itself', () => {
  it('every field of all sections has a Chinese and an English label, and figures their unit', () => {
    const { fields } = describeForm(sectionCodes);
    expect(fields.length).toBeGreaterThan(120);
    expect(fields.filter((field) => !/[\u4e00-\u9fff]/.test(field.zh) || !/^[\x20-\x7e’]+$/.test(field.en))).toEqual([]);
    const withoutUnit = fields.filter((field) => field.kind === 'decimal' && !field.unit).map((field) => field.pointer);
    expect(withoutUnit).toEqual(['/S06/plotRatio', '/S09/powerUsageEffectiveness']);
    expect(fields.flatMap((field) => field.options ?? []).every((option) => option.zh !== '' && option.en !== '')).toBe(true);
  });

  it('the schema is JSON Schema 2020-12, with titles, order, units, labelled choices and conditions', () => {
    const { schema } = describeForm(worksPermitSections);
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    const properties = schema['properties'] as Record<string, { title: string; properties: Record<string, Record<string, unknown>>; additionalProperties: boolean }>;
    expect(Object.keys(properties)).toEqual(worksPermitSections);
    expect(properties['S07']!.properties['totalInvestment']).toMatchObject({ type: 'number', title: '总投资', 'x-title-en': 'Total investment', 'x-unit': '万元', 'x-decimals': 4, 'x-order': 0 });
    expect(properties['S13']!.properties['specialKind']).toMatchObject({ 'x-show-when': { field: '/S13/specialFireWorks', equals: true } });
    expect((properties['S01']!.properties['initiationType']!['oneOf'] as unknown[])[2]).toEqual({ const: 'filing', title: '备案', 'x-title-en': 'Filing' });
    expect(properties['S02']!.additionalProperties).toBe(false);
  });

  it('every schema is one that strict validators can compile', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    expect(ajv.compile(describeForm(sectionCodes).schema)).toBeInstanceOf(Function);
    for (const key of stepFormKeys) expect(ajv.compile(getForm(key).schema)).toBeInstanceOf(Function);
  });

  it('the browser accepts what the server accepts', () => {
    const { schema } = describeForm(worksPermitSections);
    expect(browser(schema)(dataCentreForm())).toBe(true);
    expect(new Ajv2020({ strict: false, validateFormats: false }).compile(schema)(dataCentreForm())).toBe(true);
  });

  it.each<[string, (form: ReturnType<typeof dataCentreForm>) => void]>([
    ['a missing required field', (form) => delete form.S02['name']],
    ['a missing section', (form) => delete (form as Partial<typeof form>).S02],
    ['an unknown field', (form) => (form.S02['nickname'] = 'x')],
    ['an unknown section', (form) => (form.S09 = {})],
    ['a wrong pattern', (form) => (form.S02['contactPhone'] = '123')],
    ['a text that is too long', (form) => (form.S01['projectName'] = 'x'.repeat(201))],
    ['a figure below zero', (form) => (form.S08['undergroundArea'] = -1)],
    ['a choice that is not offered', (form) => (form.S01['fundNature'] = 'magic')],
    ['a promise that is not given', (form) => (form.S18['statementOfTruth'] = false)],
    ['an agent without a name', (form) => (form.S04 = { agentFiles: true })],
    ['special works without their kind', (form) => delete form.S13['specialKind']],
    ['a linear project without a line, across sections', (form) => Object.assign(form.S01, { projectType: 'GOV_LINEAR' })],
    ['no floor area for a building, across sections', (form) => delete form.S08['totalFloorArea']],
    ['an empty list of participants', (form) => (form.S14['participants'] = [])],
    ['an entry without its role', (form) => delete (form.S14['participants'] as Record<string, unknown>[])[1]!['role']],
  ])('browser and server refuse alike: %s', (_what, spoil) => {
    const form = dataCentreForm();
    spoil(form);
    expect(browser(describeForm(worksPermitSections).schema)(form)).toBe(false);
    expect(refusedFields(worksPermitSections, form)).not.toEqual([]);
  });

  it('a condition on a section that the form does not have binds nobody', () => {
    const schema = describeForm(['S08', 'S18']).schema;
    expect(JSON.stringify(schema['allOf'] ?? [])).not.toContain('S01');
  });
});
