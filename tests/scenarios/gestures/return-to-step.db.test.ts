import type { CaseView, WorkItemView } from '../../../src/api/contract.js';
import { Person } from '../../../src/entities/index.js';
import { allItems, Office, oneItem, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { publishSideBySide } from '../../support/side-by-side.js';
import { fileUnder, flows, step } from '../../support/stage-diagram.js';

describe('Work is returned to a step that was passed', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    await test.product.services.database.inTransaction(async (tx) => {
      const like = (await tx.findOne(Person, 'username = ?', ['reviewer-ggsy'])) as Person;
      tx.insert(Person, { ...like, id: test.product.services.newId(), username: 'reviewer-ggsy2', name: '图雅' });
    });
  }, 60_000);
  afterAll(() => test.remove());
  afterEach(async () => expect((await office.get<{ items: unknown[] }>('supervisor', '/audit/invariants')).items).toEqual([]));

  const page = (caseId: string, person = 'leader'): Promise<CaseView> => office.get<CaseView>(person, `/cases/${caseId}`);
  async function workAt(caseId: string, step: string, person = 'leader'): Promise<WorkItemView> {
    const found = (await page(caseId, person)).workItems.find((item) => item.step === step);
    if (!found) throw new Error(`Nothing is open at ${step}`);
    return found;
  }
  const offer = (work: WorkItemView): { suggestion?: Record<string, unknown> } | undefined => work.availableActions.find((each) => each.action === 'returnToStep');
  const sendBack = (person: string, work: WorkItemView, body: Record<string, unknown>): Promise<unknown> => office.post(person, `/work-items/${work.id}/return`, body);
  const draft = async (person: string, work: WorkItemView): Promise<unknown> => (await office.get<{ form: unknown }>(person, `/work-items/${work.id}/draft`)).form;

  /** All that the other cases of the application show. */
  async function others(application: Application, caseId: string): Promise<unknown> {
    const { items } = await application.view('clerk');
    const siblings = items.map((item) => item.caseId as string).filter((id) => id !== caseId);
    return Promise.all([application.id, ...siblings].map(async (id) => {
      const { version, status, workItems, opinions, clock } = await page(id, 'clerk');
      return { version, status, workItems: id === application.id ? [] : workItems, opinions: id === application.id ? [] : opinions, clock, events: await application.events(id) };
    }));
  }

  describe.each([['alone', oneItem], ['inside a parallel branch of the stage', allItems]])('%s', (_, items) => {
    let application: Application;
    let caseId: string;
    beforeAll(async () => {
      await office.on('2026-03-02');
      application = await office.accepted({ items });
      caseId = await application.item('bx-construction-waste');
      await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '材料齐全，建议通过' });
    }, 60_000);

    it('comes straight back to the returner with his draft; the handler finds his own opinion to go on from, and nothing else has moved', async () => {
      const before = await others(application, caseId);
      const clock = await application.clock(caseId);
      const verify = await workAt(caseId, 'verify');
      expect(offer(verify)?.suggestion).toMatchObject({ steps: [{ id: 'examine', name: '经办审查' }] });
      await (await office.as('leader')).put(`/work-items/${verify.id}/draft`, { form: { opinion: '依据不足' } });
      await sendBack('leader', verify, { to: 'examine', reason: '请补充处置场所的依据', straightBack: true });

      const again = await workAt(caseId, 'examine', 'reviewer-ggsy');
      const { items: people } = await office.get<{ items: { id: string; username: string }[] }>('admin', '/people?pageSize=200');
      const idOf = (username: string): string => people.find((each) => each.username === username)?.id ?? '';
      expect(again).toMatchObject({ assigneeId: idOf('reviewer-ggsy'), returned: { from: '复核', by: '吴主任', reason: '请补充处置场所的依据', straightBack: true } });
      expect(await draft('reviewer-ggsy', again)).toMatchObject({ opinion: '材料齐全，建议通过' });
      expect((await application.events(caseId)).at(-1)).toMatchObject({ type: 'workReturned', text: '“复核”退回“经办审查”（办完直接返回）：请补充处置场所的依据' });
      expect(await application.clock(caseId)).toMatchObject({ state: 'running', due: clock.due });

      await application.actIn(caseId, 'reviewer-ggsy', 'fail', { opinion: '处置场所不符合要求' });
      const back = await workAt(caseId, 'verify');
      expect(back).toMatchObject({ assigneeId: idOf('leader') });
      expect(back.id).not.toBe(verify.id);
      expect(await draft('leader', back)).toEqual({ opinion: '依据不足' });
      expect((await page(caseId)).opinions.map(({ conclusion, text }) => [conclusion, text])).toEqual([['通过', '材料齐全，建议通过'], ['不通过', '处置场所不符合要求']]);
      expect(await others(application, caseId)).toEqual(before);
    }, 60_000);

    it('says which steps are possible, and refuses the rest: not passed, not yours, no reason, returned already', async () => {
      const verify = await workAt(caseId, 'verify');
      expect(await refusalOf(sendBack('leader', verify, { to: 'file', reason: '错' }))).toMatchObject({ code: 'RETURN_STEP_NOT_PASSED', status: 409, message: expect.stringContaining('可以退回：经办审查') });
      expect(await refusalOf(sendBack('leader', verify, { to: 'examine', reason: '' }))).toMatchObject({ status: 400 });
      expect(await refusalOf(sendBack('reviewer-ggsy', verify, { to: 'examine', reason: '错' }))).toMatchObject({ code: 'NOT_YOURS' });
      expect(await refusalOf(sendBack('enterprise', verify, { to: 'examine', reason: '错' }))).toMatchObject({ status: 403 });
      const answers = await Promise.allSettled([1, 2].map(() => sendBack('leader', verify, { to: 'examine', reason: '双击' })));
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await refusalOf(sendBack('leader', verify, { to: 'examine', reason: '再退' }))).toMatchObject({ code: 'WORK_ITEM_NOT_OPEN', status: 409 });
      expect((await page(caseId)).workItems.filter((item) => item.caseId === caseId)).toMatchObject([{ step: 'examine' }]);
    }, 60_000);

    it('without the wish to come straight back it takes the ordinary way, and lies in the queue when its handler has left', async () => {
      await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '已补充依据' });
      await test.product.services.database.inTransaction(async (tx) => tx.update(Person, { enabled: false }, 'username = ?', ['reviewer-ggsy']));
      await sendBack('leader', await workAt(caseId, 'verify'), { to: 'examine', reason: '再核一次' });
      await test.product.services.database.inTransaction(async (tx) => tx.update(Person, { enabled: true }, 'username = ?', ['reviewer-ggsy']));
      expect((await workAt(caseId, 'examine', 'reviewer-ggsy')).assigneeId).toBeUndefined();
      expect((await workAt(caseId, 'examine', 'reviewer-ggsy')).returned).toMatchObject({ straightBack: false });
      await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '核对无误' });
      expect((await workAt(caseId, 'verify')).assigneeId).toBeUndefined();
      await application.actIn(caseId, 'leader', 'agree', { opinion: '同意' });
    }, 60_000);
  });

  describe('inside a branch of one flow', () => {
    it('leaves the other branch with its work, its draft and its holder, and the join waits for both; after it nothing can be returned into one branch', async () => {
      await publishSideBySide(office);
      const application = await office.accepted();
      const caseId = await application.item();
      await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '通过' });
      await application.actIn(caseId, 'reviewer-ggsy', 'drawUpPlan');
      const plan = await workAt(caseId, 'checkPlan');
      await office.post('leader', `/work-items/${plan.id}/claim`, {});
      await (await office.as('leader')).put(`/work-items/${plan.id}/draft`, { form: { note: '方案可行' } });
      const before = await workAt(caseId, 'checkPlan');
      const verify = await workAt(caseId, 'verify');
      expect(await refusalOf(sendBack('leader', verify, { to: 'drawUpPlan', reason: '错' }))).toMatchObject({ code: 'RETURN_STEP_NOT_PASSED' });
      await sendBack('leader', verify, { to: 'examine', reason: '补充', straightBack: true });
      const after = await workAt(caseId, 'checkPlan');
      expect({ ...after, availableActions: [] }).toEqual({ ...before, availableActions: [] });
      expect(await draft('leader', after)).toEqual({ note: '方案可行' });
      await application.actIn(caseId, 'leader', 'checkPlan');
      await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '补充完毕' });
      await application.actIn(caseId, 'leader', 'agree', { opinion: '同意' });
      const conclude = await workAt(caseId, 'conclude', 'reviewer-ggsy');
      expect(offer(conclude)).toBeUndefined();
      expect(await refusalOf(sendBack('reviewer-ggsy', conclude, { to: 'verify', reason: '错' }))).toMatchObject({ status: 409, message: expect.stringContaining('没有其他环节') });
      await application.actIn(caseId, 'reviewer-ggsy', 'conclude');
      expect((await page(caseId)).status).toBe('deciding');
    }, 60_000);

    it('refuses to return to what was done outside the office: the acceptance', async () => {
      const application = await office.accepted({ items: allItems });
      const [commission] = (await application.work('reviewer-zjj')).filter((item) => item.step === 'commissionReview');
      expect(await refusalOf(sendBack('reviewer-zjj', commission as WorkItemView, { to: 'accept', reason: '错' }))).toMatchObject({ code: 'RETURN_STEP_IN_FORCE', message: expect.stringContaining('受理审查') });
      expect(offer(await workAt(application.id, 'commissionReview', 'reviewer-zjj'))).toBeUndefined();
    }, 60_000);

    it('past what is in force the work only comes straight back: nothing is decided or told a second time', async () => {
      const application = await fileUnder(office, {
        process: `<bpmn:startEvent id="start"/>${step('prepare')}<bpmn:userTask id="accept" name="受理审查" oa:act="accept" oa:role="clerk" oa:form="acceptance" oa:outcomes="accept:受理" oa:documents="acceptance-notice"/>${step('arrange')}<bpmn:endEvent id="end"/>${flows('start -> prepare', 'prepare -> accept', 'accept -> arrange', 'arrange -> end')}`,
      });
      await application.act('clerk', 'prepare');
      await application.act('clerk', 'accept', { remarks: '齐全' });
      const arrange = await workAt(application.id, 'arrange', 'clerk');
      expect(offer(arrange)?.suggestion?.steps).toEqual([{ id: 'prepare', name: 'prepare', inForce: ['受理审查'] }]);
      expect(await refusalOf(sendBack('clerk', arrange, { to: 'prepare', reason: '补充' }))).toMatchObject({ code: 'RETURN_PASSES_IN_FORCE', message: expect.stringContaining('受理审查') });
      await sendBack('clerk', arrange, { to: 'prepare', reason: '补充', straightBack: true });
      await application.act('clerk', 'prepare');
      expect((await application.view('clerk')).workItems.map((item) => item.step)).toEqual(['arrange']);
      expect((await application.documentsReady()).filter((paper) => paper.kind === 'acceptance-notice')).toHaveLength(1);
    }, 60_000);
  });
});
