import { Office } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Complaint 3: a case enters a step again', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('an item that returns to examination counts and warns as the first time', async () => {
    const again = await office.accepted({ on: '2026-03-02' });
    const item = await again.item();
    await again.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '可以' });
    await office.on('2026-03-09');
    await again.actIn(item, 'leader', 'return', { opinion: '请补充依据' });
    const [work] = await again.work('reviewer-ggsy');
    expect(work).toMatchObject({ step: 'examine', dueOn: '2026-03-11', light: 'green' });
    await office.on('2026-03-12');
    expect((await again.work('reviewer-ggsy'))[0]).toMatchObject({ light: 'red' });
    expect(await again.clock(item)).toMatchObject({ usedWorkdays: 8 });
  });
});
