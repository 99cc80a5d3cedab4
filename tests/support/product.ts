import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { OfficeClient } from '../../src/cli/demo/office-client.js';
import { readConfig } from '../../src/config.js';
import { DEMO_PASSWORD } from '../../src/services/seeding/seed.js';
import { startProduct, type Product, type ProductOptions } from '../../src/start-product.js';
import { freshDatabaseUrl } from './databases.js';

export interface TestProduct {
  product: Product;
  /** Moves the fixed clock. */
  today: (date: string) => Promise<void>;
  remove: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../..');

/** The whole product on a database of its own, its clock standing at `date` (default: a plain Monday of the story). */
export async function startTestProduct(date = '2026-03-02', more: Pick<ProductOptions, 'automaticTasks'> = {}): Promise<TestProduct> {
  const { url, remove } = await freshDatabaseUrl();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'onestop-product-'));
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: url, ONESTOP_CLOCK: `fixed:${date}T10:00:00+08:00`, DATABASE_POOL: '8' });
  const product = await startProduct({ config, now: () => new Date(), log: pino({ level: process.env.TEST_LOG ?? 'silent' }), seedsDir: path.join(root, 'seeds'), version: 'test', ...more });
  const admin = await signIn(product.url, 'admin');
  return {
    product,
    today: async (day) => {
      await admin.put('/calendar/now', { now: `${day}T10:00:00+08:00` });
    },
    remove: async () => {
      await product.stop();
      await remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A person of the demo accounts, signed in over HTTP. */
export async function signIn(url: string, username: string): Promise<OfficeClient> {
  const client = new OfficeClient(url, username);
  await client.signIn(DEMO_PASSWORD);
  return client;
}
