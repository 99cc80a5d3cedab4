import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface RunningProduct {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const startSeconds = 30;

/** Starts the built product as a person would, on a free port with a database of its own and a clock that stands still. */
export async function startBuiltProduct(day = '2026-03-02'): Promise<RunningProduct> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'onestop-e2e-'));
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '', ONESTOP_CLOCK: `fixed:${day}`, SEED_DEMO: '1', NODE_ENV: 'test', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await announcedUrl(child);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`The product did not start in ${startSeconds} s:\n${said}`)), startSeconds * 1000);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${said}`)));
  });
}
