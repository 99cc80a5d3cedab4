import { Office, oneItem, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Public notice before the decision 批前公示 (articles 36, 46)', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  const object = (notice: string | undefined, body: object): Promise<Response> => fetch(`${test.product.url}/api/v1/public/notices/${notice}/objections`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('takes objections of anybody, which are answered before the decision; no clock stands still for it', async () => {
      const scene = await Scene.examined(office, place, { on: '2026-03-02' });
      const { application } = scene;
      const item = await scene.item();
      const publish = (closesOn: string): Promise<unknown> => application.actIn(item, 'leader', 'publishNotice', { title: `建筑垃圾处置公示（${place}）`, content: '拟准予在指定受纳场处置', closesOn });
      expect(await refusalOf(publish('2026-03-02'))).toMatchObject({ code: 'PUBLIC_NOTICE_PERIOD' });
      await scene.undisturbed(() => publish('2026-03-09'));
      const { items: notices } = await office.get<{ items: { id: string; title: string }[] }>('clerk', '/public/notices');
      const notice = notices.find((each) => each.title.includes(place))?.id;
      expect((await object(notice, { name: '居民', contact: '', statement: '扬尘' })).status).toBe(400);
      await scene.undisturbed(async () => expect((await object(notice, { name: '居民王某', contact: '13800000008', statement: '运输路线经过学校' })).status).toBe(201));
      expect(await application.clock(item)).toMatchObject({ state: 'running' });
      const approve = (): Promise<unknown> => application.actIn(item, 'leader', 'approve', { content: '准予' });
      expect(await refusalOf(approve())).toMatchObject({ code: 'MATTER_OPEN' });
      await office.on('2026-03-10');
      expect((await object(notice, { name: '居民李某', contact: '1', statement: '晚了' })).status).toBe(409);
      const { items: objections } = await office.get<{ items: { id: string; name: string }[] }>('reviewer-ggsy', `/objections?caseId=${item}`);
      expect(objections).toMatchObject([{ name: '居民王某', statement: '运输路线经过学校' }]);
      expect((await office.get<{ items: { name: string }[] }>('enterprise', `/objections?caseId=${item}`)).items[0]?.name).toBe('');
      expect(await refusalOf(approve())).toMatchObject({ code: 'MATTER_OPEN' });
      await scene.undisturbed(() => application.actIn(item, 'leader', 'answerObjection', { objection: objections[0]?.id, answer: '已要求避开上下学时段', accepted: true }));
      await approve();
      await office.on('2026-03-02');
    });
  });

  it('the window takes an objection that is made at its counter, in one item while the other goes on', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: [...oneItem, 'bx-road-occupy-dig'] });
    const road = await application.item('bx-road-occupy-dig');
    const waste = await application.item(oneItem[0]);
    await application.actIn(road, 'clerk', 'recordObjection', { name: '沿街商户', contact: '13800000009', statement: '影响经营' });
    await application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '符合' });
    expect((await application.events(waste)).map((event) => event.type)).not.toContain('objectionReceived');
    expect((await office.get<{ openMatters: object[] }>('clerk', `/cases/${road}`)).openMatters).toMatchObject([{ kind: 'objection' }]);
  });
});
