import { Office } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Complaint 8: a pause across a holiday with a working Saturday', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('five paused working days across a holiday with a working Saturday move the end exactly, and striking them restores it', async () => {
    const paused = await office.accepted({ on: '2026-04-27' });
    const item = await paused.item();
    const before = (await paused.clock(item)).due;
    await office.on('2026-04-30');
    await paused.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 5, reason: '检测' });
    // 05-06, 07, 08, Saturday 09 and 11 are the five.
    await office.on('2026-05-11');
    await paused.actIn(item, 'reviewer-ggsy', 'endPause');
    const { items } = await office.get<{ items: { key: string }[] }>('clerk', `/pauses?caseId=${item}`);
    const struck = await office.get<{ due: string; ifStruck: { ifStruck: { due: string }; workdaysRestored: number } }>('clerk', `/cases/${item}/clock?strike=${items[0]?.key}`);
    expect([before, struck.due, struck.ifStruck.ifStruck.due, struck.ifStruck.workdaysRestored]).toEqual(['2026-05-27', '2026-06-03', '2026-05-27', 5]);
  });
});
