import { Project } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Reader } from '../../persistence/transaction.js';
import { hasRole, type Actor } from '../actor.js';

/** An enterprise sees its own projects, a review agency those that it was commissioned for, the office all. Throws NOT_YOURS. */
export async function mayFollow(reader: Reader, actor: Actor, project: Project): Promise<void> {
  const { where, values } = projectsOf(actor);
  if ((await reader.count(Project, `id = ? AND ${where}`, [project.id, ...values])) === 0) throw new DomainError('NOT_YOURS');
}

/** The projects that this person may follow, as a condition of the table `projects`. */
export function projectsOf(actor: Actor): { where: string; values: unknown[] } {
  if (hasRole(actor, 'enterprise')) return { where: 'organisationId = ?', values: [actor.organisationId] };
  if (hasRole(actor, 'agency')) return { where: 'id IN (SELECT c.projectId FROM reviews r JOIN cases c ON c.id = r.caseId WHERE r.agencyId = ?)', values: [actor.organisationId] };
  return { where: '1 = 1', values: [] };
}
