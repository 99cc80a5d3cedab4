import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../src/api/contract.js';
import { DEMO_PASSWORD } from '../../src/services/seeding/seed.js';
import { Office, type Application } from '../support/application.js';
import { startTestProduct, type TestProduct } from '../support/product.js';

interface Answer {
  status: number;
  problem: Problem;
}

const json = { 'Content-Type': 'application/json' };
const project = { name: '和林格尔新区试验项目', projectType: 'SOCIAL_GENERAL' };

describe('An odd request', () => {
  let test: TestProduct;
  let office: Office;
  let draft: Application;
  let accepted: Application;
  let base: string;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    base = `${test.product.url}/api/v1`;
    draft = await office.draft();
    accepted = await office.accepted();
  }, 60_000);
  afterAll(() => test.remove());

  async function tokenOf(person: string): Promise<string> {
    return ((await office.as(person)) as unknown as { token: string }).token;
  }

  async function send(person: string, method: string, address: string, body?: string | object, headers: Record<string, string> = json): Promise<Answer> {
    const token = await tokenOf(person);
    const response = await fetch(`${base}${address}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body !== undefined && !(body instanceof FormData) && headers) },
      ...(body !== undefined && { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
    });
    return { status: response.status, problem: (await response.json().catch(() => ({}))) as Problem };
  }

  const names = ['__proto__', 'constructor', 'toString', '%00', '%F0%9F%98%80', '%ED%A0%80', '%', 'a'.repeat(3000), '..%2f..%2fetc%2fpasswd', "'%20OR%201=1--", '-1', '1.5', '1e999', 'NaN'];

  it.each(['/cases/', '/items/', '/forms/', '/projects/', '/documents/', '/attachments/', '/calendar/', '/calendar/days/', '/flows/', '/flows/item-standard/versions/', '/people/', '/departments/'])('for a strange name under %s finds nothing and breaks nothing', async (address) => {
    for (const name of names) {
      const { status } = await send('admin', 'GET', `${address}${name}`);
      expect([name, status >= 400 && status < 500]).toEqual([name, true]);
    }
  });

  it('for a strange revision of a form finds nothing', async () => {
    for (const name of names) {
      const { status } = await send('clerk', 'GET', `/cases/${accepted.id}/form/${name}`);
      expect([name, status >= 400 && status < 500]).toEqual([name, true]);
    }
  });

  it.each(['page=1e300', 'page=99999999999999999999', 'page=1.5', 'page=1&page=2', 'page=-1', 'page=Infinity', 'pageSize=0', 'pageSize=', 'pageSize=201', 'q=a&q=b', `q=${'x'.repeat(101)}`, 'sort=constructor', 'sort=id;DROP', 'unknown=1'])('for the page %s of a list is refused', async (query) => {
    for (const list of ['/cases', '/work-items', '/projects', '/items']) expect([list, (await send('enterprise', 'GET', `${list}?${query}`)).status]).toEqual([list, 400]);
  });

  it.each(['page=1000000&pageSize=200', 'q=%25', 'q=_', 'q=%00', 'q=!'])('for %s finds nothing, since signs of a pattern stand for themselves', async (query) => {
    for (const [list, person] of [['/cases', 'enterprise'], ['/work-items', 'reviewer-ggsy'], ['/projects', 'enterprise'], ['/people', 'admin'], ['/public/register', 'admin']] as const) {
      const { status, problem } = await send(person, 'GET', `${list}?${query}`);
      // A NUL is no character of any name; databases differ in what they make of it.
      if (query !== 'q=%00') expect([list, status, (problem as unknown as { items: unknown[] }).items]).toEqual([list, 200, []]);
      else expect(status).toBeLessThan(500);
    }
  });

  it('sorts and searches the lists that say so', async () => {
    const work = (await office.get<{ items: { caseNumber: string }[]; total: number }>('reviewer-ggsy', `/work-items?q=${(await accepted.view()).number}&sort=-dueOn`));
    expect(work.total).toBe(1);
    expect((await office.get<{ total: number }>('reviewer-ggsy', '/work-items?q=nothing-of-that-name')).total).toBe(0);
    const codes = (await office.get<{ items: { code: string }[] }>('clerk', '/items?sort=code')).items.map((item) => item.code);
    expect(codes).toEqual([...codes].sort());
    expect((await office.get<{ items: unknown[]; total: number }>('clerk', `/documents?caseId=${accepted.id}&page=1&pageSize=1`))).toMatchObject({ items: [expect.anything()], page: 1, pageSize: 1 });
  });

  it.each(['now', '0000-01-01', '2026-02-30', '9999-W53-7', '2026-060', '1e9'])('to set the clock to %s is refused', async (now) => {
    expect((await send('admin', 'PUT', '/calendar/now', { now })).status).toBe(400);
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half of a character', '\ud800'],
    ['nothing to read', ' \u200b\u202e '],
    ['too much', '长'.repeat(201)],
  ])('for a project whose name is %s is refused at that field', async (_what, name) => {
    const { status, problem } = await send('enterprise', 'POST', '/projects', { ...project, name });
    expect([status, problem.errors?.[0]?.pointer]).toEqual([400, '/name']);
  });

  it('keeps a name that looks like SQL as it is', async () => {
    const name = "Robert'); DROP TABLE cases;-- 工程 𠮷 \\\" %_";
    const { id } = (await send('enterprise', 'POST', '/projects', { ...project, name })).problem as unknown as { id: string };
    expect(await office.get('enterprise', `/projects/${id}`)).toMatchObject({ name });
    expect((await office.get<{ total: number }>('enterprise', `/projects?q=${encodeURIComponent("cases;-- 工程 𠮷 \\\" %_")}`)).total).toBe(1);
  });

  it('says every field message in Chinese, whichever rule was broken', async () => {
    const answers = await Promise.all([
      send('enterprise', 'POST', '/cases', { projectId: 'x'.repeat(41), stage: 'x'.repeat(9), items: ['x'] }),
      send('enterprise', 'POST', `/cases/${draft.id}/actions`, { action: 'x'.repeat(61), workItem: 'x'.repeat(41), version: -1 }),
      send('admin', 'GET', '/calendar/due?from=2026-01-01&workdays=99999'),
      send('clerk', 'POST', '/corrections', { caseId: 7, version: 1.5, handInWorkdays: 'x', explanation: 'x'.repeat(501) }),
      send('admin', 'POST', '/people/nobody/disabling', { reason: 7, handOverTo: {} }),
      send('clerk', 'GET', '/cases?status=a&status=b&stage=c&stage=d'),
    ]);
    for (const { status, problem } of answers) {
      expect([status, (problem.errors ?? []).length > 0]).toEqual([400, true]);
      for (const { message } of problem.errors ?? []) expect(message).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each([
    ['text instead of JSON', JSON.stringify(project), { 'Content-Type': 'text/plain' }],
    ['an unknown character set', JSON.stringify(project), { 'Content-Type': 'application/json; charset=klingon' }],
    ['a body that says gzip and is not', 'zz', { ...json, 'Content-Encoding': 'gzip' }],
    ['an unknown encoding', 'zz', { ...json, 'Content-Encoding': 'nonsense' }],
    ['a number', '7', json],
    ['nothing', 'null', json],
    ['half of an object', '{"name":', json],
    ['an object ten thousand deep', '{"name":'.repeat(10_000) + '1' + '}'.repeat(10_000), json],
  ])('with %s is refused', async (_what, body, headers) => {
    const before = (await office.get<{ total: number }>('enterprise', '/projects')).total;
    expect((await send('enterprise', 'POST', '/projects', body, headers)).status).toBe(400);
    expect((await office.get<{ total: number }>('enterprise', '/projects')).total).toBe(before);
  });

  it('with forms nested a thousand deep breaks no route that takes a form', async () => {
    const deep = '{"a":'.repeat(1_000) + '1' + '}'.repeat(1_000);
    for (const [person, method, address, body] of [
      ['enterprise', 'PUT', `/cases/${draft.id}/form`, `{"version":1,"form":{"S01":${deep}}}`],
      ['clerk', 'POST', `/cases/${accepted.id}/actions`, `{"version":1,"action":"requestCorrection","form":${deep}}`],
      ['admin', 'POST', '/calendar/years', deep],
      ['admin', 'POST', '/items/lists', `{"meta":${deep},"items":[${deep}]}`],
      ['admin', 'POST', '/delegations', `{"delegations":[${deep}]}`],
      ['enterprise', 'POST', '/guidance', `{"projectType":"SOCIAL_GENERAL","stage":"SG","answers":${deep}}`],
    ] as const) {
      expect([address, (await send(person, method, address, body)).status < 500]).toEqual([address, true]);
    }
  });

  it.each([
    ['without a boundary', 'zz', 'multipart/form-data'],
    ['that breaks off', '--x\r\nContent-Disposition: form-data; name="caseId"\r\n\r\nabc', 'multipart/form-data; boundary=x'],
    ['that is none', '{}', 'application/json'],
  ])('to upload with a body %s is refused', async (_what, body, type) => {
    expect(await send('enterprise', 'POST', '/attachments', body, { 'Content-Type': type })).toMatchObject({ status: 400, problem: { code: 'REQUEST_INVALID' } });
  });

  async function upload(fields: [string, string][], file = { name: '图纸.pdf', field: 'file', bytes: '%PDF-1.4\n%%EOF\n' }): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    form.append(file.field, new Blob([file.bytes]), file.name);
    return send('enterprise', 'POST', '/attachments', form);
  }

  it('to upload with doubled, nested or foreign fields is refused, and leaves no file behind', async () => {
    const material = 'business-licence';
    for (const fields of [[['caseId[]', draft.id], ['material', material]], [['caseId[x]', draft.id], ['material', material]], [['caseId', draft.id], ['caseId', draft.id], ['material', material]], [['caseId', draft.id], ['material[]', material]], [['material', material]], [['caseId', draft.id], ['material', '__proto__']]] as [string, string][][]) {
      expect([fields, (await upload(fields)).status]).toEqual([fields, 400]);
    }
    expect((await upload([['caseId', draft.id], ['material', material]], { name: 'a.pdf', field: 'other', bytes: 'x' })).status).toBe(400);
    expect((await upload([['caseId', 'x'.repeat(900)], ['material', material]])).status).toBe(404);
    expect(await readdir(path.join(test.product.services.settings.dataDir, 'uploads')).catch(() => [])).toEqual([]);
  });

  it('to upload under a path or an endless name keeps the last part of it', async () => {
    const material = 'business-licence';
    expect((await upload([['caseId', draft.id], ['material', material]], { name: '../../../etc/passwd', field: 'file', bytes: '%PDF-1.4\n%%EOF\n' })).problem).toMatchObject({ name: 'passwd' });
    const { status, problem } = await upload([['caseId', draft.id], ['material', material]], { name: `${'图'.repeat(400)}.pdf`, field: 'file', bytes: '%PDF-1.4\n%%EOF\n' });
    expect([status, (problem as unknown as { name: string }).name.length <= 200]).toEqual([201, true]);
  });

  it('to upload more than 50 MB is too large, and the file is not kept', async () => {
    const before = (await draft.view()).materials.flatMap((material) => material.attachments).length;
    const { status, problem } = await upload([['caseId', draft.id], ['material', 'business-licence']], { name: 'a.pdf', field: 'file', bytes: '%PDF-1.4\n'.padEnd(50 * 1024 * 1024 + 1, ' ') });
    expect([status, problem.code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect((await draft.view()).materials.flatMap((material) => material.attachments)).toHaveLength(before);
    expect(await readdir(path.join(test.product.services.settings.dataDir, 'uploads')).catch(() => [])).toEqual([]);
  }, 30_000);

  it.each(['x'.repeat(81), '%F0%9F%98%80', '-a', 'a%20b', '1a'])('to draw a flow under the key %s keeps nothing', async (key) => {
    expect((await send('admin', 'PUT', `/flows/${key}/draft`, { xml: '<x/>', version: 0 })).status).toBe(400);
    expect((await send('admin', 'GET', `/flows/${key}`)).status).toBe(404);
  });

  it('to publish the same draft again with the same key is one version; to import the same year again likewise', async () => {
    const { draftVersion } = await office.get<{ draftVersion: number }>('admin', '/flows/item-standard');
    const once = { ...json, 'Idempotency-Key': 'publish-1' };
    const first = await send('admin', 'POST', '/flows/item-standard/versions', { version: draftVersion }, once);
    expect(first.status).toBe(201);
    expect(await send('admin', 'POST', '/flows/item-standard/versions', { version: draftVersion }, once)).toEqual(first);
    expect((await office.get<{ total: number }>('admin', '/flows/item-standard/versions')).total).toBe(2);
    const { schedule } = await office.get<{ schedule: object }>('clerk', '/calendar/2026');
    const imports = await Promise.all([1, 2, 3].map(() => send('admin', 'POST', '/calendar/years', schedule, { ...json, 'Idempotency-Key': 'year-1' })));
    expect(imports.map(({ status, problem }) => [status, problem])).toEqual(Array(3).fill([201, { year: 2026, version: 2 }]));
    expect(await office.get('clerk', '/calendar/2026')).toMatchObject({ version: 2 });
  });

  it('with a key that differs in upper and lower case is another request', async () => {
    expect((await send('enterprise', 'POST', '/projects', project, { ...json, 'Idempotency-Key': 'Key' })).status).toBe(201);
    expect((await send('enterprise', 'POST', '/projects', { ...project, name: '另一个项目' }, { ...json, 'Idempotency-Key': 'key' })).status).toBe(201);
    for (const key of ['x'.repeat(121), 'a b', '']) expect([key, (await send('enterprise', 'POST', '/projects', project, { ...json, 'Idempotency-Key': key })).status]).toEqual([key, 400]);
  });

  it("of a review agency for projects that it was never commissioned for, and of the office for somebody's draft, is refused", async () => {
    expect((await send('agency', 'GET', `/projects/${accepted.projectId}`)).status).toBe(403);
    expect((await send('agency', 'GET', `/projects/${accepted.projectId}/clock`)).status).toBe(403);
    expect((await office.get<{ total: number }>('agency', '/projects')).total).toBe(0);
    for (const person of ['clerk', 'leader', 'admin', 'supervisor', 'reviewer-ggsy']) for (const part of ['', '/form/1', '/clock', '/events']) expect([person, part, (await send(person, 'GET', `/cases/${draft.id}${part}`)).status]).toEqual([person, part, 403]);
  });

  it('with a session that has run out, or none, is asked to sign in', async () => {
    const token = await freshToken('enterprise2');
    await test.product.services.database.inTransaction(async (tx) => tx.write("UPDATE sessions SET expiresAt = '2000-01-01T00:00:00.000Z' WHERE personId = (SELECT id FROM people WHERE username = 'enterprise2')", []));
    for (const header of [`Bearer ${token}`, 'Bearer ', 'Bearer x y', `Basic ${token}`, `Bearer ${'x'.repeat(5000)}`]) expect([header.slice(0, 20), (await fetch(`${base}/cases`, { headers: { Authorization: header } })).status]).toEqual([header.slice(0, 20), 401]);
  });

  it('of another site in the name of a signed-in browser is not taken for his', async () => {
    const cookie = `onestop_session=${await freshToken('enterprise')}`;
    const post = (site: string): Promise<Response> => fetch(`${base}/projects`, { method: 'POST', headers: { ...json, Cookie: cookie, 'Sec-Fetch-Site': site }, body: JSON.stringify(project) });
    expect((await post('cross-site')).status).toBe(401);
    expect((await post('same-origin')).status).toBe(201);
  });

  it('with many wrong passwords at once locks the account as they would one by one', async () => {
    const attempt = (password: string): Promise<number> => fetch(`${base}/sessions`, { method: 'POST', headers: json, body: JSON.stringify({ username: 'admin2', password }) }).then((response) => response.status);
    expect(await Promise.all(Array.from({ length: 8 }, (_, count) => attempt(`wrong ${count}`)))).toEqual(Array(8).fill(401));
    expect(await attempt(DEMO_PASSWORD)).toBe(401);
  });

  async function freshToken(username: string): Promise<string> {
    const response = await fetch(`${base}/sessions`, { method: 'POST', headers: json, body: JSON.stringify({ username, password: DEMO_PASSWORD }) });
    return ((await response.json()) as { token: string }).token;
  }
});
