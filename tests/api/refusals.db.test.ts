import { DEMO_PASSWORD } from '../../src/services/seeding/seed.js';
import type { CaseView, Problem } from '../../src/api/contract.js';
import { Office, type Application } from '../support/application.js';
import { startTestProduct, type TestProduct } from '../support/product.js';

describe('Bad input', () => {
  let test: TestProduct;
  let office: Office;
  let application: Application;
  let base: string;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    base = `${test.product.url}/api/v1`;
    application = await office.draft({ items: ['bx-construction-waste'] });
  }, 60_000);
  afterAll(() => test.remove());

  async function send(username: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; problem: Problem; answer: unknown }> {
    if (!tokens.has(username)) {
      const session = await fetch(`${base}/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password: DEMO_PASSWORD }) });
      tokens.set(username, ((await session.json()) as { token: string }).token);
    }
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { Authorization: `Bearer ${tokens.get(username)}`, ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.status >= 400) expect(response.headers.get('content-type')).toContain('application/problem+json');
    return { status: response.status, problem: answer as Problem, answer };
  }
  const version = async (): Promise<number> => (await application.view()).version;
  const act = async (who: string, body: Record<string, unknown>): Promise<{ status: number; problem: Problem }> => send(who, 'POST', `/cases/${application.id}/actions`, { version: await version(), ...body });

  it('is named field by field in Chinese, and changes nothing', async () => {
    const before = await application.view();
    const { status, problem } = await send('enterprise', 'POST', '/cases', { projectId: 7, stage: 'SG', items: 'all', extra: true });
    expect(status).toBe(400);
    expect(problem.errors).toEqual([
      { pointer: '/extra', message: '没有这一项，请检查名称' },
      { pointer: '/projectId', message: '请选择项目' },
      { pointer: '/items', message: expect.stringMatching(/事项/) as string },
    ]);
    expect(await application.view()).toEqual(before);
  });

  it('in the one form is refused with a message for each field, and the draft stays as it was', async () => {
    const page = await application.view();
    const form = structuredClone(page.form);
    await send('enterprise', 'PUT', `/cases/${application.id}/form`, { form: { ...form, S02: { ...form.S02, creditCode: '91350100M000100Y4A', contactPhone: '12345' } }, version: page.version });
    const { status, problem } = await act('enterprise', { action: 'submit' });
    expect(status).toBe(400);
    expect(problem.code).toBe('FORM_INVALID');
    expect(problem.errors?.map((error) => error.pointer)).toEqual(expect.arrayContaining(['/S02/creditCode', '/S02/contactPhone']));
    const after = await application.view();
    expect(after.status).toBe('draft');
    await send('enterprise', 'PUT', `/cases/${application.id}/form`, { form, version: after.version });
  });

  it.each([
    ['an unknown section', { S99: {} }],
    ['an unknown field', { S02: { surprise: 1 } }],
    ['a prototype', JSON.parse('{"__proto__":{"polluted":true},"S02":{"constructor":{}}}') as object],
    ['a list where a section belongs', { S02: [] }],
    ['a NUL character', { S02: { name: 'a\u0000b' } }],
    ['half of a character', { S02: { name: '\ud800' } }],
  ])('in a draft such as %s is refused', async (_what, form) => {
    const { status } = await send('enterprise', 'PUT', `/cases/${application.id}/form`, { form, version: await version() });
    expect(status).toBe(400);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('such as an unknown action is refused with what is possible', async () => {
    const { status, problem } = await act('enterprise', { action: 'approveEverything' });
    expect(status).toBe(409);
    expect(problem.code).toBe('ACTION_NOT_AVAILABLE');
    expect(Array.isArray(problem.available)).toBe(true);
  });

  it('such as a stale version is refused with the version of now', async () => {
    const current = await version();
    const { status, problem } = await act('enterprise', { action: 'submit', version: current - 1 });
    expect([status, problem.code, problem.currentVersion]).toEqual([409, 'STALE_VERSION', current]);
  });

  it("such as another enterprise's case is refused, to look at and to act in", async () => {
    expect((await send('enterprise2', 'GET', `/cases/${application.id}`)).status).toBe(403);
    expect((await send('enterprise2', 'GET', `/cases/${application.id}/clock`)).status).toBe(403);
    expect((await send('enterprise2', 'GET', `/cases/${application.id}/events`)).status).toBe(403);
    expect((await act('enterprise2', { action: 'submit' })).status).toBe(403);
    expect((await send('enterprise2', 'GET', `/projects/${application.projectId}`)).status).toBe(403);
    expect((await send('enterprise2', 'POST', '/cases', { projectId: application.projectId, stage: 'SG', items: ['sg-fire-design'] })).status).toBe(403);
  });

  it('such as ids that do not exist is 404', async () => {
    for (const path of ['/cases/none', '/cases/none/clock', '/projects/none', '/documents/none', '/documents/none/content', '/attachments/none/content', '/items/none', '/forms/none']) {
      expect([path, (await send('enterprise', 'GET', path)).status]).toEqual([path, 404]);
    }
  });

  it('such as mutually exclusive items, items of another stage or unknown items opens no draft', async () => {
    const open = (items: string[]) => send('enterprise', 'POST', '/cases', { projectId: application.projectId, stage: 'SG', items });
    expect((await open(['bx-eia-report', 'bx-eia-form'])).problem.code).toBe('ITEMS_EXCLUSIVE');
    expect((await open(['jg-archive'])).problem.code).toBe('ITEM_NOT_IN_STAGE');
    expect((await open(['no-such-item'])).problem.code).toBe('ITEM_NOT_FOUND');
    expect((await send('enterprise', 'GET', '/cases')).answer).toMatchObject({ total: 1 });
  });

  it('such as too much, broken JSON or strange pages is refused', async () => {
    expect((await send('enterprise', 'PUT', `/cases/${application.id}/form`, { form: { S01: { scope: 'x'.repeat(10_000_000) } }, version: 1 })).status).toBe(413);
    expect((await send('enterprise', 'POST', '/projects', '{"name":')).status).toBe(400);
    expect((await send('enterprise', 'POST', '/projects', '[]')).status).toBe(400);
    expect((await send('enterprise', 'GET', '/cases?pageSize=100000')).status).toBe(400);
    expect((await send('enterprise', 'GET', '/cases?page=0')).status).toBe(400);
    expect((await send('enterprise', 'GET', '/cases?sort=flowState')).status).toBe(400);
    expect((await send('enterprise', 'GET', "/cases?q=%27%20OR%201=1%20--%20%25_!")).answer).toMatchObject({ total: 0 });
  });

  it('such as a file of another type, an empty one or one for an unknown material is not kept', async () => {
    const upload = async (who: string, name: string, bytes: Uint8Array, material: string): Promise<{ status: number; code?: string }> => {
      await send(who, 'GET', '/sessions/current');
      const form = new FormData();
      form.set('caseId', application.id);
      form.set('material', material);
      form.set('file', new Blob([Uint8Array.from(bytes)]), name);
      const response = await fetch(`${base}/attachments`, { method: 'POST', headers: { Authorization: `Bearer ${tokens.get(who)}` }, body: form });
      return { status: response.status, code: ((await response.json()) as Problem).code };
    };
    const material = (await application.view()).materials.find((each) => each.source === 'applicant')?.key as string;
    const pdf = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');
    expect(await upload('enterprise', '图纸.pdf', new TextEncoder().encode('<script>alert(1)</script>'), material)).toMatchObject({ status: 415, code: 'FILE_TYPE_REFUSED' });
    expect(await upload('enterprise', '空.pdf', new Uint8Array(), material)).toMatchObject({ status: 400, code: 'FILE_EMPTY' });
    expect(await upload('enterprise', '图纸.pdf', pdf, 'no-such-material')).toMatchObject({ status: 400, code: 'MATERIAL_UNKNOWN' });
    expect(await upload('enterprise2', '图纸.pdf', pdf, material)).toMatchObject({ status: 403 });
    const before = (await application.view()).materials.find((each) => each.key === material)?.attachments.length ?? 0;
    expect(await upload('enterprise', '蒙古文 ᠮᠣᠩᠭᠣᠯ 𠮷.pdf', pdf, material)).toMatchObject({ status: 201 });
    const files = (await application.view()).materials.find((each) => each.key === material)?.attachments ?? [];
    expect(files).toHaveLength(before + 1);
    expect(files.at(-1)?.name).toBe('蒙古文 ᠮᠣᠩᠭᠣᠯ 𠮷.pdf');
  });

  it('such as five wrong passwords locks the account for a while, and says nothing about who exists', async () => {
    const attempt = async (username: string, password: string): Promise<string> => {
      const response = await fetch(`${base}/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password }) });
      return response.status === 201 ? 'in' : ((await response.json()) as Problem).code;
    };
    expect(await attempt('nobody', 'x')).toBe('SIGN_IN_FAILED');
    for (let count = 0; count < 5; count += 1) expect(await attempt('admin2', 'wrong')).toBe('SIGN_IN_FAILED');
    expect(await attempt('admin2', DEMO_PASSWORD)).toBe('ACCOUNT_LOCKED');
  });

  it('such as a broken diagram, item list or calendar is refused whole', async () => {
    const flows = (await send('admin', 'GET', '/flows')).answer as { items: { key: string; publishedVersion: number; draftVersion: number }[] };
    const stage = flows.items.find((flow) => flow.key === 'stage-construction-permit');
    const { answer } = await send('admin', 'PUT', '/flows/stage-construction-permit/draft', { xml: '<bpmn:definitions', version: stage?.draftVersion });
    expect(answer).toMatchObject({ check: { ok: false } });
    const refused = await send('admin', 'POST', '/flows/stage-construction-permit/versions', { version: (stage?.draftVersion ?? 0) + 1 });
    expect([refused.status, refused.problem.code]).toEqual([422, 'FLOW_NOT_PUBLISHABLE']);

    const list = await send('admin', 'POST', '/items/lists', { meta: {}, items: [{ code: 'Wrong Code' }] });
    expect([list.status, list.problem.code]).toEqual([422, 'ITEM_LIST_INVALID']);
    expect((list.problem.faults as { place: string }[]).length).toBeGreaterThan(3);
    expect((await send('admin', 'GET', '/items?pageSize=1')).answer).toMatchObject({ total: 56, listVersion: 1 });

    const calendar = await send('admin', 'POST', '/calendar/years', { year: 2027, holidays: [{ name: '元旦', from: '2027-02-30', to: '2027-01-01' }] });
    expect(calendar.status).toBe(422);
    expect((await send('admin', 'GET', '/calendar/2027')).status).toBe(422);
    expect((await send('admin', 'GET', '/calendar/due?from=2026-12-04&workdays=20')).answer).toMatchObject({ due: null, provisional: true });
  });

  it('leaves the case as sound as it was: it can still be filed', async () => {
    const { status } = await application.act('enterprise', 'submit');
    expect(status).toBe('submitted');
    expect((await application.view('clerk') as CaseView).availableActions.map((offer) => offer.action)).toEqual(expect.arrayContaining(['accept', 'refuse', 'requestCorrection']));
  });
});
