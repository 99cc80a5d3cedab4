import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { playStory } from '../../src/cli/demo/story.js';
import { DEMO_PASSWORD } from '../../src/services/seeding/seed.js';
import { freshDatabaseUrl } from '../support/databases.js';

const application = JSON.parse(await readFile(path.resolve('seeds/demo/data-centre-application.json'), 'utf8')) as { projectType: string; stage: string; items: string[]; form: Record<string, Record<string, unknown>> };

describe('A server that is killed again and again', () => {
  let child: ChildProcess;
  let dataDir: string;
  let database: { url: string; remove: () => Promise<void> };
  let port: number;
  let clock = '2026-03-02T10:00:00+08:00';
  const realFetch = globalThis.fetch;

  beforeAll(async () => {
    database = await freshDatabaseUrl();
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'onestop-crash-'));
    port = await freePort();
    await start();
  }, 60_000);
  afterAll(async () => {
    globalThis.fetch = realFetch;
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    await database.remove();
    await rm(dataDir, { recursive: true, force: true });
  }, 30_000);

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['scripts/start.mjs', '--no-web'], { env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: database.url, ONESTOP_CLOCK: `fixed:${clock}`, LOG_LEVEL: 'silent', NODE_ENV: '', NODE_OPTIONS: '' }, stdio: 'ignore' });
    for (let attempt = 0; ; attempt += 1) {
      const ready = await realFetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false);
      if (ready) return;
      if (attempt > 300) throw new Error('The server does not come back');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function killAndRestart(): Promise<void> {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await start();
  }

  it('loses nothing that was answered and doubles nothing: the story ends as if nothing had happened', async () => {
    let acts = 0;
    let kills = 0;
    // Every fourth act meets a kill after some milliseconds: before, during or after its commit. The caller repeats it with the same key.
    globalThis.fetch = async (input, init) => {
      const address = String(input);
      if (address.endsWith('/calendar/now') && init?.method === 'PUT') clock = (JSON.parse(String(init.body)) as { now: string }).now;
      const isAct = address.endsWith('/actions');
      if (isAct) acts += 1;
      if (!isAct || acts % 4 !== 0) return realFetch(input, init);
      kills += 1;
      const answer = realFetch(input, init).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, (kills * 7) % 40));
      await killAndRestart();
      await answer;
      return realFetch(input, init);
    };

    const result = await playStory({ ...application, server: `http://127.0.0.1:${port}`, password: DEMO_PASSWORD, onAct: () => undefined, onDocument: async () => undefined });
    globalThis.fetch = realFetch;
    expect(kills).toBeGreaterThan(5);

    const token = ((await (await realFetch(`http://127.0.0.1:${port}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: 'clerk', password: DEMO_PASSWORD }) })).json()) as { token: string }).token;
    const get = async <T>(address: string): Promise<T> => (await (await realFetch(`http://127.0.0.1:${port}/api/v1${address}`, { headers: { Authorization: `Bearer ${token}` } })).json()) as T;
    const page = await get<{ status: string; workItems: unknown[]; items: { caseId: string; status: string }[] }>(`/cases/${result.caseId}`);
    expect([page.status, page.workItems]).toEqual(['closed', []]);
    const once = ['received', 'correctionNoticed', 'corrected', 'accepted', 'reviewCommissioned', 'reviewReported', 'meetingCalled', 'minutesRecorded', 'sealed', 'delivered', 'closed'];
    const record = await get<{ intact: boolean; items: { type: string }[] }>(`/cases/${result.caseId}/events`);
    expect(record.intact).toBe(true);
    for (const type of once) expect([type, record.items.filter((event) => event.type === type).length]).toEqual([type, 1]);
    for (const item of page.items) {
      const own = await get<{ intact: boolean; items: { type: string }[] }>(`/cases/${item.caseId}/events`);
      expect([item.status, own.intact, own.items.filter((event) => event.type === 'decided').length, own.items.filter((event) => event.type === 'examined').length]).toEqual(['approved', true, 1, 1]);
    }
    const numbers = result.documents.map((document) => document.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(result.documents).toHaveLength(17);
  }, 150_000);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
