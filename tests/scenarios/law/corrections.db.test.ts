import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const phone = { target: '/S02/contactPhone', reason: '电话无法接通', norm: '《行政许可法》第三十一条' };
const address = { target: '/S02/registeredAddress', reason: '住所与营业执照不一致', norm: '《行政许可法》第三十一条' };
const plan = { target: 'bx-construction-waste.disposal-plan', reason: '处置方案缺少运输路线图', norm: '《城市建筑垃圾管理规定》第七条' };

describe('Corrections are requests beside the flow', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  const propose = (application: Application, person: string, items: object[], more: object = {}): Promise<unknown> => office.post(person, '/corrections/requests', { caseId: application.id, items, ...more });

  it('complaint 1: what two departments ask for on the same day reaches the applicant in one notice, in whatever order', async () => {
    const application = await office.file({ on: '2026-03-02', items: allItems });
    expect(await office.get('reviewer-ggsy', '/corrections/windows')).toMatchObject({ items: [{ caseId: application.id, last: '2026-03-09', waiting: 0 }] });
    await propose(application, 'reviewer-ggsy', [plan, phone]);
    await propose(application, 'reviewer-sthj', [phone]);
    expect(await refusalOf(propose(application, 'reviewer-rcfw', [phone]))).toMatchObject({ code: 'NOT_YOURS' });
    expect(await office.get('reviewer-sthj', `/corrections/requests?caseId=${application.id}`)).toMatchObject({ total: 1 });
    await application.act('clerk', 'requestCorrection', { items: [address] });
    const view = await application.view();
    expect(view.status).toBe('awaitingCorrection');
    expect(view.correction?.items.map((item) => item.target).sort()).toEqual([address.target, phone.target, plan.target].sort());
    expect(view.corrections).toHaveLength(1);
    expect((await application.documentsReady()).filter((document) => document.kind === 'correction-notice')).toHaveLength(1);
    expect(await refusalOf(application.act('clerk', 'requestCorrection', { items: [phone] }))).toMatchObject({ code: 'CORRECTION_OPEN' });
  }, 60_000);

  it('only what was asked for can be edited, everything asked for has to be answered, and earlier versions stay', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await application.act('clerk', 'requestCorrection', { items: [phone, plan] });
    expect(await refusalOf(application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000004', '/S02/name': '别的公司' } }))).toMatchObject({ code: 'CORRECTION_NOT_ASKED' });
    expect(await refusalOf(application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000004' } }))).toMatchObject({ code: 'CORRECTION_INCOMPLETE' });
    await (await office.as('enterprise')).upload(application.id, plan.target, '处置方案.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
    await application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000004' } });
    expect(await office.get('clerk', `/cases/${application.id}/changes`)).toMatchObject({ from: 1, to: 2, fields: [{ pointer: '/S02/contactPhone', to: '13800000004' }], files: [{ material: plan.target }] });
    expect(await office.get('clerk', `/cases/${application.id}/form/1`)).toMatchObject({ revision: 1 });
  }, 60_000);

  it('complaint 2: a department asks for a correction while others work, and their work, opinions and clocks stay as they are', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: allItems });
    await office.on('2026-03-03');
    const waste = await application.item('bx-construction-waste');
    const eia = await application.item('bx-eia-form');
    await application.actIn(eia, 'reviewer-sthj', 'pass', { opinion: '环评表符合要求', reliedOn: ['/S10/eiaCategory'] });
    const before = await Promise.all([waste, eia].map(async (item) => ({ version: (await office.get<{ version: number }>('clerk', `/cases/${item}`)).version, clock: await application.clock(item) })));
    const worksBefore = (await application.view('clerk')).workItems.map((work) => work.id).sort();

    expect(await refusalOf(propose(application, 'reviewer-ggsy', [plan]))).toMatchObject({ code: 'CORRECTION_GROUND_NEEDED' });
    await propose(application, 'reviewer-ggsy', [plan], { ground: 'weMissedIt', explanation: '初审时漏看了路线图' });
    await application.act('clerk', 'requestCorrection');
    expect((await application.view()).status).toBe('accepted');
    expect((await application.view()).availableActions.map((offer) => offer.action)).toContain('answerCorrection');
    await (await office.as('enterprise')).upload(application.id, plan.target, '处置方案.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
    await application.act('enterprise', 'answerCorrection');

    expect((await application.view()).status).toBe('accepted');
    const after = await Promise.all([waste, eia].map(async (item) => ({ version: (await office.get<{ version: number }>('clerk', `/cases/${item}`)).version, clock: await application.clock(item) })));
    expect(after).toEqual(before);
    const view = await application.view('clerk');
    expect(view.workItems.map((work) => work.id).sort()).toEqual(worksBefore);
    expect(view.opinions).toHaveLength(1);
    await application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '补充后符合规定' });
  }, 60_000);

  it('asks an opinion again only when it rests on what was corrected, and the decision waits for it', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: allItems });
    const waste = await application.item('bx-construction-waste');
    const eia = await application.item('bx-eia-form');
    expect(await refusalOf(application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '可以', reliedOn: ['/S99/nothing'] }))).toMatchObject({ code: 'RELIED_TARGET_UNKNOWN' });
    await application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '方案可行', reliedOn: [plan.target] });
    await application.actIn(eia, 'reviewer-sthj', 'pass', { opinion: '符合要求', reliedOn: ['/S10/eiaCategory'] });
    await propose(application, 'reviewer-ggsy', [plan], { ground: 'newFact', explanation: '受纳场已关闭' });
    await application.act('clerk', 'requestCorrection');
    await (await office.as('enterprise')).upload(application.id, plan.target, '处置方案.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
    await application.act('enterprise', 'answerCorrection');
    expect((await application.work('reviewer-ggsy')).map((work) => work.step)).toEqual(['reconfirm']);
    expect((await application.work('reviewer-sthj')).map((work) => work.step)).toEqual([]);
    const offers = (await office.get<{ availableActions: { action: string }[] }>('reviewer-ggsy', `/cases/${waste}`)).availableActions.map((offer) => offer.action);
    expect(offers).toContain('reconfirmOpinion');
    await application.actIn(waste, 'reviewer-ggsy', 'reconfirmOpinion', { conclusion: 'uphold', opinion: '新受纳场符合要求，维持原意见' });
    expect(await application.work('reviewer-ggsy')).toEqual([]);
    expect((await application.events(waste)).map((event) => event.type)).toEqual(expect.arrayContaining(['reconfirmationAsked', 'reconfirmed']));
  }, 60_000);

  it('holds the decision until the opinion was confirmed again', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const waste = await application.examine('reviewer-ggsy', undefined, { reliedOn: [plan.target] });
    await propose(application, 'reviewer-ggsy', [plan], { ground: 'newFact' });
    await application.act('clerk', 'requestCorrection');
    await (await office.as('enterprise')).upload(application.id, plan.target, '处置方案.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
    await application.act('enterprise', 'answerCorrection');
    expect(await refusalOf(application.actIn(waste, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });
    await application.actIn(waste, 'reviewer-ggsy', 'reconfirmOpinion', { conclusion: 'uphold', opinion: '维持' });
    await application.actIn(waste, 'leader', 'approve', { content: '准予' });
    expect((await application.view()).items[0]?.status).toBe('approved');
  }, 60_000);

  it('complaint 4: asked four times, the applicant is never overdue within the new limit; what is new needs a ground, what was missed is counted', async () => {
    const application = await office.file({ on: '2026-04-01' });
    const answer = async (values: object): Promise<void> => {
      await application.act('enterprise', 'answerCorrection', { values });
    };
    await application.act('clerk', 'requestCorrection', { items: [phone], handInWorkdays: 2 });
    await office.on('2026-04-03');
    await answer({ [phone.target]: '13800000005' });
    expect(await refusalOf(application.act('clerk', 'requestCorrection', { items: [address] }))).toMatchObject({ code: 'CORRECTION_GROUND_NEEDED' });
    await application.act('clerk', 'requestCorrection', { items: [phone], handInWorkdays: 2 });
    await office.on('2026-04-08');
    expect((await application.view()).corrections.map((correction) => correction.status)).toEqual(['answered', 'open']);
    await answer({ [phone.target]: '13800000006' });
    await application.act('clerk', 'requestCorrection', { items: [address], ground: 'weMissedIt', handInWorkdays: 3 });
    await office.on('2026-04-13');
    await answer({ [address.target]: '和林格尔新区云谷大道 8 号' });
    await application.act('clerk', 'requestCorrection', { items: [address], handInWorkdays: 5 });
    await office.on('2026-04-20');
    const view = await application.view();
    expect(view.status).toBe('awaitingCorrection');
    expect(view.corrections.map((correction) => correction.status)).toEqual(['answered', 'answered', 'answered', 'open']);
    await answer({ [address.target]: '和林格尔新区云谷大道 9 号' });
    await application.act('clerk', 'accept');
    expect((await application.events()).map((event) => event.type)).not.toContain('correctionLapsed');
    // With the second answer everything was there that had been asked for; what the window missed is not held against the applicant.
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-04-08', due: '2026-05-09' });
    expect((await application.events()).find((event) => event.type === 'accepted')).toMatchObject({ on: '2026-04-08' });
    const report = await office.get<{ rows: { departmentId: string; missed: number }[]; casesNoticed: number }>('supervisor', '/corrections/report?from=2026-04-01&to=2026-04-30');
    expect(report.rows).toMatchObject([{ departmentId: 'xq-zwfw', missed: 1, requests: 4 }]);
    expect(report.casesNoticed).toBe(1);
  }, 60_000);

  it('lapses when nothing comes, after which the window may refuse or ask again', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await application.act('clerk', 'requestCorrection', { items: [phone], handInWorkdays: 3 });
    await office.on('2026-03-06');
    expect(await application.view()).toMatchObject({ status: 'submitted', corrections: [{ status: 'lapsed' }] });
    await office.on('2026-03-20');
    expect((await application.view()).status).toBe('submitted');
    await application.act('clerk', 'refuse', { refusalGround: 'notCorrected', reasons: '逾期未补正' });
    expect((await application.view()).status).toBe('notAccepted');
  }, 60_000);
});
