import { DomainError } from '../errors/domain-error.js';

export type Role = 'enterprise' | 'clerk' | 'reviewer' | 'agency' | 'secretary' | 'leader' | 'sealkeeper' | 'supervisor' | 'admin';

/** Who acts: a person who signed in, or the product itself (time, rules). */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
  readonly organisationId: string | null;
  /** Absent colleagues whose work he does today 代理; absent when there are none. */
  readonly standsInFor?: readonly StandIn[];
}

/** One absent colleague and how far his deputy's authority goes. */
export interface StandIn {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Keys of flows, or nothing for all work. */
  readonly flows: readonly string[] | null;
}

/** The actor of everything that time or a rule does by itself. */
export const systemActor: Actor = { id: 'system', name: '系统', username: 'system', roles: [], departmentId: null, organisationId: null };

export const roleNames: Record<Role, string> = {
  enterprise: '企业',
  clerk: '窗口人员',
  reviewer: '部门审查人员',
  agency: '评审机构',
  secretary: '会议秘书',
  leader: '审批负责人',
  sealkeeper: '印章管理员',
  supervisor: '督查人员',
  admin: '系统管理员',
};

export const hasRole = (actor: Actor, ...roles: Role[]): boolean => roles.some((role) => actor.roles.includes(role));

/** Applicants and review agencies: what officers think before the decision is not for them. */
export const isOutsider = (actor: Actor): boolean => hasRole(actor, 'enterprise', 'agency');

/** Throws ROLE_REQUIRED unless the actor has one of the roles. */
export function requireRole(actor: Actor, ...roles: Role[]): void {
  if (!hasRole(actor, ...roles)) throw new DomainError('ROLE_REQUIRED', { roles: roles.map((role) => roleNames[role]).join('、') });
}
