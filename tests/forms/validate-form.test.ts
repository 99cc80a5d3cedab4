import fc from 'fast-check';
import { validateForm } from '../../src/forms/validate-form.js';
import { dataCentreForm, faultsOf, refusedFields, worksPermitSections } from './example-form.js';

const filedInTime = { context: { stage: 'SG', filedOn: '2026-03-02', regions: ['150123'] } };

describe('the one form', () => {
  it('the example of a data-centre project is accepted as it stands, and nothing is changed', () => {
    const values = validateForm(worksPermitSections, dataCentreForm(), filedInTime);
    expect({ ...values, S20: undefined }).toEqual({ ...dataCentreForm(), S20: undefined });
  });

  it('says for every missing field what is missing, in Chinese and English', () => {
    const faults = faultsOf(() => validateForm(worksPermitSections, {}));
    expect(faults).toContainEqual({ pointer: '/S02/creditCode', message: '请填写“统一社会信用代码”', messageEn: '"Unified social credit code" is required' });
    expect(faults.map((found) => found.pointer)).toEqual(expect.arrayContaining(['/S01/projectCode', '/S04/agentFiles', '/S14/participants', '/S18/signature', '/S19/method']));
  });

  it.each<[string, (form: ReturnType<typeof dataCentreForm>) => void, string]>([
    ['a credit code with a wrong check character', (form) => (form.S02['creditCode'] = '91350100M000100Y4A'), '/S02/creditCode'],
    ['an identity card with a wrong check digit', (form) => (form.S03['certificateNumber'] = '110105194912310021'), '/S03/certificateNumber'],
    ['a project code without hyphens', (form) => (form.S01['projectCode'] = '251215012304016182041234'), '/S01/projectCode'],
    ['a landline for a mobile', (form) => (form.S02['contactPhone'] = '0471-1234567'), '/S02/contactPhone'],
    ['a day that does not exist', (form) => (form.S01['plannedStart'] = '2026-02-30'), '/S01/plannedStart'],
    ['a figure as text', (form) => (form.S07['capital'] = '55800'), '/S07/capital'],
    ['five decimals of 万元', (form) => (form.S07['capital'] = 55800.00001), '/S07/capital'],
    ['three decimals of ㎡', (form) => (form.S08['aboveGroundArea'] = 64120.351), '/S08/aboveGroundArea'],
    ['a negative area', (form) => (form.S08['undergroundArea'] = -1), '/S08/undergroundArea'],
    ['half a floor', (form) => (buildings(form)[0]!['floorsAbove'] = 3.5), '/S08/buildings/0/floorsAbove'],
    ['a figure that is not finite', (form) => (form.S07['totalInvestment'] = Number.POSITIVE_INFINITY), '/S07/totalInvestment'],
    ['a choice that is not offered', (form) => (form.S01['projectType'] = 'ENTERPRISE'), '/S01/projectType'],
    ['yes as text', (form) => (form.S13['specialFireWorks'] = 'true'), '/S13/specialFireWorks'],
    ['a promise that is not given', (form) => (form.S18['statementOfTruth'] = false), '/S18/statementOfTruth'],
    ['a list that is no list', (form) => (form.S14['participants'] = { 0: {} }), '/S14/participants'],
    ['an entry that is no object', (form) => (form.S14['participants'] = ['x']), '/S14/participants/0'],
    ['an empty list of participants', (form) => (form.S14['participants'] = []), '/S14/participants'],
    ['a missing name inside a list', (form) => delete participants(form)[2]!['name'], '/S14/participants/2/name'],
    ['a wrong code inside a list', (form) => (participants(form)[2]!['creditCode'] = 'x'), '/S14/participants/2/creditCode'],
    ['too many entries', (form) => (form.S14['participants'] = Array.from({ length: 51 }, () => participants(form)[0])), '/S14/participants'],
    ['a field that the form does not have', (form) => (form.S02['nickname'] = 'x'), '/S02/nickname'],
    ['a field that an entry does not have', (form) => (participants(form)[1]!['salary'] = 1), '/S14/participants/1/salary'],
    ['a section that belongs to another stage', (form) => (form.S09 = { annualEnergyTce: 1 }), '/S09'],
    ['a text of ten million characters', (form) => (form.S01['scope'] = 'x'.repeat(10_000_000)), '/S01/scope'],
    ['a text one character too long', (form) => (form.S01['projectName'] = '名'.repeat(201)), '/S01/projectName'],
    ['a NUL in a text', (form) => (form.S01['address'] = 'a\u0000b'), '/S01/address'],
    ['half of a surrogate pair', (form) => (form.S01['address'] = 'a\ud800b'), '/S01/address'],
    ['a mark that turns the direction of writing', (form) => (form.S01['address'] = 'a\u202eb'), '/S01/address'],
    ['nothing but blanks in a required text', (form) => (form.S01['address'] = ' \u3000 '), '/S01/address'],
    ['an attachment that looks like a path', (form) => (form.S18['signature'] = '../../etc/passwd'), '/S18/signature'],
  ])('refuses %s and points at the field', (_what, spoil, pointer) => {
    const form = dataCentreForm();
    spoil(form);
    expect(refusedFields(worksPermitSections, form, filedInTime)).toContain(pointer);
  });

  it.each([null, undefined, 1, 'x', [], [{}]])('refuses %j as a form without breaking', (data) => {
    expect(refusedFields(worksPermitSections, data).length).toBeGreaterThan(0);
  });

  it('cannot be used to reach prototypes', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":1},"S01":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}');
    const pointers = refusedFields(worksPermitSections, hostile);
    expect(pointers).toEqual(['/__proto__', '/S01/__proto__', '/S01/constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(refusedFields(['S02'], Object.create(dataCentreForm()) as object)).toContain('/S02/name');
  });

  it('trims texts and takes a blank or null answer for none', () => {
    const form = dataCentreForm();
    form.S01['projectName'] = '  新区示例项目\u3000';
    form.S02['email'] = '';
    form.S02['registeredAddress'] = null;
    const values = validateForm(worksPermitSections, form);
    expect(values.S01?.['projectName']).toBe('新区示例项目');
    expect(values.S02).not.toHaveProperty('email');
    expect(values.S02).not.toHaveProperty('registeredAddress');
  });

  it('a name in Mongolian script with its joiners, and several lines, are texts like any other', () => {
    const form = dataCentreForm();
    form.S02['name'] = 'ᠥᠪᠦᠷ ᠮᠣᠩᠭᠣᠯ\u180e\u200d';
    form.S01['scope'] = '第一行\n第二行\t𠮷';
    expect(validateForm(worksPermitSections, form).S01?.['scope']).toBe(form.S01['scope']);
  });

  it('whatever comes in, the answer is clean values or FORM_INVALID, and clean values are accepted unchanged', () => {
    const keys = fc.constantFrom(...worksPermitSections, 'S09', '__proto__', 'x');
    const fields = fc.constantFrom('name', 'creditCode', 'participants', 'buildings', 'agentFiles', 'totalInvestment', 'certificateNumber', 'plannedStart', 'redLine', '__proto__', 'toString');
    const forms = fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.dictionary(fields, fc.jsonValue()))));
    fc.assert(
      fc.property(forms, fc.boolean(), (form, draft) => {
        const faults = faultsOf(() => expect(validateForm(worksPermitSections, validateForm(worksPermitSections, form, { draft }), { draft })).toEqual(validateForm(worksPermitSections, form, { draft })));
        expect(faults.every((found) => found.message !== '' && found.messageEn !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  describe('questions that depend on other answers', () => {
    it('everything about the agent is required once an agent files, across all fields', () => {
      const form = dataCentreForm();
      form.S04 = { agentFiles: true };
      expect(refusedFields(worksPermitSections, form)).toEqual([
        '/S04/name', '/S04/certificateType', '/S04/certificateNumber', '/S04/phone', '/S04/authorisedMatters', '/S04/authorisedFrom', '/S04/authorisedUntil', '/S04/authorityLetter',
      ]);
    });

    it('answers about an agent are dropped when no agent files', () => {
      const form = dataCentreForm();
      form.S04 = { agentFiles: false, name: '张三', authorisedFrom: '2026-01-01' };
      expect(validateForm(worksPermitSections, form).S04).toEqual({ agentFiles: false });
    });

    it('a chain of dependent questions goes together: no duty, no relocation, no reason', () => {
      const form = dataCentreForm();
      form.S12 = { civilDefenceDuty: false, relocation: true, relocationReason: '地质条件不允许', requiredArea: 10 };
      expect(validateForm(worksPermitSections, form).S12).toEqual({ civilDefenceDuty: false });
      form.S12 = { civilDefenceDuty: true, requiredArea: 100, plannedArea: 0, relocation: true };
      expect(refusedFields(worksPermitSections, form)).toEqual(['/S12/relocationReason']);
    });

    it('a linear project gives its line and no floor area; the condition crosses sections', () => {
      const form = dataCentreForm();
      Object.assign(form.S01, { projectType: 'GOV_LINEAR', investmentSource: 'government', initiationType: 'approval' });
      form.S08 = {};
      expect(refusedFields(worksPermitSections, form)).toEqual(['/S08/lineStart', '/S08/lineEnd', '/S08/lineLength']);
    });

    it('an address is needed for delivery by post only', () => {
      const form = dataCentreForm();
      form.S19 = { method: 'courier', electronicConsent: false };
      expect(refusedFields(worksPermitSections, form)).toEqual(['/S19/deliveryAddress']);
    });
  });

  describe('a draft', () => {
    it('may be incomplete and half typed', () => {
      const draft = { S02: { creditCode: '9115', contactPhone: '138' }, S01: { plannedStart: '2026', plannedFinish: '2020-01-01' }, S07: { totalInvestment: 1, capital: 2 } };
      expect(validateForm(worksPermitSections, draft, { draft: true })).toEqual({ S01: draft.S01, S02: draft.S02, S07: draft.S07 });
    });

    it('keeps answers to questions that are not asked now, so that a changed mind loses nothing', () => {
      const draft = { S04: { agentFiles: false, name: '张三' } };
      expect(validateForm(worksPermitSections, draft, { draft: true })).toEqual(draft);
    });

    it.each([
      [{ S02: { unknown: 1 } }, '/S02/unknown'],
      [{ S09: {} }, '/S09'],
      [{ S07: { capital: '1' } }, '/S07/capital'],
      [{ S01: { scope: 'x'.repeat(3000) } }, '/S01/scope'],
      [{ S14: { participants: 'x' } }, '/S14/participants'],
      [{ S14: { participants: Array.from({ length: 51 }, () => ({})) } }, '/S14/participants'],
      [{ S18: { commitmentItems: ['x'.repeat(65)] } }, '/S18/commitmentItems/0'],
    ])('still refuses the wrong kind, an unknown field or too much: %#', (draft, pointer) => {
      expect(refusedFields(worksPermitSections, draft, { draft: true })).toEqual([pointer]);
    });
  });

  it('a hostile form cannot make a large answer', () => {
    const form = { S02: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1])) };
    expect(refusedFields(worksPermitSections, form).length).toBeLessThanOrEqual(200);
  });
});

function participants(form: ReturnType<typeof dataCentreForm>): Record<string, unknown>[] {
  return form.S14['participants'] as Record<string, unknown>[];
}

function buildings(form: ReturnType<typeof dataCentreForm>): Record<string, unknown>[] {
  return form.S08['buildings'] as Record<string, unknown>[];
}
