import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { Database } from '../../src/persistence/database.js';

/** The database of this run: a fresh SQLite file, or – when `DATABASE_URL` names MariaDB/MySQL – a fresh schema there. */
export async function freshDatabaseUrl(): Promise<{ url: string; remove: () => Promise<void> }> {
  const url = process.env.DATABASE_URL;
  if (url && /^(mysql|mariadb):/.test(url)) return freshMariadbSchema(url);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'onestop-test-'));
  return { url: `sqlite:${path.join(folder, 'test.db')}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Opens such a database with all migrations applied. */
export async function openFreshDatabase(): Promise<{ database: Database; url: string; remove: () => Promise<void> }> {
  const { url, remove } = await freshDatabaseUrl();
  const database = await Database.open(url, { poolSize: 8 });
  return {
    database,
    url,
    remove: async () => {
      await database.close();
      await remove();
    },
  };
}

let count = 0;

async function freshMariadbSchema(baseUrl: string): Promise<{ url: string; remove: () => Promise<void> }> {
  const base = new URL(baseUrl);
  const baseName = base.pathname.slice(1);
  if (!baseName.includes('test')) throw new Error(`Tests refuse the database "${baseName}": its name must contain "test"`);
  count += 1;
  const name = `${baseName}_${process.pid}_${process.env.JEST_WORKER_ID ?? '0'}_${count}_${Math.floor(performance.now())}`;
  const connection = await mysql.createConnection({ host: base.hostname, port: Number(base.port || 3306), user: decodeURIComponent(base.username), password: decodeURIComponent(base.password) });
  await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
  await connection.end();
  base.pathname = `/${name}`;
  return {
    url: base.toString(),
    remove: async () => {
      const again = await mysql.createConnection({ host: base.hostname, port: Number(base.port || 3306), user: decodeURIComponent(base.username), password: decodeURIComponent(base.password) });
      await again.query(`DROP DATABASE \`${name}\``);
      await again.end();
    },
  };
}
