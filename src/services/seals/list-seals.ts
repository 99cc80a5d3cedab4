import { Seal } from '../../entities/index.js';
import type { ServiceContext } from '../service-context.js';

export interface SealRow {
  id: string;
  name: string;
  kind: string;
  departmentId: string;
  fingerprint: string;
  createdAt: string;
  active: boolean;
}

/** Seals with the fingerprints of their certificates; never a key. */
export async function listSeals(context: ServiceContext): Promise<{ items: SealRow[]; total: number }> {
  const seals = await context.database.read.find(Seal, '1 = 1 ORDER BY name');
  return { items: seals.map(({ id, name, kind, departmentId, fingerprint, createdAt, active }) => ({ id, name, kind, departmentId, fingerprint, createdAt, active })), total: seals.length };
}

/** The seal register 用章登记: which seal was put on which document, by whom and when. */
export async function listSealUses(context: ServiceContext, page: { page: number; pageSize: number }): Promise<{ items: Record<string, unknown>[]; total: number; page: number; pageSize: number }> {
  const from = 'FROM seal_uses u JOIN seals s ON s.id = u.sealId JOIN documents d ON d.id = u.documentId LEFT JOIN people p ON p.id = u.personId';
  const total = Number((await context.database.read.query(`SELECT COUNT(*) AS total ${from}`))[0]?.total ?? 0);
  const rows = await context.database.read.query(
    `SELECT u.id, s.name AS seal, d.number AS document, u.purpose, p.name AS person, u.requestedAt, u.appliedAt ${from} ORDER BY u.requestedAt DESC, u.id DESC LIMIT ? OFFSET ?`,
    [page.pageSize, (page.page - 1) * page.pageSize],
  );
  return { items: rows.map((row) => ({ ...row, person: row.person ?? '按规则自动用印' })), total, ...page };
}
