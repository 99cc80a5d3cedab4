import { Office, oneItem, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Others are heard before the decision', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  async function toldOn(day: string): Promise<{ application: Application; item: string }> {
    const application = await office.accepted({ on: day });
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'tellHearingRight', { reason: '处置场地紧邻居民区' });
    return { application, item };
  }
  const schedule = (application: Application, item: string, form: object): Promise<unknown> => application.actIn(item, 'reviewer-ggsy', 'scheduleHearing', { place: '新区管委会第一会议室', chair: 'supervisor', ...form });

  it('T16 the right is told, may be used for five working days, and the hearing is held within twenty', async () => {
    const { application, item } = await toldOn('2026-04-28');
    const [hearing] = (await office.get<{ items: { requestUntil: string }[] }>('enterprise', `/hearings?caseId=${item}`)).items;
    expect(hearing).toMatchObject({ status: 'told', requestUntil: '2026-05-08' });
    await office.on('2026-05-07');
    expect((await office.get<{ availableActions: { action: string }[] }>('enterprise', `/cases/${item}`)).availableActions.map((offer) => offer.action)).toContain('requestHearing');
    await application.actIn(item, 'enterprise', 'requestHearing');
    expect(await office.get('clerk', `/hearings?caseId=${item}`)).toMatchObject({ items: [{ status: 'requested', holdBy: '2026-06-03' }] });
    expect(await refusalOf(schedule(application, item, { heldOn: '2026-06-24' }))).toMatchObject({ code: 'HEARING_TOO_LATE' });
    await office.on('2026-05-26');
    expect(await refusalOf(schedule(application, item, { heldOn: '2026-06-03' }))).toMatchObject({ code: 'HEARING_NOTICE_SHORT' });
  }, 60_000);

  it('T16 is told seven working days before, chaired by nobody who reviewed, stops the clock, and the decision waits for its record', async () => {
    const application = await office.accepted({ on: '2026-05-25' });
    const item = await application.examine();
    await application.actIn(item, 'leader', 'tellHearingRight', { reason: '涉及相邻权利人重大利益' });
    await office.on('2026-05-27');
    expect(await refusalOf(application.actIn(item, 'clerk', 'requestHearing'))).toMatchObject({ code: 'FORM_INVALID' });
    await application.actIn(item, 'clerk', 'requestHearing', { requestedBy: '云谷小区业主委员会' });
    await office.on('2026-06-12');
    expect(await refusalOf(schedule(application, item, { heldOn: '2026-06-24', chair: 'reviewer-ggsy' }))).toMatchObject({ code: 'HEARING_CHAIR_REVIEWED' });
    expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });
    await schedule(application, item, { heldOn: '2026-06-24' });
    expect(await application.clock(item)).toMatchObject({ state: 'paused' });
    expect(await refusalOf(application.actIn(item, 'reviewer-ggsy', 'recordHearing', { present: ['甲'], signedBy: ['甲'], statements: '…', findings: '…' }))).toMatchObject({ code: 'HEARING_STATE' });
    await office.on('2026-06-24');
    await application.actIn(item, 'reviewer-ggsy', 'recordHearing', { present: ['申请人', '业主委员会'], statements: '双方陈述', findings: '噪声可控', signedBy: ['申请人', '业主委员会', '督查员'] });
    // (05-25, 06-12] and then from 06-25: the hearing's own days are out.
    expect(await application.clock(item)).toMatchObject({ state: 'running', usedWorkdays: 14 });
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
    const titles = (await application.documentsReady()).map((document) => document.title);
    expect(titles).toEqual(expect.arrayContaining(['行政许可听证告知书', '行政许可听证通知书']));
  }, 60_000);

  it('a right that nobody used ends by itself and holds the decision no longer', async () => {
    const { application, item } = await toldOn('2026-04-28');
    await office.on('2026-05-09');
    expect(await refusalOf(application.actIn(item, 'enterprise', 'requestHearing'))).toMatchObject({ code: 'HEARING_STATE' });
    expect((await application.events(item)).map((event) => event.type)).toContain('hearingNotRequested');
    await application.examine();
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
  }, 60_000);

  it('a public notice takes objections of anybody, which are answered before the decision; the clock goes on meanwhile', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: oneItem });
    const item = await application.examine();
    expect(await refusalOf(application.actIn(item, 'leader', 'publishNotice', { title: '建筑垃圾处置公示', content: '拟准予…', closesOn: '2026-03-02' }))).toMatchObject({ code: 'PUBLIC_NOTICE_PERIOD' });
    await application.actIn(item, 'leader', 'publishNotice', { title: '建筑垃圾处置公示', content: '拟准予在指定受纳场处置', closesOn: '2026-03-09' });
    const { items: notices } = await office.get<{ items: { id: string }[] }>('clerk', '/public/notices');
    expect(notices).toHaveLength(1);
    const address = `${test.product.url}/api/v1/public/notices/${notices[0]?.id}/objections`;
    const object = (body: object): Promise<Response> => fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    expect((await object({ name: '居民', contact: '', statement: '扬尘' })).status).toBe(400);
    expect((await object({ name: '居民王某', contact: '13800000008', statement: '运输路线经过学校' })).status).toBe(201);
    expect(await application.clock(item)).toMatchObject({ state: 'running' });
    expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });
    await office.on('2026-03-10');
    expect((await object({ name: '居民李某', contact: '1', statement: '晚了' })).status).toBe(409);
    const { items: objections } = await office.get<{ items: { id: string; name: string }[] }>('reviewer-ggsy', `/objections?caseId=${item}`);
    expect(objections).toMatchObject([{ name: '居民王某', statement: '运输路线经过学校' }]);
    expect((await office.get<{ items: { name: string }[] }>('enterprise', `/objections?caseId=${item}`)).items[0]?.name).toBe('');
    expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });
    await application.actIn(item, 'leader', 'answerObjection', { objection: objections[0]?.id, answer: '已要求避开上下学时段', accepted: true });
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
  }, 60_000);

  it('the window takes what a third party states at the counter, in one branch while the others go on', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: ['bx-construction-waste', 'bx-road-occupy-dig'] });
    const road = await application.item('bx-road-occupy-dig');
    const waste = await application.item('bx-construction-waste');
    await application.actIn(road, 'clerk', 'recordObjection', { name: '沿街商户', contact: '13800000009', statement: '影响经营' });
    await application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '符合' });
    expect((await application.events(waste)).map((event) => event.type)).not.toContain('objectionReceived');
    expect((await application.work('reviewer-ggsy')).map((work) => work.caseId)).toEqual([road]);
  }, 60_000);

  it('an item that always needs an inspection is not passed without two different officers', async () => {
    const drainage = 'bx-drainage-permit';
    const application = await office.accepted({ on: '2026-03-02', items: [drainage] });
    const item = await application.item();
    const pass = (form: object): Promise<unknown> => application.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '符合', ...form });
    expect(await refusalOf(pass({}))).toMatchObject({ code: 'INSPECTION_MISSING' });
    const inspected = { siteInspected: true, inspectedOn: '2026-03-02', findings: '管网已接驳' };
    expect(await refusalOf(pass({ ...inspected, officers: ['刘洋'] }))).toMatchObject({ code: 'FORM_INVALID' });
    expect(await refusalOf(pass({ ...inspected, officers: ['刘洋', '刘洋 '] }))).toMatchObject({ code: 'INSPECTORS_TOO_FEW' });
    await pass({ ...inspected, officers: ['刘洋', '马强'] });
  }, 60_000);
});
