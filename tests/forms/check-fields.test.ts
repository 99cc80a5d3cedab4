import { checkPresence, checkValues, dropHidden, toPlain } from '../../src/forms/check-fields.js';
import { ListOf } from '../../src/forms/fields/list-of.js';
import { Decimal } from '../../src/forms/fields/number.js';
import { Text } from '../../src/forms/fields/text.js';
import { YesNo } from '../../src/forms/fields/yes-no.js';
import { schemaOfClass } from '../../src/forms/json-schema.js';
import { takeFields } from '../../src/forms/take-fields.js';

class Crossing {
  @YesNo({ zh: '是否穿越河道', en: 'Crosses a river', required: true })
  crossesRiver?: boolean;

  @Text({ zh: '河道名称', en: 'Name of the river', max: 20, required: true, showWhen: { field: './crossesRiver', equals: true } })
  river?: string;
}

class Pipeline {
  @Decimal({ zh: '管径', en: 'Diameter', unit: 'mm', decimals: 1, required: true })
  diameter?: number;

  @ListOf(() => Crossing, { zh: '穿越点', en: 'Crossings', max: 3 })
  crossings?: Crossing[];
}

const taken = (data: unknown) => takeFields(Pipeline, data, '', []);

describe('a form class', () => {
  it('a required question that is not asked is not missed, inside a list entry too', () => {
    const pipeline = taken({ diameter: 300, crossings: [{ crossesRiver: true }, { crossesRiver: false }, {}] });
    expect(checkPresence(Pipeline, pipeline, { pointer: '', root: pipeline }).map((found) => found.pointer)).toEqual(['/crossings/0/river', '/crossings/2/crossesRiver']);
  });

  it('an answer to a question that is not asked is dropped, inside a list entry too', () => {
    const pipeline = taken({ diameter: 300, crossings: [{ crossesRiver: false, river: '大黑河' }, { crossesRiver: true, river: '大黑河' }] });
    expect(dropHidden(Pipeline, pipeline, pipeline)).toBe(true);
    expect(dropHidden(Pipeline, pipeline, pipeline)).toBe(false);
    expect(toPlain(Pipeline, pipeline)).toEqual({ diameter: 300, crossings: [{ crossesRiver: false }, { crossesRiver: true, river: '大黑河' }] });
  });

  it('messages come in both languages, for the rules of class-validator as well', () => {
    expect(checkValues(taken({ diameter: 300.05 }), '/x')).toEqual([{ pointer: '/x/diameter', message: '应为数字，最多 1 位小数', messageEn: 'Must be a number with at most 1 decimal places' }]);
  });

  it('the schema of a list entry carries the condition between neighbours', () => {
    const schema = schemaOfClass(Pipeline, { zh: '管线', en: 'Pipeline' });
    const entry = (schema['properties'] as Record<string, { items: Record<string, unknown> }>)['crossings']!.items;
    expect(entry['required']).toEqual(['crossesRiver']);
    expect(entry['allOf']).toEqual([{ if: { properties: { crossesRiver: { const: true } }, required: ['crossesRiver'] }, then: { required: ['river'] } }]);
  });
});
