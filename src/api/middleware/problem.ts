import type { NextFunction, Request, Response } from 'express';
import { MulterError } from 'multer';
import type { Logger } from 'pino';
import type { ErrorKind } from '../../errors/catalogue.js';
import { DomainError } from '../../errors/domain-error.js';

const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  unsupportedMedia: 415,
  rejected: 422,
  tooMany: 429,
  broken: 500,
};

/** Turns everything thrown into `application/problem+json` (RFC 9457). The only place that knows HTTP statuses of errors. */
export function problem(log: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const known = toDomainError(error);
    if (known.kind === 'broken') log.error({ err: error, requestId: response.locals.requestId as string }, 'broken');
    const { kind, code, message, messageEn, details } = known;
    response
      .status(statusOf[kind])
      .type('application/problem+json')
      .send(
        JSON.stringify({
          // First, so that no detail of that name hides a member of the standard.
          ...(kind === 'broken' ? {} : details),
          type: `urn:onestop-approval:problem:${code}`,
          title: message,
          status: statusOf[kind],
          code,
          detail: message,
          detailEn: messageEn,
          requestId: response.locals.requestId as string,
          instance: request.originalUrl,
        }),
      );
  };
}

/** Answers an address that no route knows. */
export function noSuchRoute(request: Request): never {
  throw new DomainError('NOT_FOUND', { path: request.path });
}

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof MulterError) {
    return error.code === 'LIMIT_FILE_SIZE' ? new DomainError('BODY_TOO_LARGE', { limit: '50 MB' }) : new DomainError('REQUEST_INVALID', { errors: [{ pointer: `/${error.field ?? ''}`, message: '上传内容不符合要求' }] });
  }
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') return new DomainError('BODY_TOO_LARGE', { limit: '5 MB' });
  if (typeof status === 'number' && status >= 400 && status < 500) return new DomainError('REQUEST_INVALID', { errors: [{ pointer: '', message: '请求内容不是有效的 JSON' }] });
  return new DomainError('BROKEN_INVARIANT');
}
