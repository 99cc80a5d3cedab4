import type { CaseView } from '../../../src/api/contract.js';
import { Office } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Work is done in a batch', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('each piece stands for itself: what is refused for one is told and the others are done', async () => {
    const applications = [await office.accepted(), await office.accepted(), await office.accepted()];
    const ids = await Promise.all(applications.map(async (each) => (await each.work('reviewer-ggsy'))[0]?.id as string));
    await office.post('reviewer-ggsy', `/work-items/${ids[1]}/claim`, {});
    const request = { action: 'pass', workItems: [...ids, 'nobody', ids[0]], form: { opinion: '材料齐全，建议通过' } };
    const { items } = await office.post<{ items: object[] }>('reviewer-ggsy', '/work-items/batch', request);
    expect(items).toMatchObject([{ done: true }, { done: true }, { done: true }, { workItem: 'nobody', done: false, code: 'WORK_ITEM_NOT_FOUND' }]);
    const again = await office.post<{ items: object[] }>('reviewer-ggsy', '/work-items/batch', { ...request, workItems: ids });
    expect(again.items).toMatchObject(ids.map((workItem) => ({ workItem, done: false, code: 'WORK_ITEM_NOT_OPEN' })));
    for (const application of applications) expect((await application.work('leader')).map((work) => work.step)).toEqual(['verify']);
    expect((await office.get<{ items: unknown[] }>('admin', '/audit/invariants')).items).toEqual([]);
  }, 60_000);

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('one opinion completes the same step of several applications, and nothing beside it changes', async () => {
      const scenes = [await Scene.accepted(office, place), await Scene.accepted(office, place)];
      const items = await Promise.all(scenes.map((scene) => scene.item()));
      const workItems = await Promise.all(items.map(async (caseId) => (await office.get<CaseView>('reviewer-ggsy', `/cases/${caseId}`)).workItems.find(({ step }) => step === 'examine')?.id));
      const batch = (): Promise<{ items: object[] }> => office.post('reviewer-ggsy', '/work-items/batch', { action: 'pass', workItems, form: { opinion: '材料齐全，建议通过' } });
      const [one, other] = scenes as [Scene, Scene];
      const { items: answers } = await one.undisturbed(() => other.undisturbed(batch));
      expect(answers).toMatchObject([{ done: true }, { done: true }]);
      for (const caseId of items) {
        const { opinions, workItems: left } = await office.get<CaseView>('leader', `/cases/${caseId}`);
        expect(opinions).toMatchObject([{ text: '材料齐全，建议通过' }]);
        expect(left.map(({ step }) => step).sort()).toEqual(place === inside ? ['comparePlot', 'verify'] : ['verify']);
      }
      expect((await office.get<{ items: unknown[] }>('admin', '/audit/invariants')).items).toEqual([]);
    }, 60_000);
  });
});
