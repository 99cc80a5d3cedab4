import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, open, readFile, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * Starts a MariaDB of our own: own data folder, own free port on the loopback, no service, gone afterwards.
 *
 * Needs the programs `mariadb-install-db` and `mariadbd` (Debian: mariadb-server-core). Answers with the address of an empty
 * database, the process id (benches measure it) and `stop()`; the server also goes when this process ends or is interrupted.
 *
 * @param {{ database?: string, durable?: boolean, options?: string[] }} [wishes] `durable` keeps the flush at every commit, as in
 *   production (benches); without it tests do not wait for the disk.
 */
export async function startPrivateMariadb({ database = 'onestop_test', durable = false, options = [] } = {}) {
  const programs = { install: findProgram('mariadb-install-db'), server: findProgram('mariadbd') };
  if (!programs.install || !programs.server) throw new Error('MariaDB is not installed: mariadb-install-db or mariadbd is missing');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'onestop-mariadb-'));
  const forget = onProcessEnd(() => stopNow());
  let child;
  const stopNow = () => {
    if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    prepareDataFolder(programs.install, folder);
    const setup = path.join(folder, 'setup.sql');
    await writeFile(setup, `CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4;\nCREATE USER 'onestop'@'%' IDENTIFIED BY 'onestop';\nGRANT ALL ON *.* TO 'onestop'@'%';\n`);
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      child = await startServer(programs.server, { folder, port, setup, durable, options });
      if (await answers(child, port)) {
        return {
          url: `mysql://onestop:onestop@127.0.0.1:${port}/${database}`,
          port,
          pid: child.pid,
          async stop() {
            forget();
            await endGently(child);
            rmSync(folder, { recursive: true, force: true });
          },
        };
      }
      // Somebody may have taken the port between our look and the start.
      if (attempt === 3) throw new Error(`the private MariaDB does not start:\n${await lastLines(path.join(folder, 'server.log'))}`);
    }
  } catch (error) {
    forget();
    stopNow();
    throw error;
  }
}

function prepareDataFolder(program, folder) {
  const result = spawnSync(program, ['--no-defaults', ...asRoot(), `--datadir=${path.join(folder, 'data')}`, '--auth-root-authentication-method=socket', '--skip-test-db'], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`mariadb-install-db failed:\n${result.stdout}${result.stderr}`);
}

async function startServer(program, { folder, port, setup, durable, options }) {
  const log = await open(path.join(folder, 'server.log'), 'a');
  const quick = durable ? [] : ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0', '--innodb-flush-method=nosync'];
  const child = spawn(
    program,
    [
      '--no-defaults',
      ...asRoot(),
      `--datadir=${path.join(folder, 'data')}`,
      `--socket=${path.join(folder, 'server.sock')}`,
      `--pid-file=${path.join(folder, 'server.pid')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--init-file=${setup}`,
      '--default-time-zone=+00:00',
      '--character-set-server=utf8mb4',
      '--skip-log-bin',
      '--performance-schema=OFF',
      ...quick,
      ...options,
    ],
    { stdio: ['ignore', log.fd, log.fd] },
  );
  child.on('error', () => undefined);
  await log.close();
  return child;
}

function asRoot() {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

async function answers(child, port) {
  const until = Date.now() + 30_000;
  while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
    // The init file runs before the server listens, so a greeting means that our user exists.
    if (await greets(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  return false;
}

function greets(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    const answer = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(2000, () => answer(false));
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function endGently(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Runs `act` when this process ends or is interrupted; the answer takes that back. */
function onProcessEnd(act) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const onSignal = (signal) => {
    act();
    process.exit(128 + os.constants.signals[signal]);
  };
  process.once('exit', act);
  for (const signal of signals) process.once(signal, onSignal);
  return () => {
    process.removeListener('exit', act);
    for (const signal of signals) process.removeListener(signal, onSignal);
  };
}

/** Finds a program on the path or where Debian keeps servers (/usr/sbin is often missing from the path of ordinary users). */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/bin'];
  return folders.map((folder) => path.join(folder, name)).find((file) => path.isAbsolute(file) && existsSync(file));
}

async function lastLines(file) {
  return (await readFile(file, 'utf8').catch(() => '')).trim().split('\n').slice(-15).join('\n');
}
