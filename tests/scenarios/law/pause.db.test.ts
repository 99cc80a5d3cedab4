import type { ClockView, PauseView } from '../../../src/api/contract.js';
import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Special procedure that stops the clock 特殊环节 (rule B4)', () => {
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

    it('is told in writing, one at a time, stops its item alone, and what it is without each can be asked', async () => {
      const scene = await Scene.accepted(office, place, { on: '2026-05-25' });
      const { application } = scene;
      const item = await scene.item();
      await office.on('2026-06-01');
      const start = (kind: string): Promise<unknown> => application.actIn(item, 'reviewer-ggsy', 'startPause', { kind, neededWorkdays: 10, reason: '处置方案须经专家评审', contact: '刘洋 0471-1234567' });
      await scene.undisturbed(() => start('expertReview'));
      expect(await application.clock(item)).toMatchObject({ state: 'paused', light: 'paused', due: null });
      expect(await refusalOf(start('testing'))).toMatchObject({ code: 'PAUSE_ALREADY_OPEN' });
      await office.on('2026-06-12');
      await scene.undisturbed(() => application.actIn(item, 'reviewer-ggsy', 'endPause'));
      expect(await application.clock(item)).toMatchObject({ state: 'running', due: '2026-07-06' });
      expect((await application.documentsReady()).map((document) => document.kind)).toContain('special-procedure-notice');
      const { items: pauses } = await office.get<{ items: PauseView[] }>('clerk', `/pauses?caseId=${item}`);
      expect(pauses).toMatchObject([{ kind: 'expertReview', status: 'closed', startedOn: '2026-06-01', endedOn: '2026-06-12', capOn: '2026-06-15', nth: 1 }]);
      const without = await office.get<{ asRecorded: ClockView; ifStruck: ClockView; workdaysRestored: number }>('enterprise', `/pauses/${pauses[0]?.id}/if-struck`);
      expect([without.asRecorded.due, without.ifStruck.due, without.workdaysRestored]).toEqual(['2026-07-06', '2026-06-23', 9]);
      expect(await application.clock(item)).toMatchObject({ due: '2026-07-06' });
      expect(await refusalOf(office.get('reviewer-sthj', `/pauses/${pauses[0]?.id}-x/if-struck`))).toMatchObject({ code: 'PAUSE_NOT_FOUND' });
      expect(await refusalOf(office.get('enterprise2', `/pauses/${pauses[0]?.id}/if-struck`))).toMatchObject({ code: 'NOT_YOURS' });
    });

    it('resumes by itself after the time that was told, warns, and a second one is in the ledger of the repeated', async () => {
      const scene = await Scene.accepted(office, place, { on: '2026-04-27' });
      const { application } = scene;
      const item = await scene.item();
      await office.on('2026-05-06');
      await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 5, reason: '渣土须检测' });
      await office.on('2026-05-12');
      expect(await application.clock(item)).toMatchObject({ state: 'paused', due: null });
      expect(await office.get('reviewer-ggsy', `/cases/${item}`)).toMatchObject({ due: null, openMatters: [{ kind: 'pause' }] });
      await office.on('2026-05-14');
      const clock = await application.clock(item);
      expect(clock).toMatchObject({ state: 'running' });
      expect(await office.get('reviewer-ggsy', `/cases/${item}`)).toMatchObject({ due: clock.promised?.due, openMatters: [] });
      const types = (await application.events(item)).map((event) => event.type);
      expect(types.slice(types.indexOf('pauseEnded')).slice(0, 2)).toEqual(['pauseEnded', 'pauseExpired']);
      const ledger = await office.get<{ items: PauseView[] }>('supervisor', `/pauses?status=expired&caseId=${item}`);
      expect(ledger.items).toMatchObject([{ caseId: item, status: 'expired', capOn: '2026-05-12', endedOn: '2026-05-12' }]);
      await scene.undisturbed(() => application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'inspection', neededWorkdays: 2, reason: '复检' }));
      expect(await office.get('supervisor', `/pauses?repeated=true&caseId=${item}`)).toMatchObject({ total: 1, items: [{ nth: 2 }] });
      const notices = await office.get<{ items: { text: string }[] }>('reviewer-ggsy', '/notices');
      expect(notices.items.some((notice) => notice.text.startsWith('预警'))).toBe(true);
    });
  });

  it('a pause comes from the list of its item: consultation stops a water abstraction by its special act, and nothing else', async () => {
    const water = { waterAbstractionM3: 20_000, intakePlace: '云谷片区 3 号井', returnWater: '接入市政管网', occupiedLandHa: 0.2, earthworkM3: 500, inFloodArea: false };
    const application = await office.accepted({ on: '2026-03-02', items: ['bx-water-abstraction', 'bx-construction-waste'], form: { S11: water } });
    const abstraction = await application.item('bx-water-abstraction');
    const consult = { kind: 'interDepartmentConsultation', neededWorkdays: 10, reason: '征求水利、生态环境部门意见' };
    expect(await refusalOf(application.actIn(await application.item('bx-construction-waste'), 'reviewer-ggsy', 'startPause', consult))).toMatchObject({ code: 'PAUSE_KIND_NOT_LISTED' });
    expect(await refusalOf(application.actIn(abstraction, 'reviewer-zjj', 'startPause', { ...consult, kind: 'testing' }))).toMatchObject({ code: 'PAUSE_KIND_NOT_LISTED' });
    expect(await refusalOf(application.actIn(abstraction, 'reviewer-ggsy', 'startPause', consult))).toMatchObject({ code: 'NOT_YOURS' });
    const running = (await application.clock(abstraction)).due;
    await application.actIn(abstraction, 'reviewer-zjj', 'startPause', consult);
    await office.on('2026-03-06');
    await application.actIn(abstraction, 'reviewer-zjj', 'endPause');
    const clock = await application.clock(abstraction);
    expect([running, clock.due]).toEqual(['2026-05-08', '2026-05-13']);
    expect(clock.days.find((day) => day.date === '2026-03-04')).toMatchObject({ counted: false, article: expect.stringContaining('取水许可') });
    expect((await application.documentsReady()).filter((document) => document.kind === 'special-procedure-notice')).toHaveLength(1);
  });
});
