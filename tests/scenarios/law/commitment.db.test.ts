import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { forkFlows, inside, places, Scene, type Place } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const road = 'bx-road-occupy-dig';
const undertaking = `${road}.repair-undertaking`;

describe('A commitment instead of a paper 告知承诺', () => {
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

    it('replaces the paper and is checked after the decision', async () => {
      const { application, promise } = await committed(place);
      // The road is one of the neighbours here; what counts is that nobody else is touched.
      const others = async (): Promise<unknown[]> => (await application.view('clerk')).items.filter((item) => item.code !== road);
      const before = await others();
      await office.post('reviewer-ggsy', `/promises/${promise}/check`, { outcome: 'kept', finding: '路面已按承诺修复' });
      expect(await others()).toEqual(before);
      expect(await office.get('clerk', `/promises?caseId=${application.id}`)).toMatchObject({ items: [{ status: 'kept' }] });
    });
  });

  it('that was broken shuts the door to the next', async () => {
    const { promise } = await committed(inside);
    await office.post('reviewer-ggsy', `/promises/${promise}/check`, { outcome: 'broken', finding: '未按承诺修复路面' });
    const next = await office.file({ on: '2026-03-03', ...byCommitment, items: [road] });
    expect(await refusalOf(next.act('clerk', 'accept'))).toMatchObject({ code: 'COMMITMENT_EXCLUDED' });
  });

  const byCommitment = { without: [undertaking], form: { S18: { commitmentItems: [road] } } };

  async function committed(place: Place): Promise<{ application: Application; promise: string }> {
    const scene = await Scene.accepted(office, place, { on: '2026-03-02', ...byCommitment, items: place === inside ? [...allItems, road] : [road] });
    const { application } = scene;
    const { items: promises } = await office.get<{ items: { id: string; kind: string }[] }>('clerk', `/promises?caseId=${application.id}`);
    expect(promises).toMatchObject([{ kind: 'commitment', material: undertaking, status: 'owed' }]);
    await scene.examineAll('2026-03-02');
    await application.actIn(await application.item(road), 'leader', 'approve', { content: '准予' });
    return { application, promise: promises[0]?.id ?? '' };
  }
});
