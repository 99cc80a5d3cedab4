import { assertNotExclusive, mutuallyExclusive } from '../../src/catalogue/exclusive-items.js';
import { itemLimits } from '../../src/catalogue/item-limits.js';
import { readPrinciples } from '../../src/catalogue/principles.js';
import { readStageBudgets, stageLimit } from '../../src/catalogue/stage-budgets.js';
import { readReference, referenceList, type Damaged } from './reference-list.js';

const { items, meta } = referenceList();
const limits = (code: string, type?: Parameters<typeof itemLimits>[1]) => itemLimits(items.find((item) => item.code === code)!, type);

describe('the limits of an item', () => {
  it('the works permit: seven days from receipt, no extension, unit left open by the act (B10, B19)', () => {
    expect(limits('sg-construction-permit')).toMatchObject({ statutoryWorkdays: 7, promisedWorkdays: 2, startsFrom: 'receipt', unit: items.find((item) => item.code === 'sg-construction-permit')!.clock.lawUnit === 'workday' ? 'workday' : 'day-open', extension: null });
  });

  it('a verification may be extended by forty days by the principal head (B8)', () => {
    expect(limits('lx-ent-verification').extension).toEqual({ workdays: 40, approvedBy: 'principalHead' });
    expect(limits('gc-green-scheme').extension).toEqual({ workdays: 10, approvedBy: 'authorityHead' });
  });

  it('the notice window depends on the item (A9): three days for a discharge permit, none for a filing, on the spot for registration', () => {
    expect([limits('bx-discharge-permit').correctionNoticeWorkdays, limits('lx-ent-filing').correctionNoticeWorkdays, limits('jg-realestate-registration').correctionNoticeWorkdays]).toEqual([3, null, 0]);
  });

  it('a project type may have its own promise; zero means merged or not run', () => {
    expect(limits('lx-land-planning-permit', 'INDUSTRIAL_STANDARD_LAND').promisedWorkdays).toBe(2);
    expect(limits('sg-quality-safety', 'SOCIAL_SMALL')).toMatchObject({ promisedWorkdays: 0, mergedOrNotRun: true });
    expect(limits('lx-ent-filing')).toMatchObject({ promisedWorkdays: 0, mergedOrNotRun: false });
  });

  it('no promise exceeds the law, for any item and project type (B20)', () => {
    for (const item of items) {
      for (const type of item.appliesToProjectTypes) {
        const { statutoryWorkdays, promisedWorkdays } = itemLimits(item, type);
        if (statutoryWorkdays !== null && item.itemType.id !== 'BA') expect(promisedWorkdays).toBeLessThanOrEqual(statutoryWorkdays);
      }
    }
  });
});

describe('T13: items that exclude each other', () => {
  it('EIA report and form in one project are refused', () => {
    expect(mutuallyExclusive(['bx-eia-report', 'bx-eia-form', 'sg-fire-design'], meta.mutuallyExclusive)).toEqual([expect.objectContaining({ items: ['bx-eia-report', 'bx-eia-form'] })]);
    expect(() => assertNotExclusive(['bx-eia-form', 'bx-eia-report'], meta.mutuallyExclusive)).toThrow(expect.objectContaining({ code: 'ITEMS_EXCLUSIVE' }) as Error);
    expect(() => assertNotExclusive(['bx-eia-form', 'bx-soil-water-report'], meta.mutuallyExclusive)).not.toThrow();
  });
});

describe('reference data beside the items', () => {
  it('there are five principles; the sixth is not invented', () => {
    expect(readPrinciples(readReference('principles.json')).map((principle) => principle.zh)).toEqual(['一张表格申报', '一个窗口服务', '一次委托评审', '一次会议研究', '一枚印章管理']);
  });

  it('stage budgets add up, stay within 80 working days and say that they are a proposal', () => {
    const { budgets, status, limitWorkdays } = readStageBudgets(readReference('stage-budgets.json'));
    expect([status, limitWorkdays]).toEqual(['proposal', 80]);
    expect(Object.entries(budgets).map(([type, budget]) => [type, budget.totalWorkdays])).toEqual([
      ['GOV_BUILDING', 80],
      ['GOV_LINEAR', 80],
      ['SOCIAL_GENERAL', 57],
      ['SOCIAL_WITH_SCHEME', 42],
      ['INDUSTRIAL_STANDARD_LAND', 37],
      ['SOCIAL_SMALL', 10],
    ]);
    expect([stageLimit(budgets, 'SOCIAL_GENERAL', 'SG'), stageLimit(budgets, 'SOCIAL_WITH_SCHEME', 'SG'), stageLimit(budgets, 'SOCIAL_GENERAL', 'BX')]).toEqual([15, 20, undefined]);
  });

  it.each<[string, (file: Damaged) => void]>([
    ['a total that the stages do not make', (file) => (file.budgets.SOCIAL_GENERAL.totalWorkdays = 58)],
    ['more than the limit of the whole project', (file) => (file.limitWorkdays = 79)],
    ['a stage that stands twice', (file) => (file.budgets.SOCIAL_GENERAL.stages[0].covers = ['GC'])],
    ['text for a figure', (file) => (file.budgets.SOCIAL_GENERAL.stages[0].workdays = '10')],
  ])('refuses budgets with %s', (_what, damage) => {
    const file = readReference('stage-budgets.json') as Damaged;
    damage(file);
    expect(() => readStageBudgets(file)).toThrow(expect.objectContaining({ code: 'REFERENCE_DATA_INVALID' }) as Error);
  });
});
