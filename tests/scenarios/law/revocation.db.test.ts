import { licensed, Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places } from '../../support/branches.js';
import { Permits } from '../../support/permits.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Revocation of a wrong permit 撤销 (article 69)', () => {
  let test: TestProduct;
  let office: Office;
  let permits: Permits;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    permits = new Permits(office);
  });
  afterAll(() => test.remove());

  it('is published in the register and told to whoever checks the certificate', async () => {
    const { application, permit } = await licensed(office, { on: '2026-03-02' });
    await application.sealAndDeliver();
    await permits.end(permit, 'revoked', 'fraud');
    expect(await permits.certificate(application, permit)).toMatchObject({ verdict: 'revoked', text: expect.stringContaining('撤销') });
    expect(await office.get('clerk', '/public/register?q=&pageSize=200')).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ state: 'revoked' })]) });
  });

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('ends the permit on its own ground, publicly, by a decision that is sealed apart', async () => {
      const { scene, application, permit } = await permits.granted(place, { on: '2026-03-02' });
      await scene.undisturbed(() => permits.end(permit, 'revoked', 'fraud'));
      expect(await permits.show(permit)).toMatchObject({ state: 'revoked', stateText: '撤销', endedOn: '2026-03-02' });
      await application.documentsReady();
      await scene.undisturbed(() => application.actIn(permit, 'sealkeeper', 'sealPapers', { contentChecked: true }));
      const paper = (await application.documentsReady()).find((document) => document.kind === 'permit-end');
      expect(paper).toMatchObject({ status: 'sealed', state: 'valid', title: '撤销行政许可决定书' });
      expect((await permits.certificate(application, permit)).permit).toMatchObject({ state: 'revoked' });
      await permits.end(permit, 'deregistered', 'endedBefore');
    });

    it('spares a wrong permit whose end would harm the public, but never one that was got by fraud', async () => {
      const { permit } = await permits.granted(place, { on: '2026-03-02' });
      expect(await refusalOf(permits.end(permit, 'revoked', 'lawChanged'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
      expect(await refusalOf(permits.end(permit, 'revoked', 'procedure', { publicHarm: true }))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
      expect(await refusalOf(office.post('reviewer-ggsy', `/permits/${permit}/end`, { state: 'revoked', ground: 'fraud', reasons: 'x' }))).toMatchObject({ code: 'ROLE_REQUIRED' });
      await permits.end(permit, 'revoked', 'fraud', { publicHarm: true });
    });
  });
});
