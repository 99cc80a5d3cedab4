import { Person, WorkItem } from '../../../src/entities/index.js';
import type { CaseView, WorkItemView } from '../../../src/api/contract.js';
import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

type Finding = { rule: string; caseId: string; workItem?: string };

describe.each([
  ['alone', ['bx-construction-waste']],
  ['inside a parallel branch', allItems],
])('Work is passed on, %s', (_, items) => {
  let test: TestProduct;
  let office: Office;
  let application: Application;
  let caseId: string;
  let siblings: string[];

  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    await hire('reviewer-ggsy2', '图雅');
    application = await office.accepted({ items });
    caseId = await application.item('bx-construction-waste');
    siblings = (await application.view('clerk')).items.map((item) => item.caseId as string).filter((id) => id !== caseId);
  }, 60_000);
  afterAll(() => test.remove());

  /** A second reviewer of the same department, with the same password. */
  async function hire(username: string, name: string): Promise<void> {
    await test.product.services.database.inTransaction(async (tx) => {
      const like = (await tx.findOne(Person, 'username = ?', ['reviewer-ggsy'])) as Person;
      tx.insert(Person, { ...like, id: test.product.services.newId(), username, name });
    });
  }
  const findWork = async (person: string): Promise<WorkItemView | undefined> => (await application.work(person)).find((item) => item.caseId === caseId);
  const work = async (person: string): Promise<WorkItemView> => {
    const found = await findWork(person);
    if (!found) throw new Error(`Nothing of this case lies on the desk of ${person}`);
    return found;
  };
  const gesture = async (person: string, id: string, what: string, body: unknown = {}): Promise<unknown> => office.post(person, `/work-items/${id}/${what}`, body);
  const findings = async (): Promise<Finding[]> => (await office.get<{ items: Finding[] }>('supervisor', '/audit/invariants')).items;
  const counts = async (person: string): Promise<[number, number]> => [
    (await office.get<{ open: number }>(person, '/work-items/counts')).open,
    (await office.get<{ total: number }>(person, '/work-items?pageSize=200')).total,
  ];
  const others = (): Promise<unknown> => Promise.all(siblings.map(async (id) => {
    const { version, workItems, opinions } = await office.get<CaseView>('clerk', `/cases/${id}`);
    return { version, work: workItems.map((item) => item.id), opinions };
  }));

  afterEach(async () => {
    expect(await findings()).toEqual([]);
    for (const person of ['reviewer-ggsy', 'reviewer-ggsy2', 'leader', 'clerk']) {
      const [badge, list] = await counts(person);
      expect(badge).toBe(list);
    }
  });

  it('claimed work leaves the colleague\'s desk and comes back when it is released', async () => {
    const before = await others();
    const { id } = await work('reviewer-ggsy');
    await gesture('reviewer-ggsy', id, 'claim');
    expect(await findWork('reviewer-ggsy2')).toBeUndefined();
    expect(await refusalOf(gesture('reviewer-ggsy2', id, 'claim'))).toMatchObject({ code: 'WORK_ITEM_TAKEN', message: expect.stringContaining('刘洋') });
    expect(await refusalOf(gesture('reviewer-zjj', id, 'claim'))).toMatchObject({ status: 403 });
    expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy2', 'pass', { opinion: '同意' }))).toMatchObject({ code: 'ACTION_NOT_YOURS' });
    await gesture('reviewer-ggsy', id, 'release');
    expect(await findWork('reviewer-ggsy2')).toMatchObject({ id });
    expect(await others()).toEqual(before);
  }, 60_000);

  it('transferred work takes its draft along and is the colleague\'s alone', async () => {
    const before = await others();
    const { id } = await work('reviewer-ggsy');
    await (await office.as('reviewer-ggsy')).put(`/work-items/${id}/draft`, { form: { opinion: '已核对处置场所' } });
    expect(await refusalOf(gesture('reviewer-ggsy', id, 'transfer', { to: 'reviewer-zjj' }))).toMatchObject({ code: 'PERSON_CANNOT_DO_THIS' });
    await gesture('reviewer-ggsy', id, 'transfer', { to: 'reviewer-ggsy2', reason: '外出' });
    expect(await findWork('reviewer-ggsy')).toBeUndefined();
    expect(await office.get('reviewer-ggsy2', `/work-items/${id}/draft`)).toMatchObject({ form: { opinion: '已核对处置场所' } });
    expect((await application.events(caseId)).at(-1)).toMatchObject({ type: 'workTransferred', text: '“经办审查”转办给图雅：外出' });
    expect(await others()).toEqual(before);
  }, 60_000);

  it('delegated work is prepared by the colleague, who cannot complete it, and comes back with his opinion', async () => {
    const before = await others();
    const { id } = await work('reviewer-ggsy2');
    await gesture('reviewer-ggsy2', id, 'delegation', { to: 'reviewer-ggsy' });
    expect(await work('reviewer-ggsy')).toMatchObject({ id });
    expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '同意' }))).toMatchObject({ code: 'ACTION_NOT_YOURS' });
    expect(await refusalOf(gesture('reviewer-ggsy', id, 'transfer', { to: 'reviewer-ggsy2' }))).toMatchObject({ code: 'WORK_ITEM_TAKEN' });
    await gesture('reviewer-ggsy', id, 'hand-back', { opinion: '可以通过' });
    expect(await work('reviewer-ggsy2')).toMatchObject({ id });
    expect(await findWork('reviewer-ggsy')).toBeUndefined();
    expect((await application.events(caseId)).at(-1)).toMatchObject({ text: '“经办审查”委派办理完毕，交还图雅：可以通过' });
    expect(await others()).toEqual(before);
  }, 60_000);

  it('urging counts at the work, a supervisor\'s is a supervision, and the reply is in the record', async () => {
    const { id } = await work('reviewer-ggsy2');
    expect(await refusalOf(gesture('reviewer-ggsy2', id, 'urges/reply', { text: '没有催办' }))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
    await gesture('enterprise', id, 'urges', { text: '工期紧' });
    await gesture('supervisor', id, 'urges');
    expect(await refusalOf(gesture('enterprise2', id, 'urges'))).toMatchObject({ code: 'NOT_YOURS' });
    await gesture('reviewer-ggsy2', id, 'urges/reply', { text: '今日办结' });
    expect(await work('reviewer-ggsy2')).toMatchObject({ urgedTimes: 2 });
    expect((await application.events(caseId)).slice(-3).map((event) => event.text)).toEqual(['催办“经办审查”（第 1 次）：工期紧', '督办“经办审查”（第 2 次）', '答复催办“经办审查”：今日办结']);
  }, 60_000);

  it('complaint 15: work of somebody who is disabled is found and goes back to the queue', async () => {
    const { id } = await work('reviewer-ggsy2');
    await test.product.services.database.inTransaction(async (tx) => tx.update(Person, { enabled: false }, 'username = ?', ['reviewer-ggsy2']));
    expect(await findings()).toMatchObject([{ rule: 'work-for-disabled-person', caseId, workItem: id }]);
    expect(await refusalOf(office.post('supervisor', '/audit/invariants/repair', { rule: 'work-for-disabled-person', caseId, workItem: id }))).toMatchObject({ status: 403 });
    await office.post('admin', '/audit/invariants/repair', { rule: 'work-for-disabled-person', caseId, workItem: id });
    await test.product.services.database.inTransaction(async (tx) => tx.update(Person, { enabled: true }, 'username = ?', ['reviewer-ggsy2']));
    expect(await work('reviewer-ggsy')).toMatchObject({ id });
    expect(await refusalOf(office.post('admin', '/audit/invariants/repair', { rule: 'work-for-disabled-person', caseId, workItem: id }))).toMatchObject({ code: 'FINDING_GONE' });
  }, 60_000);

  it('complaint 15: somebody who leaves is asked to whom his work goes, and none of it stays with him', async () => {
    const { id } = await work('reviewer-ggsy');
    await gesture('reviewer-ggsy', id, 'transfer', { to: 'reviewer-ggsy2' });
    const leave = (more: object): Promise<unknown> => office.post('admin', '/people/reviewer-ggsy2/disabling', { reason: '调离', ...more });
    expect(await refusalOf(leave({}))).toMatchObject({ code: 'PERSON_HAS_WORK', message: expect.stringContaining('1 项待办') });
    expect(await refusalOf(leave({ handOverTo: 'reviewer-zjj' }))).toMatchObject({ code: 'PERSON_CANNOT_DO_THIS' });
    expect(await refusalOf(office.post('clerk', '/people/reviewer-ggsy2/disabling', { reason: '调离' }))).toMatchObject({ status: 403 });
    expect(await leave({ handOverTo: 'reviewer-ggsy' })).toMatchObject({ handedOver: 1 });
    expect(await work('reviewer-ggsy')).toMatchObject({ id });
    await test.product.services.database.inTransaction(async (tx) => tx.update(Person, { enabled: true }, 'username = ?', ['reviewer-ggsy2']));
    office = new Office(test);
    application = Object.assign(Object.create(Object.getPrototypeOf(application) as object), application, { office }) as Application;
  }, 60_000);

  it('a lost work item is found at the token that waits for it', async () => {
    const { id } = await work('reviewer-ggsy');
    const set = (status: string): Promise<void> => test.product.services.database.inTransaction(async (tx) => tx.update(WorkItem, { status }, 'id = ?', [id]));
    await set('cancelled');
    expect((await findings()).map((finding) => finding.rule)).toContain('token-without-work');
    await set('open');
    await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    expect(await refusalOf(gesture('reviewer-ggsy', id, 'claim'))).toMatchObject({ code: 'WORK_ITEM_NOT_OPEN' });
  }, 60_000);
});
