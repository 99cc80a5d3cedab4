import type { WorkItemView } from '../../../src/api/contract.js';
import { Office } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { year2027 } from '../../support/year-2027.js';

describe('When a year is published or corrected', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('gives an answer that could not be dated its day, as many working days after the notice as were given', async () => {
    const application = await office.file({ on: '2026-12-30' });
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }], handInWorkdays: 5 });
    expect((await application.view()).correction?.dueOn).toBeNull();
    await office.post('admin', '/calendar/years', year2027);
    await test.product.settle();
    expect((await application.view()).correction?.dueOn).toBe('2027-01-07');
    expect((await application.work('enterprise')).map((work) => work.dueOn)).toEqual(['2027-01-07']);
  });

  it('moves what lies on desks and the answer to a correction with it', async () => {
    await office.post('admin', '/calendar/years', year2027);
    await test.product.settle();
    const application = await office.file({ on: '2026-12-30' });
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }], handInWorkdays: 5 });
    const before = (await application.view()).correction?.dueOn;
    const admin = await office.as('admin');
    await admin.post('/calendar/years', { ...year2027, holidays: [{ ...year2027.holidays[0], to: '2027-01-05' }, ...year2027.holidays.slice(1)] });
    await test.product.settle();
    const after = (await application.view()).correction?.dueOn;
    expect([before, after]).toEqual(['2027-01-07', '2027-01-11']);
    const { recomputeDueDates } = await import('../../../src/services/time-limits/recompute-due-dates.js');
    const { items: years } = await admin.get<{ items: { year: number; version: number }[] }>('/calendar');
    const version = years.find((each) => each.year === 2027)?.version;
    // A message that is carried out again – after a killed process – moves nothing twice.
    await recomputeDueDates(test.product.services, { payload: { year: 2027, version } } as never);
    expect((await application.work('enterprise')).map((work: WorkItemView) => work.dueOn)).toEqual(['2027-01-11']);
  }, 60_000);
});
