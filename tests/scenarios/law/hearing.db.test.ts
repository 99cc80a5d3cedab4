import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Hearing 听证 (articles 47, 48)', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('a right that nobody used ends by itself and holds the decision no longer', async () => {
    const application = await office.accepted({ on: '2026-04-28' });
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'tellHearingRight', { reason: '处置场地紧邻居民区' });
    await office.on('2026-05-09');
    expect(await refusalOf(application.actIn(item, 'enterprise', 'requestHearing'))).toMatchObject({ code: 'HEARING_STATE' });
    expect((await application.events(item)).map((event) => event.type)).toContain('hearingNotRequested');
    await application.examine();
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
  });

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('is told, asked for, scheduled with seven days of notice, chaired by nobody who reviewed, stops the clock of its item, and the decision waits for its record', async () => {
      const scene = await Scene.examined(office, place, { on: '2026-05-25' });
      const { application } = scene;
      const item = await scene.item();
      const schedule = (form: object): Promise<unknown> => application.actIn(item, 'reviewer-ggsy', 'scheduleHearing', { place: '新区管委会第一会议室', chair: 'supervisor', ...form });
      await scene.undisturbed(() => application.actIn(item, 'leader', 'tellHearingRight', { reason: '涉及相邻权利人重大利益' }));
      expect(await office.get('enterprise', `/hearings?caseId=${item}`)).toMatchObject({ items: [{ status: 'told', requestUntil: '2026-06-01' }] });
      await office.on('2026-05-27');
      const offers = (await office.get<{ availableActions: { action: string }[] }>('enterprise', `/cases/${item}`)).availableActions.map((offer) => offer.action);
      expect(offers).toContain('requestHearing');
      expect(await refusalOf(application.actIn(item, 'clerk', 'requestHearing'))).toMatchObject({ code: 'FORM_INVALID' });
      await scene.undisturbed(() => application.actIn(item, 'clerk', 'requestHearing', { requestedBy: '云谷小区业主委员会' }));
      await office.on('2026-06-12');
      expect(await refusalOf(schedule({ heldOn: '2026-06-22' }))).toMatchObject({ code: 'HEARING_NOTICE_SHORT' });
      expect(await refusalOf(schedule({ heldOn: '2026-06-26' }))).toMatchObject({ code: 'HEARING_TOO_LATE' });
      expect(await refusalOf(schedule({ heldOn: '2026-06-24', chair: 'reviewer-ggsy' }))).toMatchObject({ code: 'HEARING_CHAIR_REVIEWED' });
      expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });
      await scene.undisturbed(() => schedule({ heldOn: '2026-06-24' }));
      expect(await application.clock(item)).toMatchObject({ state: 'paused' });
      const record = { present: ['申请人', '业主委员会'], statements: '双方陈述', findings: '噪声可控', signedBy: ['申请人', '业主委员会', '督查员'] };
      expect(await refusalOf(application.actIn(item, 'reviewer-ggsy', 'recordHearing', record))).toMatchObject({ code: 'HEARING_STATE' });
      await office.on('2026-06-24');
      await scene.undisturbed(() => application.actIn(item, 'reviewer-ggsy', 'recordHearing', record));
      // (05-25, 06-12] and then from 06-25: the hearing's own days are out.
      expect(await application.clock(item)).toMatchObject({ state: 'running', usedWorkdays: 14 });
      await scene.undisturbed(() => application.actIn(item, 'leader', 'approve', { content: '准予' }));
      const titles = (await application.documentsReady()).map((document) => document.title);
      expect(titles).toEqual(expect.arrayContaining(['行政许可听证告知书', '行政许可听证通知书']));
    });
  });
});
