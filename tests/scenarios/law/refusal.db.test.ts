import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const refusal = { reasons: '受纳场地不符合规划', legalBasis: '《城市建筑垃圾管理规定》第七条' };

describe('Refusal with reasons and remedies 不予行政许可 (article 38)', () => {
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

    it('cannot be decided without reasons and basis; the paper adds the remedies, and no permit is left behind', async () => {
      const scene = await Scene.examined(office, place, { on: '2026-03-02' });
      const { application } = scene;
      const item = await scene.item();
      expect(await refusalOf(application.actIn(item, 'leader', 'refuse', {}))).toMatchObject({ code: 'FORM_INVALID' });
      await scene.undisturbed(() => application.actIn(item, 'leader', 'refuse', refusal));
      expect((await application.view()).items.find((each) => each.caseId === item)).toMatchObject({ status: 'refused', decision: { reasons: refusal.reasons } });
      const paper = (await application.documentsReady()).find((document) => document.kind === 'refusal');
      expect(paper).toMatchObject({ caseId: item, title: '不予行政许可决定书' });
      expect(await office.get('enterprise', '/permits?state=valid&pageSize=200')).toMatchObject({ items: expect.not.arrayContaining([expect.objectContaining({ id: item })]) });
      expect(await refusalOf(application.actIn(item, 'leader', 'refuse', refusal))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
    });
  });
});
