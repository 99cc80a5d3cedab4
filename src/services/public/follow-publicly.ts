import { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { containing } from '../../persistence/containing.js';
import type { ServiceContext } from '../service-context.js';

/** What anybody with number and query code may see: the status of the application and its items. No names, no papers. */
export async function followPublicly(context: ServiceContext, number: string, code: string): Promise<{ stage: Case; items: Case[] }> {
  const { read } = context.database;
  const stage = await read.findOne(Case, "number = ? AND queryCode = ? AND kind = 'stage'", [number.trim(), code.trim().toUpperCase()]);
  if (!stage) throw new DomainError('CASE_NOT_FOUND', { id: number });
  return { stage, items: await read.find(Case, 'parentId = ? ORDER BY number', [stage.id]) };
}

export interface RegisterRow {
  item: string;
  holder: string;
  number: string;
  kind: string;
  issuedOn: string;
  authority: string;
  state: string;
}

/** Decisions are public (行政许可法 art. 40): item, holder, number, date, authority, whether they hold; nothing personal. */
export async function publicRegister(context: ServiceContext, filter: { page: number; pageSize: number; q?: string }): Promise<{ rows: RegisterRow[]; total: number }> {
  const { read } = context.database;
  const like = filter.q ? " AND (c.title LIKE ? ESCAPE '!' OR o.name LIKE ? ESCAPE '!' OR d.number LIKE ? ESCAPE '!')" : '';
  const values = filter.q ? Array(3).fill(containing(filter.q)) : [];
  const from = `FROM documents d JOIN cases c ON c.id = d.caseId JOIN organisations o ON o.id = c.organisationId LEFT JOIN departments b ON b.id = d.issuedBy WHERE d.status = 'sealed' AND d.kind IN ('decision', 'certificate')${like}`;
  const total = Number((await read.query(`SELECT COUNT(*) AS total ${from}`, values))[0]?.total ?? 0);
  const rows = await read.query(`SELECT c.title AS item, o.name AS holder, d.number, d.title AS kind, d.issuedOn, b.nameZh AS authority, d.state ${from} ORDER BY d.issuedOn DESC, d.id DESC LIMIT ? OFFSET ?`, [...values, filter.pageSize, (filter.page - 1) * filter.pageSize]);
  return { total, rows: rows as unknown as RegisterRow[] };
}
