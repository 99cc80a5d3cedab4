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

    it('before the stage is sealed: the end is sealed and served with everything else, what holds no longer is not', async () => {
      const { scene, application, permit } = await permits.granted(place, { on: '2026-03-02' });
      await permits.decide(permit, await permits.ask(permit, 'change'));
      await application.documentsReady();
      await permits.end(permit, 'recalled', 'lawChanged');
      await application.documentsReady();
      const own = async (): Promise<{ kind: string; status: string; state: string }[]> => (await application.documents()).filter(({ caseId }) => caseId === permit);
      const asked = async (): Promise<string[]> => (await office.get<CaseView>('sealkeeper', `/cases/${permit}`)).workItems.filter(({ step }) => step === 'sealPapers').map(({ name }) => name);
      // The certificate issued anew was to be sealed apart; it holds no longer.
      expect(await asked()).toEqual(['用印：撤回决定书']);
      if (place === inside) return;
      await scene.application.act('sealkeeper', 'seal', { contentChecked: true });
      expect(await asked()).toEqual([]);
      await application.documentsReady();
      const papers = (await own()).filter(({ kind }) => ['decision', 'certificate', 'permit-end'].includes(kind));
      expect(papers.filter(({ status }) => status === 'sealed')).toMatchObject([{ kind: 'permit-end', state: 'valid' }]);
      expect((await application.events(permit)).map(({ type }) => type)).toContain('sealed');
      const offer = (await application.view('clerk')).availableActions.find(({ action }) => action === 'deliver');
      await application.act('clerk', 'deliver', offer?.suggestion ?? {});
      expect((await application.view('clerk')).status).toBe('closed');
      expect((await office.get<{ items: unknown[] }>('admin', '/audit/invariants')).items).toEqual([]);
    });

    it('has grounds of its own, and nothing is recalled that has ended', async () => {
      const { permit } = await permits.granted(place, { on: '2026-03-02' });
      expect(await refusalOf(permits.end(permit, 'recalled', 'fraud'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
      await permits.end(permit, 'revoked', 'fraud');
      expect(await refusalOf(permits.end(permit, 'recalled', 'lawChanged'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
    });
  });
});
