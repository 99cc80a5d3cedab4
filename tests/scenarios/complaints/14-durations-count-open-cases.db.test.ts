import { Office, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

interface Report {
  rule: { zh: string; en: string };
  today: string;
  rows: { itemCode: string; cases: number; open: number; ended: number; averageWorkdays: number; longestWorkdays: number }[];
  total: { cases: number; averageWorkdays: number };
}

/** Average duration report includes open cases up to today and prints its rule. */
describe('Complaint 14: the average duration counts the cases that are still open', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('up to today, by working days, and says so; the average grows while nothing is done', async () => {
    const ended = await office.accepted({ on: '2026-03-02' });
    const stillOpen = await office.accepted({ projectId: ended.projectId });
    await office.on('2026-03-04');
    const item = await ended.examine();
    await ended.actIn(item, 'leader', 'approve', { content: '准予' });
    await office.on('2026-03-09');
    const report = await office.get<Report>('supervisor', '/audit/durations');
    // 2 working days from Monday to Wednesday, 5 from Monday to the next Monday.
    expect(report.rows).toEqual([expect.objectContaining({ itemCode: 'bx-construction-waste', cases: 2, open: 1, ended: 1, averageWorkdays: 3.5, longestWorkdays: 5 })]);
    expect(report.total).toMatchObject({ cases: 2, averageWorkdays: 3.5 });
    expect(report.rule.zh).toMatch(/尚未办结的算到今天（2026-03-09）/);
    expect(report.rule.en).toMatch(/open ones up to today \(2026-03-09\)/);

    await office.on('2026-03-10');
    expect((await office.get<Report>('leader', '/audit/durations')).total.averageWorkdays).toBe(4);
    await stillOpen.act('enterprise', 'withdraw', { reason: '项目调整' });
    await office.on('2026-03-20');
    expect((await office.get<Report>('leader', '/audit/durations')).rows[0]).toMatchObject({ open: 0, ended: 2, averageWorkdays: 4 });
    expect((await office.get<Report>('leader', '/audit/durations?from=2026-03-03')).rows).toEqual([]);
    expect(await refusalOf(office.get('enterprise', '/audit/durations'))).toMatchObject({ code: 'ROLE_REQUIRED' });
  }, 90_000);
});
