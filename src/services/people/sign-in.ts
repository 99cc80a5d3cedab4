import { createHash, randomBytes } from 'node:crypto';
import { plainDateOf } from '../../calendar/plain-date.js';
import { Department, Organisation, Person, Session } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Actor, Role } from '../actor.js';
import { standInsOf } from '../deputies/stand-in.js';
import type { ServiceContext } from '../service-context.js';
import { passwordMatches } from './password.js';

const SESSION_HOURS = 12;
const FAILURES_BEFORE_LOCK = 5;
const LOCK_MINUTES = 30;
const unknownPerson = 'scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

export interface SignedIn {
  token: string;
  expiresAt: string;
  person: SignedInPerson;
}
export interface SignedInPerson {
  id: string;
  username: string;
  name: string;
  roles: Role[];
  department?: { id: string; name: string };
  organisation?: { id: string; name: string; creditCode: string };
}

/**
 * Opens a session of twelve hours. Throws SIGN_IN_FAILED (the same for an unknown name and a wrong password) and, after five wrong
 * passwords in a row, ACCOUNT_LOCKED for thirty minutes (typical figures for grade 3 of GB/T 22239).
 */
export async function signIn(context: ServiceContext, request: { username: string; password: string }): Promise<SignedIn> {
  const now = context.wallClock.now();
  const person = await context.database.read.findOne(Person, 'username = ?', [request.username]);
  if (person?.lockedUntil && person.lockedUntil > now.toISOString()) {
    throw new DomainError('ACCOUNT_LOCKED', { minutes: Math.ceil((Date.parse(person.lockedUntil) - now.getTime()) / 60_000) });
  }
  const matches = await passwordMatches(request.password, person?.passwordHash ?? unknownPerson);
  if (!person || !person.enabled || !matches) {
    if (person) await countFailure(context, person, now);
    throw new DomainError('SIGN_IN_FAILED');
  }
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString();
  await context.database.inTransaction(async (tx) => {
    tx.insert(Session, { tokenHash: hashOf(token), personId: person.id, createdAt: now.toISOString(), expiresAt });
    if (person.failedSignIns > 0) tx.update(Person, { failedSignIns: 0, lockedUntil: null }, 'id = ?', [person.id]);
    recordAudit(tx, context, actorOf(person), 'signIn', person.username);
  });
  return { token, expiresAt, person: await describePerson(context, person) };
}

/** The actor behind a token, or nothing when it is unknown or has run out. */
export async function findActor(context: ServiceContext, token: string): Promise<Actor | undefined> {
  const today = plainDateOf(context.clock.now());
  const rows = await context.database.read.query(
    `SELECT p.id, p.name, p.username, p.roles, p.departmentId, p.organisationId,
       (SELECT COUNT(*) FROM deputies d WHERE d.deputyId = p.id AND d.toOn >= ? AND d.fromOn <= ? AND d.endedAt IS NULL) AS absentColleagues
     FROM sessions s JOIN people p ON p.id = s.personId WHERE s.tokenHash = ? AND s.expiresAt > ? AND p.enabled = 1`,
    [today, today, hashOf(token), context.wallClock.now().toISOString()],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { absentColleagues, roles, ...person } = row as { absentColleagues: unknown; roles: string } & Omit<Actor, 'roles'>;
  const standsInFor = Number(absentColleagues) > 0 ? await standInsOf(context.database.read, person.id, today) : undefined;
  return { ...person, roles: JSON.parse(roles) as Role[], ...(standsInFor && { standsInFor }) };
}

/** Ends the session of this token. */
export async function signOut(context: ServiceContext, token: string): Promise<void> {
  await context.database.inTransaction(async (tx) => tx.remove(Session, 'tokenHash = ?', [hashOf(token)]));
}

/** What a person may know of himself. */
export async function describeActor(context: ServiceContext, actor: Actor): Promise<SignedInPerson> {
  const person = await context.database.read.findOne(Person, 'id = ?', [actor.id]);
  if (!person) throw new DomainError('SIGN_IN_REQUIRED');
  return describePerson(context, person);
}

async function describePerson(context: ServiceContext, person: Person): Promise<SignedInPerson> {
  const department = person.departmentId ? await context.database.read.findOne(Department, 'id = ?', [person.departmentId]) : undefined;
  const organisation = person.organisationId ? await context.database.read.findOne(Organisation, 'id = ?', [person.organisationId]) : undefined;
  return {
    id: person.id,
    username: person.username,
    name: person.name,
    roles: person.roles as Role[],
    ...(department && { department: { id: department.id, name: department.nameZh } }),
    ...(organisation && { organisation: { id: organisation.id, name: organisation.name, creditCode: organisation.creditCode } }),
  };
}

async function countFailure(context: ServiceContext, person: Person, now: Date): Promise<void> {
  await context.database.inTransaction(async (tx) => {
    // Under a lock: of many guesses at once each has to count, and none may open the account that another has just locked.
    const current = (await tx.lock(Person, 'id = ?', [person.id])) ?? person;
    if (current.lockedUntil && current.lockedUntil > now.toISOString()) return;
    const failures = current.failedSignIns + 1;
    const locked = failures >= FAILURES_BEFORE_LOCK;
    tx.update(Person, { failedSignIns: locked ? 0 : failures, lockedUntil: locked ? new Date(now.getTime() + LOCK_MINUTES * 60_000).toISOString() : null }, 'id = ?', [person.id]);
    recordAudit(tx, context, actorOf(person), locked ? 'accountLocked' : 'signInFailed', person.username);
  });
}

const actorOf = (person: Person): Actor => ({ ...person, roles: person.roles as Role[] });
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
