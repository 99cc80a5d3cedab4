import { Deputy, Flow, Person } from '../../entities/index.js';
import { isPlainDate, plainDateOf } from '../../calendar/plain-date.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/transaction.js';
import { hasRole, type Actor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import type { ServiceContext } from '../service-context.js';
import { officers } from '../work-items/gestures.js';

export interface NewDeputy {
  /** Id or user name of who is away; only an administrator names somebody else than himself. */
  person?: string | undefined;
  /** Id or user name of who does his work. */
  deputy: string;
  /** First and last day. */
  from: string;
  to: string;
  /** Only in these roles; all that both have when absent. */
  roles?: readonly string[] | undefined;
  /** Only work of these flows; all work when absent. */
  flows?: readonly string[] | undefined;
  reason?: string | undefined;
}

/**
 * 休假代理: from the first to the last day a colleague has everything on his desk that is in the hands of somebody who is away, what lies
 * there already and what comes new. He acts by his own office: the same department, and only in roles that he has too. Who is away may
 * still act himself. A deputy of a deputy does not exist: whoever is away in these days can neither stand in nor be relied on.
 *
 * Throws PERSON_NOT_FOUND, NOT_YOURS, DEPUTY_PERIOD_INVALID, PERSON_CANNOT_BE_DEPUTY (with who can), FLOW_NOT_FOUND, DEPUTY_OVERLAPS,
 * DEPUTY_AWAY and DEPUTY_STANDS_IN.
 */
export function nameDeputy(context: ServiceContext, actor: Actor, request: NewDeputy): Promise<{ id: string }> {
  return context.database.inTransaction(async (tx) => {
    const now = context.clock.now();
    const today = plainDateOf(now);
    if (!isPlainDate(request.from) || !isPlainDate(request.to) || request.from < today || request.to < request.from) throw new DomainError('DEPUTY_PERIOD_INVALID', { today });
    const [person, deputy] = await lockPeople(tx, request.person ?? actor.id, request.deputy);
    if (person.id !== actor.id && !hasRole(actor, 'admin')) throw new DomainError('NOT_YOURS');
    const roles = sharedRoles(person, deputy).filter((role) => request.roles === undefined || request.roles.includes(role));
    if (roles.length === 0) throw await unfit(tx, person, deputy);
    await refuseUnknownFlows(tx, request.flows ?? []);
    await refuseConflicts(tx, { person, deputy, roles, request });
    const id = context.newId();
    tx.insert(Deputy, {
      id,
      personId: person.id,
      personName: person.name,
      deputyId: deputy.id,
      deputyName: deputy.name,
      fromOn: request.from,
      toOn: request.to,
      roles,
      flows: request.flows ?? null,
      reason: request.reason ?? '',
      createdBy: actor.id,
      createdAt: now.toISOString(),
      endedAt: null,
    });
    recordAudit(tx, context, actor, 'deputyNamed', person.username, { deputy: deputy.username, from: request.from, to: request.to, roles, flows: request.flows ?? null });
    return { id };
  });
}

/** Both, locked in one order for everybody, so that two deputyships that exclude each other are not named at once. */
async function lockPeople(tx: Transaction, personKey: string, deputyKey: string): Promise<[Person, Person]> {
  const known = await tx.find(Person, 'id IN (?, ?) OR username IN (?, ?)', [personKey, deputyKey, personKey, deputyKey]);
  const idOf = (key: string): string => {
    const found = known.find((each) => each.id === key || each.username === key);
    if (!found) throw new DomainError('PERSON_NOT_FOUND', { id: key });
    return found.id;
  };
  const locked = new Map<string, Person>();
  for (const id of [...new Set([idOf(personKey), idOf(deputyKey)])].sort()) locked.set(id, (await tx.lock(Person, 'id = ?', [id])) as Person);
  return [locked.get(idOf(personKey)) as Person, locked.get(idOf(deputyKey)) as Person];
}

function sharedRoles(person: Person, deputy: Person): string[] {
  const isColleague = deputy.enabled && deputy.id !== person.id && deputy.departmentId === person.departmentId && deputy.organisationId === person.organisationId;
  if (!isColleague) return [];
  return officers.filter((role) => (person.roles as string[]).includes(role) && (deputy.roles as string[]).includes(role));
}

async function unfit(tx: Transaction, person: Person, deputy: Person): Promise<DomainError> {
  const colleagues = await tx.find(Person, 'enabled = 1 ORDER BY name, id');
  const candidates = colleagues.filter((each) => sharedRoles(person, each).length > 0).map((each) => each.name);
  return new DomainError('PERSON_CANNOT_BE_DEPUTY', { person: person.name, deputy: deputy.name, candidates: candidates.join('、') || '无，请管理员先安排同岗位人员' });
}

async function refuseUnknownFlows(tx: Transaction, flows: readonly string[]): Promise<void> {
  for (const key of flows) {
    if ((await tx.count(Flow, 'flowKey = ?', [key])) === 0) throw new DomainError('FLOW_NOT_FOUND', { key });
  }
}

interface Planned {
  person: Person;
  deputy: Person;
  roles: readonly string[];
  request: NewDeputy;
}

async function refuseConflicts(tx: Transaction, { person, deputy, roles, request }: Planned): Promise<void> {
  const around = await tx.find(Deputy, 'endedAt IS NULL AND fromOn <= ? AND toOn >= ? AND (personId IN (?, ?) OR deputyId = ?) ORDER BY fromOn, id', [request.to, request.from, person.id, deputy.id, person.id]);
  const details = (row: Deputy): Record<string, unknown> => ({ person: person.name, deputy: row.deputyName, other: row.personName, from: row.fromOn, to: row.toOn });
  const same = around.find((row) => row.personId === person.id && meet(row.roles as string[], roles) && meet(row.flows as string[] | null, request.flows ?? null));
  if (same) throw new DomainError('DEPUTY_OVERLAPS', details(same));
  const away = around.find((row) => row.personId === deputy.id);
  if (away) throw new DomainError('DEPUTY_AWAY', { ...details(away), deputy: deputy.name });
  const relied = around.find((row) => row.deputyId === person.id);
  if (relied) throw new DomainError('DEPUTY_STANDS_IN', details(relied));
}

/** Do two scopes share anything? Nothing said means everything. */
const meet = (one: readonly string[] | null, other: readonly string[] | null): boolean => one === null || other === null || one.some((each) => other.includes(each));
