import { createHash } from 'node:crypto';
import { DecisionTable } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { decide, type DecisionResult } from '../../workflows/dmn/decide.js';
import type { Decision } from '../../workflows/dmn/decision.js';
import { readDecision } from '../../workflows/dmn/read-decision.js';
import type { Finding } from '../../workflows/lint/finding.js';
import { requireRole, type Actor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';

export interface TableCheck {
  ok: boolean;
  findings: Finding[];
  decision?: Decision;
}

/** Everything that is known about a decision table before it is published: is it readable, well formed, FEEL throughout? */
export function checkTable(xml: string, key?: string): TableCheck {
  const { decision, findings } = readDecision(xml, key);
  return { ok: decision !== undefined && !findings.some(({ severity }) => severity === 'error'), findings, ...(decision && { decision }) };
}

export interface TableTrial {
  /** A table that is not kept; or the key of a published one, in its newest version or the one named. */
  xml?: string;
  key?: string;
  number?: number;
  values: Record<string, unknown>;
}

/**
 * Tries a table on given values, before or after it was published; nothing is kept. Throws DECISION_TABLE_NOT_PUBLISHABLE, DECISION_TABLE_NOT_FOUND
 * and what `decide` throws.
 */
export async function tryTable(context: ServiceContext, { xml, key, number, values }: TableTrial): Promise<DecisionResult> {
  if (xml !== undefined) {
    const { ok, decision, findings } = checkTable(xml, key);
    if (!ok || !decision) throw new DomainError('DECISION_TABLE_NOT_PUBLISHABLE', { findings });
    return decide(decision, values);
  }
  const table = number === undefined ? await context.decisions.findCurrent(key ?? '') : await getTable(context, key ?? '', number);
  if (!table) throw new DomainError('DECISION_TABLE_NOT_FOUND', { key: key ?? '' });
  return decide(table.definition as Decision, values);
}

/**
 * Publishes a table as the next version, immutable. Cases filed from now on ask it; those filed before keep theirs. `version` is the number
 * that the caller knows as the newest, 0 for a new table.
 *
 * Throws DECISION_TABLE_NOT_PUBLISHABLE with the findings, DECISION_TABLE_KEY_DIFFERS and STALE_VERSION.
 */
export function publishTable(context: ServiceContext, actor: Actor, key: string, draft: { xml: string; version: number }, onceKey?: string): Promise<DecisionTable> {
  requireRole(actor, 'admin');
  const { ok, decision, findings } = checkTable(draft.xml, key);
  if (!decision) refuseOtherKey(draft.xml, key);
  if (!ok || !decision) throw new DomainError('DECISION_TABLE_NOT_PUBLISHABLE', { findings });
  return answerOnce(context, actor, onceKey, ['publishTable', key, draft], () =>
    context.database.inTransaction(async (tx) => {
      const latest = (await tx.lock(DecisionTable, 'tableKey = ? ORDER BY number DESC LIMIT 1', [key]))?.number ?? 0;
      if (latest !== draft.version) throw new DomainError('STALE_VERSION', { currentVersion: latest });
      const row: DecisionTable = {
        id: context.newId(),
        tableKey: key,
        number: latest + 1,
        name: (decision.name || key).slice(0, 200),
        xml: draft.xml,
        definition: decision,
        hash: createHash('sha256').update(draft.xml).digest('hex'),
        publishedBy: actor.name,
        publishedAt: context.clock.now().toISOString(),
      };
      tx.insert(DecisionTable, row);
      recordAudit(tx, context, actor, 'publishDecision', key, { number: row.number, hash: row.hash });
      return row;
    }),
  );
}

/** A readable file that holds other decisions only. */
function refuseOtherKey(xml: string, key: string): void {
  const other = readDecision(xml).decision;
  if (other) throw new DomainError('DECISION_TABLE_KEY_DIFFERS', { key, ids: other.id });
}

/** The newest version of every table, by key. */
export async function listTables(context: ServiceContext): Promise<DecisionTable[]> {
  return context.database.read.find(DecisionTable, 'number = (SELECT MAX(d.number) FROM decision_tables d WHERE d.tableKey = decision_tables.tableKey) ORDER BY tableKey');
}

/** Published versions of a table, newest first. Throws DECISION_TABLE_NOT_FOUND. */
export async function listTableVersions(context: ServiceContext, key: string): Promise<DecisionTable[]> {
  const versions = await context.database.read.find(DecisionTable, 'tableKey = ? ORDER BY number DESC', [key]);
  if (versions.length === 0) throw new DomainError('DECISION_TABLE_NOT_FOUND', { key });
  return versions;
}

/** One published version. Throws DECISION_TABLE_NOT_FOUND. */
export async function getTable(context: ServiceContext, key: string, number: number): Promise<DecisionTable> {
  const table = await context.database.read.findOne(DecisionTable, 'tableKey = ? AND number = ?', [key, number]);
  if (!table) throw new DomainError('DECISION_TABLE_NOT_FOUND', { key: `${key} ${number}` });
  return table;
}
