import { Notice } from '../../entities/index.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

/** Messages for the person's enterprise or department, newest first. */
export async function readNotices(context: ServiceContext, actor: Actor, page: { page: number; pageSize: number }): Promise<{ items: Notice[]; total: number }> {
  const { read } = context.database;
  const items = await read.find(Notice, 'organisationId = ? OR departmentId = ? ORDER BY at DESC, id DESC LIMIT ? OFFSET ?', [actor.organisationId ?? '', actor.departmentId ?? '', page.pageSize, (page.page - 1) * page.pageSize]);
  return { items, total: await read.count(Notice, 'organisationId = ? OR departmentId = ?', [actor.organisationId ?? '', actor.departmentId ?? '']) };
}
