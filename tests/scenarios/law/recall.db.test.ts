import type { CaseView } from '../../../src/api/contract.js';
import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places } from '../../support/branches.js';
import { Permits } from '../../support/permits.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Recall of a lawful permit 撤回 (article 8)', () => {
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

    it('ends the permit on its own ground, publicly, by a decision that is sealed apart', async () => {
      const { scene, application, permit } = await permits.granted(place, { on: '2026-03-02' });
      await scene.undisturbed(() => permits.end(permit, 'recalled', 'lawChanged'));
      expect(await permits.show(permit)).toMatchObject({ state: 'recalled', stateText: '撤回', endedOn: '2026-03-02' });
      await application.documentsReady();
      await scene.undisturbed(() => application.actIn(permit, 'sealkeeper', 'sealPapers', { contentChecked: true }));
      const paper = (await application.documentsReady()).find((document) => document.kind === 'permit-end');
      expect(paper).toMatchObject({ status: 'sealed', state: 'valid', title: '撤回行政许可决定书' });
      expect((await permits.certificate(application, permit)).permit).toMatchObject({ state: 'recalled' });
    });

    it('closes what the holder asked for and nobody decided, with the reason; no work is left that nobody can do', async () => {
      const { scene, permit } = await permits.granted(place, { on: '2026-03-02' });
      const request = await permits.ask(permit, 'change');
      const { workItems } = await office.get<CaseView>('leader', `/cases/${permit}`);
      expect(workItems.map(({ step }) => step)).toContain('decidePermitRequest');
      await scene.undisturbed(() => permits.end(permit, 'recalled', 'lawChanged'));
      expect((await permits.show(permit)).requests).toMatchObject([{ id: request.id, status: 'refused', reasons: expect.stringContaining('许可已被撤回') }]);
      const left = (await office.get<CaseView>('leader', `/cases/${permit}`)).workItems.map(({ step }) => step);
      expect(left).not.toContain('decidePermitRequest');
      expect(await refusalOf(permits.decide(permit, request))).toMatchObject({ code: 'PERMIT_REQUEST_NOT_FOUND' });
      expect((await office.get<{ items: { text: string }[] }>('enterprise', '/notices')).items.map(({ text }) => text)).toContainEqual(expect.stringContaining('许可已被撤回'));
    });

    it('has grounds of its own, and nothing is recalled that has ended', async () => {
      const { permit } = await permits.granted(place, { on: '2026-03-02' });
      expect(await refusalOf(permits.end(permit, 'recalled', 'fraud'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
      await permits.end(permit, 'revoked', 'fraud');
      expect(await refusalOf(permits.end(permit, 'recalled', 'lawChanged'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
    });
  });
});
