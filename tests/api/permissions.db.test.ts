import { signIn, startTestProduct, type TestProduct } from '../support/product.js';

interface Operation {
  'x-permission': 'public' | 'signedIn' | string[];
}

const accounts: Record<string, string> = {
  enterprise: 'enterprise',
  clerk: 'clerk',
  reviewer: 'reviewer-zjj',
  agency: 'agency',
  secretary: 'secretary',
  leader: 'leader',
  sealkeeper: 'sealkeeper',
  supervisor: 'supervisor',
  admin: 'admin',
};

describe('Every route', () => {
  let office: TestProduct;
  let routes: { method: string; path: string; may: Operation['x-permission'] }[];
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    office = await startTestProduct();
    const document = (await (await fetch(`${office.product.url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, Operation>> };
    routes = Object.entries(document.paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, '0'), may: operation['x-permission'] })));
    for (const [role, username] of Object.entries(accounts)) {
      const answer = await fetch(`${office.product.url}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password: 'Onestop-2026' }) });
      tokens[role] = ((await answer.json()) as { token: string }).token;
    }
  }, 60_000);
  afterAll(() => office.remove());

  const ask = (route: { method: string; path: string }, token?: string): Promise<Response> =>
    fetch(`${office.product.url}${route.path}`, { method: route.method, headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(route.method !== 'GET' && { 'Content-Type': 'application/json' }) }, ...(route.method !== 'GET' && route.method !== 'DELETE' && { body: '{}' }) });

  it('asks for a sign-in unless it is public, and never breaks', async () => {
    expect(routes.length).toBeGreaterThan(50);
    for (const route of routes) {
      const { status } = await ask(route);
      const shown = `${route.method} ${route.path} ${status}`;
      if (route.may === 'public') expect(shown).not.toMatch(/ (401|403|5\d\d)$/);
      else expect(shown).toMatch(/ 401$/);
    }
  });

  it('refuses every role that its line does not name with 403, and breaks for none', async () => {
    for (const route of routes) {
      if (!Array.isArray(route.may) || route.path.endsWith('/sessions/current')) continue;
      for (const [role, token] of Object.entries(tokens)) {
        const answer = await ask(route, token);
        const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
        const shown = `${role} ${route.method} ${route.path} ${answer.status} ${code ?? ''}`;
        if (route.may.includes(role)) expect(shown).not.toMatch(/ (ROLE_REQUIRED|BROKEN_INVARIANT)$/);
        else expect(shown).toMatch(/ 403 ROLE_REQUIRED$/);
      }
    }
  }, 60_000);

  it('forgets a session that was signed out', async () => {
    const client = await signIn(office.product.url, 'enterprise2');
    expect(await client.get('/sessions/current')).toMatchObject({ username: 'enterprise2' });
    const [token] = [tokens.supervisor];
    await fetch(`${office.product.url}/api/v1/sessions/current`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
    expect((await fetch(`${office.product.url}/api/v1/sessions/current`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401);
  });
});
