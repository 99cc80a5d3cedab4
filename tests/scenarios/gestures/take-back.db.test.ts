import type { CaseView, WorkItemView } from '../../../src/api/contract.js';
import { allItems, Office, oneItem, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { publishSideBySide } from '../../support/side-by-side.js';

describe('Work that was sent on is taken back by its doer', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());
  afterEach(async () => expect((await office.get<{ items: unknown[] }>('supervisor', '/audit/invariants')).items).toEqual([]));

  const page = (caseId: string, person = 'leader'): Promise<CaseView> => office.get<CaseView>(person, `/cases/${caseId}`);
  async function workAt(caseId: string, step: string, person = 'leader'): Promise<WorkItemView> {
    const found = (await page(caseId, person)).workItems.find((item) => item.step === step);
    if (!found) throw new Error(`Nothing is open at ${step}`);
    return found;
  }
  const isOffered = async (caseId: string, step: string, person: string): Promise<boolean> => (await workAt(caseId, step, person)).availableActions.some((each) => each.action === 'takeBack');
  const takeBack = (person: string, work: WorkItemView): Promise<unknown> => office.post(person, `/work-items/${work.id}/taking-back`, { reason: '写错了' });
  const pass = (application: Application, caseId: string): Promise<unknown> => application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '建议通过' });

  describe.each([['alone', oneItem], ['inside a parallel branch of the stage', allItems]])('%s', (_, items) => {
    let application: Application;
    let caseId: string;
    let siblings: string[];
    beforeAll(async () => {
      application = await office.accepted({ items });
      caseId = await application.item('bx-construction-waste');
      siblings = (await application.view('clerk')).items.map((item) => item.caseId as string).filter((id) => id !== caseId);
    }, 60_000);
    const others = (): Promise<unknown> => Promise.all([application.id, ...siblings].map(async (id) => ({ version: (await page(id, 'clerk')).version, events: (await application.events(id)).length, work: siblings.includes(id) ? (await page(id, 'clerk')).workItems : [] })));

    it('stands open again with the opinion as a draft; the next one\'s work has vanished, and the given opinion is marked', async () => {
      const before = await others();
      await pass(application, caseId);
      const verify = await workAt(caseId, 'verify');
      expect(await isOffered(caseId, 'verify', 'reviewer-ggsy')).toBe(true);
      expect(await isOffered(caseId, 'verify', 'leader')).toBe(false);
      await takeBack('reviewer-ggsy', verify);
      const again = await workAt(caseId, 'examine', 'reviewer-ggsy');
      expect((await office.get<{ form: unknown }>('reviewer-ggsy', `/work-items/${again.id}/draft`)).form).toMatchObject({ opinion: '建议通过' });
      expect((await application.work('leader')).filter((item) => item.caseId === caseId)).toEqual([]);
      expect((await page(caseId)).opinions).toMatchObject([{ conclusion: '已撤回重办', text: '建议通过' }]);
      expect((await application.events(caseId)).at(-1)).toMatchObject({ type: 'workTakenBack', text: '撤回本人办理的“经办审查”：写错了' });
      expect(await others()).toEqual(before);
    }, 60_000);

    it.each([
      ['claimed', (work: WorkItemView) => office.post('leader', `/work-items/${work.id}/claim`, {})],
      ['begun as a draft', async (work: WorkItemView) => (await office.as('leader')).put(`/work-items/${work.id}/draft`, { form: { opinion: '看过' } })],
    ])('is too late once the next one has %s it, and says what is possible instead', async (_how, begin) => {
      await pass(application, caseId);
      const verify = await workAt(caseId, 'verify');
      await begin(verify);
      expect(await isOffered(caseId, 'verify', 'reviewer-ggsy')).toBe(false);
      expect(await refusalOf(takeBack('reviewer-ggsy', verify))).toMatchObject({ code: 'TAKE_BACK_TOO_LATE', status: 409, message: expect.stringContaining('退回给您') });
      await office.post('leader', `/work-items/${verify.id}/return`, { to: 'examine', reason: '依你请求' });
    }, 60_000);

    it('is the doer\'s alone, and urging does not hinder it', async () => {
      await pass(application, caseId);
      const verify = await workAt(caseId, 'verify');
      await office.post('enterprise', `/work-items/${verify.id}/urges`, {});
      expect(await refusalOf(takeBack('leader', verify))).toMatchObject({ code: 'TAKE_BACK_NOT_YOURS', status: 403 });
      await takeBack('reviewer-ggsy', verify);
      expect(await refusalOf(takeBack('reviewer-ggsy', verify))).toMatchObject({ code: 'WORK_ITEM_NOT_OPEN', status: 409 });
    }, 60_000);

    it('in a race with the next one, one of both wins and nothing is half done', async () => {
      await pass(application, caseId);
      const verify = await workAt(caseId, 'verify');
      const { version } = await page(caseId);
      const race = await Promise.allSettled([takeBack('reviewer-ggsy', verify), office.post('leader', `/cases/${caseId}/actions`, { action: 'agree', form: { opinion: '同意' }, version }), takeBack('reviewer-ggsy', verify)]);
      expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const lost of race) if (lost.status === 'rejected') expect((lost.reason as { status: number }).status).toBe(409);
      const open = (await page(caseId)).workItems.map((item) => item.step);
      expect(open).not.toContain('verify');
      expect(open.includes('examine')).toBe(race[1]?.status === 'rejected');
    }, 60_000);
  });

  it('inside a branch of one flow the other branch stays; after the join it is too late, as it is for what papers were issued by', async () => {
    await publishSideBySide(office);
    const application = await office.accepted();
    const caseId = await application.item();
    await pass(application, caseId);
    await application.actIn(caseId, 'reviewer-ggsy', 'drawUpPlan');
    const plan = await workAt(caseId, 'checkPlan');
    await takeBack('reviewer-ggsy', await workAt(caseId, 'verify', 'reviewer-ggsy'));
    expect(await workAt(caseId, 'checkPlan')).toMatchObject({ id: plan.id, openedAt: plan.openedAt });
    await pass(application, caseId);
    await application.actIn(caseId, 'leader', 'checkPlan');
    await application.actIn(caseId, 'leader', 'agree', { opinion: '同意' });
    const conclude = await workAt(caseId, 'conclude', 'leader');
    expect(await isOffered(caseId, 'conclude', 'leader')).toBe(false);
    expect(await refusalOf(takeBack('leader', conclude))).toMatchObject({ code: 'TAKE_BACK_TOO_LATE', message: expect.stringContaining('汇合') });
    const accepted = await office.accepted({ items: allItems });
    expect(await refusalOf(takeBack('clerk', await workAt(accepted.id, 'commissionReview', 'reviewer-zjj')))).toMatchObject({ code: 'TAKE_BACK_NOT_YOURS', message: expect.stringContaining('对外生效') });
  }, 60_000);
});
