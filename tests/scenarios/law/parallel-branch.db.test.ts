import type { CaseView } from '../../../src/api/contract.js';
import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('A legal act inside one branch leaves the others as they are', () => {
  let test: TestProduct;
  let office: Office;
  let application: Application;
  let waste: string;
  let siblings: string[];

  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    application = await office.accepted({ on: '2026-05-25', items: allItems });
    waste = await application.item('bx-construction-waste');
    siblings = (await application.view('clerk')).items.map((item) => item.caseId as string).filter((id) => id !== waste);
  }, 60_000);
  afterAll(() => test.remove());

  /** Everything of the other items that an act in this one must not touch. */
  async function others(): Promise<unknown> {
    const views = await Promise.all(siblings.map((id) => office.get<CaseView>('clerk', `/cases/${id}`)));
    const events = await Promise.all(siblings.map((id) => application.events(id)));
    return views.map((view, index) => ({ version: view.version, status: view.status, work: view.workItems.map((work) => work.id), opinions: view.opinions.length, events: events[index]?.length }));
  }

  it('a special procedure stops the clock of its item alone', async () => {
    await office.on('2026-06-01');
    const before = await others();
    await application.actIn(waste, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 3, reason: '渣土检测' });
    expect(await application.clock(waste)).toMatchObject({ state: 'paused' });
    for (const sibling of siblings) expect(await application.clock(sibling)).toMatchObject({ state: 'running' });
    expect(await others()).toEqual(before);
    await application.actIn(waste, 'reviewer-ggsy', 'endPause');
    expect(await others()).toEqual(before);
  }, 60_000);

  it('T5 the commissioned review of the stage and a pause of the item overlap and are united', async () => {
    const wasteAndEia = ['bx-construction-waste', 'bx-eia-form'];
    const form = { ...(await application.suggestion('reviewer-zjj', 'commissionReview')), itemCodes: wasteAndEia, dueOn: '2026-06-23', conflictsChecked: true };
    await application.act('reviewer-zjj', 'commissionReview', form);
    await office.on('2026-06-08');
    await application.actIn(waste, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 10, reason: '检测' });
    await office.on('2026-06-12');
    await application.act('agency', 'submitReviewReport', { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] });
    expect(await application.clock(waste)).toMatchObject({ state: 'paused' });
    expect(await application.clock(await application.item('bx-eia-form'))).toMatchObject({ state: 'running' });
    await office.on('2026-06-23');
    await application.actIn(waste, 'reviewer-ggsy', 'endPause');
    // Expert review (06-01, 06-12] and testing (06-08, 06-23]: fifteen working days together.
    const clock = await application.clock(waste);
    expect(clock).toMatchObject({ due: '2026-07-14' });
    const ledger = await office.get<{ items: { key: string; kind: string }[] }>('clerk', `/pauses?caseId=${waste}`);
    expect(ledger.items.map((pause) => pause.kind).sort()).toEqual(['expertReview', 'testing', 'testing']);
    const strike = ledger.items.map((pause) => encodeURIComponent(pause.key)).join(',');
    expect(await office.get('clerk', `/cases/${waste}/clock?strike=${strike}`)).toMatchObject({ ifStruck: { ifStruck: { due: '2026-06-23' }, workdaysRestored: 15 } });
    await office.on('2026-06-24');
    expect(await office.get('clerk', `/cases/${waste}/clock?strike=${strike}`)).toMatchObject({ overdue: false, ifStruck: { ifStruck: { overdue: true } } });
  }, 60_000);

  it('an extension, a public notice and the right to a hearing concern their item alone', async () => {
    const before = await others();
    await application.actIn(waste, 'leader', 'extend', { workdays: 5, approvedBy: 'authorityHead', reason: '检测结果需复核' });
    await application.actIn(waste, 'reviewer-ggsy', 'publishNotice', { title: '公示', content: '拟准予', closesOn: '2026-07-10' });
    await application.actIn(waste, 'reviewer-ggsy', 'tellHearingRight', { reason: '涉及相邻权利人' });
    await application.actIn(waste, 'clerk', 'recordObjection', { name: '邻居', contact: '1', statement: '扬尘' });
    expect(await others()).toEqual(before);
    expect(await application.clock(waste)).toMatchObject({ due: '2026-07-21' });
  }, 60_000);

  it('the outer limit of joint handling is 45 working days, 15 more only with the head of the government', async () => {
    const joint = await office.accepted({ on: '2026-03-02', items: allItems });
    const clock = (): Promise<{ joint: { due: string }; limitWorkdays: number }> => office.get('clerk', `/cases/${joint.id}/clock`);
    expect((await clock()).joint.due).toBe('2026-05-08');
    expect(await refusalOf(joint.act('leader', 'extend', { workdays: 15, approvedBy: 'authorityHead', reason: '涉及部门多' }))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    await joint.act('leader', 'extend', { workdays: 15, approvedBy: 'governmentHead', reason: '涉及部门多' });
    expect((await clock()).joint.due).toBe('2026-05-28');
    expect((await clock()).limitWorkdays).toBe(15);
  }, 60_000);

  it('complaint 3: an item that returns to examination counts and warns as the first time', async () => {
    const again = await office.accepted({ on: '2026-03-02' });
    const item = await again.item();
    await again.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '可以' });
    await office.on('2026-03-09');
    await again.actIn(item, 'leader', 'return', { opinion: '请补充依据' });
    const [work] = await again.work('reviewer-ggsy');
    expect(work).toMatchObject({ step: 'examine', dueOn: '2026-03-11', light: 'green' });
    await office.on('2026-03-12');
    expect((await again.work('reviewer-ggsy'))[0]).toMatchObject({ light: 'red' });
    expect(await again.clock(item)).toMatchObject({ usedWorkdays: 8 });
  }, 60_000);

  it('complaint 8: five paused working days across a holiday with a working Saturday move the end exactly, and striking them restores it', async () => {
    const paused = await office.accepted({ on: '2026-04-27' });
    const item = await paused.item();
    const before = (await paused.clock(item)).due;
    await office.on('2026-04-30');
    await paused.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 5, reason: '检测' });
    // 05-06, 07, 08, Saturday 09 and 11 are the five.
    await office.on('2026-05-11');
    await paused.actIn(item, 'reviewer-ggsy', 'endPause');
    const { items } = await office.get<{ items: { key: string }[] }>('clerk', `/pauses?caseId=${item}`);
    const struck = await office.get<{ due: string; ifStruck: { ifStruck: { due: string }; workdaysRestored: number } }>('clerk', `/cases/${item}/clock?strike=${items[0]?.key}`);
    expect([before, struck.due, struck.ifStruck.ifStruck.due, struck.ifStruck.workdaysRestored]).toEqual(['2026-05-27', '2026-06-03', '2026-05-27', 5]);
  }, 60_000);
});
