import type { CaseView, ReadingCopyView } from '../../../src/api/contract.js';
import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { hire } from '../../support/people.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

type MyCopies = { items: ReadingCopyView[]; total: number; unread: number };

describe.each([
  ['alone', ['bx-construction-waste']],
  ['inside a parallel branch', allItems],
])('A case is sent to be read, %s', (_, items) => {
  let test: TestProduct;
  let office: Office;
  let application: Application;
  let caseId: string;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    await hire(test, 'reviewer-scjg', { username: 'reviewer-scjg2', name: '图雅' });
    application = await office.accepted({ items });
    caseId = await application.item('bx-construction-waste');
  }, 60_000);
  afterAll(() => test.remove());
  afterEach(async () => expect((await office.get<{ items: unknown[] }>('supervisor', '/audit/invariants')).items).toEqual([]));

  const send = (body: object, person = 'reviewer-ggsy'): Promise<{ sent: { id: string; person: string }[] }> => office.post(person, '/reading-copies', { caseId, ...body });
  const mine = (person: string, more = ''): Promise<MyCopies> => office.get(person, `/reading-copies?pageSize=50${more}`);
  const siblings = async (): Promise<unknown> => (await application.view('clerk')).items.filter((item) => item.caseId !== caseId).map(({ caseId: id, status, clock }) => ({ id, status, clock }));

  it('it asks nothing of the reader, opens exactly this case for him and shows when he read it', async () => {
    const before = await siblings();
    expect(await refusalOf(office.get('reviewer-scjg', `/cases/${caseId}`))).toMatchObject({ code: 'NOT_YOURS' });
    const { sent } = await send({ people: ['reviewer-scjg'], note: '请了解' });
    expect(sent).toMatchObject([{ person: '马强' }]);
    expect((await office.get<{ total: number }>('reviewer-scjg', '/work-items')).total).toBe(0);
    expect(await mine('reviewer-scjg')).toMatchObject({ total: 1, unread: 1, items: [{ caseId, note: '请了解', sentBy: '刘洋', readAt: null }] });
    const page = await office.get<CaseView>('reviewer-scjg', `/cases/${caseId}`);
    expect(page.availableActions).toEqual([]);
    expect(page.sections).toEqual((await office.get<CaseView>('reviewer-ggsy', `/cases/${caseId}`)).sections);
    expect(await refusalOf(office.get('reviewer-scjg', `/cases/${application.id}`))).toMatchObject({ code: 'NOT_YOURS' });
    const file = page.materials.flatMap((material) => material.attachments)[0];
    const others = (await application.view('clerk')).materials.filter((material) => !material.items.includes('bx-construction-waste')).flatMap((material) => material.attachments);
    const { token } = await office.post<{ token: string }>('clerk', '/sessions', { username: 'reviewer-scjg', password: 'Onestop-2026' });
    const status = async (id: string | undefined): Promise<number> => (await fetch(`${test.product.url}/api/v1/attachments/${id}/content`, { headers: { Authorization: `Bearer ${token}` } })).status;
    if (file) expect(await status(file.id)).toBe(200);
    if (others[0]) expect(await status(others[0].id)).toBe(403);

    const version = page.version;
    const copy = sent[0]?.id as string;
    expect(await refusalOf(office.post('reviewer-ggsy', `/reading-copies/${copy}/reading`, {}))).toMatchObject({ code: 'COPY_NOT_FOUND' });
    const read = await office.post<ReadingCopyView>('reviewer-scjg', `/reading-copies/${copy}/reading`, {});
    await office.on('2026-03-03');
    expect(await office.post<ReadingCopyView>('reviewer-scjg', `/reading-copies/${copy}/reading`, {})).toEqual(read);
    expect(read.readAt).toMatch(/^2026-03-02/);
    expect(await mine('reviewer-scjg')).toMatchObject({ total: 1, unread: 0 });
    expect(await mine('reviewer-scjg', '&unread=true')).toMatchObject({ total: 0, items: [] });
    const after = await office.get<CaseView>('reviewer-ggsy', `/cases/${caseId}`);
    expect(after.copies).toEqual([{ person: '马强', sentBy: '刘洋', sentAt: expect.any(String), readAt: read.readAt }]);
    expect(after.version).toBe(version);
    await office.on('2026-03-02');
    expect(await siblings()).toEqual(before);
  }, 60_000);

  it('a department gets one for each who is in office; who has an unread one gets no second', async () => {
    const department = (await office.get<{ items: { id: string; username: string; departmentId: string }[] }>('admin', '/people?pageSize=100')).items.find(({ username }) => username === 'reviewer-scjg')?.departmentId;
    expect((await send({ departments: [department] })).sent.map(({ person }) => person)).toEqual(['马强', '图雅']);
    expect((await send({ departments: [department] })).sent).toEqual([]);
    expect(await mine('reviewer-scjg2')).toMatchObject({ total: 1, unread: 1 });
    expect((await application.events(caseId)).at(-1)).toMatchObject({ type: 'copySent', text: '抄送马强、图雅' });
    expect((await office.get<{ items: ReadingCopyView[] }>('clerk', `/reading-copies?caseId=${caseId}`)).items).toHaveLength(3);
  }, 60_000);

  it('complaint 11: a copy that is taken back opens nothing any more', async () => {
    const copy = (await mine('reviewer-scjg2')).items[0]?.id as string;
    expect(await office.get('reviewer-scjg2', `/cases/${caseId}`)).toMatchObject({ id: caseId });
    expect(await refusalOf(office.post('leader', `/reading-copies/${copy}/withdrawal`, {}))).toMatchObject({ code: 'NOT_YOURS' });
    await office.post('reviewer-ggsy', `/reading-copies/${copy}/withdrawal`, {});
    expect(await refusalOf(office.get('reviewer-scjg2', `/cases/${caseId}`))).toMatchObject({ code: 'NOT_YOURS' });
    expect(await mine('reviewer-scjg2')).toMatchObject({ total: 0, unread: 0 });
    expect(await refusalOf(office.post('reviewer-ggsy', `/reading-copies/${copy}/withdrawal`, {}))).toMatchObject({ code: 'COPY_NOT_FOUND' });
  }, 60_000);

  it('people outside, the sender himself and cases that one may not open are refused; the applicant learns nothing of it', async () => {
    for (const person of ['enterprise', 'agency', 'nobody', 'reviewer-ggsy']) expect(await refusalOf(send({ people: [person] }))).toMatchObject({ status: 400, code: 'COPY_RECEIVER_UNFIT' });
    expect(await refusalOf(send({}))).toMatchObject({ status: 400 });
    expect(await refusalOf(send({ people: ['leader'], version: 0 }))).toMatchObject({ status: 409, code: 'STALE_VERSION' });
    expect(await refusalOf(send({ people: ['leader'] }, 'reviewer-rcfw'))).toMatchObject({ status: 403 });
    expect((await office.get<CaseView>('enterprise', `/cases/${caseId}`)).copies).toBeUndefined();
    const draft = await office.draft();
    expect(await refusalOf(office.post('clerk', '/reading-copies', { caseId: draft.id, people: ['leader'] }))).toMatchObject({ status: 403 });
  }, 60_000);
});
