import type { Request, Response } from 'express';
import type { Actor, Role } from '../services/actor.js';
import type { RequestClass } from './middleware/validate.js';

type Method = 'get' | 'post' | 'put' | 'delete';

/** Who may use a route: everybody, whoever signed in, or people with one of these roles. */
export type Permission = 'public' | 'signedIn' | readonly Role[];

/** What a handler gets: the checked request. */
export interface Call<Body, Query> {
  /** Who asks; on public routes nobody, see `Permission`. */
  actor: Actor;
  params: Record<string, string>;
  body: Body;
  query: Query;
  /** The caller's `Idempotency-Key`, where one was sent. */
  onceKey?: string;
  request: Request;
  response: Response;
}

/** One line of a route file: address, who may, what is asked, what is answered. Router and OpenAPI document are both made from it. */
export interface Route<Body extends object = object, Query extends object = object> {
  method: Method;
  /** Path below `/api/v1`, parameters as `:name`. */
  path: string;
  may: Permission;
  /** One English sentence for the OpenAPI document. */
  does: string;
  body?: RequestClass<Body>;
  query?: RequestClass<Query>;
  /** Name of the response type in `contract.ts`. */
  answers: string;
  status?: number;
  handle: (call: Call<Body, Query>) => unknown;
}

/** Writes a route down with the types of its body and query known to the handler. */
export function route<Body extends object = object, Query extends object = object>(line: Route<Body, Query>): Route {
  return line as unknown as Route;
}
