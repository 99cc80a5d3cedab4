// `npm test`: everything that decides whether the product is whole.
//
//   npm test                              static checks, unit tests, database tests on SQLite and MariaDB, browser tests
//   npm test -- --only=core,db            some parts of them: static, core, db, e2e
//   npm test -- --only=core tests/forms   only the test files whose path matches
//
// The last line is `N passed, M failed` (and `, K skipped`) over all parts. DATABASE_URL=mysql://… is used for the MariaDB pass
// instead of a private server; its database must have `test` in its name.
import './build/require-node.mjs';
import os from 'node:os';
import { buildPart, lintPart, typesParts } from './test/static-parts.mjs';
import { ensurePrograms } from './test/debian-packages.mjs';
import { jestPart } from './test/jest-part.mjs';
import { readArguments } from './test/arguments.mjs';
import { startPrivateMariadb } from './private-mariadb.mjs';

const { parts, patterns, callersDatabase } = readArguments(process.argv.slice(2), process.env);
ensurePrograms(parts, { privateMariadb: callersDatabase === undefined });

// An interrupted run ends what it started: each part tidies up when this process exits.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(128 + os.constants.signals[signal]));

const results = [];
const withoutDatabaseUrl = { ...process.env, DATABASE_URL: '' };

// Tests start the built server and the built command line, so the build comes first whatever was asked for.
await run('build', buildPart);
if (parts.has('static')) {
  for (const { name, part } of typesParts()) await run(name, part);
  await run('lint', lintPart);
}
if (parts.has('core')) await run('unit tests', () => jestPart('core', { patterns, env: withoutDatabaseUrl }));
if (parts.has('db')) {
  await run('database tests on SQLite', () => jestPart('db', { patterns, env: withoutDatabaseUrl }));
  await run('database tests on MariaDB', onMariadb);
}
if (parts.has('e2e')) await run('browser tests', () => jestPart('e2e', { patterns, env: withoutDatabaseUrl }));
summarise();

async function onMariadb() {
  const server = callersDatabase ? undefined : await startPrivateMariadb({ database: 'onestop_test' });
  try {
    return await jestPart('db', { patterns, env: { ...process.env, DATABASE_URL: callersDatabase ?? server.url } });
  } finally {
    await server?.stop();
  }
}

/** Runs one part; a part that breaks down counts as one failure, so that a crash can never look like success. */
async function run(name, part) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  let result;
  try {
    result = await part();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = { passed: 0, failed: 1, skipped: [] };
  }
  results.push({ name, seconds: (performance.now() - started) / 1000, ...result });
}

function summarise() {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const skipped = results.flatMap((result) => result.skipped.map((test) => `${result.name}: ${test}`));
  console.log('\n=== summary');
  for (const { name, passed, failed, seconds } of results) console.log(`${failed > 0 ? 'FAIL' : 'ok  '} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
  for (const test of skipped) console.log(`skipped – ${test}`);
  const failed = total('failed');
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`${total('passed')} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
}
