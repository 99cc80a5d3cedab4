import { Office, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

interface Status {
  sequence: number;
  status: number;
  at: string;
  on: string;
}

/** Exchange-standard export: two statuses in the same second keep their order. */
describe('Complaint 20: the exchange gets statuses of one second in the order in which they happened', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('by their number: the clock stands still, so every status of a day has the same second', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S01/projectName', reason: '不一致', norm: '第三十一条' }] });
    await application.act('enterprise', 'answerCorrection', { values: { '/S01/projectName': '云枢数据中心一期' } });
    await application.act('clerk', 'accept', { remarks: '齐全' });
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 3, reason: '检测' });
    await application.actIn(item, 'reviewer-ggsy', 'endPause');
    await application.examine();
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
    const { items } = await office.get<{ items: Status[] }>('supervisor', `/cases/${application.id}/exchange`);
    expect(items.map(({ status }) => status)).toEqual([1, 6, 7, 3, 8, 9, 10, 11]);
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(items.map(({ at }) => at))).toEqual(new Set(['2026-03-02 10:00:00']));
    expect(await office.get('clerk', `/cases/${item}/exchange`)).toEqual({ items, total: 8 });
    expect(await refusalOf(office.get('enterprise', `/cases/${application.id}/exchange`))).toMatchObject({ code: 'ROLE_REQUIRED' });
  }, 90_000);
});
