import type { CaseView } from '../../../src/api/contract.js';
import { allItems, Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Extension of the limit 延长办理期限 (rules B1, B2)', () => {
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

    it('is given once, in time, by the head whom the law names, with a notice, and moves the limit of its item alone', async () => {
      const scene = await Scene.accepted(office, place, { on: '2026-09-10' });
      const { application } = scene;
      const item = await scene.item();
      const extend = (approvedBy = 'authorityHead', workdays = 10, person = 'leader'): Promise<unknown> => application.actIn(item, person, 'extend', { workdays, approvedBy, reason: '案情复杂，需进一步核实' });
      await office.on('2026-10-14');
      expect(await refusalOf(extend('authorityHead', 10, 'reviewer-ggsy'))).toMatchObject({ code: 'ROLE_REQUIRED' });
      expect(await refusalOf(extend('governmentHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
      expect(await refusalOf(extend('authorityHead', 11))).toMatchObject({ code: 'EXTENSION_REFUSED' });
      await scene.undisturbed(() => extend());
      expect(await application.clock(item)).toMatchObject({ due: '2026-10-28' });
      expect(await refusalOf(extend())).toMatchObject({ code: 'EXTENSION_REFUSED' });
      expect((await application.documentsReady()).map((document) => document.kind)).toContain('extension-notice');
    });

    it('is refused after the last day; the item runs on, red, and the promise is noted as broken', async () => {
      const scene = await Scene.accepted(office, place, { on: '2026-09-10' });
      const { application } = scene;
      const item = await scene.item();
      await office.on('2026-10-15');
      const late = application.actIn(item, 'leader', 'extend', { workdays: 10, approvedBy: 'authorityHead', reason: '案情复杂' });
      expect(await scene.undisturbed(() => refusalOf(late))).toMatchObject({ code: 'EXTENSION_REFUSED' });
      expect(await application.clock(item)).toMatchObject({ state: 'running', light: 'red', overdue: true });
      const types = (await application.events(item)).map((event) => event.type);
      expect(types.filter((type) => type === 'overdue')).toHaveLength(1);
      expect(types).toContain('promiseBroken');
    });
  });

  it('of joint handling is given by the head of the government alone and leaves the limits of the items as they are', async () => {
    const scene = await Scene.accepted(office, inside, { on: '2026-03-02' });
    const { application: joint } = scene;
    const extend = (approvedBy: string): Promise<unknown> => joint.act('leader', 'extend', { workdays: 15, approvedBy, reason: '涉及部门多' });
    expect(await refusalOf(extend('authorityHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    await scene.undisturbed(() => extend('governmentHead'));
    const clock = await office.get<{ joint: { due: string }; limitWorkdays: number }>('clerk', `/cases/${joint.id}/clock`);
    expect([clock.joint.due, clock.limitWorkdays]).toEqual(['2026-05-28', 15]);
  });

  it('is offered for items to which the law gives one, and for no others', async () => {
    const application = await office.accepted({ items: allItems });
    const offered = async (code: string): Promise<string[]> => (await office.get<CaseView>('leader', `/cases/${await application.item(code)}`)).availableActions.map(({ action }) => action);
    expect(await offered('bx-construction-waste')).toContain('extend');
    expect(await offered('sg-fire-design')).not.toContain('extend');
    expect(await refusalOf(application.actIn(await application.item('sg-fire-design'), 'leader', 'extend', { workdays: 10, approvedBy: 'authorityHead', reason: '案情复杂' }))).toMatchObject({ code: 'EXTENSION_REFUSED' });
  });
});
