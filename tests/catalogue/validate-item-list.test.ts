import { DomainError } from '../../src/errors/domain-error.js';
import { readItemList, validateItemList } from '../../src/catalogue/validate-item-list.js';
import { rawList, readReference, type Damaged } from './reference-list.js';

describe('the list of delegated items', () => {
  it('is taken whole: 56 items, and it says that it is a reconstruction', () => {
    const { items, meta, faults } = validateItemList(rawList());
    expect(faults).toEqual([]);
    expect(items).toHaveLength(56);
    expect(meta?.status).toContain('RECONSTRUCTION');
    expect(new Set(items.map((item) => item.dataStatus))).toEqual(new Set(['reconstruction']));
  });

  it('gives codes to materials that have none, the same paper the same code', () => {
    const list = rawList();
    for (const item of list.items as Damaged[]) for (const material of item['materials']) delete material.code;
    const { items } = readItemList(list);
    const named = items.flatMap((item) => item.materials).filter((material) => material.nameZh === '工程竣工验收报告');
    expect(named).toHaveLength(3);
    expect(new Set(named.map((material) => material.code)).size).toBe(1);
    // A paper of one item is named after it, so that a general name ("application letter") never joins two papers.
    expect(items[0]!.materials.map((material) => material.code).filter((code) => code.endsWith('application-letter'))).toEqual(['lx-gov-proposal.application-letter']);
    const byCode = new Map<string, Set<string>>();
    for (const material of items.flatMap((item) => item.materials)) {
      if (material.source !== 'earlierItem') byCode.set(material.code, (byCode.get(material.code) ?? new Set()).add(material.nameZh));
    }
    expect([...byCode.values()].every((names) => names.size === 1)).toBe(true);
  });

  it('expects the number that the administrator names, else the number that the file states', () => {
    expect(codesOf(validateItemList(rawList(), { expectedCount: 57 }))).toEqual(['/items count-differs']);
    const shorter = rawList();
    shorter.items.pop();
    expect(codesOf(validateItemList(shorter))).toEqual(['/items count-differs']);
    (shorter.meta as Damaged)['count'] = 55;
    expect(validateItemList(shorter).faults).toEqual([]);
  });

  it.each<[string, (list: Damaged) => void, string]>([
    ['a promise longer than the law (B20)', (list) => (list['items'][0].promisedLimitWorkdays = 21), '/items/0/promisedLimitWorkdays promise-longer-than-law'],
    ['a promise for one project type longer than the law', (list) => (list['items'][6].promisedLimitByProjectType.SOCIAL_SMALL = 21), '/items/6/promisedLimitByProjectType/SOCIAL_SMALL promise-longer-than-law'],
    ['a code that stands twice', (list) => (list['items'][9].code = 'gc-design-scheme'), '/items/9/code duplicate-code'],
    ['a code of the wrong shape', (list) => (list['items'][55].code = 'QY_special'), '/items/55/code code-shape'],
    ['a code that belongs to another stage', (list) => (list['items'][55].code = 'lx-special-hours'), '/items/55/code code-stage'],
    ['a prerequisite that does not exist', (list) => (list['items'][12].prerequisites[0].anyOf[0] = 'lx-nothing'), '/items/12/prerequisites/0/anyOf/0 prerequisite-unknown'],
    ['a prerequisite in a later stage', (list) => (list['items'][6].prerequisites[0].anyOf[0] = 'jg-archive'), '/items/6/prerequisites/0/anyOf/0 prerequisite-later-stage'],
    ['an item that needs itself', (list) => (list['items'][12].prerequisites[0].anyOf[0] = 'gc-engineering-planning-permit'), '/items/12/prerequisites/0/anyOf/0 prerequisite-itself'],
    ['an empty group of prerequisites', (list) => (list['items'][12].prerequisites[0].anyOf = []), '/items/12/prerequisites/0/anyOf prerequisite-empty'],
    ['a department that nobody knows', (list) => (list['items'][3].ownerDepartment.id = 'hhht-nobody'), '/items/3/ownerDepartment/id department-unknown'],
    ['a receiving body that nobody knows', (list) => (list['items'][3].receivingBody.id = 'xq-nobody'), '/items/3/receivingBody/id department-unknown'],
    ['a form section that nobody knows', (list) => list['items'][3].formSections.push('S21'), `/items/3/formSections/7 section-unknown`],
    ['a condition code that nobody knows', (list) => (list['items'][3].applicability.code = 'FULL_MOON'), '/items/3/applicability/code condition-unknown'],
    ['a result whose producing item does not exist', (list) => (material(list, 'earlierItem').producedBy = 'lx-nothing'), 'producer-unknown'],
    ['a result that names no producing item', (list) => delete material(list, 'earlierItem').producedBy, 'producer-missing'],
    ['a paper of the applicant that names a producing item', (list) => (material(list, 'applicant').producedBy = 'lx-gov-proposal'), 'producer-unexpected'],
    ['one material code with two meanings', (list) => (material(list, 'applicant', 2).code = material(list, 'applicant', 5).code), 'material-code-conflict'],
    ['an exclusive pair with an unknown item', (list) => (list['meta'].mutuallyExclusive[0][1] = 'bx-nothing'), '/meta/mutuallyExclusive/0/1 exclusive-unknown'],
    ['an exclusive pair of one item with itself', (list) => (list['meta'].mutuallyExclusive[0][1] = list['meta'].mutuallyExclusive[0][0]), '/meta/mutuallyExclusive/0 exclusive-pair'],
    ['a notice window longer than the five days of A6', (list) => (list['items'][0].clock.correctionNoticeWorkdays = 6), '/items/0/clock/correctionNoticeWorkdays wrong-shape'],
    ['a licence without any basis in law', (list) => (list['items'][2].legalBasis = []), '/items/2/legalBasis licence-without-basis'],
    ['an extension where the law sets no limit', (list) => (list['items'][8].clock.extensionMaxWorkdays = 10), '/items/8/clock/extensionMaxWorkdays extension-without-limit'],
    ['a limit that is text', (list) => (list['items'][0].statutoryLimitWorkdays = '20'), '/items/0/statutoryLimitWorkdays wrong-shape'],
    ['an item that is no object', (list) => (list['items'][0] = 'lx-gov-proposal'), '/items/0 wrong-shape'],
    ['a missing meta', (list) => delete list['meta'], '/meta wrong-shape'],
  ])('refuses %s, and says where', (_what, damage, expected) => {
    const list = rawList() as Damaged;
    damage(list);
    const report = validateItemList(list);
    expect(codesOf(report).some((found) => found === expected || found.endsWith(` ${expected}`))).toBe(true);
    expect(report.items).toEqual([]);
    expect(report.faults.every((fault) => fault.message !== '' && fault.messageEn !== '')).toBe(true);
  });

  it('finds a circle of prerequisites and names it from end to end', () => {
    const list = rawList() as Damaged;
    // 3 verification → 5 pre-review; now 5 → 3 as well.
    list['items'][4].prerequisites[0].anyOf.push('lx-ent-verification');
    const circle = validateItemList(list).faults.find((fault) => fault.code === 'prerequisite-circle');
    expect(circle?.messageEn).toContain('lx-site-land-prereview → lx-ent-verification → lx-site-land-prereview');
  });

  it('reports every fault at once, not only the first', () => {
    const list = rawList() as Damaged;
    list['items'][0].promisedLimitWorkdays = 99;
    list['items'][5].receivingBody.id = 'x';
    list['items'][50].formSections = ['S99'];
    expect(codesOf(validateItemList(list))).toEqual(
      expect.arrayContaining(['/items/0/promisedLimitWorkdays promise-longer-than-law', '/items/5/receivingBody/id department-unknown', '/items/50/formSections/0 section-unknown']),
    );
  });

  it.each([null, 1, 'x', [], {}, { items: 5 }, { meta: null, items: [] }, { meta: {}, items: [null, [], 3] }])('refuses %j without breaking', (json) => {
    const report = validateItemList(json);
    expect(report.faults.length).toBeGreaterThan(0);
    expect(report.items).toEqual([]);
  });

  it('survives a chain of ten thousand prerequisites', () => {
    const list = rawList() as Damaged;
    const model = list['items'][28];
    list['items'] = Array.from({ length: 9000 }, (_, index) => ({
      ...model,
      seq: index + 1,
      code: `bx-chain-${index}`,
      nameZh: `事项${index}`,
      prerequisites: [{ anyOf: [`bx-chain-${(index + 1) % 9000}`], kind: 'hard', when: null, basis: 'x', whenCode: 'ALWAYS' }],
      materials: [],
    }));
    list['meta'].count = 9000;
    list['meta'].mutuallyExclusive = [];
    expect(validateItemList(list).faults.map((fault) => fault.code)).toEqual(['prerequisite-circle']);
  });

  it('throws ITEM_LIST_INVALID with all faults where a valid list is needed', () => {
    expect(() => readItemList({ meta: {}, items: [] })).toThrow(DomainError);
    expect(() => readItemList(readReference('principles.json'))).toThrow(expect.objectContaining({ code: 'ITEM_LIST_INVALID' }) as Error);
  });
});

function material(list: Damaged, source: string, item?: number): Damaged {
  const items: Damaged[] = item === undefined ? list['items'] : [list['items'][item]];
  return items.flatMap((row) => row['materials'] as Damaged[]).filter((row) => row['source'] === source && row['nameZh'] !== '授权委托书及代理人身份证明')[0]!;
}

function codesOf(report: { faults: { place: string; code: string }[] }): string[] {
  return report.faults.map((fault) => `${fault.place} ${fault.code}`);
}
