import { allItems, Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const drainage = 'bx-drainage-permit';

describe('Inspection by two officers 现场核查 (rule B7)', () => {
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

    it('an item that always needs one is not passed without two different officers; nobody else waits for it', async () => {
      const items = place === inside ? [...allItems, drainage] : [drainage];
      const { application } = await Scene.accepted(office, place, { on: '2026-03-02', items });
      const item = await application.item(drainage);
      const others = async (): Promise<unknown> => {
        const view = await application.view('clerk');
        return { items: view.items.filter((each) => each.code !== drainage), work: view.workItems.filter((each) => each.caseId !== item).map((each) => each.id) };
      };
      const before = await others();
      const pass = (form: object): Promise<unknown> => application.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '符合', ...form });
      expect(await refusalOf(pass({}))).toMatchObject({ code: 'INSPECTION_MISSING' });
      const inspected = { siteInspected: true, inspectedOn: '2026-03-02', findings: '管网已接驳' };
      expect(await refusalOf(pass({ ...inspected, officers: ['刘洋'] }))).toMatchObject({ code: 'FORM_INVALID' });
      expect(await refusalOf(pass({ ...inspected, officers: ['刘洋', '刘洋 '] }))).toMatchObject({ code: 'INSPECTORS_TOO_FEW' });
      await pass({ ...inspected, officers: ['刘洋', '马强'] });
      expect(await others()).toEqual(before);
      expect((await application.events(item)).find((event) => event.type === 'examined')?.data).toMatchObject({ outcome: 'pass' });
    });
  });
});
