import { Permit, PermitRequest } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { containing } from '../../persistence/containing.js';
import { hasRole, type Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

export interface PermitFilter {
  page: number;
  pageSize: number;
  state?: string;
  q?: string;
}

/** Permits: an enterprise sees its own, the office all. */
export async function findPermits(context: ServiceContext, actor: Actor, filter: PermitFilter): Promise<{ rows: Permit[]; total: number }> {
  const { read } = context.database;
  const own = hasRole(actor, 'enterprise', 'agency');
  const where = ['1 = 1', ...(own ? ['organisationId = ?'] : []), ...(filter.state ? ['state = ?'] : []), ...(filter.q ? ["title LIKE ? ESCAPE '!'"] : [])].join(' AND ');
  const values = [...(own ? [actor.organisationId] : []), ...(filter.state ? [filter.state] : []), ...(filter.q ? [containing(filter.q)] : [])];
  return { total: await read.count(Permit, where, values), rows: await read.find(Permit, `${where} ORDER BY issuedOn DESC, caseId DESC LIMIT ? OFFSET ?`, [...values, filter.pageSize, (filter.page - 1) * filter.pageSize]) };
}

/** One permit with everything that was asked for since. Throws PERMIT_NOT_FOUND and NOT_YOURS. */
export async function getPermit(context: ServiceContext, actor: Actor, caseId: string): Promise<{ permit: Permit; requests: PermitRequest[] }> {
  const { read } = context.database;
  const permit = await read.findOne(Permit, 'caseId = ?', [caseId]);
  if (!permit) throw new DomainError('PERMIT_NOT_FOUND', { id: caseId });
  if (hasRole(actor, 'enterprise', 'agency') && actor.organisationId !== permit.organisationId) throw new DomainError('NOT_YOURS');
  return { permit, requests: await read.find(PermitRequest, 'caseId = ? ORDER BY requestedOn, id', [caseId]) };
}
