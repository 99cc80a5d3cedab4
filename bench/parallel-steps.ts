// Goal 13 of the performance notes: 32 workers on distinct cases, 100,000 steps. How many deadlocks reached a caller, and how many units of work
// the database made us run again. BENCH_STEPS says how many steps.
import path from 'node:path';
import { load, round } from './steps/measure.js';
import { openOffice } from './steps/office.js';
import { stepper } from './steps/stepper.js';

const steps = Number(process.env.BENCH_STEPS ?? 100_000);
const WORKERS = 32;
const CASES = 320;
const { startPrivateMariadb } = (await import(path.resolve('scripts/private-mariadb.mjs'))) as { startPrivateMariadb: (wishes: object) => Promise<{ url: string; stop: () => Promise<void> }> };

const mariadb = await startPrivateMariadb({ database: 'onestop_bench', options: ['--innodb-lock-wait-timeout=5'] });
const office = await openOffice(mariadb.url);
try {
  const conflicts = async (): Promise<number> => {
    const rows = await office.product.services.database.read.query("SHOW GLOBAL STATUS WHERE Variable_name IN ('Innodb_deadlocks', 'Innodb_row_lock_waits')");
    const of = (name: string): number => Number(rows.find((row) => row.Variable_name === name)?.Value ?? Number.NaN);
    waits = of('Innodb_row_lock_waits');
    return of('Innodb_deadlocks');
  };
  let waits = 0;
  const step = stepper(office, await office.openCases(CASES, 12));
  const failures = new Map<string, number>();
  const [deadlocksBefore, waitsBefore] = [await conflicts(), waits];
  const { rate } = await load(WORKERS, CASES, steps, async (index) => {
    try {
      await step(index);
    } catch (error) {
      const name = String((error as { code?: string }).code ?? error);
      failures.set(name, (failures.get(name) ?? 0) + 1);
    }
  });
  const retries = (await conflicts()) - deadlocksBefore;
  const reached = [...failures.values()].reduce((sum, each) => sum + each, 0);
  console.log(JSON.stringify({ goal: 13, bench: 'parallel-steps', workers: WORKERS, steps, rate: round(rate, 0), reachedACaller: reached, ...(reached > 0 && { failures: Object.fromEntries(failures) }), retries, retriesPercent: round((retries / steps) * 100, 3), lockWaits: waits - waitsBefore, most: { reachedACaller: 0, retriesPercent: 0.1 }, ok: reached === 0 && retries / steps <= 0.001 }));
} finally {
  await office.stop();
  await mariadb.stop();
}
