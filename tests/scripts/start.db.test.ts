import { jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { repository } from '../architecture/cruise.js';
import { freshDatabaseUrl } from '../support/databases.js';

jest.setTimeout(90_000);

interface Started {
  server: ChildProcess;
  output: () => string;
  address: string;
}

describe('Starting the product', () => {
  let dataDir: string;
  let database: Awaited<ReturnType<typeof freshDatabaseUrl>>;
  const running = new Set<ChildProcess>();

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'onestop-start-'));
    database = await freshDatabaseUrl();
  });

  afterEach(async () => {
    for (const server of running) server.kill('SIGKILL');
    running.clear();
    await database.remove();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('makes its data, answers, and ends cleanly on Ctrl-C', async () => {
    const { server, address, output } = await start();
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await signIn(address, 'clerk')).status).toBe(201);
    expect(output()).toContain(address);
    expect(output()).toContain('Onestop-2026');
    expect(await end(server, 'SIGINT')).toBe(0);
  });

  it('finds on the second start what the first one stored', async () => {
    const first = await start();
    const { token } = (await (await signIn(first.address, 'enterprise')).json()) as { token: string };
    await end(first.server, 'SIGTERM');
    const second = await start();
    const whoAmI = await fetch(`${second.address}/api/v1/projects`, { headers: { Authorization: `Bearer ${token}` } });
    expect(whoAmI.status).toBe(200);
    await end(second.server, 'SIGTERM');
  });

  it('finds everything after it was killed', async () => {
    const first = await start();
    const { token } = (await (await signIn(first.address, 'enterprise')).json()) as { token: string };
    await end(first.server, 'SIGKILL');
    const second = await start();
    expect((await fetch(`${second.address}/api/v1/projects`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(200);
    await end(second.server, 'SIGTERM');
  });

  it('says in one line that the port is taken', async () => {
    const taken = net.createServer().listen(0, '0.0.0.0');
    await once(taken, 'listening');
    const { code, stderr } = await refusedStart({ PORT: String((taken.address() as AddressInfo).port) });
    taken.close();
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(stderr).toContain('PORT');
  });

  it.each([
    ['a port that is none', { PORT: 'eighty' }, 'PORT'],
    ['a database of another kind', { DATABASE_URL: 'postgres://127.0.0.1/onestop' }, 'DATABASE_URL'],
    ['demo accounts in production', { NODE_ENV: 'production', SEED_DEMO: '1' }, 'SEED_DEMO'],
    ['a fixed clock in production', { NODE_ENV: 'production', ONESTOP_CLOCK: 'fixed:2026-03-02' }, 'ONESTOP_CLOCK'],
  ])('refuses %s in one line', async (_what, env, name) => {
    const { code, stderr } = await refusedStart(env);
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(stderr).toContain(name);
  });

  async function start(): Promise<Started> {
    const port = await freePort();
    const server = launch({ PORT: String(port) });
    const address = `http://localhost:${port}`;
    const output = collect(server);
    for (const until = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      if (server.exitCode !== null || Date.now() > until) throw new Error(`The server did not start: ${output()}`);
      if (await fetch(`${address}/readyz`).then(({ ok }) => ok, () => false)) return { server, output, address };
    }
  }

  async function refusedStart(env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
    const server = launch(env);
    let stderr = '';
    server.stderr?.on('data', (part: Buffer) => (stderr += String(part)));
    const [code] = (await once(server, 'close')) as [number | null];
    return { code, stderr };
  }

  function launch(env: Record<string, string>): ChildProcess {
    const server = spawn(process.execPath, [path.join(repository, 'scripts/start.mjs'), '--no-web'], {
      env: { ...process.env, NODE_ENV: '', HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(server);
    return server;
  }
});

function collect(server: ChildProcess): () => string {
  let text = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (part: Buffer) => (text += String(part)));
  return () => text;
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(server, 'close') as Promise<[number | null]>;
  server.kill(signal);
  return (await closed)[0];
}

function signIn(address: string, username: string): Promise<Response> {
  return fetch(`${address}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password: 'Onestop-2026' }) });
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
