import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const phone = { target: '/S02/contactPhone', reason: '电话无法接通', norm: '《行政许可法》第三十一条' };
const address = { target: '/S02/registeredAddress', reason: '住所与营业执照不一致', norm: '《行政许可法》第三十一条' };
const plan = { target: 'bx-construction-waste.disposal-plan', reason: '处置方案缺少运输路线图', norm: '《城市建筑垃圾管理规定》第七条' };

describe('One complete correction notice 一次性告知补正 (rule A6)', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  const propose = (application: Application, person: string, items: object[], more: object = {}): Promise<unknown> => office.post(person, '/corrections/requests', { caseId: application.id, items, ...more });

  it('only what was asked for can be edited, everything asked for has to be answered, and earlier versions stay', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await application.act('clerk', 'requestCorrection', { items: [phone, plan] });
    expect(await refusalOf(application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000004', '/S02/name': '别的公司' } }))).toMatchObject({ code: 'CORRECTION_NOT_ASKED' });
    expect(await refusalOf(application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000004' } }))).toMatchObject({ code: 'CORRECTION_INCOMPLETE' });
    await (await office.as('enterprise')).upload(application.id, plan.target, '处置方案.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
    await application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000004' } });
    expect(await office.get('clerk', `/cases/${application.id}/changes`)).toMatchObject({ from: 1, to: 2, fields: [{ pointer: '/S02/contactPhone', to: '13800000004' }], files: [{ material: plan.target }] });
    expect(await office.get('clerk', `/cases/${application.id}/form/1`)).toMatchObject({ revision: 1 });
  });

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
  });

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
  });

  it('lapses when nothing comes, after which the window may refuse or ask again', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await application.act('clerk', 'requestCorrection', { items: [phone], handInWorkdays: 3 });
    await office.on('2026-03-06');
    expect(await application.view()).toMatchObject({ status: 'submitted', corrections: [{ status: 'lapsed' }] });
    await office.on('2026-03-20');
    expect((await application.view()).status).toBe('submitted');
    await application.act('clerk', 'refuse', { refusalGround: 'notCorrected', reasons: '逾期未补正' });
    expect((await application.view()).status).toBe('notAccepted');
  });

  it('what a department asked for in time and the window did not tell then can still be told, with the ground of the window', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await propose(application, 'reviewer-ggsy', [phone]);
    await application.act('clerk', 'accept', { remarks: '齐全' });
    expect(await refusalOf(application.act('clerk', 'requestCorrection'))).toMatchObject({ code: 'CORRECTION_GROUND_NEEDED' });
    expect(await refusalOf(application.act('clerk', 'requestCorrection', { ground: 'because' }))).toMatchObject({ code: 'FORM_INVALID' });
    await application.act('clerk', 'requestCorrection', { ground: 'weMissedIt', explanation: '窗口未及时告知', handInWorkdays: 3 });
    expect((await application.view()).corrections).toMatchObject([{ status: 'open', dueOn: '2026-03-05', items: [{ target: phone.target, ground: 'weMissedIt' }] }]);
  });

  it('takes the days with the applicant out of the 80 working days of the project, those with the window stay in', async () => {
    const application = await office.file({ on: '2026-03-02' });
    const used = async (): Promise<number> => (await office.get<{ usedWorkdays: number }>('enterprise', `/projects/${application.projectId}/clock`)).usedWorkdays;
    await office.on('2026-03-04');
    await application.act('clerk', 'requestCorrection', { items: [phone], handInWorkdays: 5 });
    await office.on('2026-03-11');
    // 03-03 and 03-04 were the window's; the applicant has until 03-11.
    expect(await used()).toBe(2);
    await office.on('2026-03-13');
    expect(await application.view()).toMatchObject({ status: 'submitted', corrections: [{ status: 'lapsed', dueOn: '2026-03-11' }] });
    expect(await used()).toBe(4);
    await application.act('clerk', 'requestCorrection', { items: [phone], handInWorkdays: 5 });
    await office.on('2026-03-17');
    expect(await used()).toBe(4);
    await application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000004' } });
    await office.on('2026-03-18');
    expect(await used()).toBe(5);
  });

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('moves no token: what stands beside it, in the flow and in other items, stays as it was before acceptance and after', async () => {
      const filed = await Scene.filed(office, place, { on: '2026-03-02' });
      const { application } = filed;
      await filed.undisturbed(() => propose(application, 'reviewer-ggsy', [plan]));
      await filed.undisturbed(() => application.act('clerk', 'requestCorrection', { items: [phone] }));
      expect((await application.view()).status).toBe('awaitingCorrection');
      await (await office.as('enterprise')).upload(application.id, plan.target, '处置方案.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
      await filed.undisturbed(() => application.act('enterprise', 'answerCorrection', { values: { [phone.target]: '13800000004' } }));
      await application.act('clerk', 'accept');

      await filed.beginDrafts();
      const offer = (await application.view('clerk')).availableActions.find((each) => each.action === 'requestCorrection');
      expect(offer).toMatchObject({ demands: ['ground'], hint: expect.stringContaining('weMissedIt') });
      expect(await refusalOf(application.act('clerk', 'requestCorrection', { items: [address] }))).toMatchObject({ code: 'CORRECTION_GROUND_NEEDED' });
      await filed.undisturbed(() => application.act('clerk', 'requestCorrection', { items: [address], ground: 'newFact' }));
      await filed.undisturbed(() => application.act('enterprise', 'answerCorrection', { values: { [address.target]: '和林格尔新区云谷大道 8 号' } }));
      expect((await application.view()).status).toBe('accepted');
    });
  });
});
