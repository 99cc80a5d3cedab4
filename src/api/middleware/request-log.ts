import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

const probes = new Set(['/healthz', '/readyz']);

/**
 * One line a request, when it is over: an error where the server failed, else for debugging. The address is logged without its query, and neither
 * headers nor bodies are, since they hold what is nobody's business in a log.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (probes.has(request.url)) return next();
    const began = performance.now();
    response.once('close', () => {
      const failed = response.statusCode >= 500;
      if (!failed && !log.isLevelEnabled('debug')) return;
      const line = {
        requestId: response.locals.requestId as string,
        method: request.method,
        path: request.originalUrl.split('?', 1)[0],
        status: response.statusCode,
        millis: Math.round((performance.now() - began) * 10) / 10,
        ...(!response.writableFinished && { aborted: true }),
      };
      if (failed) log.error(line, 'request failed');
      else log.debug(line, 'request');
    });
    next();
  };
}
