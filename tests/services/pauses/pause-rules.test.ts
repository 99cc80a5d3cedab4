import { readFileSync } from 'node:fs';
import type { Item } from '../../../src/catalogue/item.js';
import { pauseRulesOf, specialPausesOf } from '../../../src/services/pauses/pause-rules.js';

const { items } = JSON.parse(readFileSync('seeds/reference/items.json', 'utf8')) as { items: Item[] };
const item = (code: string): Item => items.find((each) => each.code === code) as Item;

describe('the special procedures of an item', () => {
  it('are those of its own list, no others', () => {
    expect(pauseRulesOf(item('lx-ent-verification')).map((rule) => rule.kind).sort()).toEqual(['commissionedEvaluation', 'expertReview', 'hearing']);
    expect(pauseRulesOf(item('bx-construction-waste'))).toHaveLength(8);
  });

  it('carry the cap of the special act', () => {
    const capped = items.flatMap((each) => pauseRulesOf(each)).filter((rule) => rule.mostWorkdays !== undefined);
    expect(new Set(capped.map((rule) => [rule.kind, rule.mostWorkdays].join(' ')))).toEqual(new Set(['expertReview 20', 'technicalReview 30', 'interDepartmentConsultation 10']));
  });

  it('that art. 45 does not name rest on the special act: consultation for a water abstraction', () => {
    const special = specialPausesOf(item('bx-water-abstraction'));
    expect(special.map((rule) => rule.kind)).toEqual(['interDepartmentConsultation', 'dispute']);
    expect(special[0]?.article).toContain('取水许可');
  });

  it('leave out what the list of items itself doubts', () => {
    expect(items.flatMap((each) => pauseRulesOf(each)).some((rule) => rule.kind === 'consentOfTrafficPolice')).toBe(false);
  });
});
