import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const phone = { target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' };

describe('Acceptance by silence 逾期视为受理 (rules A6, A7)', () => {
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

    it('no notice in time: accepted by the law as of the day of receipt, with its paper, and a late notice needs its ground', async () => {
      const scene = await Scene.filed(office, place, { on: '2026-02-13' });
      const { application } = scene;
      await office.on('2026-02-27');
      expect((await application.view()).status).toBe('submitted');
      // The neighbours' work stays as it was although the day moves on and the law acts.
      await scene.undisturbed(() => office.on('2026-02-28'));
      expect((await application.view('clerk')).status).toBe('accepted');
      expect(await application.clock(await scene.item())).toMatchObject({ acceptedOn: '2026-02-13', due: '2026-03-19', acceptance: 'deemed' });
      expect((await application.events()).find((event) => event.type === 'accepted')).toMatchObject({ on: '2026-02-13', actor: '系统', data: { deemed: true, byLaw: true } });
      expect((await application.work('reviewer-ggsy')).map((work) => work.step)).toContain('examine');
      expect(await refusalOf(application.act('clerk', 'requestCorrection', { items: [phone] }))).toMatchObject({ code: 'CORRECTION_GROUND_NEEDED' });
      expect((await application.documentsReady()).map((document) => document.kind)).toContain('acceptance-notice');
    });

    it('complete corrections that the window left lying are accepted as of the day on which they came', async () => {
      const scene = await Scene.filed(office, place, { on: '2026-03-02' });
      const { application } = scene;
      await application.act('clerk', 'requestCorrection', { items: [phone] });
      await office.on('2026-03-04');
      await application.act('enterprise', 'answerCorrection', { values: { [phone.target]: '13800000003' } });
      await office.on('2026-03-11');
      expect((await application.view()).status).toBe('submitted');
      await scene.undisturbed(() => office.on('2026-03-12'));
      expect((await application.view()).status).toBe('accepted');
      expect(await application.clock(await scene.item())).toMatchObject({ acceptedOn: '2026-03-04', acceptance: 'corrected' });
    });
  });
});
