// Goals 1-4, 9 and 11 of the performance notes: an ordinary work-item completion (case, event, opinion, work items, idempotency key, flow
// step, checks) in process and over HTTP, beside the bare SQL of the same rows, all in one interleaved run on a private MariaDB that flushes
// at every commit; then the same in process on SQLite. Everything has run for a while before it is measured, as an office's server has. Medians of the rounds.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { Case } from '../src/entities/index.js';
import { BareSql } from './steps/bare-sql.js';
import { HttpCallers } from './steps/http-callers.js';
import { cpuMillis, load, median, residentMegabytes, round, type Load } from './steps/measure.js';
import { openOffice, type BenchOffice } from './steps/office.js';
import { passing, stepper } from './steps/stepper.js';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const steps = Number(process.env.BENCH_STEPS ?? 2400);
const CASES = 64;
/** Rounds that are not measured. */
const warmUp = Number(process.env.BENCH_WARM_UP ?? 3);
const { startPrivateMariadb } = (await import(path.resolve('scripts/private-mariadb.mjs'))) as { startPrivateMariadb: (wishes: object) => Promise<{ url: string; pid: number; stop: () => Promise<void> }> };

await onMariadb();
await onSqlite();

async function onMariadb(): Promise<void> {
  const mariadb = await startPrivateMariadb({ database: 'onestop_bench', durable: true });
  const office = await openOffice(mariadb.url);
  const server = await startServer(mariadb.url);
  try {
    console.log(JSON.stringify({ bench: 'idle-memory', megabytes: round(residentMegabytes(server.pid), 0), goal: 'under 200 MB' }));
    const ids = await office.openCases(CASES, 12);
    const overHttp = await office.openCases(CASES, 12);
    const bare = await BareSql.open(mariadb.url, ids, 32);
    const inProcess = stepper(office, ids);
    const http = await httpStepper(server.url, office, overHttp);
    const results: Record<string, Measured[]> = { bare1: [], bare16: [], bare32: [], process1: [], process32: [], http1: [], http16: [], http32: [] };
    for (let round_ = -warmUp; round_ < rounds; round_ += 1) {
      for (const [name, workers, pids, step] of [
        ['bare1', 1, ['self', mariadb.pid], (index: number) => bare.step(index)],
        ['process1', 1, ['self', mariadb.pid], inProcess],
        ['http1', 1, [server.pid, mariadb.pid], http.step],
        ['bare16', 16, ['self', mariadb.pid], (index: number) => bare.step(index)],
        ['http16', 16, [server.pid, mariadb.pid], http.step],
        ['bare32', 32, ['self', mariadb.pid], (index: number) => bare.step(index)],
        ['process32', 32, ['self', mariadb.pid], inProcess],
        ['http32', 32, [server.pid, mariadb.pid], http.step],
      ] as const) {
        const before = pids.map(cpuMillis);
        const result = await load(workers, CASES, workers === 1 ? Math.ceil(steps / 3) : steps, step);
        const [node, database] = pids.map((pid, index) => (cpuMillis(pid) - (before[index] as number)) / result.steps) as [number, number];
        if (round_ >= 0) results[name]?.push({ ...result, cpu: node + database, node, database });
      }
    }
    const of = (name: string, what: keyof Measured): number => median((results[name] ?? []).map((each) => each[what]));
    const ratioOf = (one: string, other: string, what: keyof Measured): number => median((results[one] ?? []).map((each, index) => each[what] / (results[other]?.[index] as Measured)[what]));
    say({ goal: 1, bench: 'step-in-process', database: 'mariadb', rate: round(of('process32', 'rate'), 0), bareRate: round(of('bare32', 'rate'), 0), ratio: round(ratioOf('process32', 'bare32', 'rate')), one: round(ratioOf('process1', 'bare1', 'rate')), least: 0.55, wanted: 0.7 });
    say({ goal: 2, bench: 'step-over-http', database: 'mariadb', rate: round(of('http32', 'rate'), 0), ratio: round(ratioOf('http32', 'bare32', 'rate')), one: round(ratioOf('http1', 'bare1', 'rate')), least: 0.4, wanted: 0.5 });
    say({ goal: 3, bench: 'cpu-of-http-step', database: 'mariadb', clients: 16, cpuMillis: round(of('http16', 'cpu'), 3), bareCpuMillis: round(of('bare16', 'cpu'), 3), parts: { server: round(of('http16', 'node'), 3), database: round(of('http16', 'database'), 3), bareClient: round(of('bare16', 'node'), 3), bareDatabase: round(of('bare16', 'database'), 3) }, ratioOf32: round(ratioOf('http32', 'bare32', 'cpu')), ratio: round(ratioOf('http16', 'bare16', 'cpu')), most: 2.2, wanted: 1.8 });
    say({ goal: 4, bench: 'latency-of-http-step', database: 'mariadb', p50: round(of('http1', 'p50')), p50Ratio: round(ratioOf('http1', 'bare1', 'p50')), p99: round(of('http32', 'p99')), p99Ratio: round(ratioOf('http32', 'bare32', 'p99')), most: { p50: 2.5, p99: 4 }, wanted: { p50: 2, p99: 3 } });
    await longHistory(office, 'mariadb', ['self', mariadb.pid]);
    await bare.close();
    http.close();
  } finally {
    await server.stop();
    await office.stop();
    await mariadb.stop();
  }
}

