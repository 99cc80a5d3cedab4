import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Correction on the spot 当场更正 (rule A5)', () => {
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

    it('puts an obvious error right at once: no notice, no window used up, the earlier revision kept', async () => {
      const scene = await Scene.filed(office, place, { on: '2026-03-02' });
      const { application } = scene;
      const correct = (person: string, phone: string): Promise<unknown> => application.act(person, 'correctOnTheSpot', { values: { '/S02/contactPhone': phone }, remarks: '申请人到场确认' });
      expect(await refusalOf(correct('clerk', '1'))).toMatchObject({ code: 'FORM_INVALID' });
      expect(await refusalOf(correct('enterprise', '13800000007'))).toMatchObject({ code: 'ROLE_REQUIRED' });
      await scene.undisturbed(() => correct('clerk', '13800000007'));
      expect(await application.view()).toMatchObject({ status: 'submitted', formRevision: 2, corrections: [] });
      expect(await application.clock()).toMatchObject({ state: 'received', correctionNoticeUntil: '2026-03-09' });
      expect(await office.get('clerk', `/cases/${application.id}/changes`)).toMatchObject({ fields: [{ pointer: '/S02/contactPhone', to: '13800000007' }] });
      expect(await office.get('clerk', `/cases/${application.id}/form/1`)).toMatchObject({ revision: 1 });
      await scene.undisturbed(() => application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '仍无法接通', norm: '《行政许可法》第三十一条' }] }));
    });

    it('is no way to change an accepted application', async () => {
      const scene = await Scene.accepted(office, place, { on: '2026-03-02' });
      const late = scene.application.act('clerk', 'correctOnTheSpot', { values: { '/S02/contactPhone': '13800000007' }, remarks: 'x' });
      expect((await scene.undisturbed(() => refusalOf(late))).status).toBe(409);
    });
  });
});
