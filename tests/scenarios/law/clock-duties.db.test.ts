import { Office, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import type { PauseView } from '../../../src/api/contract.js';

describe('What the law attaches to a day that passes', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('T1 accepts as of the day of receipt when no correction notice went out in time', async () => {
    const application = await office.file({ on: '2026-02-13' });
    await office.on('2026-02-27');
    expect(await application.view()).toMatchObject({ status: 'submitted' });
    await office.on('2026-02-28');
    const view = await application.view('clerk');
    expect(view).toMatchObject({ status: 'accepted' });
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-02-13', due: '2026-03-19', acceptance: 'deemed' });
    const accepted = (await application.events()).find((event) => event.type === 'accepted');
    expect(accepted).toMatchObject({ on: '2026-02-13', actor: '系统', data: { deemed: true, byLaw: true } });
    expect(view.workItems.map((work) => work.step)).toEqual(['examine']);
    const late = await refusalOf(application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }] }));
    expect(late.code).toBe('CORRECTION_GROUND_NEEDED');
    expect((await application.documentsReady()).map((document) => document.kind)).toEqual(expect.arrayContaining(['acceptance-notice']));
  }, 60_000);

  it('T1 counts from the day on which everything arrived when the notice went out on the last day', async () => {
    const application = await office.file({ on: '2026-02-13' });
    await office.on('2026-02-27');
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }] });
    await office.on('2026-03-03');
    await application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000003' } });
    await application.act('clerk', 'accept');
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-03-03', due: '2026-03-31' });
  }, 60_000);

  it('accepts complete corrections that the window left lying', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }] });
    await office.on('2026-03-04');
    await application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000003' } });
    await office.on('2026-03-11');
    expect((await application.view()).status).toBe('submitted');
    await office.on('2026-03-12');
    expect((await application.view()).status).toBe('accepted');
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-03-04', acceptance: 'corrected' });
  }, 60_000);

  it('T2 closes the notice window on the day of its item', async () => {
    const general = await office.file({ on: '2026-04-30' });
    await office.on('2026-05-11');
    expect((await general.view()).status).toBe('submitted');
    await office.on('2026-05-12');
    expect((await general.view()).status).toBe('accepted');
    expect(await general.clock()).toMatchObject({ correctionNoticeUntil: '2026-05-11' });
  }, 60_000);

  it('T3 counts working Saturdays and Sundays', async () => {
    const application = await office.accepted({ on: '2025-09-24' });
    expect(await application.clock(await application.item())).toMatchObject({ due: '2025-10-28' });
    const due = (from: string, workdays: number): Promise<{ due: string }> => office.get('clerk', `/calendar/due?from=${from}&workdays=${workdays}`);
    expect(await due('2026-05-08', 1)).toMatchObject({ due: '2026-05-09' });
    expect(await due('2026-01-05', 80)).toMatchObject({ due: '2026-05-07' });
  }, 60_000);

  it('T5 unites overlapping pauses, and says what striking them out would mean', async () => {
    const application = await office.accepted({ on: '2026-05-25' });
    const item = await application.item();
    await office.on('2026-06-01');
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'expertReview', neededWorkdays: 10, reason: '处置方案须经专家评审', contact: '刘洋 0471-1234567' });
    const second = await refusalOf(application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 10, reason: '渣土须检测' }));
    expect(second.code).toBe('PAUSE_ALREADY_OPEN');
    await office.on('2026-06-12');
    await application.actIn(item, 'reviewer-ggsy', 'endPause');
    expect(await application.clock(item)).toMatchObject({ state: 'running', due: '2026-07-06' });
    const { items: pauses } = await office.get<{ items: PauseView[] }>('clerk', `/pauses?caseId=${item}`);
    expect(pauses).toMatchObject([{ kind: 'expertReview', status: 'closed', startedOn: '2026-06-01', endedOn: '2026-06-12', capOn: '2026-06-15', nth: 1 }]);
    const struck = await office.get<{ due: string; ifStruck: { ifStruck: { due: string }; workdaysRestored: number } }>('clerk', `/cases/${item}/clock?strike=${pauses[0]?.key}`);
    expect(struck).toMatchObject({ due: '2026-07-06', ifStruck: { ifStruck: { due: '2026-06-23' }, workdaysRestored: 9 } });
    expect((await application.documentsReady()).map((document) => document.kind)).toContain('special-procedure-notice');
  }, 60_000);

  it('resumes by itself after the time that was told, and warns', async () => {
    const application = await office.accepted({ on: '2026-04-27' });
    const item = await application.item();
    await office.on('2026-05-06');
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 5, reason: '渣土须检测' });
    await office.on('2026-05-12');
    expect(await application.clock(item)).toMatchObject({ state: 'paused', light: 'paused', due: null });
    expect(await office.get('reviewer-ggsy', `/cases/${item}`)).toMatchObject({ due: null, openMatters: [{ kind: 'pause' }] });
    await office.on('2026-05-14');
    const clock = await application.clock(item);
    expect(clock).toMatchObject({ state: 'running' });
    // Promised: three working days, of which the pause took five out.
    expect(await office.get('reviewer-ggsy', `/cases/${item}`)).toMatchObject({ due: clock.promised?.due, openMatters: [] });
    expect((await application.events(item)).map((event) => event.type).slice(-2)).toEqual(['pauseEnded', 'pauseExpired']);
    const ledger = await office.get<{ items: PauseView[]; expired: number }>('supervisor', '/pauses?status=expired');
    expect(ledger).toMatchObject({ expired: 1, items: [{ caseId: item, status: 'expired', capOn: '2026-05-12', endedOn: '2026-05-12' }] });
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'inspection', neededWorkdays: 2, reason: '复检' });
    expect(await office.get('supervisor', '/pauses?repeated=true')).toMatchObject({ total: 1, items: [{ nth: 2 }] });
    const notices = await office.get<{ items: { text: string }[] }>('reviewer-ggsy', '/notices');
    expect(notices.items.some((notice) => notice.text.startsWith('预警'))).toBe(true);
  }, 60_000);

  it('T7 extends once, in time, by the head whom the law names', async () => {
    const application = await office.accepted({ on: '2026-09-10' });
    const item = await application.item();
    const extend = (approvedBy = 'authorityHead', workdays = 10): Promise<unknown> => application.actIn(item, 'leader', 'extend', { workdays, approvedBy, reason: '案情复杂，需进一步核实' });
    await office.on('2026-10-14');
    expect((await refusalOf(application.actIn(item, 'reviewer-ggsy', 'extend', { workdays: 10, approvedBy: 'authorityHead', reason: '复杂' }))).code).toBe('ROLE_REQUIRED');
    expect(await refusalOf(extend('governmentHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    expect(await refusalOf(extend('authorityHead', 11))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    await extend();
    expect(await application.clock(item)).toMatchObject({ due: '2026-10-28' });
    expect(await refusalOf(extend())).toMatchObject({ code: 'EXTENSION_REFUSED' });
    expect((await application.documentsReady()).map((document) => document.kind)).toContain('extension-notice');
  }, 60_000);

  it('T7 refuses an extension after the last day; T8 leaves an undecided first application running, overdue and unlicensed', async () => {
    const application = await office.accepted({ on: '2026-09-10' });
    const item = await application.item();
    await office.on('2026-10-15');
    expect(await refusalOf(application.actIn(item, 'leader', 'extend', { workdays: 10, approvedBy: 'authorityHead', reason: '案情复杂' }))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    expect(await application.clock(item)).toMatchObject({ state: 'running', light: 'red', overdue: true });
    expect((await application.view()).items[0]).toMatchObject({ status: 'examining' });
    const types = (await application.events(item)).map((event) => event.type);
    expect(types.filter((type) => type === 'overdue')).toHaveLength(1);
    expect(types).toContain('promiseBroken');
    expect((await application.documents()).map((document) => document.kind)).not.toContain('certificate');
  }, 60_000);

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
  }, 60_000);

  it('an administrator may let everything fall due now, and doing so twice changes nothing more', async () => {
    await office.file({ on: '2026-03-02' });
    expect(await refusalOf(office.post('clerk', '/calendar/due-now', {}))).toMatchObject({ code: 'ROLE_REQUIRED' });
    await office.post('admin', '/calendar/due-now', {});
    expect(await office.post('admin', '/calendar/due-now', {})).toMatchObject({ acceptedByLaw: 0, pausesResumed: 0, debtsOverdue: 0, timersFired: 0, lapsed: 0, overdueItems: 0 });
  }, 60_000);

  it('however many servers look at the clock at once, each thing happens once', async () => {
    const application = await office.file({ on: '2026-05-06' });
    const paused = await office.accepted({ on: '2026-05-06' });
    const item = await paused.item();
    await paused.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 2, reason: '检测' });
    const { expireTimeLimits } = await import('../../../src/services/time-limits/expire-time-limits.js');
    const later = { ...test.product.services, clock: { now: () => new Date('2026-05-20T10:00:00+08:00') } };
    await Promise.all(Array.from({ length: 4 }, () => expireTimeLimits(later)));
    expect((await application.events()).filter((event) => event.type === 'accepted')).toHaveLength(1);
    expect((await paused.events(item)).filter((event) => event.type === 'pauseExpired')).toHaveLength(1);
    expect((await application.view('clerk')).workItems.map((work) => work.step)).toEqual(['examine']);
  }, 60_000);

  it('T14 names no date that an unpublished year would have to give', async () => {
    const application = await office.accepted({ on: '2026-12-04' });
    expect(await application.clock(await application.item())).toMatchObject({ due: null, provisional: true });
  }, 60_000);
});
