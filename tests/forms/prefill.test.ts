import { changedFields } from '../../src/forms/changed-fields.js';
import { maskSensitive } from '../../src/forms/mask-sensitive.js';
import { prefill } from '../../src/forms/prefill.js';
import type { FormValues } from '../../src/forms/validate-form.js';
import { dataCentreForm } from './example-form.js';

describe('values given once in the life of a project', () => {
  it('come back in a later stage, with the fields that were filled', () => {
    const { values, pointers } = prefill(['S01', 'S02', 'S16'], dataCentreForm());
    expect(values.S01).toEqual(dataCentreForm().S01);
    expect(values.S02).toEqual(dataCentreForm().S02);
    expect(values).not.toHaveProperty('S16');
    expect(pointers).toContain('/S02/creditCode');
    expect(pointers).toHaveLength(Object.keys(dataCentreForm().S01).length + Object.keys(dataCentreForm().S02).length);
  });

  it('the latest answer counts, field by field', () => {
    const first: FormValues = { S02: { name: '旧名称', contactName: '甲' } };
    const second: FormValues = { S02: { name: '新名称' } };
    expect(prefill(['S02'], [first, second]).values.S02).toEqual({ name: '新名称', contactName: '甲' });
  });

  it('promises, signatures and the presence of an agent are given anew', () => {
    const { values } = prefill(['S04', 'S18', 'S20'], { ...dataCentreForm(), S04: { agentFiles: true, name: '李四' }, S20: { materials: [] } });
    expect(values).toEqual({ S04: { name: '李四' } });
  });

  it('what an older form held and today’s form does not is left out, not refused', () => {
    const older = { S02: { name: '某公司', fax: '123', contactPhone: 138 } } as FormValues;
    expect(prefill(['S02'], older).values.S02).toEqual({ name: '某公司' });
  });

  it('the copy is its own: changing it leaves the earlier form alone', () => {
    const earlier = dataCentreForm();
    const { values } = prefill(['S14'], earlier);
    (values.S14?.['participants'] as Record<string, unknown>[])[0]!['name'] = '改';
    expect(earlier).toEqual(dataCentreForm());
  });
});

describe('what has changed between two forms', () => {
  it('names the fields with old and new value, lists as a whole, in the order of the form', () => {
    const after = dataCentreForm();
    after.S02['contactName'] = '乌兰';
    delete after.S01['longitude'];
    (after.S14['participants'] as Record<string, unknown>[])[3]!['leaderName'] = '孙丽';
    expect(changedFields(dataCentreForm(), after).map((change) => [change.pointer, change.zh])).toEqual([
      ['/S01/longitude', '经度'],
      ['/S02/contactName', '联系人'],
      ['/S14/participants', '参建单位'],
    ]);
    expect(changedFields(dataCentreForm(), after)[1]).toMatchObject({ from: '苏日娜', to: '乌兰' });
  });

  it('the same form has no changes, whatever the order of its members', () => {
    const turned = Object.fromEntries(Object.entries(dataCentreForm()).reverse().map(([code, section]) => [code, Object.fromEntries(Object.entries(section).reverse())])) as FormValues;
    expect(changedFields(dataCentreForm(), turned)).toEqual([]);
  });
});

describe('personal data', () => {
  it('certificate numbers, phones and addresses for delivery are masked, the rest is not', () => {
    const form: FormValues = { S02: { name: '某公司', contactPhone: '13800000001' }, S03: { certificateNumber: '11010519491231002X' }, S04: { certificateNumber: 'P123456' }, S19: { deliveryAddress: '呼和浩特市新城区某路 1 号' } };
    expect(maskSensitive(form)).toEqual({
      S02: { name: '某公司', contactPhone: '138****0001' },
      S03: { certificateNumber: '1101**********002X' },
      S04: { certificateNumber: 'P****6' },
      S19: { deliveryAddress: '呼和浩特市新****' },
    });
  });
});
