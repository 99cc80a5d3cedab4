import { Person } from '../../../src/entities/index.js';
import type { CaseView, WorkItemAction, WorkItemView } from '../../../src/api/contract.js';
import { OfficeRefusal } from '../../../src/cli/demo/office-client.js';
import { gestures } from '../../../src/services/work-items/gestures.js';
import { allItems, Office, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const people = ['enterprise', 'clerk', 'reviewer-ggsy', 'reviewer-ggsy2', 'reviewer-zjj', 'agency', 'secretary', 'leader', 'sealkeeper', 'supervisor', 'admin'];
const bodies: Record<string, Record<string, unknown>> = { transfer: { to: 'reviewer-ggsy2' }, delegate: { to: 'reviewer-ggsy2' }, answerUrge: { text: '今日办结' }, saveDraft: { form: { opinion: '待核' } }, addSigners: { kind: 'before', signers: [{ person: 'secretary' }] }, removeSigner: { signer: 'secretary' }, sendCopy: { people: ['admin'] }, batch: { action: 'pass', form: { opinion: '通过' } } };

describe('The gestures that a piece of work offers', () => {
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

  /** The gestures offered to this person on the page of the item, or none where he may not open it. */
  async function offered(person: string, caseId: string): Promise<WorkItemAction[]> {
    const view = await office.get<CaseView>(person, `/cases/${caseId}`).catch(() => undefined);
    return (view?.workItems[0]?.availableActions ?? []).filter((each) => gestures.some((gesture) => gesture.gesture === each.action));
  }

  async function tryOut(person: string, gesture: string, { workItem, caseId, to = 'reviewer-ggsy2' }: { workItem: string; caseId: string; to?: string }): Promise<boolean> {
    const line = gestures.find((each) => each.gesture === gesture) as (typeof gestures)[number];
    const client = await office.as(person);
    const body = { ...(line.body?.({ id: workItem, caseId } as never) ?? {}), ...(bodies[gesture] ?? {}), ...(bodies[gesture]?.to !== undefined && { to }) };
    const path = line.path.replace(':id', workItem);
    try {
      const answer = await (line.method === 'PUT' ? client.put<unknown>(path, body) : client.post<unknown>(path, body));
      return gesture !== 'batch' || (answer as { items: { done: boolean }[] }).items.every((each) => each.done);
    } catch (error) {
      if (error instanceof OfficeRefusal && error.status < 500) return false;
      throw error;
    }
  }

  type Standing = 'in the queue' | 'claimed' | 'delegated' | 'urged';
  async function bring(application: Application, standing: Standing): Promise<{ caseId: string; workItem: string }> {
    const caseId = await application.item('bx-construction-waste');
    const workItem = (await office.get<CaseView>('clerk', `/cases/${caseId}`)).workItems[0]?.id as string;
    if (standing === 'claimed') await office.post('reviewer-ggsy', `/work-items/${workItem}/claim`, {});
    if (standing === 'delegated') await office.post('reviewer-ggsy', `/work-items/${workItem}/delegation`, { to: 'reviewer-ggsy2' });
    if (standing === 'urged') await office.post('enterprise', `/work-items/${workItem}/urges`, {});
    return { caseId, workItem };
  }

  it.each<Standing>(['in the queue', 'claimed', 'delegated', 'urged'])('of work %s are exactly those that succeed, for every role', async (standing) => {
    const wrong: string[] = [];
    let offers = 0;
    const project = await office.draft();
    let fresh: { caseId: string; workItem: string } | undefined;
    for (const person of people) {
      // 催办 and 督办 are one request, named by who asks.
      for (const { gesture } of gestures.filter((each) => each.gesture !== 'supervise')) {
        fresh ??= await bring(await office.accepted({ projectId: project.projectId }), standing);
        const isOffered = (await offered(person, fresh.caseId)).some((each) => each.action === gesture || (gesture === 'urge' && each.action === 'supervise'));
        // Delegating to oneself is refused whoever does it.
        const done = await tryOut(person, gesture, { ...fresh, to: person === 'reviewer-ggsy2' ? 'reviewer-ggsy' : 'reviewer-ggsy2' });
        if (isOffered !== done) wrong.push(`${person} ${gesture}: ${isOffered ? 'offered and refused' : 'done and not offered'}`);
        if (isOffered) offers += 1;
        if (done) fresh = undefined;
      }
    }
    expect(wrong).toEqual([]);
    expect(offers).toBeGreaterThan(8);
  }, 120_000);

  it('stand in the list as on the page, with the request that does each, inside a parallel branch too', async () => {
    const application = await office.accepted({ items: allItems });
    const caseId = await application.item('bx-construction-waste');
    const [listed] = (await office.get<{ items: WorkItemView[] }>('reviewer-ggsy', '/work-items?pageSize=200')).items.filter((item) => item.caseId === caseId);
    const page = await office.get<CaseView>('reviewer-ggsy', `/cases/${caseId}`);
    expect(listed?.availableActions).toEqual(page.workItems[0]?.availableActions);
    expect(listed?.availableActions.map((each) => each.action)).toEqual(['pass', 'fail', 'claim', 'transfer', 'delegate', 'saveDraft', 'addSigners', 'sendCopy', 'batch']);
    const pass = listed?.availableActions.find((each) => each.action === 'pass') as WorkItemAction;
    expect(pass.call).toEqual({ method: 'POST', path: `/cases/${caseId}/actions`, body: { action: 'pass', workItem: listed?.id, version: page.version } });
    // A reviewer reads on the page of the stage that colleagues of other departments have work, and may not urge it.
    const others = (await application.view('reviewer-ggsy')).workItems.filter((item) => item.caseId !== application.id && item.department?.id !== listed?.department?.id);
    expect(others.length).toBeGreaterThan(2);
    expect(others.flatMap((item) => item.availableActions)).toEqual([]);
    await office.post('reviewer-ggsy', pass.call.path, { ...pass.call.body, form: { opinion: '通过' } });
    expect((await office.get<CaseView>('clerk', `/cases/${caseId}`)).workItems.map((item) => item.name)).toEqual(['复核']);
  }, 60_000);
});
