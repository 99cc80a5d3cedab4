import { AuditEvent, Department, Organisation, Person } from '../../entities/index.js';
import { containing } from '../../persistence/containing.js';
import type { ServiceContext } from '../service-context.js';

/** People with roles and departments; never a password. */
export async function findPeople(context: ServiceContext, page: { page: number; pageSize: number; q?: string }): Promise<{ items: Record<string, unknown>[]; total: number }> {
  const { read } = context.database;
  const where = page.q ? "(name LIKE ? ESCAPE '!' OR username LIKE ? ESCAPE '!')" : '1 = 1';
  const values = page.q ? [containing(page.q), containing(page.q)] : [];
  const people = await read.find(Person, `${where} ORDER BY username LIMIT ? OFFSET ?`, [...values, page.pageSize, (page.page - 1) * page.pageSize]);
  return {
    items: people.map(({ id, username, name, roles, departmentId, organisationId, enabled }) => ({ id, username, name, roles, departmentId, organisationId, enabled })),
    total: await read.count(Person, where, values),
  };
}

/** All departments and bodies. */
export async function findDepartments(context: ServiceContext): Promise<{ items: Record<string, unknown>[]; total: number }> {
  const departments = await context.database.read.find(Department, '1 = 1 ORDER BY id');
  return { items: departments.map((each) => ({ ...each })), total: departments.length };
}

/** Review agencies that may be commissioned. */
export async function findAgencies(context: ServiceContext): Promise<{ items: Record<string, unknown>[]; total: number }> {
  const agencies = await context.database.read.find(Organisation, 'kind = ? ORDER BY name', ['agency']);
  return { items: agencies.map(({ id, name, creditCode }) => ({ id, name, creditCode })), total: agencies.length };
}

/** The audit log, newest first. */
export async function findAuditEvents(context: ServiceContext, page: { page: number; pageSize: number }): Promise<{ items: Record<string, unknown>[]; total: number }> {
  const { read } = context.database;
  const events = await read.find(AuditEvent, '1 = 1 ORDER BY at DESC, id DESC LIMIT ? OFFSET ?', [page.pageSize, (page.page - 1) * page.pageSize]);
  return { items: events.map((event) => ({ ...event })), total: await read.count(AuditEvent) };
}
