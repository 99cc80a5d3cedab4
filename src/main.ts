import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { serveWeb } from './api/web/serve-web.js';
import { readConfig, type Config } from './config.js';
import { startProduct } from './start-product.js';
import { DEMO_PASSWORD } from './services/seeding/seed.js';

/** The folder of the package: `dist/` when compiled, else the checkout. */
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..');

await main();

async function main(): Promise<void> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    return fail(error);
  }
  const log = pino({ level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'] });
  const webRoot = path.join(root, 'dist', 'web');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  try {
    const product = await startProduct({
      config,
      now: () => new Date(),
      log,
      seedsDir: path.join(root, 'seeds'),
      version,
      ...(existsSync(webRoot) && { serveWeb: (app) => serveWeb(app, webRoot) }),
    });
    announce(product.url, config);
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(1);
        stopping = true;
        product.stop().then(
          () => process.exit(0),
          (error: unknown) => fail(error),
        );
      });
    }
  } catch (error) {
    fail(error);
  }
}

function announce(url: string, config: Config): void {
  console.log(`\n和林格尔新区一站式审批 · One-stop approval\n  ${url}`);
  console.log(`  企业端 ${url}/enterprise  工作台 ${url}/workbench  流程设计 ${url}/designer  API ${url}/api/docs`);
  if (config.fixedClock) console.log(`  时钟固定在 ${config.fixedClock.toISOString()}（测试用）`);
  if (config.seedDemo) {
    console.log('  演示账号 demo accounts: enterprise, enterprise2, clerk, reviewer-zrzy, reviewer-zjj, reviewer-sthj, agency, secretary, leader, sealkeeper, supervisor, admin, admin2');
    console.log(`  密码 password: ${DEMO_PASSWORD}\n`);
  }
}

/** One line that says what is wrong; the operator needs no stack trace for a taken port or an unreachable database. */
function fail(error: unknown): void {
  const { code, message } = error as { code?: string; message?: string };
  console.error(code === 'EADDRINUSE' ? `The port is in use already; set PORT to another one (${message})` : `Cannot start: ${message ?? String(error)}`);
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200).unref();
}
