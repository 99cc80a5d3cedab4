// The to-do list with an office of years behind it: each form of the list (desk of a department, of everybody, badges, search, sorts, deep pages,
// what was done) with few and with many rows, asked in turn, through the service on two databases of a private MariaDB. A person's own desk holds
// the same in both, so that the ratio says what other people's work costs. Then steps of 64 cases among few and among many (goal 12) and the list
// of somebody with five groups (goal 21). Loads in bulk by SQL; BENCH_OPEN and BENCH_FINISHED say how much.
import path from 'node:path';
import { findWorkItems, countWorkItems, type WorkItemFilter } from '../src/services/cases/find-work-items.js';
import { load, median, round } from './steps/measure.js';
import { openOffice, type BenchOffice } from './steps/office.js';
import { stepper } from './steps/stepper.js';

const open = Number(process.env.BENCH_OPEN ?? 20_000);
const finished = Number(process.env.BENCH_FINISHED ?? 50_000);
const FEW = 2_000;
/** The rows are copies of checked ones. */
const UNCHECKED = 'SET STATEMENT foreign_key_checks = 0, unique_checks = 0 FOR';
/** Departments that the work is spread over: with few rows ten, with more as many more. */
const DESKS = 10;
const turns = Number(process.env.BENCH_TURNS ?? 400);
const { startPrivateMariadb } = (await import(path.resolve('scripts/private-mariadb.mjs'))) as { startPrivateMariadb: (wishes: object) => Promise<{ url: string; stop: () => Promise<void> }> };

type Form = [name: string, ask: (office: BenchOffice) => Promise<unknown>];
const list = (filter: Partial<WorkItemFilter>): Form[1] => ({ product, reviewer }) => findWorkItems(product.services, { ...reviewer, departmentId: 'bench-d0' }, { page: 1, pageSize: 20, status: 'open', ...filter });
const forms: Form[] = [
  ['desk of a department', list({})],
  ['latest day first', list({ sort: '-dueOn' })],
  ['longest open first', list({ sort: 'openedAt' })],
  ['tenth page', list({ page: 10 })],
  ['search', list({ q: 'BENCH-LIST-1' })],
  ['what was done', list({ status: 'done' })],
  ['badges', ({ product, reviewer }) => countWorkItems(product.services, { ...reviewer, departmentId: 'bench-d0' }, '2026-11-25')],
];

const mariadb = await startPrivateMariadb({ database: 'onestop_bench', options: ['--innodb-buffer-pool-size=512M', '--innodb-log-file-size=1G'] });
const large = await openOffice(mariadb.url);
await large.product.services.database.read.query('CREATE DATABASE onestop_bench_few CHARACTER SET utf8mb4');
const small = await openOffice(mariadb.url.replace(/onestop_bench$/, 'onestop_bench_few'));
try {
  for (const [office, much] of [[small, FEW], [large, open]] as const) {
    await fill(office, 1, much, 'open');
    await fill(office, 10_000_001, 10_000_000 + (office === small ? FEW : finished), 'done');
    await office.product.services.database.read.query('ANALYZE TABLE cases, work_items');
  }
  for (const [name, ask] of forms) {
    const [few, many] = await inTurn(() => ask(small), () => ask(large));
    const ratio = round(many.p95 / few.p95);
    console.log(JSON.stringify({ bench: 'work-item-list', of: name, open, finished, p50: round(many.p50), p50Ratio: round(many.p50 / few.p50), p95: round(many.p95), ratio, most: 1.5, ok: ratio <= 1.5 }));
  }
  await stepAmongMany();
  const [own, five] = await inTurn(() => ownDesk(large), () => fiveDesks(large));
  const groups = round(five.p50 / own.p50);
  console.log(JSON.stringify({ goal: 21, bench: 'work-item-list', of: 'five groups over one', open, p50: round(five.p50), ratio: groups, most: 5, wanted: 3, ok: groups <= 5 }));
} finally {
  await small.stop();
  await large.stop();
  await mariadb.stop();
}

