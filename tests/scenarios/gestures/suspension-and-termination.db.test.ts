import type { CaseView, WorkItemView } from '../../../src/api/contract.js';
import { allItems, Office, oneItem, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { publishSideBySide } from '../../support/side-by-side.js';
import { flows, publish } from '../../support/stage-diagram.js';
import { year2027 } from '../../support/year-2027.js';

describe('A case is suspended, resumed and terminated', () => {
  let test: TestProduct;
  let office: Office;
  let asked = 0;
  let isRegistryDown = false;
  beforeAll(async () => {
    const askRegistry = {
      name: 'ask-registry', zh: '查询登记系统', en: 'Asks the land registry', gives: [],
      run: async () => {
        asked += 1;
        if (isRegistryDown) throw new Error('登记系统没有应答');
        return {};
      },
    };
    test = await startTestProduct('2026-03-02', { automaticTasks: [askRegistry] });
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());
  afterEach(async () => expect((await office.get<{ items: unknown[] }>('supervisor', '/audit/invariants')).items).toEqual([]));

  const page = (caseId: string, person = 'leader'): Promise<CaseView> => office.get<CaseView>(person, `/cases/${caseId}`);
  const actions = async (caseId: string, person = 'leader'): Promise<string[]> => (await page(caseId, person)).availableActions.map(({ action }) => action);
  const siblingsOf = async (application: Application, caseId: string): Promise<string[]> => (await application.view('clerk')).items.map((item) => item.caseId as string).filter((id) => id !== caseId);
  const shown = (ids: string[]): Promise<unknown> => Promise.all(ids.map(async (id) => {
    const { version, status, workItems, opinions, openMatters } = await page(id, 'clerk');
    return { version, status, workItems, opinions, openMatters };
  }));
  const suspension = { ground: 'otherCase', reason: '等待另案判决' };
  const termination = { ground: 'lawChanged', reasons: '该事项已取消许可', basis: '《国务院关于取消行政许可事项的决定》' };

  describe.each([['alone', oneItem], ['inside a parallel branch of the stage', allItems]])('an item %s', (_, items) => {
    let application: Application;
    let caseId: string;
    beforeAll(async () => {
      await office.on('2026-03-02');
      application = await office.accepted({ items });
      caseId = await application.item('bx-construction-waste');
    }, 60_000);

    it('stands still with a clear word to whoever acts; the law lets its clock run on, and the notice says so; its siblings go on', async () => {
      const siblings = await siblingsOf(application, caseId);
      const before = await shown(siblings);
      const [work] = (await page(caseId)).workItems as [WorkItemView];
      const clock = await application.clock(caseId);
      expect(await actions(caseId, 'reviewer-ggsy')).not.toContain('suspend');
      expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy', 'suspend', suspension))).toMatchObject({ code: 'NOT_YOURS' });
      expect(await refusalOf(application.actIn(caseId, 'leader', 'suspend', { ground: 'otherCase' }))).toMatchObject({ code: 'FORM_INVALID' });
      await application.actIn(caseId, 'leader', 'suspend', suspension);

      for (const call of [
        application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '通过' }),
        application.actIn(caseId, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 3, reason: '检测' }),
        office.post('reviewer-ggsy', `/work-items/${work.id}/claim`, {}),
      ]) expect(await refusalOf(call)).toMatchObject({ code: 'CASE_SUSPENDED', status: 409, message: expect.stringMatching(/2026-03-02.*另一案件.*恢复/) });
      expect(await actions(caseId, 'reviewer-ggsy')).toEqual([]);
      expect(await actions(caseId)).toEqual(['resume', 'terminate']);
      expect((await page(caseId, 'reviewer-ggsy')).workItems[0]?.availableActions).toEqual([]);
      expect(await application.clock(caseId)).toMatchObject({ state: 'running', due: clock.due });
      const papers = await application.documentsReady();
      expect(papers.filter((paper) => paper.kind === 'suspension-notice')).toMatchObject([{ caseId, ready: true }]);

      expect(await shown(siblings)).toEqual(before);
      await office.on('2026-03-05');
      await application.actIn(caseId, 'leader', 'resume', { reason: '另案已判决' });
      // Three working days of standing still: 03-04 becomes 03-09.
      expect((await page(caseId)).workItems).toMatchObject([{ id: work.id, dueOn: '2026-03-09' }]);
      expect((await application.events(caseId)).filter(({ type }) => ['suspended', 'resumed'].includes(type)).map(({ text }) => text)).toEqual(['中止办理（须以另一案件的处理结果为依据）：等待另案判决，法定时限继续计算', '恢复办理，中止 3 个工作日：另案已判决']);
      expect(await refusalOf(application.actIn(caseId, 'leader', 'resume'))).toMatchObject({ code: 'CASE_NOT_SUSPENDED' });
      await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    }, 60_000);

    it('is terminated with a notice of the remedies; the stage goes on with the others, or ends with it when there are none', async () => {
      const siblings = await siblingsOf(application, caseId);
      const before = await shown(siblings);
      expect(await refusalOf(application.actIn(caseId, 'leader', 'terminate', { ...termination, basis: undefined }))).toMatchObject({ code: 'FORM_INVALID' });
      expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy', 'terminate', termination))).toMatchObject({ code: 'NOT_YOURS' });
      const { version } = await page(caseId);
      const twice = await Promise.allSettled([1, 2].map(() => office.post('leader', `/cases/${caseId}/actions`, { action: 'terminate', form: termination, version })));
      expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await page(caseId)).toMatchObject({ status: 'terminated', statusText: '已终止办理', workItems: [], light: 'done', availableActions: [] });
      const papers = await application.documentsReady();
      expect(papers.filter((paper) => paper.kind === 'termination-notice')).toMatchObject([{ caseId, status: 'sealed', ready: true }]);
      expect(await shown(siblings)).toEqual(before);
      const stage = await page(application.id);
      expect(stage.status).toBe(items.length === 1 ? 'terminated' : 'accepted');
      expect(await refusalOf(application.actIn(caseId, 'leader', 'resume'))).toMatchObject({ status: 409 });
    }, 60_000);
  });

  it('the stage decides, seals and serves the other items without the terminated one', async () => {
    await office.on('2026-03-09');
    const application = await office.accepted({ items: ['bx-construction-waste', 'sg-quality-safety'] });
    const other = await application.item('sg-quality-safety');
    await application.actIn(await application.item('bx-construction-waste'), 'leader', 'terminate', termination);
    await application.examine('reviewer-zjj', 'sg-quality-safety');
    if ((await actions(application.id, 'secretary')).includes('callMeeting')) await application.meet('2026-03-09', ['reviewer-zjj', 'reviewer-ggsy']);
    await application.actIn(other, 'leader', 'approve', { content: '准予' });
    await application.sealAndDeliver();
    expect(await page(application.id)).toMatchObject({ status: 'closed', items: expect.arrayContaining([expect.objectContaining({ status: 'terminated' }), expect.objectContaining({ status: 'approved' })]) });
  }, 60_000);

  it('neither the review nor the meeting is about a terminated item, and no special procedure begins for it', async () => {
    await office.on('2026-03-09');
    const application = await office.accepted({ items: allItems });
    const fire = await application.item('sg-fire-design');
    const suggestion = async (person: string, action: string): Promise<Record<string, unknown>> => ({ ...(await application.suggestion(person, action)) });
    const before = await suggestion('reviewer-zjj', 'commissionReview');
    expect(before.itemCodes).toContain('sg-fire-design');
    await application.actIn(fire, 'leader', 'terminate', termination);
    const after = await suggestion('reviewer-zjj', 'commissionReview');
    expect(after.itemCodes).toEqual((before.itemCodes as string[]).filter((code) => code !== 'sg-fire-design'));
    expect(await refusalOf(application.act('reviewer-zjj', 'commissionReview', { ...before, conflictsChecked: true }))).toMatchObject({ code: 'FORM_INVALID', message: expect.stringContaining('已经终止或撤回') });
    await application.act('reviewer-zjj', 'commissionReview', { ...after, conflictsChecked: true });
    // One that ends while it is reviewed is left alone when the review comes back.
    const drawings = await application.item('sg-joint-drawing-review');
    expect(await application.clock(drawings)).toMatchObject({ state: 'paused' });
    await application.actIn(drawings, 'leader', 'terminate', termination);
    expect((await application.events(fire)).map(({ type }) => type)).not.toContain('pauseStarted');
    await application.act('agency', 'submitReviewReport', { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] });
    expect((await application.events(drawings)).at(-1)).toMatchObject({ type: 'terminated' });
  }, 60_000);

  it('what was filed before the meeting still belongs to it, unlike what was terminated', async () => {
    await office.on('2026-03-09');
    const application = await office.accepted({ items: ['sg-bid-report', 'bx-construction-waste', 'bx-road-occupy-dig'], form: { S14: { mustTender: true, tenderMethod: 'open', awardedOn: '2026-03-02' } } });
    await application.actIn(await application.item('sg-bid-report'), 'reviewer-zjj', 'filed', { informationComplete: true });
    await application.examine('reviewer-ggsy', 'bx-construction-waste');
    await application.actIn(await application.item('bx-road-occupy-dig'), 'leader', 'terminate', termination);
    await application.act('secretary', 'callMeeting', { ...(await application.suggestion('secretary', 'callMeeting')), heldOn: '2026-03-09', startsAt: '09:30', place: '会议室' });
    for (const reviewer of ['reviewer-zjj', 'reviewer-ggsy']) await application.act(reviewer, 'giveOpinion', { opinion: 'agree' });
    expect((await application.suggestion('secretary', 'recordMinutes')).present).toHaveLength(2);
  }, 60_000);

  it('a whole stage stands still with all its items, each resumes with it, and it is terminated only while nothing is decided', async () => {
    await office.on('2026-03-09');
    const application = await office.accepted({ items: allItems });
    const waste = await application.item('bx-construction-waste');
    await application.act('leader', 'suspend', { ground: 'applicant', reason: '企业书面请求暂缓' });
    expect(await refusalOf(application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '通过' }))).toMatchObject({ code: 'CASE_SUSPENDED' });
    expect(await refusalOf(application.actIn(waste, 'leader', 'resume'))).toMatchObject({ code: 'SUSPENDED_WITH_STAGE' });
    expect(await refusalOf(application.act('reviewer-zjj', 'commissionReview', {}))).toMatchObject({ code: 'CASE_SUSPENDED' });
    expect(await actions(application.id, 'enterprise')).toContain('withdraw');
    await application.act('leader', 'resume');
    await application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    await application.act('leader', 'terminate', { ...termination, ground: 'impossible' });
    const { status, items } = await page(application.id);
    expect([status, ...new Set(items.map((item) => item.status))]).toEqual(['terminated', 'terminated']);
    expect((await application.documentsReady()).filter((paper) => paper.kind === 'termination-notice')).toHaveLength(1);
    expect(await application.clock(waste)).toMatchObject({ light: 'done' });
  }, 60_000);

  it('a suspended stage of which one item is decided is resumed, or its other items are terminated, but not the whole', async () => {
    await office.on('2026-03-09');
    const application = await office.accepted({ items: ['bx-construction-waste', 'bx-road-occupy-dig'] });
    await application.examine('reviewer-ggsy', 'bx-construction-waste');
    await application.examine('reviewer-ggsy', 'bx-road-occupy-dig');
    if ((await actions(application.id, 'secretary')).includes('callMeeting')) await application.meet('2026-03-09', ['reviewer-ggsy']);
    const waste = await application.item('bx-construction-waste');
    await application.actIn(waste, 'leader', 'approve', { content: '准予' });
    await application.act('leader', 'suspend', suspension);
    expect(await actions(application.id)).toEqual(['resume']);
    expect(await refusalOf(application.act('leader', 'terminate', termination))).toMatchObject({ code: 'TERMINATION_AFTER_DECISION', message: expect.stringContaining('城市建筑垃圾处置核准') });
    const other = await application.item('bx-road-occupy-dig');
    expect(await actions(other)).toEqual(['terminate']);
    await application.actIn(other, 'leader', 'terminate', termination);
    expect(await page(waste)).toMatchObject({ status: 'approved' });
  }, 60_000);

  it('what waits for a time waits longer by the days of standing still, and so it stays when a calendar year is published', async () => {
    await publish(office, 'item-standard', {
      process: `<bpmn:startEvent id="start"/><bpmn:userTask id="examine" name="经办审查" oa:act="examine" oa:role="reviewer" oa:department="=item.department"/><bpmn:userTask id="remind" name="催促" oa:act="remind" oa:role="leader"/><bpmn:endEvent id="done"/><bpmn:endEvent id="reminded"/>
        <bpmn:boundaryEvent id="late" attachedToRef="examine" cancelActivity="false"><bpmn:timerEventDefinition oa:workdays="5"/></bpmn:boundaryEvent>${flows('start -> examine', 'examine -> done', 'late -> remind', 'remind -> reminded')}`,
    });
    await office.on('2026-03-02');
    const application = await office.accepted({ items: oneItem });
    const caseId = await application.item();
    const steps = async (): Promise<string[]> => (await page(caseId)).workItems.map(({ step }) => step).sort();
    await office.on('2026-03-04');
    await application.actIn(caseId, 'leader', 'suspend', suspension);
    await office.on('2026-03-10');
    expect(await steps()).toEqual(['examine']);
    await application.actIn(caseId, 'leader', 'resume');
    // Five working days from 03-02 end with 03-09; four days of standing still make it 03-13, and it is over on the day after.
    await office.post('admin', '/calendar/years', year2027);
    await test.product.settle();
    await office.on('2026-03-13');
    expect(await steps()).toEqual(['examine']);
    await office.on('2026-03-16');
    expect(await steps()).toEqual(['examine', 'remind']);
  }, 60_000);

  it('nothing from outside moves what stands still: who says something is told, and what other cases say and automatic tasks wait until it is resumed', async () => {
    await publish(office, 'item-standard', {
      definitions: '<bpmn:message id="m" name="boundaryAgreed"/><bpmn:message id="n" name="paid"/><bpmn:signal id="s" name="ruleChanged"/>',
      process: `<bpmn:startEvent id="start"/><bpmn:exclusiveGateway id="which" default="f_which_go"/><bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/><bpmn:exclusiveGateway id="merge"/><bpmn:endEvent id="done"/>
        <bpmn:intermediateCatchEvent id="waitAgreed"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent><bpmn:receiveTask id="waitPaid" messageRef="n"/><bpmn:intermediateCatchEvent id="waitRule"><bpmn:signalEventDefinition signalRef="s"/></bpmn:intermediateCatchEvent>
        <bpmn:userTask id="order" name="order" oa:act="order" oa:role="reviewer" oa:department="=item.department"/><bpmn:serviceTask id="tell" name="tell" oa:handler="ask-registry"/>
        ${['agreed', 'paid', 'ruled', 'told', 'go'].map((id) => `<bpmn:userTask id="${id}" name="${id}" oa:act="${id}" oa:role="reviewer" oa:department="=item.department"/>`).join('')}
        <bpmn:intermediateThrowEvent id="say"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateThrowEvent>
        ${flows('start -> which', 'which -[item.code = "bx-road-occupy-dig"]-> fork', 'which -> go', 'fork -> waitAgreed', 'waitAgreed -> agreed', 'agreed -> join', 'fork -> waitPaid', 'waitPaid -> paid', 'paid -> join', 'fork -> waitRule', 'waitRule -> ruled', 'ruled -> join', 'fork -> order', 'order -> tell', 'tell -> told', 'told -> join', 'join -> merge', 'go -> say', 'say -> merge', 'merge -> done')}`,
    });
    await office.on('2026-03-02');
    const application = await office.accepted({ items: ['bx-construction-waste', 'bx-road-occupy-dig'] });
    const [speaking, standing] = [await application.item('bx-construction-waste'), await application.item('bx-road-occupy-dig')];
    const steps = async (): Promise<string[]> => (await page(standing)).workItems.map(({ step }) => step).sort();
    isRegistryDown = true;
    await application.actIn(standing, 'reviewer-ggsy', 'order');
    await test.product.settle();
    expect(asked).toBe(1);
    await application.actIn(standing, 'leader', 'suspend', suspension);
    isRegistryDown = false;
    await test.product.services.database.inTransaction(async (tx) => tx.write("UPDATE outbox_messages SET availableAt = '2000-01-01T00:00:00.000Z' WHERE status = 'waiting'"));
    const { version } = await page(standing, 'clerk');
    await application.actIn(speaking, 'reviewer-ggsy', 'go');
    expect(await office.post('admin', '/signals', { name: 'ruleChanged' })).toMatchObject({ cases: 1 });
    expect(await refusalOf(office.post('clerk', '/messages', { name: 'paid', case: standing }))).toMatchObject({ status: 409, code: 'CASE_SUSPENDED' });
    await test.product.settle();
    await test.product.settle();
    expect(await page(standing, 'clerk')).toMatchObject({ version, workItems: [] });
    expect(asked).toBe(1);

    await application.actIn(standing, 'leader', 'resume');
    await test.product.settle();
    expect(await steps()).toEqual(['agreed', 'ruled', 'told']);
    const heard = (await application.events(standing)).filter(({ type }) => ['messageReceived', 'signalReceived', 'taskDone'].includes(type));
    expect(heard.map(({ type }) => type).sort()).toEqual(['messageReceived', 'signalReceived', 'taskDone']);
    expect(heard.find(({ type }) => type === 'messageReceived')?.text).toContain((await page(speaking)).number);
    await office.post('clerk', '/messages', { name: 'paid', case: standing });
    expect(await steps()).toEqual(['agreed', 'paid', 'ruled', 'told']);
    await test.product.settle();
    expect((await application.events(standing)).filter(({ type }) => type === 'signalReceived')).toHaveLength(1);
  }, 60_000);

  it('what was said to a case that ended while it stood still is told to who said it', async () => {
    await office.on('2026-03-02');
    const application = await office.accepted({ items: ['bx-construction-waste', 'bx-road-occupy-dig'] });
    const [speaking, standing] = [await application.item('bx-construction-waste'), await application.item('bx-road-occupy-dig')];
    await application.actIn(standing, 'leader', 'suspend', suspension);
    await application.actIn(speaking, 'reviewer-ggsy', 'go');
    await test.product.settle();
    await test.product.settle();
    await application.actIn(standing, 'leader', 'terminate', termination);
    await test.product.settle();
    expect((await application.events(speaking)).at(-1)).toMatchObject({ type: 'messageUnheard' });
    expect((await application.events(standing)).at(-1)).toMatchObject({ type: 'terminated' });
  }, 60_000);

  it('a correction that falls due while the stage stands still does not lapse; its day is later by as much', async () => {
    await office.on('2026-04-07');
    const application = await office.accepted({ items: ['bx-construction-waste', 'bx-road-occupy-dig'] });
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S01/projectName', reason: '与所附材料不一致', norm: '《行政许可法》第三十一条' }], handInWorkdays: 2, ground: 'newFact', explanation: '审查中发现' });
    expect((await application.view()).correction).toMatchObject({ dueOn: '2026-04-09' });
    await application.act('leader', 'suspend', suspension);
    await office.on('2026-04-14');
    expect((await application.view()).correction).toMatchObject({ status: 'open' });
    await application.act('leader', 'resume');
    expect((await application.view()).correction).toMatchObject({ status: 'open', dueOn: '2026-04-16' });
    await application.act('enterprise', 'answerCorrection', { values: { '/S01/projectName': '云枢数据中心' } });
    await office.on('2026-04-17');
    expect((await application.view()).corrections).toMatchObject([{ status: 'answered' }]);
  }, 60_000);

  it('inside a branch of one flow the termination ends both branches of its item and leaves the other item as it was', async () => {
    await publishSideBySide(office);
    await office.on('2026-04-20');
    const application = await office.accepted({ items: ['bx-construction-waste', 'bx-road-occupy-dig'] });
    const [waste, other] = [await application.item('bx-construction-waste'), await application.item('bx-road-occupy-dig')];
    await application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    await office.post('reviewer-ggsy', `/work-items/${(await page(other)).workItems[0]?.id}/claim`, {});
    const before = await shown([other]);
    expect((await page(waste)).workItems).toHaveLength(2);
    await application.actIn(waste, 'leader', 'terminate', termination);
    expect(await page(waste)).toMatchObject({ status: 'terminated', workItems: [], opinions: [expect.objectContaining({ text: '通过' })] });
    expect(await shown([other])).toEqual(before);
    await application.actIn(other, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    expect((await page(application.id)).status).toBe('accepted');
  }, 60_000);

  it('inside a branch of one flow the suspension keeps both branches as they are', async () => {
    await publishSideBySide(office);
    await office.on('2026-03-16');
    const application = await office.accepted();
    const caseId = await application.item();
    await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    const before = (await page(caseId)).workItems.map(({ id, step }) => ({ id, step }));
    await application.actIn(caseId, 'leader', 'suspend', suspension);
    expect((await page(caseId)).workItems.map(({ id, step }) => ({ id, step }))).toEqual(before);
    await application.actIn(caseId, 'leader', 'resume');
    await application.actIn(caseId, 'leader', 'agree', { opinion: '同意' });
    await application.actIn(caseId, 'reviewer-ggsy', 'drawUpPlan');
    expect((await page(caseId)).workItems).toMatchObject([{ step: 'checkPlan' }]);
  }, 60_000);
});
