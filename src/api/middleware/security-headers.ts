import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

type Wishes = Parameters<typeof helmet>[0];

/**
 * The headers that helmet gives with these wishes, which must not depend on the request: it is asked once, at the start, and not by fifteen
 * middlewares at each request.
 */
export function securityHeaders(wishes: Wishes): RequestHandler {
  const headers = headersOf(helmet(wishes));
  return (_request: Request, response: Response, next: NextFunction): void => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function headersOf(ask: ReturnType<typeof helmet>): [string, string][] {
  const headers = new Map<string, string>();
  const response = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader: (name: string) => headers.delete(name) };
  let answered = false;
  ask({} as Request, response as unknown as Response, (error?: unknown) => {
    if (error instanceof Error) throw error;
    answered = true;
  });
  if (!answered || headers.size === 0) throw new Error('The security headers are not the same for every request');
  return [...headers];
}
