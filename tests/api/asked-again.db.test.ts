import type { ClockView, DocumentView, PermitView } from '../../src/api/contract.js';
import { allItems, licensed, Office } from '../support/application.js';
import { startTestProduct, type TestProduct } from '../support/product.js';

describe('What is asked again, or by somebody else', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  async function send(address: string, body: object, { key, person }: { key: string; person?: string }): Promise<{ status: number; answer: { id?: string; code?: string } }> {
    const token = person && ((await office.as(person)) as unknown as { token: string }).token;
    const response = await fetch(`${test.product.url}/api/v1${address}`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...(token && { Authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
    return { status: response.status, answer: (await response.json().catch(() => ({}))) as { id?: string; code?: string } };
  }

  it('an objection that is sent twice under one key is received once', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const item = await application.examine();
    await application.actIn(item, 'leader', 'publishNotice', { title: '公示', content: '拟准予', closesOn: '2026-03-09' });
    const [notice] = (await office.get<{ items: { id: string }[] }>('clerk', '/public/notices')).items;
    const objection = { name: '居民王某', contact: '13800000008', statement: '运输路线经过学校' };
    const address = `/public/notices/${notice?.id}/objections`;
    const first = await send(address, objection, { key: 'resident-1' });
    expect(await send(address, objection, { key: 'resident-1' })).toEqual(first);
    expect(await send(address, { ...objection, statement: '扬尘' }, { key: 'resident-1' })).toMatchObject({ status: 409, answer: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await office.get('reviewer-ggsy', `/objections?caseId=${item}`)).toMatchObject({ total: 1, items: [{ id: first.answer.id }] });
  }, 60_000);

  it('the start of what is permitted is reported once, however often the report is sent', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: ['bx-eia-form'] });
    await application.review('reviewer-sthj');
    const permit = await application.examine('reviewer-sthj');
    await application.actIn(permit, 'leader', 'approve', { content: '准予' });
    const report = (): Promise<{ status: number }> => send(`/permits/${permit}/start`, {}, { key: 'start-1', person: 'enterprise' });
    expect((await report()).status).toBe((await report()).status);
    expect((await application.events(permit)).filter((event) => event.type === 'worksStarted')).toHaveLength(1);
  }, 60_000);

  it('a search for a sign of the pattern language finds that sign, not everything', async () => {
    await licensed(office, { on: '2026-03-02' });
    const search = (q: string): Promise<{ total: number; items: PermitView[] }> => office.get('leader', `/permits?q=${encodeURIComponent(q)}`);
    expect((await search('建筑垃圾')).total).toBeGreaterThan(0);
    expect((await search('%')).total).toBe(0);
    expect((await search('_')).total).toBe(0);
  }, 60_000);

  it('a review agency reads its commission, not the minutes, the notices or the decisions', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: allItems });
    await application.review('reviewer-zjj');
    for (const reviewer of ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy']) for (const work of await application.work(reviewer)) if (work.step === 'examine') await application.actIn(work.caseId, reviewer, 'pass', { opinion: '同意' });
    for (const work of await application.work('leader')) await application.actIn(work.caseId, 'leader', 'agree', { opinion: '同意' });
    await application.meet('2026-03-02', ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy']);
    const all = await application.documentsReady();
    expect(all.map((document) => document.kind)).toContain('meeting-minutes');
    expect((await application.documents('agency')).map((document) => document.kind)).toEqual(['review-commission']);
    const minutes = all.find((document) => document.kind === 'meeting-minutes') as DocumentView;
    await expect(office.get('agency', `/documents/${minutes.id}`)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
    expect((await application.view('agency')).meeting).toBeUndefined();
    expect((await application.view('enterprise')).meeting?.minutes).toBeUndefined();
    expect((await application.view('secretary')).meeting?.minutes).toBeDefined();
  }, 60_000);

  it('the clock of a finished stage stands where its last item was decided, and says so wherever it is asked', async () => {
    const { application } = await licensed(office, { on: '2026-04-07' });
    await office.on('2026-04-10');
    await application.sealAndDeliver();
    await office.on('2026-05-20');
    const clock = await office.get<ClockView>('clerk', `/cases/${application.id}/clock`);
    expect(clock).toMatchObject({ state: 'decided', light: 'done', usedWorkdays: 0 });
    expect((await application.view()).clock).toMatchObject({ state: 'decided', light: 'done', usedWorkdays: 0 });

    const refused = await office.file({ on: '2026-04-07' });
    await refused.act('clerk', 'refuse', { refusalGround: 'noPermitNeeded', reasons: '依法不需要取得行政许可' });
    await office.on('2026-05-20');
    expect(await refused.clock()).toMatchObject({ state: 'received', acceptedOn: null, light: 'done' });
  }, 60_000);

  it('the record of a stage names the item that came back and how it ended', async () => {
    const { application } = await licensed(office, { on: '2026-04-07' });
    const returned = (await application.events()).filter((event) => event.type === 'itemReturned').map((event) => event.text);
    expect(returned).toEqual(['“城市建筑垃圾处置核准”完成本环节（审查完毕，待决定）', '“城市建筑垃圾处置核准”完成本环节（准予许可）']);
  }, 60_000);
});