async function onSqlite(): Promise<void> {
  const office = await openOffice(undefined);
  try {
    const ids = await office.openCases(CASES, 12);
    const step = stepper(office, ids);
    const one: number[] = [];
    const eight: number[] = [];
    for (let round_ = 0; round_ < rounds; round_ += 1) {
      one.push((await load(1, CASES, Math.ceil(steps / 3), step)).rate);
      eight.push((await load(8, CASES, steps, step)).rate);
    }
    say({ bench: 'step-in-process', database: 'sqlite', rate: round(median(one), 0), rateOfEight: round(median(eight), 0) });
    await longHistory(office, 'sqlite', ['self']);
  } finally {
    await office.stop();
  }
}

/** CPU milliseconds a step: of the process that runs the steps, of the database, of both. */
type Measured = Load & { cpu: number; node: number; database: number };

/** Goals 9 and 11: what a step costs and how large the state is after a thousand steps of one case, beside the first ten. */
async function longHistory(office: BenchOffice, database: string, pids: ('self' | number)[]): Promise<void> {
  const { read } = office.product.services.database;
  const young = await office.openCases(40, 12);
  const [old] = await office.openCases(1, 12);
  const stepOld = stepper(office, [old as string]);
  const sizeAt = async (): Promise<number> => ((await read.findOne(Case, 'id = ?', [old])) as Case).flowState?.length ?? 0;
  for (let count = 0; count < 10; count += 1) await stepOld(0);
  const sizeYoung = await sizeAt();
  for (let count = 0; count < 990; count += 1) await stepOld(0);
  const sizeOld = await sizeAt();
  const stepYoung = stepper(office, young);
  const cost = async (step: () => Promise<void>, count: number): Promise<number> => {
    const before = cpuOf(pids);
    for (let index = 0; index < count; index += 1) await step();
    return (cpuOf(pids) - before) / count;
  };
  const ratios: number[] = [];
  for (let round_ = 0; round_ < rounds; round_ += 1) {
    let turn = 0;
    const youngCost = await cost(() => stepYoung(turn++ % young.length), 400);
    ratios.push((await cost(() => stepOld(0), 400)) / youngCost);
  }
  say({ goal: 9, bench: 'step-at-event-1000-over-10', database, ratio: round(median(ratios)), most: 1.15, wanted: 1.05 });
  say({ goal: 11, bench: 'state-bytes-after-1000-steps-over-10', database, bytes: sizeOld, ratio: round(sizeOld / sizeYoung), most: 1.1, wanted: 1.0 });
}

async function httpStepper(url: string, office: BenchOffice, ids: string[]): Promise<{ step: (index: number) => Promise<void>; close: () => void }> {
  const response = await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: 'reviewer-zjj', password: 'Onestop-2026' }) });
  const { token } = (await response.json()) as { token: string };
  const callers = new HttpCallers(url, token, 32);
  const versions = new Map<string, number>();
  return {
    step: async (index) => {
      const id = ids[index] as string;
      const version = versions.get(id) ?? ((await office.product.services.database.read.findOne(Case, 'id = ?', [id])) as Case).version;
      versions.set(id, (await callers.act(id, { ...passing, version })).version);
    },
    close: () => callers.close(),
  };
}

async function startServer(databaseUrl: string): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [path.resolve('dist/bench/steps/serve.js')], { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    child.once('exit', () => reject(new Error('The server of the benchmark ended early')));
  });
  return {
    url,
    pid: child.pid as number,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** CPU milliseconds that these processes have used together. */
function cpuOf(pids: readonly ('self' | number)[]): number {
  return pids.map(cpuMillis).reduce((sum, each) => sum + each, 0);
}

function say(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line));
}
