import { Office } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('No permit is needed 依法不需要取得行政许可 (rule A3)', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('is said at once, without remedies and without a decision, and ends everything that was under way', async () => {
      const { application } = await Scene.filed(office, place, { on: '2026-03-02' });
      await application.act('clerk', 'refuse', { refusalGround: 'noPermitNeeded', reasons: '依法不需要取得行政许可' });
      const notice = (await application.documentsReady()).find((document) => document.kind === 'not-accepted');
      expect(notice).toMatchObject({ title: '不受理告知书', status: 'sealed' });
      expect(await application.view('clerk')).toMatchObject({ status: 'notAccepted', workItems: [], openMatters: [] });
      await office.on('2026-03-20');
      expect(await application.clock()).toMatchObject({ acceptedOn: null, light: 'done' });
      expect(await office.get('clerk', '/public/register?q=&pageSize=200')).toMatchObject({ total: 0 });
    });
  });
});
