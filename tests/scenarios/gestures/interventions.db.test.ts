import type { CaseView, InterventionView, WorkItemView } from '../../../src/api/contract.js';
import { Person } from '../../../src/entities/index.js';
import { allItems, Office, oneItem, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { publishSideBySide } from '../../support/side-by-side.js';

describe('Two administrators intervene in a case', () => {
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

  const page = (caseId: string, person = 'admin'): Promise<CaseView> => office.get<CaseView>(person, `/cases/${caseId}`);
  async function workAt(caseId: string, step: string, person = 'admin'): Promise<WorkItemView> {
    const found = (await page(caseId, person)).workItems.find((item) => item.step === step);
    if (!found) throw new Error(`Nothing is open at ${step}`);
    return found;
  }
  const propose = async (caseId: string, body: Record<string, unknown>, person = 'admin'): Promise<InterventionView> => office.post<InterventionView>(person, '/interventions', { caseId, reason: '长期无人办理', version: (await page(caseId)).version, ...body });
  const settle = (person: string, id: string, how: string, body: unknown = {}): Promise<InterventionView> => office.post<InterventionView>(person, `/interventions/${id}/${how}`, body);
  const actions = async (caseId: string, person: string): Promise<string[]> => (await page(caseId, person)).availableActions.map(({ action }) => action);

  describe.each([['alone', oneItem], ['inside a parallel branch of the stage', allItems]])('an item %s', (_, items) => {
    let application: Application;
    let caseId: string;
    let siblings: string[];
    beforeAll(async () => {
      await office.on('2026-03-02');
      application = await office.accepted({ items });
      caseId = await application.item('bx-construction-waste');
      siblings = (await application.view('clerk')).items.map((item) => item.caseId as string).filter((id) => id !== caseId);
    }, 60_000);
    const others = (): Promise<unknown> => Promise.all(siblings.map(async (id) => {
      const { version, status, workItems, opinions } = await page(id, 'clerk');
      return { version, status, workItems, opinions };
    }));

    it('work is given to somebody else once another administrator has confirmed; nothing happens before, and the proposer cannot confirm', async () => {
      const before = await others();
      const examine = await workAt(caseId, 'examine');
      expect(examine.availableActions.map(({ action }) => action)).toContain('proposeReassignment');
      expect(await refusalOf(propose(caseId, { kind: 'reassign', workItem: examine.id, to: 'reviewer-zjj' }))).toMatchObject({ code: 'PERSON_CANNOT_DO_THIS' });
      expect(await refusalOf(propose(caseId, { kind: 'reassign', workItem: examine.id, to: 'reviewer-ggsy2', reason: '' }))).toMatchObject({ status: 400 });
      expect(await refusalOf(office.post('leader', '/interventions', {}))).toMatchObject({ status: 403 });
      const proposal = await propose(caseId, { kind: 'reassign', workItem: examine.id, to: 'reviewer-ggsy2' });
      expect(proposal).toMatchObject({ status: 'proposed', state: 'open', summary: '“经办审查”改派给图雅', proposedBy: '系统管理员' });
      expect((await workAt(caseId, 'examine')).assigneeId).toBeUndefined();
      expect([await actions(caseId, 'admin'), await actions(caseId, 'admin2')]).toEqual([['withdrawIntervention'], ['confirmIntervention', 'refuseIntervention']]);
      expect(await refusalOf(settle('admin', proposal.id, 'confirmation'))).toMatchObject({ code: 'INTERVENTION_NEEDS_ANOTHER', status: 403 });
      expect(await refusalOf(propose(caseId, { kind: 'reassign', workItem: examine.id, to: 'queue' }, 'admin2'))).toMatchObject({ code: 'INTERVENTION_PENDING' });
      const race = await Promise.allSettled([1, 2].map(() => settle('admin2', proposal.id, 'confirmation')));
      expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await refusalOf(settle('admin2', proposal.id, 'refusal', { remarks: '晚了' }))).toMatchObject({ code: 'INTERVENTION_NOT_OPEN', status: 409 });
      expect((await application.work('reviewer-ggsy2')).filter((item) => item.caseId === caseId)).toMatchObject([{ id: examine.id }]);
      expect((await application.work('reviewer-ggsy')).filter((item) => item.caseId === caseId)).toEqual([]);
      expect((await application.events(caseId)).slice(-3).map(({ type, actor }) => [type, actor])).toEqual([['interventionProposed', '系统管理员'], ['interventionConfirmed', '系统管理员乙'], ['workReassigned', '系统管理员乙']]);
      expect((await office.get<{ items: InterventionView[] }>('supervisor', `/interventions?caseId=${application.id}`)).items).toMatchObject([{ status: 'done', decidedBy: '系统管理员乙' }]);
      expect(await others()).toEqual(before);
    }, 60_000);

    it('work is moved back to a step that was passed; a move that leaves out an act of law is refused with what is possible', async () => {
      const before = await others();
      const examine = await workAt(caseId, 'examine');
      expect(await refusalOf(propose(caseId, { kind: 'reroute', workItem: examine.id, to: 'verify' }))).toMatchObject({ code: 'INTERVENTION_SKIPS_LAW', message: expect.stringContaining('经办审查') });
      await application.actIn(caseId, 'reviewer-ggsy2', 'pass', { opinion: '通过' });
      const verify = await workAt(caseId, 'verify');
      expect(verify.availableActions.find(({ action }) => action === 'proposeReroute')?.suggestion).toMatchObject({ steps: [{ id: 'examine' }] });
      const proposal = await propose(caseId, { kind: 'reroute', workItem: verify.id, to: 'examine' });
      await settle('admin2', proposal.id, 'confirmation', { remarks: '同意' });
      expect(await workAt(caseId, 'examine')).toMatchObject({ returned: { from: '复核', reason: '长期无人办理' } });
      expect((await application.work('leader')).filter((item) => item.caseId === caseId)).toEqual([]);
      expect(await others()).toEqual(before);
    }, 60_000);

    it('is refused, withdrawn, lapses in time, or by whatever happens in the case meanwhile', async () => {
      const of = async (): Promise<InterventionView> => propose(caseId, { kind: 'reassign', workItem: (await workAt(caseId, 'examine')).id, to: 'reviewer-ggsy' });
      const refused = await of();
      expect(await refusalOf(settle('admin2', refused.id, 'refusal'))).toMatchObject({ status: 400 });
      expect(await settle('admin2', refused.id, 'refusal', { remarks: '无此必要' })).toMatchObject({ status: 'refused', remarks: '无此必要' });
      const withdrawn = await of();
      expect(await refusalOf(settle('admin2', withdrawn.id, 'withdrawal'))).toMatchObject({ code: 'INTERVENTION_NOT_YOURS' });
      expect(await settle('admin', withdrawn.id, 'withdrawal')).toMatchObject({ status: 'withdrawn' });
      const late = await of();
      await office.on('2026-03-05');
      expect(await actions(caseId, 'admin2')).not.toContain('confirmIntervention');
      expect(await refusalOf(settle('admin2', late.id, 'confirmation'))).toMatchObject({ code: 'INTERVENTION_EXPIRED', status: 409 });
      const outdated = await of();
      await office.post('supervisor', `/work-items/${(await workAt(caseId, 'examine')).id}/urges`, {});
      expect(await refusalOf(settle('admin2', outdated.id, 'confirmation'))).toMatchObject({ code: 'INTERVENTION_OUTDATED', status: 409 });
      const { version } = await page(caseId);
      expect(await refusalOf(propose(caseId, { kind: 'reassign', workItem: (await workAt(caseId, 'examine')).id, to: 'queue', version: version - 1 }))).toMatchObject({ code: 'STALE_VERSION' });
      await office.on('2026-03-02');
    }, 60_000);

    it('the case is ended with the notice that the law asks for', async () => {
      const before = await others();
      expect(await refusalOf(propose(caseId, { kind: 'end' }))).toMatchObject({ code: 'INTERVENTION_INVALID' });
      expect(await actions(caseId, 'admin')).toContain('proposeEnd');
      const { id } = await propose(caseId, { kind: 'end', ground: 'applicantEnded', basis: '《行政许可法》第七十条', reason: '申请人已注销' });
      await settle('admin2', id, 'confirmation');
      expect(await page(caseId)).toMatchObject({ status: 'terminated', workItems: [] });
      expect((await application.documentsReady()).filter((paper) => paper.kind === 'termination-notice')).toHaveLength(1);
      expect((await page(application.id)).status).toBe(items.length === 1 ? 'terminated' : 'accepted');
      expect(await others()).toEqual(before);
      expect(await refusalOf(propose(caseId, { kind: 'end', ground: 'duplicate', basis: '同上' }))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
    }, 60_000);
  });

  it('no work is moved to a step that rests on one which was never done: no opinion on a meeting that nobody called', async () => {
    const application = await office.accepted({ items: oneItem });
    await application.actIn(await application.examine(), 'leader', 'approve', { content: '准予' });
    const seal = await workAt(application.id, 'seal');
    const offered = seal.availableActions.find(({ action }) => action === 'proposeReroute')?.suggestion?.steps as { id: string }[] | undefined;
    expect((offered ?? []).map(({ id }) => id)).not.toContain('giveOpinion');
    expect(await refusalOf(propose(application.id, { kind: 'reroute', workItem: seal.id, to: 'giveOpinion' }))).toMatchObject({ code: 'INTERVENTION_SKIPS_LAW', message: expect.stringContaining('召集会议') });
    // The meeting itself rests on nothing that is missing, but behind it the decision would be made a second time.
    expect((offered ?? []).map(({ id }) => id)).not.toContain('callMeeting');
    const again = (await page(application.id)).workItems.find(({ step }) => step === 'seal');
    expect(await refusalOf(propose(application.id, { kind: 'reroute', workItem: again?.id, to: 'callMeeting' }))).toMatchObject({ code: 'INTERVENTION_SKIPS_LAW', message: expect.stringContaining('决定') });
  }, 60_000);

  it('inside a branch of one flow a move leaves the other branch as it is, and cannot cross into it', async () => {
    await publishSideBySide(office);
    const application = await office.accepted();
    const caseId = await application.item();
    await application.actIn(caseId, 'reviewer-ggsy', 'drawUpPlan');
    await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    const [plan, verify] = [await workAt(caseId, 'checkPlan'), await workAt(caseId, 'verify')];
    expect(await refusalOf(propose(caseId, { kind: 'reroute', workItem: plan.id, to: 'examine' }))).toMatchObject({ code: 'REROUTE_OUT_OF_BRANCH', status: 409 });
    const { id } = await propose(caseId, { kind: 'reroute', workItem: plan.id, to: 'drawUpPlan' });
    await settle('admin2', id, 'confirmation');
    expect((await page(caseId)).workItems.map((item) => item.step).sort()).toEqual(['drawUpPlan', 'verify']);
    expect(await workAt(caseId, 'verify')).toMatchObject({ id: verify.id, openedAt: verify.openedAt });
  }, 60_000);
});
