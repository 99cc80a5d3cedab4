import { Office } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Receipt 收件 (rule A12)', () => {
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

    it('what is filed on a working day is received with a voucher, a number and a last day for the window to speak', async () => {
      const scene = await Scene.filed(office, place, { on: '2026-03-02' });
      const { application } = scene;
      expect(await application.view()).toMatchObject({ status: 'submitted', number: expect.stringMatching(/^HXQ-SG-2026-\d{5}$/) });
      expect((await application.events())[0]).toMatchObject({ type: 'received', on: '2026-03-02', data: { channel: 'online' } });
      expect(await application.clock()).toMatchObject({ state: 'received', receivedOn: '2026-03-02', correctionNoticeUntil: '2026-03-09' });
      const vouchers = (await scene.undisturbed(() => application.documentsReady())).filter((document) => document.kind === 'receipt-list');
      expect(vouchers).toMatchObject([{ title: '申请材料收件凭证', status: 'sealed' }]);
    });

    it('what is filed late at night on a day off is received on that very day, and counts from the next working day', async () => {
      const draft = await office.draft({ on: '2026-02-21' });
      await (await office.as('admin')).put('/calendar/now', { now: '2026-02-21T23:30:00+08:00' });
      await draft.act('enterprise', 'submit');
      expect((await draft.events())[0]).toMatchObject({ type: 'received', on: '2026-02-21' });
      await office.on('2026-02-24');
      await draft.act('clerk', 'accept');
      expect(await draft.clock()).toMatchObject({ receivedOn: '2026-02-21', acceptedOn: '2026-02-24' });
    });

    it('a second application of the same project disturbs nothing of the first', async () => {
      const scene = await Scene.accepted(office, place, { on: '2026-03-02' });
      const second = await scene.undisturbed(() => office.file({ on: '2026-03-02', items: ['bx-road-occupy-dig'], projectId: scene.application.projectId }));
      expect((await second.view()).status).toBe('submitted');
    });
  });
});
