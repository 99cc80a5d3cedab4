import { Case, Organisation, Project } from '../../entities/index.js';
import type { ProjectClock } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { hasRole, requireRole, type Actor } from '../actor.js';
import { deriveProjectClock } from '../cases/case-clock.js';
import { isCreditCode } from '../../forms/validators/is-credit-code.js';
import { containing } from '../../persistence/containing.js';
import type { Transaction } from '../../persistence/transaction.js';
import type { ServiceContext } from '../service-context.js';
import { mayFollow, projectsOf } from './may-follow.js';

export interface NewProject {
  name: string;
  projectType: string;
  projectCode?: string;
  /** At the counter: for whom the window enters it; the name registers an applicant who was never here before. */
  applicant?: { creditCode: string; name?: string };
}

export interface ProjectSight {
  project: Project;
  organisation: Organisation;
  cases: Case[];
  clock?: ProjectClock;
}

/** Opens a project of the applicant's enterprise, or at the counter for an applicant who stands there. Throws PROJECT_TYPE_UNKNOWN and APPLICANT_UNKNOWN. */
export async function openProject(context: ServiceContext, actor: Actor, request: NewProject): Promise<{ id: string }> {
  requireRole(actor, 'enterprise', 'clerk');
  const types = context.items.list().meta.projectTypes;
  if (!Object.hasOwn(types, request.projectType)) throw new DomainError('PROJECT_TYPE_UNKNOWN', { projectType: request.projectType, known: Object.keys(types) });
  const id = context.newId();
  await context.database.inTransaction(async (tx) => {
    const organisationId = await applicantOf(context, tx, actor, request);
    tx.insert(Project, {
      id,
      name: request.name,
      projectType: request.projectType,
      projectCode: request.projectCode ?? null,
      organisationId,
      createdBy: actor.id,
      createdAt: context.clock.now().toISOString(),
      version: 1,
    });
  });
  return { id };
}

/** The enterprise of the person, or the applicant whom the window names. */
async function applicantOf(context: ServiceContext, tx: Transaction, actor: Actor, { applicant }: NewProject): Promise<string> {
  if (hasRole(actor, 'enterprise')) {
    if (actor.organisationId === null) throw new DomainError('NOT_YOURS');
    return actor.organisationId;
  }
  const creditCode = applicant?.creditCode ?? '';
  const known = await tx.findOne(Organisation, 'creditCode = ?', [creditCode]);
  if (known) return known.id;
  if (!applicant?.name || !isCreditCode(creditCode)) throw new DomainError('APPLICANT_UNKNOWN', { creditCode });
  const id = context.newId();
  tx.insert(Organisation, { id, name: applicant.name, creditCode, kind: 'enterprise' });
  return id;
}

/** One project with its stage cases and its clock of 80 working days. Throws PROJECT_NOT_FOUND and NOT_YOURS. */
export async function followProject(context: ServiceContext, actor: Actor, id: string): Promise<ProjectSight> {
  const { read } = context.database;
  const project = await read.findOne(Project, 'id = ?', [id]);
  if (!project) throw new DomainError('PROJECT_NOT_FOUND', { id });
  await mayFollow(read, actor, project);
  const organisation = (await read.findOne(Organisation, 'id = ?', [project.organisationId])) as Organisation;
  const cases = await read.find(Case, "projectId = ? AND kind = 'stage' ORDER BY createdAt", [id]);
  const filed = cases.some((each) => each.receivedOn !== null);
  return { project, organisation, cases, ...(filed && { clock: await deriveProjectClock(context, id) }) };
}

const orders = { createdAt: 'createdAt', '-createdAt': 'createdAt DESC', name: 'name', '-name': 'name DESC' };

/** The projects that this person may follow, newest first unless sorted otherwise. */
export async function findProjects(context: ServiceContext, actor: Actor, filter: { page: number; pageSize: number; q?: string; sort?: keyof typeof orders }): Promise<{ rows: ProjectSight[]; total: number }> {
  const { read } = context.database;
  const visible = projectsOf(actor);
  const where = filter.q ? `${visible.where} AND name LIKE ? ESCAPE '!'` : visible.where;
  const values = [...visible.values, ...(filter.q ? [containing(filter.q)] : [])];
  const total = await read.count(Project, where, values);
  const projects = await read.find(Project, `${where} ORDER BY ${orders[filter.sort ?? '-createdAt']} LIMIT ? OFFSET ?`, [...values, filter.pageSize, (filter.page - 1) * filter.pageSize]);
  return { total, rows: await Promise.all(projects.map((project) => followProject(context, actor, project.id))) };
}
