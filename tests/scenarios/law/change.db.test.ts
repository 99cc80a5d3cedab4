import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places } from '../../support/branches.js';
import { Permits } from '../../support/permits.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Change of a permit 变更 (article 49)', () => {
  let test: TestProduct;
  let office: Office;
  let permits: Permits;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    permits = new Permits(office);
  });
  afterAll(() => test.remove());

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('is decided on its own, refused only with reasons, once, and the certificate is made anew', async () => {
      const { scene, application, permit } = await permits.granted(place, { on: '2026-01-26', validUntil: '2026-07-26' });
      const request = await scene.undisturbed(() => permits.ask(permit, 'change'));
      expect((await application.work('leader')).map((work) => work.step)).toContain('decidePermitRequest');
      expect(await refusalOf(permits.decide(permit, request, 'refused', ' '))).toMatchObject({ code: 'FORM_INVALID' });
      expect(await scene.undisturbed(() => permits.decide(permit, request, 'refused', '受纳场地不符合规划'))).toMatchObject({ status: 'refused' });
      expect(await refusalOf(permits.decide(permit, request))).toMatchObject({ code: 'PERMIT_REQUEST_NOT_FOUND' });
      const certificates = async (): Promise<object[]> => (await application.documentsReady()).filter((document) => document.kind === 'certificate' && document.caseId === permit);
      expect(await certificates()).toMatchObject([{ state: 'valid' }]);
      const again = await permits.ask(permit, 'change');
      await scene.undisturbed(() => permits.decide(permit, again));
      expect(await certificates()).toEqual(expect.arrayContaining([expect.objectContaining({ state: 'replaced' }), expect.objectContaining({ state: 'valid', status: 'awaitingSeal' })]));
      expect(await permits.show(permit)).toMatchObject({ state: 'valid', validUntil: '2026-07-26', requests: [{ status: 'refused' }, { status: 'granted' }] });
    });
  });
});