/** Goal 12: how many steps a second 64 cases make, 32 at a time, among many open cases over among few. */
async function stepAmongMany(): Promise<void> {
  const steps = await Promise.all([small, large].map(async (office) => stepper(office, await office.openCases(64, 12)))) as [ReturnType<typeof stepper>, ReturnType<typeof stepper>];
  const ratios: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const [few, many] = [await load(32, 64, 1_200, steps[0]), await load(32, 64, 1_200, steps[1])];
    if (turn > 1) ratios.push(many.rate / few.rate);
  }
  const ratio = round(median(ratios));
  console.log(JSON.stringify({ goal: 12, bench: 'work-item-list', of: 'step rate among many open cases over among few', open, few: FEW, ratio, least: 0.9, wanted: 0.95, ok: ratio >= 0.9 }));
}

interface Figures {
  p50: number;
  p95: number;
}

async function inTurn(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[Figures, Figures]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = -10; turn < turns; turn += 1) {
    for (const [index, ask] of [one, other].entries()) {
      const began = performance.now();
      await ask();
      if (turn >= 0) times[index as 0 | 1].push(performance.now() - began);
    }
  }
  return [figuresOf(times[0]), figuresOf(times[1])];
}

function figuresOf(times: number[]): Figures {
  return { p50: median(times), p95: times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] as number };
}

function ownDesk({ product, reviewer }: BenchOffice): Promise<unknown> {
  return findWorkItems(product.services, { ...reviewer, departmentId: 'bench-d0' }, { page: 1, pageSize: 20, status: 'open' });
}

/** Somebody with five roles. */
function fiveDesks({ product, reviewer }: BenchOffice): Promise<unknown> {
  return findWorkItems(product.services, { ...reviewer, roles: ['reviewer', 'clerk', 'secretary', 'leader', 'sealkeeper'], departmentId: 'bench-d0' }, { page: 1, pageSize: 20, status: 'open' });
}

/** Cases `from` to `to` with one piece of work each, copied from one real case; a hundred thousand a statement. */
async function fill({ product, openCases, reviewer }: BenchOffice, from: number, to: number, status: 'open' | 'done'): Promise<void> {
  const { database } = product.services;
  const [pattern] = await openCases(1, 12);
  for (let start = from; start <= to; start += 100_000) {
    const rows = `seq_${start}_to_${Math.min(start + 99_999, to)}`;
    const columns = async (table: string, own: Record<string, string>): Promise<[string, string]> => {
      const names = (await database.read.query(`SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '${table}' ORDER BY ordinal_position`)).map((row) => row.name as string);
      return [names.map((name) => `\`${name}\``).join(', '), names.map((name) => own[name] ?? `o.\`${name}\``).join(', ')];
    };
    const done = status === 'done';
    const instant = "CONCAT('2026-', LPAD(1 + seq % 9, 2, '0'), '-', LPAD(1 + seq % 28, 2, '0'), 'T08:00:00.000Z')";
    const [caseNames, caseValues] = await columns('cases', { id: "CONCAT('bench-', seq)", number: "CONCAT('BENCH-LIST-', seq)", ...(done && { status: "'closed'", closedAt: instant, flowState: 'NULL' }), submittedAt: instant, createdAt: instant });
    // A tenth lies in somebody's hands already, a tenth has no day.
    const [workNames, workValues] = await columns('work_items', {
      id: "CONCAT('bench-w', seq)", caseId: "CONCAT('bench-', seq)", departmentId: `CONCAT('bench-d', seq % ${Math.ceil((to - from + 1) / FEW) * DESKS})`, openedAt: instant,
      dueOn: done ? "'2026-06-01'" : "CASE WHEN seq DIV 10 % 10 = 1 THEN NULL ELSE CONCAT('2026-12-', LPAD(1 + seq DIV 10 % 28, 2, '0')) END",
      assigneeId: done ? 'NULL' : "CASE WHEN seq DIV 10 % 10 = 2 THEN 'bench-somebody' ELSE NULL END",
      ...(done && { status: "'done'", outcome: "'pass'", doneAt: instant, doneBy: `CASE WHEN seq % ${Math.ceil(((to - from + 1) / FEW) * 5)} = 0 THEN '${reviewer.id}' ELSE CONCAT('bench-p', seq % 5000) END` }),
    });
    await database.read.query(`${UNCHECKED} INSERT INTO cases (${caseNames}) SELECT ${caseValues} FROM ${rows}, cases o WHERE o.id = ?`, [pattern]);
    await database.read.query(`${UNCHECKED} INSERT INTO work_items (${workNames}) SELECT ${workValues} FROM ${rows}, work_items o WHERE o.caseId = ? AND o.status = 'open'`, [pattern]);
    console.error(`work-item-list: ${status} ${start} and on are there`);
  }
}
