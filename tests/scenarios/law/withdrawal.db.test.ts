import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('The applicant takes a running application back 撤回申请', () => {
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

    it('everything open in it ends, in every branch, and nothing falls due any more', async () => {
      const { application, ...scene } = await Scene.accepted(office, place, { on: '2026-03-02' }).then((each) => ({ application: each.application, item: () => each.item() }));
      const waste = await scene.item();
      await application.actIn(waste, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 5, reason: '检测' });
      await office.post('reviewer-ggsy', '/corrections/requests', { caseId: application.id, items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }], ground: 'newFact' });
      await application.act('clerk', 'requestCorrection');
      await application.act('enterprise', 'withdraw', { reason: '项目调整' });
      const view = await application.view('clerk');
      expect(view).toMatchObject({ status: 'withdrawn', workItems: [], openMatters: [] });
      expect(new Set(view.items.map((item) => item.status))).toEqual(new Set(['withdrawn']));
      expect(await office.get('clerk', `/pauses?caseId=${application.id}&status=open`)).toMatchObject({ total: 0 });
      expect(await application.clock(waste)).toMatchObject({ state: 'withdrawn', light: 'done' });
      await office.on('2026-04-20');
      expect((await application.events(waste)).map((event) => event.type)).not.toContain('overdue');
      expect((await refusalOf(application.act('enterprise', 'withdraw', { reason: '再次' }))).status).toBe(409);
    });
  });
});
