import { Person } from '../../../src/entities/index.js';
import type { CaseView, WorkItemView } from '../../../src/api/contract.js';
import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

type DeputyView = { id: string; status: string; roles: string[]; workdays: number | null; person: { name: string }; deputy: { name: string } };

describe('Somebody is away and a colleague does his work', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    await hire('reviewer-ggsy2', '图雅');
    await hire('reviewer-ggsy3', '白云');
  }, 60_000);
  afterAll(() => test.remove());

  async function hire(username: string, name: string, more: Partial<Person> = {}): Promise<void> {
    await test.product.services.database.inTransaction(async (tx) => {
      const like = (await tx.findOne(Person, 'username = ?', ['reviewer-ggsy'])) as Person;
      tx.insert(Person, { ...like, id: test.product.services.newId(), username, name, ...more });
    });
  }
  const name = (person: string, request: Record<string, unknown>): Promise<DeputyView> => office.post<DeputyView>(person, '/deputies', { reason: '休假', ...request });
  const end = (person: string, id: string): Promise<DeputyView> => office.post<DeputyView>(person, `/deputies/${id}/ending`, {});
  const desk = async (person: string): Promise<WorkItemView[]> => (await office.get<{ items: WorkItemView[] }>(person, '/work-items?pageSize=200')).items;
  const badge = async (person: string): Promise<number> => (await office.get<{ open: number }>(person, '/work-items/counts')).open;
  async function badgesAreLists(): Promise<void> {
    for (const person of ['reviewer-ggsy', 'reviewer-ggsy2', 'reviewer-ggsy3']) expect(await badge(person)).toBe((await desk(person)).length);
  }
  const held = async (application: Application): Promise<{ caseId: string; workItem: string }> => {
    const caseId = await application.item('bx-construction-waste');
    const [item] = (await office.get<CaseView>('clerk', `/cases/${caseId}`)).workItems;
    await office.post('reviewer-ggsy', `/work-items/${item?.id}/claim`, {});
    return { caseId, workItem: item?.id as string };
  };

  it.each([
    ['alone', ['bx-construction-waste'], '2026-03-02'],
    ['inside a parallel branch', allItems, '2026-03-16'],
  ])('what lies there and what comes new is on the deputy\'s desk from the first to the last day, %s', async (_, items, monday) => {
    const day = (n: number): string => `2026-03-${String(Number(monday.slice(-2)) + n).padStart(2, '0')}`;
    await office.on(monday);
    const application = await office.accepted({ items });
    const { caseId, workItem } = await held(application);
    const siblings = async (): Promise<unknown> => Promise.all((await application.view('clerk')).items.filter((item) => item.caseId !== caseId).map(async (item) => (await office.get<CaseView>('clerk', `/cases/${item.caseId}`)).workItems.map(({ id, status, dueOn }) => ({ id, status, dueOn }))));
    const before = await siblings();
    const named = await name('reviewer-ggsy', { deputy: 'reviewer-ggsy2', from: day(1), to: day(3) });
    expect(named).toMatchObject({ status: 'planned', roles: ['reviewer'], workdays: 3, person: { name: '刘洋' }, deputy: { name: '图雅' } });
    expect((await desk('reviewer-ggsy2')).map((item) => item.id)).not.toContain(workItem);

    await office.on(day(1));
    expect((await desk('reviewer-ggsy2')).find((item) => item.id === workItem)).toMatchObject({ onBehalfOf: { name: '刘洋', text: '代 刘洋 办理' } });
    expect((await desk('reviewer-ggsy')).map((item) => item.id)).toContain(workItem);
    expect((await desk('reviewer-ggsy3')).map((item) => item.id)).not.toContain(workItem);
    const next = await office.accepted({ projectId: application.projectId });
    const fresh = await held(next);
    expect((await desk('reviewer-ggsy2')).find((item) => item.id === fresh.workItem)).toMatchObject({ onBehalfOf: { name: '刘洋' } });
    await badgesAreLists();

    await (await office.as('reviewer-ggsy2')).put(`/work-items/${workItem}/draft`, { form: { opinion: '代为核对' } });
    await application.actIn(caseId, 'reviewer-ggsy2', 'pass', { opinion: '通过' });
    expect((await application.events(caseId)).at(-1)).toMatchObject({ type: 'examined', actor: '图雅 代 刘洋', data: { onBehalfOf: { name: '刘洋' } } });
    expect((await office.get<CaseView>('clerk', `/cases/${caseId}`)).opinions.at(-1)).toMatchObject({ person: '图雅 代 刘洋' });
    expect(await siblings()).toEqual(before);
    expect(await office.get('supervisor', '/audit/invariants')).toMatchObject({ items: [] });

    await office.on(day(4));
    expect((await desk('reviewer-ggsy2')).map((item) => item.id)).not.toContain(fresh.workItem);
    expect((await desk('reviewer-ggsy')).map((item) => item.id)).toContain(fresh.workItem);
    expect(await refusalOf(next.actIn(fresh.caseId, 'reviewer-ggsy2', 'pass', { opinion: '通过' }))).toMatchObject({ code: 'ACTION_NOT_YOURS' });
    await badgesAreLists();
  }, 60_000);

  it('a deputyship that is taken back ends at once, and one limited to a flow covers no other', async () => {
    await office.on('2026-03-23');
    const application = await office.accepted();
    const { workItem } = await held(application);
    const other = await name('reviewer-ggsy', { deputy: 'reviewer-ggsy2', from: '2026-03-23', to: '2026-03-27', flows: ['item-decision'] });
    expect((await desk('reviewer-ggsy2')).map((item) => item.id)).not.toContain(workItem);
    const right = await name('reviewer-ggsy', { deputy: 'reviewer-ggsy3', from: '2026-03-23', to: '2026-03-27', flows: ['item-standard'] });
    expect((await desk('reviewer-ggsy3')).map((item) => item.id)).toContain(workItem);
    await badgesAreLists();
    expect(await refusalOf(end('reviewer-ggsy3', right.id))).toMatchObject({ code: 'NOT_YOURS' });
    expect(await end('reviewer-ggsy', right.id)).toMatchObject({ status: 'ended' });
    expect((await desk('reviewer-ggsy3')).map((item) => item.id)).not.toContain(workItem);
    expect(await refusalOf(end('reviewer-ggsy', right.id))).toMatchObject({ code: 'DEPUTY_ENDED' });
    await end('admin', other.id);
    expect((await office.get<{ items: DeputyView[] }>('reviewer-ggsy', '/deputies')).items.every((each) => each.status === 'ended')).toBe(true);
  }, 60_000);

  it('refuses whoever cannot stand in, days that overlap, circles and the past, and says what is possible', async () => {
    await office.on('2026-04-01');
    const days = { from: '2026-04-07', to: '2026-04-10' };
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'reviewer-zjj', ...days }))).toMatchObject({ code: 'PERSON_CANNOT_BE_DEPUTY', message: expect.stringMatching(/图雅|白云/) });
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'leader', ...days }))).toMatchObject({ code: 'PERSON_CANNOT_BE_DEPUTY' });
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'reviewer-ggsy', ...days }))).toMatchObject({ code: 'PERSON_CANNOT_BE_DEPUTY' });
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'nobody-here', ...days }))).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'reviewer-ggsy2', from: '2026-03-31', to: '2026-04-10' }))).toMatchObject({ code: 'DEPUTY_PERIOD_INVALID' });
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'reviewer-ggsy2', from: '2026-04-30', to: '2026-04-31' }))).toMatchObject({ status: 400 });
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'reviewer-ggsy2', ...days, flows: ['no-such-flow'] }))).toMatchObject({ code: 'FLOW_NOT_FOUND' });
    expect(await refusalOf(name('reviewer-ggsy', { person: 'reviewer-ggsy2', deputy: 'reviewer-ggsy3', ...days }))).toMatchObject({ code: 'NOT_YOURS' });
    expect(await refusalOf(name('enterprise', { deputy: 'reviewer-ggsy2', ...days }))).toMatchObject({ code: 'ROLE_REQUIRED' });

    await name('admin', { person: 'reviewer-ggsy', deputy: 'reviewer-ggsy2', ...days });
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'reviewer-ggsy3', from: '2026-04-10', to: '2026-04-12' }))).toMatchObject({ code: 'DEPUTY_OVERLAPS', message: expect.stringContaining('图雅') });
    expect(await refusalOf(name('reviewer-ggsy2', { deputy: 'reviewer-ggsy', ...days }))).toMatchObject({ code: 'DEPUTY_AWAY' });
    expect(await refusalOf(name('reviewer-ggsy2', { deputy: 'reviewer-ggsy3', ...days }))).toMatchObject({ code: 'DEPUTY_STANDS_IN', message: expect.stringContaining('刘洋') });
    await name('reviewer-ggsy2', { deputy: 'reviewer-ggsy', from: '2026-04-13', to: '2026-04-14' });
    const both = await Promise.allSettled(['reviewer-ggsy2', 'reviewer-ggsy3'].map((deputy) => name('reviewer-ggsy', { deputy, from: '2026-05-06', to: '2026-05-08' })));
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  }, 60_000);

  it('an officer who belongs to the enterprise that applies neither sees nor does its work, nor as a deputy', async () => {
    await office.on('2026-06-01');
    const application = await office.accepted();
    const { caseId, workItem } = await held(application);
    const { organisation } = await application.view('clerk');
    await hire('reviewer-ggsy4', '利害人', { organisationId: organisation.id });
    expect(await desk('reviewer-ggsy4')).toEqual([]);
    expect(await badge('reviewer-ggsy4')).toBe(0);
    expect(await refusalOf(office.post('reviewer-ggsy', `/work-items/${workItem}/transfer`, { to: 'reviewer-ggsy4' }))).toMatchObject({ code: 'PERSON_CANNOT_DO_THIS' });
    expect(await refusalOf(name('reviewer-ggsy', { deputy: 'reviewer-ggsy4', from: '2026-06-01', to: '2026-06-05' }))).toMatchObject({ code: 'PERSON_CANNOT_BE_DEPUTY' });
    await office.post('reviewer-ggsy', `/work-items/${workItem}/release`, {});
    expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy4', 'pass', { opinion: '通过' }))).toMatchObject({ code: 'ACTION_NOT_YOURS' });
  }, 60_000);
});
