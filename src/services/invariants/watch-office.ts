import { Counter } from '../../entities/index.js';
import { systemActor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import type { ServiceContext } from '../service-context.js';
import { checkInvariants, type CheckedOffice } from './check-invariants.js';

const HOUR_MILLIS = 3_600_000;
const series = 'invariants:hour';

/**
 * Checks the whole office 数据巡检, once an hour however many servers run: the one that first takes the hour does it. What it found
 * stands in the audit log. Answers nothing when another server had the hour.
 */
export async function watchOffice(context: ServiceContext): Promise<CheckedOffice | undefined> {
  if (!(await takeHour(context))) return undefined;
  const checked = await checkInvariants(context);
  await context.database.inTransaction(async (tx) => {
    recordAudit(tx, context, systemActor, 'officeChecked', 'invariants', { checkedCases: checked.checkedCases, findings: checked.findings.length, rules: [...new Set(checked.findings.map((finding) => finding.rule))] });
  });
  return checked;
}

/** By real time, as leases are; a server that dies with the hour in hand leaves it to the next. */
async function takeHour(context: ServiceContext): Promise<boolean> {
  const hour = Math.floor(context.wallClock.now().getTime() / HOUR_MILLIS);
  return context.database.inTransaction(async (tx) => {
    await insertOnce(context, tx);
    const counter = await tx.lock(Counter, 'name = ?', [series]);
    if (!counter || counter.value >= hour) return false;
    tx.update(Counter, { value: hour }, 'name = ?', [series], { rows: 1, lockedHere: true });
    return true;
  });
}

/** Two servers that start for the first time at the same moment must not both add the row. */
async function insertOnce(context: ServiceContext, tx: Parameters<Parameters<ServiceContext['database']['inTransaction']>[0]>[0]): Promise<void> {
  if ((await tx.count(Counter, 'name = ?', [series])) > 0) return;
  tx.write(context.database.dialect === 'sqlite' ? 'INSERT OR IGNORE INTO counters (name, value) VALUES (?, 0)' : 'INSERT IGNORE INTO counters (name, value) VALUES (?, 0)', [series]);
  await tx.flush();
}
