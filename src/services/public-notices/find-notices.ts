import { Case, Objection, Organisation, PublicNotice } from '../../entities/index.js';
import { plainDateOf } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';

export interface PublicNoticeRow {
  notice: PublicNotice;
  item: string;
  applicant: string;
}

/** Notices that run today, for everybody: what, whose, until when; nothing personal. */
export async function findRunningNotices(context: ServiceContext, page: { page: number; pageSize: number }): Promise<{ rows: PublicNoticeRow[]; total: number }> {
  const { read } = context.database;
  const today = plainDateOf(context.clock.now());
  const total = await read.count(PublicNotice, 'closesOn >= ?', [today]);
  const notices = await read.find(PublicNotice, 'closesOn >= ? ORDER BY closesOn, id LIMIT ? OFFSET ?', [today, page.pageSize, (page.page - 1) * page.pageSize]);
  if (notices.length === 0) return { rows: [], total };
  const marks = notices.map(() => '?').join(', ');
  const cases = await read.find(Case, `id IN (${marks})`, notices.map((notice) => notice.caseId));
  const organisations = await read.find(Organisation, `id IN (${cases.map(() => '?').join(', ')})`, cases.map((each) => each.organisationId));
  return {
    total,
    rows: notices.map((notice) => {
      const item = cases.find((each) => each.id === notice.caseId);
      return { notice, item: item?.title ?? '', applicant: organisations.find((each) => each.id === item?.organisationId)?.name ?? '' };
    }),
  };
}

/** Objections to an item with their answers, for whoever handles the case; not for the applicant's competitors or neighbours. */
export async function findObjections(context: ServiceContext, actor: Actor, caseId: string): Promise<Objection[]> {
  const { read } = context.database;
  const item = await read.findOne(Case, 'id = ?', [caseId]);
  if (!item) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, item);
  const objections = await read.find(Objection, 'caseId = ? ORDER BY receivedAt, id', [caseId]);
  // The applicant learns what was objected, not who did.
  return actor.roles.includes('enterprise') ? objections.map((objection) => ({ ...objection, name: '', contact: '' })) : objections;
}
