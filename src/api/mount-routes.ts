import { Router, type NextFunction, type Request, type Response } from 'express';
import { DomainError } from '../errors/domain-error.js';
import { requireRole, systemActor } from '../services/actor.js';
import type { Authenticator } from './middleware/authenticate.js';
import { validate } from './middleware/validate.js';
import type { Route } from './route.js';

/** Makes the express router of these lines: authenticate, permission, validate, handle, answer – in this order for every route. */
export function mountRoutes(routes: readonly Route[], authenticator: Authenticator): Router {
  const router = Router();
  for (const line of routes) {
    router[line.method](line.path, async (request: Request, response: Response, next: NextFunction) => {
      try {
        const actor = line.may === 'public' ? systemActor : await authenticator.actorOf(request);
        if (Array.isArray(line.may)) requireRole(actor, ...line.may);
        const answer = await line.handle({
          actor,
          params: request.params as Record<string, string>,
          body: line.body ? validate(line.body, request.body ?? {}) : {},
          query: line.query ? validate(line.query, { ...request.query }, true) : {},
          onceKey: onceKeyOf(request),
          request,
          response,
        });
        if (response.headersSent) return;
        if (answer === undefined) response.status(line.status ?? 204).end();
        else if (line.method === 'get') response.status(line.status ?? 200).json(answer);
        else answerAct(response, line.status ?? 200, answer);
      } catch (error) {
        next(error);
      }
    });
  }
  return router;
}

/** The answer to an act is never asked for again by its tag, so none is made; head and body leave in one write. */
function answerAct(response: Response, status: number, answer: unknown): void {
  const text = JSON.stringify(answer);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

function onceKeyOf(request: Request): string | undefined {
  const key = request.get('Idempotency-Key');
  if (key === undefined || request.method === 'GET') return undefined;
  if (!/^[\x21-\x7e]{1,120}$/.test(key)) throw new DomainError('REQUEST_INVALID', { errors: [{ pointer: '/Idempotency-Key', message: 'Idempotency-Key 应为 1 到 120 个可见字符' }] });
  return key;
}
