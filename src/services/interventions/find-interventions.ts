import { Case, Intervention } from '../../entities/index.js';
import type { ServiceContext } from '../service-context.js';

export interface InterventionRow {
  intervention: Intervention;
  caseNumber: string;
  caseTitle: string;
  /** Whether it can still be confirmed, or why not any more. */
  state: 'open' | 'expired' | 'outdated' | 'settled';
}

/** What administrators proposed and did, newest first, for them and for supervision. */
export async function findInterventions(context: ServiceContext, filter: { caseId?: string | undefined; status?: string | undefined; page: number; pageSize: number }): Promise<{ rows: InterventionRow[]; total: number }> {
  const { read } = context.database;
  const parts = ['1 = 1'];
  const values: unknown[] = [];
  if (filter.caseId) {
    parts.push('(caseId = ? OR caseId IN (SELECT id FROM cases WHERE parentId = ?))');
    values.push(filter.caseId, filter.caseId);
  }
  if (filter.status) {
    parts.push('status = ?');
    values.push(filter.status);
  }
  const where = parts.join(' AND ');
  const total = await read.count(Intervention, where, values);
  const found = await read.find(Intervention, `${where} ORDER BY proposedAt DESC, id DESC LIMIT ? OFFSET ?`, [...values, filter.pageSize, (filter.page - 1) * filter.pageSize]);
  const cases = found.length === 0 ? [] : await read.find(Case, `id IN (${found.map(() => '?').join(', ')})`, found.map(({ caseId }) => caseId));
  const now = context.clock.now().toISOString();
  return { total, rows: found.map((intervention) => rowOf(intervention, cases.find(({ id }) => id === intervention.caseId), now)) };
}

export function rowOf(intervention: Intervention, caseRecord: Case | undefined, now: string): InterventionRow {
  const isOutdated = caseRecord?.version !== intervention.caseVersion;
  const state = intervention.status !== 'proposed' ? 'settled' : now > intervention.expiresAt ? 'expired' : isOutdated ? 'outdated' : 'open';
  return { intervention, caseNumber: caseRecord?.number ?? '', caseTitle: caseRecord?.title ?? '', state };
}
