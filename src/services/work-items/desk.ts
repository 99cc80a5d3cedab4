import { hasRole, type Actor } from '../actor.js';
import { leadsAllDepartments } from '../cases/may-act.js';
import { officers } from './gestures.js';

export interface Condition {
  where: string;
  values: unknown[];
}

/** In whose hands work may lie that is on a desk: nobody's yet, the person's own, an absent colleague's as far as he stands in. */
interface Hands {
  assigneeId: string | null;
  roles?: readonly string[];
  flows?: readonly string[];
}

/**
 * What lies on a desk: open work for one of the person's roles, of his department or enterprise where it names one, that is nobody's yet, his own
 * or that of a colleague for whom he stands in. Work items are `w`.
 */
export function deskOf(actor: Actor): Condition {
  const department: Condition = leadsAllDepartments(actor) ? { where: '1 = 1', values: [] } : { where: '(w.departmentId IS NULL OR w.departmentId = ?)', values: [actor.departmentId ?? ''] };
  const hands = handsOf(actor).map(({ assigneeId, roles, flows }) => allOf([sameAs('assigneeId', assigneeId), ...(roles ? [oneOf('role', roles)] : []), ...(flows ? [oneOf('flowKey', flows)] : [])]));
  return allOf([
    { where: "w.status = 'open'", values: [] },
    oneOf('role', rolesOf(actor)),
    department,
    { where: '(w.organisationId IS NULL OR w.organisationId = ?)', values: [actor.organisationId ?? ''] },
    { where: `(${hands.map((hand) => `(${hand.where})`).join(' OR ')})`, values: hands.flatMap((hand) => hand.values) },
    ...notOwnApplications(actor),
  ]);
}

/**
 * The same desk as queues that together hold all of it, none twice: each names role, department, enterprise and assignee exactly, so that it is
 * one stretch of the index `work_items_on_desk`, already in the order of the days. `departments` are all there are, for those who lead them all.
 */
export function queuesOf(actor: Actor, departments: readonly string[]): Condition[] {
  const ofDepartments = leadsAllDepartments(actor) ? [null, ...departments] : withNobody(actor.departmentId);
  const queues: Condition[] = [];
  for (const role of rolesOf(actor)) {
    for (const departmentId of ofDepartments) {
      for (const organisationId of withNobody(actor.organisationId)) {
        for (const { assigneeId, roles, flows } of handsOf(actor)) {
          if (roles && !roles.includes(role)) continue;
          queues.push(
            allOf([
              { where: "w.status = 'open'", values: [] },
              sameAs('role', role),
              sameAs('departmentId', departmentId),
              sameAs('organisationId', organisationId),
              sameAs('assigneeId', assigneeId),
              ...(flows ? [oneOf('flowKey', flows)] : []),
              ...notOwnApplications(actor),
            ]),
          );
        }
      }
    }
  }
  return queues;
}

const rolesOf = (actor: Actor): readonly string[] => (actor.roles.length > 0 ? [...new Set(actor.roles)] : ['nobody']);
const withNobody = (id: string | null): (string | null)[] => (id === null ? [null] : [null, id]);

function handsOf(actor: Actor): Hands[] {
  const others = (actor.standsInFor ?? []).map(({ personId, roles, flows }) => ({ assigneeId: personId, roles, ...(flows !== null && { flows }) }));
  return [{ assigneeId: null }, { assigneeId: actor.id }, ...others];
}

/** An officer who also belongs to an enterprise does not handle its applications 回避. */
function notOwnApplications(actor: Actor): Condition[] {
  if (actor.organisationId === null || !hasRole(actor, ...officers)) return [];
  return [{ where: '(w.organisationId IS NOT NULL OR w.applicantId IS NULL OR w.applicantId <> ?)', values: [actor.organisationId] }];
}

function sameAs(column: string, value: string | null): Condition {
  return value === null ? { where: `w.${column} IS NULL`, values: [] } : { where: `w.${column} = ?`, values: [value] };
}

function oneOf(column: string, values: readonly string[]): Condition {
  return values.length === 0 ? { where: '1 = 0', values: [] } : { where: `w.${column} IN (${values.map(() => '?').join(', ')})`, values: [...values] };
}

export function allOf(conditions: readonly Condition[]): Condition {
  return { where: conditions.map((each) => each.where).join(' AND '), values: conditions.flatMap((each) => each.values) };
}
