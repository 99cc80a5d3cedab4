import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../../services/actor.js';

const COOKIE = 'onestop_session';
const CACHE_MILLIS = 5_000;

/** Finds out who sent a request, from the bearer token of a script or the cookie of a browser. */
export class Authenticator {
  /** For a few seconds, so that a page's burst of requests asks the database once. */
  private readonly recent = new LRUCache<string, Actor>({ max: 5_000, ttl: CACHE_MILLIS });

  constructor(private readonly findActor: (token: string) => Promise<Actor | undefined>) {}

  /** The actor behind the request. Throws SIGN_IN_REQUIRED when there is none. */
  async actorOf(request: Request): Promise<Actor> {
    const token = tokenOf(request);
    if (!token) throw new DomainError('SIGN_IN_REQUIRED');
    const known = this.recent.get(token);
    if (known) return known;
    const actor = await this.findActor(token);
    if (!actor) throw new DomainError('SIGN_IN_REQUIRED');
    this.recent.set(token, actor);
    return actor;
  }

  /** After people's authority or the clock was changed. */
  forgetAll(): void {
    this.recent.clear();
  }

  forget(token: string): void {
    this.recent.delete(token);
  }
}

/**
 * The token of a request. A cookie alone is accepted for acting requests only from our own pages: browsers send `Sec-Fetch-Site`,
 * and anything but `same-origin` there is refused, beside the cookie being `SameSite=Strict`.
 */
export function tokenOf(request: Request): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.get('Authorization') ?? '')?.[1];
  if (bearer) return bearer;
  const site = request.get('Sec-Fetch-Site');
  if (request.method !== 'GET' && site !== undefined && site !== 'same-origin') return undefined;
  return new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.get('Cookie') ?? '')?.[1];
}

/** The `Set-Cookie` value that carries a token until `expiresAt`, or takes it away. */
export function sessionCookie(token: string, expiresAt: string | undefined, secure: boolean): string {
  const expiry = expiresAt === undefined ? 'Max-Age=0' : `Expires=${new Date(expiresAt).toUTCString()}`;
  return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; ${expiry}${secure ? '; Secure' : ''}`;
}
