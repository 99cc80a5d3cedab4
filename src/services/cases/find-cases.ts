import { Case, Organisation } from '../../entities/index.js';
import { containing } from '../../persistence/containing.js';
import type { ServiceContext } from '../service-context.js';
import { hasRole, type Actor } from '../actor.js';

export interface CaseFilter {
  page: number;
  pageSize: number;
  status?: string;
  stage?: string;
  /** Number, title, applicant's name or credit code, project code. */
  q?: string;
  projectId?: string;
  sort?: 'submittedAt' | '-submittedAt' | 'dueOn' | '-dueOn' | 'number';
}

export interface CaseRow {
  caseRecord: Case;
  applicant: string;
}

/** The stage cases that this person may open, newest first unless sorted otherwise. */
export async function findCases(context: ServiceContext, actor: Actor, filter: CaseFilter): Promise<{ rows: CaseRow[]; total: number }> {
  const { read } = context.database;
  const { where, values } = conditionsFor(actor, filter);
  const order = { submittedAt: 'c.submittedAt', '-submittedAt': 'c.submittedAt DESC', dueOn: 'c.dueOn', '-dueOn': 'c.dueOn DESC', number: 'c.number' }[filter.sort ?? '-submittedAt'];
  const from = 'FROM cases c JOIN organisations o ON o.id = c.organisationId JOIN projects p ON p.id = c.projectId';
  const total = Number((await read.query(`SELECT COUNT(*) AS total ${from} WHERE ${where}`, values))[0]?.total ?? 0);
  const ids = await read.query(`SELECT c.id ${from} WHERE ${where} ORDER BY ${order}, c.createdAt DESC LIMIT ? OFFSET ?`, [...values, filter.pageSize, (filter.page - 1) * filter.pageSize]);
  if (ids.length === 0) return { rows: [], total };
  const marks = ids.map(() => '?').join(', ');
  const cases = new Map((await read.find(Case, `id IN (${marks})`, ids.map((row) => row.id))).map((each) => [each.id, each]));
  const organisations = new Map((await read.find(Organisation, `id IN (SELECT organisationId FROM cases WHERE id IN (${marks}))`, ids.map((row) => row.id))).map((each) => [each.id, each.name]));
  return {
    total,
    rows: ids.map((row) => {
      const caseRecord = cases.get(row.id as string) as Case;
      return { caseRecord, applicant: organisations.get(caseRecord.organisationId) ?? '' };
    }),
  };
}

function conditionsFor(actor: Actor, filter: CaseFilter): { where: string; values: unknown[] } {
  const parts: string[] = ["c.kind = 'stage'"];
  const values: unknown[] = [];
  const add = (part: string, ...more: unknown[]): void => {
    parts.push(part);
    values.push(...more);
  };
  if (hasRole(actor, 'enterprise')) add('c.organisationId = ?', actor.organisationId);
  else if (hasRole(actor, 'clerk')) add("(c.status <> 'draft' OR c.channel = 'counter')");
  else add("c.status <> 'draft'");
  if (hasRole(actor, 'reviewer')) add('(c.departmentId = ? OR EXISTS (SELECT 1 FROM cases i WHERE i.parentId = c.id AND i.departmentId = ?))', actor.departmentId, actor.departmentId);
  if (hasRole(actor, 'agency')) add('EXISTS (SELECT 1 FROM reviews r WHERE r.caseId = c.id AND r.agencyId = ?)', actor.organisationId);
  if (filter.status) add('c.status = ?', filter.status);
  if (filter.stage) add('c.stage = ?', filter.stage);
  if (filter.projectId) add('c.projectId = ?', filter.projectId);
  if (filter.q) {
    const like = containing(filter.q);
    add("(c.number LIKE ? ESCAPE '!' OR c.title LIKE ? ESCAPE '!' OR o.name LIKE ? ESCAPE '!' OR o.creditCode LIKE ? ESCAPE '!' OR p.projectCode LIKE ? ESCAPE '!')", like, like, like, like, like);
  }
  return { where: parts.join(' AND '), values };
}

