import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { DEMO_PASSWORD } from '../../src/services/seeding/seed.js';
import { freshDatabaseUrl } from '../support/databases.js';

/** Milliseconds after which a starting server is killed: while it makes tables, imports, publishes flows, opens its port. */
const kills = [250, 350, 450, 550, 650, 800, 1000, 1250, 1500, 1800];

describe('A server that is killed while it makes its data', () => {
  let database: { url: string; remove: () => Promise<void> };
  let dataDir: string;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    database = await freshDatabaseUrl();
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'onestop-seeding-'));
  }, 60_000);
  afterAll(async () => {
    await stop();
    await database.remove();
    await rm(dataDir, { recursive: true, force: true });
  }, 30_000);

  let said = '';
  function launch(port: number): void {
    child = spawn(process.execPath, ['scripts/start.mjs', '--no-web'], { env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'error', NODE_ENV: '', NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'pipe'] });
    said = '';
    child.stderr?.on('data', (part: Buffer) => (said += String(part)));
  }

  async function stop(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async function ready(port: number): Promise<string> {
    const address = `http://127.0.0.1:${port}`;
    for (const until = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      if (child?.exitCode !== null || Date.now() > until) throw new Error(`The server did not start: ${said}`);
      if (await fetch(`${address}/readyz`).then(({ ok }) => ok, () => false)) return address;
    }
  }

  async function seen(address: string): Promise<unknown> {
    const session = await fetch(`${address}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: 'admin', password: DEMO_PASSWORD }) });
    const { token } = (await session.json()) as { token: string };
    const get = async <T>(what: string): Promise<T> => (await (await fetch(`${address}/api/v1${what}`, { headers: { Authorization: `Bearer ${token}` } })).json()) as T;
    const items = await get<{ total: number; listVersion: number }>('/items?pageSize=1');
    const years = await get<{ items: { year: number; version: number }[] }>('/calendar');
    const flows = await get<{ items: { key: string; publishedVersion: number; draftVersion: number }[] }>('/flows');
    const people = await get<{ items: { username: string }[]; total: number }>('/people?pageSize=200');
    const departments = await get<{ total: number }>('/departments');
    return {
      items: [items.total, items.listVersion],
      years: years.items.map(({ year, version }) => `${year} ${version}`),
      flows: flows.items.map(({ key, publishedVersion, draftVersion }) => `${key} ${publishedVersion} ${draftVersion}`),
      people: people.items.map(({ username }) => username).sort(),
      departments: departments.total,
    };
  }

  it('goes on at the next start: nothing is missing, nothing is there twice, and a further start adds nothing', async () => {
    const port = await freePort();
    for (const milliseconds of kills) {
      launch(port);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      expect(said).toBe('');
      await stop();
    }
    launch(port);
    const first = await seen(await ready(port));
    expect(first).toMatchObject({ items: [56, 1], years: ['2024 1', '2025 1', '2026 1'], flows: ['item-decision 1 1', 'item-standard 1 1', 'stage-construction-permit 1 1'] });
    expect(new Set((first as { people: string[] }).people).size).toBe((first as { people: string[] }).people.length);
    await stop();
    launch(port);
    expect(await seen(await ready(port))).toEqual(first);
  }, 120_000);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
