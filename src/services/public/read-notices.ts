import { Notice } from '../../entities/index.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

/** Messages for the person, his enterprise, department or role, newest first. */
export async function readNotices(context: ServiceContext, actor: Actor, page: { page: number; pageSize: number }): Promise<{ items: Notice[]; total: number }> {
  const { read } = context.database;
  const roles = actor.roles.length > 0 ? actor.roles : ['nobody'];
  const where = `organisationId = ? OR departmentId = ? OR personId = ? OR role IN (${roles.map(() => '?').join(', ')})`;
  const values = [actor.organisationId ?? '', actor.departmentId ?? '', actor.id, ...roles];
  const items = await read.find(Notice, `${where} ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`, [...values, page.pageSize, (page.page - 1) * page.pageSize]);
  return { items, total: await read.count(Notice, where, values) };
}
