import { Case, Pause } from '../../entities/index.js';
import type { WhatIf } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { hasRole, type Actor } from '../actor.js';
import { clockOfCase } from '../cases/case-clock.js';
import type { ServiceContext } from '../service-context.js';

export interface PauseFilter {
  page: number;
  pageSize: number;
  caseId?: string;
  kind?: string;
  status?: 'open' | 'closed' | 'expired';
  departmentId?: string;
  /** Only those that are not the first of their item. */
  repeated?: boolean;
}

export interface PauseRow {
  pause: Pause;
  caseNumber: string;
  title: string;
  itemCode: string | null;
}

/** The ledger of special procedures 特殊环节台账: an enterprise sees those of its own cases, a department its own, the office all. */
export async function findPauses(context: ServiceContext, actor: Actor, filter: PauseFilter): Promise<{ rows: PauseRow[]; total: number; expired: number; repeated: number }> {
  const { read } = context.database;
  const { where, values } = conditionsFor(actor, filter);
  const from = `FROM pauses p JOIN cases c ON c.id = p.caseId WHERE ${where}`;
  const [sums] = await read.query(`SELECT COUNT(*) AS total, SUM(CASE WHEN p.status = 'expired' THEN 1 ELSE 0 END) AS expired, SUM(CASE WHEN p.nth > 1 THEN 1 ELSE 0 END) AS repeated ${from}`, values);
  const ids = (await read.query(`SELECT p.id ${from} ORDER BY p.startedOn DESC, p.id DESC LIMIT ? OFFSET ?`, [...values, filter.pageSize, (filter.page - 1) * filter.pageSize])).map((row) => row.id as string);
  const pauses = ids.length === 0 ? [] : await read.find(Pause, `id IN (${ids.map(() => '?').join(', ')}) ORDER BY startedOn DESC, id DESC`, ids);
  const cases = pauses.length === 0 ? [] : await read.find(Case, `id IN (${pauses.map(() => '?').join(', ')})`, pauses.map((pause) => pause.caseId));
  return {
    total: Number(sums?.total ?? 0),
    expired: Number(sums?.expired ?? 0),
    repeated: Number(sums?.repeated ?? 0),
    rows: pauses.map((pause) => {
      const item = cases.find((each) => each.id === pause.caseId);
      return { pause, caseNumber: item?.number ?? '', title: item?.title ?? '', itemCode: item?.itemCode ?? null };
    }),
  };
}

/** “What if this pause is struck out”: the clock of its item with and without it. Throws PAUSE_NOT_FOUND and NOT_YOURS. */
export async function ifPauseStruck(context: ServiceContext, actor: Actor, id: string): Promise<WhatIf> {
  const pause = await context.database.read.findOne(Pause, 'id = ?', [id]);
  if (!pause) throw new DomainError('PAUSE_NOT_FOUND', { id });
  const { ifStruck } = await clockOfCase(context, actor, pause.caseId, [pause.pauseKey]);
  return ifStruck as WhatIf;
}

function conditionsFor(actor: Actor, filter: PauseFilter): { where: string; values: unknown[] } {
  const parts = ['1 = 1'];
  const values: unknown[] = [];
  const add = (part: string, ...more: unknown[]): void => {
    parts.push(part);
    values.push(...more);
  };
  if (hasRole(actor, 'enterprise')) add('c.organisationId = ?', actor.organisationId);
  else if (hasRole(actor, 'agency')) add('1 = 0');
  else if (hasRole(actor, 'reviewer')) add('p.departmentId = ?', actor.departmentId);
  if (filter.caseId) add('(c.id = ? OR c.parentId = ?)', filter.caseId, filter.caseId);
  if (filter.kind) add('p.kind = ?', filter.kind);
  if (filter.status) add('p.status = ?', filter.status);
  if (filter.departmentId) add('p.departmentId = ?', filter.departmentId);
  if (filter.repeated) add('p.nth > 1');
  return { where: parts.join(' AND '), values };
}
