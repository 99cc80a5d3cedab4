import { Person } from '../../../src/entities/index.js';
import type { CaseView, WorkItemView } from '../../../src/api/contract.js';
import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

interface OpenWork {
  held: { id: string; hasDraft: boolean; receivers: { name: string }[] }[];
  delegated: { id: string; with: string }[];
  onlyHis: { id: string }[];
  deputies: { deputy: string }[];
  corrections: { caseId: string }[];
}

/** Disable a user with open tasks → the system lists them and offers hand-over; no orphan. */
describe('Complaint 15: somebody leaves the office and nothing is lost with him', () => {
  let test: TestProduct;
  let office: Office;
  let projectId: string;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    ({ projectId } = await office.draft());
  }, 60_000);
  afterAll(() => test.remove());

  async function hire(username: string, name: string): Promise<void> {
    await test.product.services.database.inTransaction(async (tx) => {
      const like = (await tx.findOne(Person, 'username = ?', ['reviewer-ggsy'])) as Person;
      tx.insert(Person, { ...like, enabled: true, id: test.product.services.newId(), username, name });
    });
  }
  const open = async (application: Application): Promise<{ caseId: string; item: WorkItemView }> => {
    const caseId = await application.item('bx-construction-waste');
    const [item] = (await office.get<CaseView>('clerk', `/cases/${caseId}`)).workItems;
    return { caseId, item: item as WorkItemView };
  };
  const holder = async (caseId: string): Promise<{ assignee?: string; owner?: string }> => {
    const [item] = (await office.get<CaseView>('clerk', `/cases/${caseId}`)).workItems;
    const name = async (id: string | undefined): Promise<string | undefined> => (id === undefined ? undefined : (await test.product.services.database.read.findOne(Person, 'id = ?', [id]))?.username);
    return { assignee: await name(item?.assigneeId), owner: await name(item?.delegatedBy) };
  };

  it.each([
    ['to a colleague', 'leaver1', 'keeper1', allItems],
    ['to the queue', 'leaver2', 'keeper2', ['bx-construction-waste']],
  ])('held, delegated, drafted, deputised and corrected: all of it is listed and goes %s', async (where, leaver, keeper, items) => {
    await hire(leaver, '离岗人');
    await hire(keeper, '接办人');
    const [mine, lent, borrowed] = [await office.accepted({ projectId, items }), await office.accepted({ projectId }), await office.accepted({ projectId })];
    const held = await open(mine);
    await office.post(leaver, `/work-items/${held.item.id}/claim`, {});
    await (await office.as(leaver)).put(`/work-items/${held.item.id}/draft`, { form: { opinion: '写了一半' } });
    const out = await open(lent);
    await office.post(leaver, `/work-items/${out.item.id}/delegation`, { to: 'reviewer-ggsy' });
    const inbound = await open(borrowed);
    await office.post('reviewer-ggsy', `/work-items/${inbound.item.id}/delegation`, { to: leaver });
    await office.post(leaver, '/deputies', { deputy: keeper, from: '2026-03-02', to: '2026-03-06' });
    await office.post(leaver, '/corrections/requests', { caseId: mine.id, items: [{ target: '/S01/projectName', reason: '名称不一致', norm: '行政许可法第三十一条' }], ground: 'newFact', explanation: '新情况' });

    const list = await office.get<OpenWork>('admin', `/people/${leaver}/open-work`);
    expect(list).toMatchObject({ delegated: [{ id: out.item.id, with: '刘洋' }], onlyHis: [], deputies: [{ deputy: '接办人' }], corrections: [{ caseId: mine.id }] });
    expect(list.held.map(({ id, hasDraft }) => ({ id, hasDraft }))).toEqual(expect.arrayContaining([{ id: held.item.id, hasDraft: true }, { id: inbound.item.id, hasDraft: false }]));
    expect(list.held[0]?.receivers.map(({ name }) => name)).toContain('接办人');
    expect(await refusalOf(office.get('clerk', `/people/${leaver}/open-work`))).toMatchObject({ code: 'ROLE_REQUIRED' });

    expect(await refusalOf(office.post('admin', `/people/${leaver}/disabling`, { reason: '调离' }))).toMatchObject({ code: 'PERSON_HAS_WORK', message: expect.stringContaining('3 项待办') });
    const answer = await office.post<{ handedOver: number; deputiesEnded: number; goesOn: { corrections: unknown[] } }>('admin', `/people/${leaver}/disabling`, { reason: '调离', handOverTo: where === 'to the queue' ? 'queue' : keeper });
    expect(answer).toMatchObject({ handedOver: 3, deputiesEnded: 1, goesOn: { corrections: [{ caseId: mine.id }] } });

    const receiver = where === 'to the queue' ? undefined : keeper;
    expect(await holder(held.caseId)).toEqual({ assignee: receiver, owner: undefined });
    expect(await holder(out.caseId)).toEqual({ assignee: 'reviewer-ggsy', owner: receiver });
    expect(await holder(inbound.caseId)).toEqual({ assignee: 'reviewer-ggsy', owner: undefined });
    expect(await office.get(keeper, `/work-items/${held.item.id}/draft`)).toMatchObject({ form: { opinion: '写了一半' } });
    expect(await refusalOf(office.get(leaver, '/work-items'))).toMatchObject({ status: 401 });
    expect(await office.get('supervisor', '/audit/invariants')).toMatchObject({ items: [] });
    await mine.actIn(held.caseId, keeper, 'pass', { opinion: '通过' });
  }, 90_000);

  it('the last of a department may leave: his work goes to the leaders of the area, and the answer names it', async () => {
    const application = await office.accepted({ projectId });
    const { item } = await open(application);
    const others = ['keeper1', 'keeper2'];
    for (const username of others) await office.post('admin', `/people/${username}/disabling`, { reason: '调离', handOverTo: 'queue' });
    const { onlyHis } = await office.get<OpenWork>('admin', '/people/reviewer-ggsy/open-work');
    expect(onlyHis.map(({ id }) => id)).toContain(item.id);
    const { withoutPerson } = await office.post<{ withoutPerson: { id: string }[] }>('admin', '/people/reviewer-ggsy/disabling', { reason: '调离', handOverTo: 'queue' });
    expect(withoutPerson.map(({ id }) => id)).toContain(item.id);
    expect((await application.work('leader')).map(({ id }) => id)).toContain(item.id);
    expect(await office.get('supervisor', '/audit/invariants')).toMatchObject({ items: [] });
  }, 60_000);
});
