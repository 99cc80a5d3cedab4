import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../errors/domain-error.js';

const strange = new Set(['__proto__', 'constructor', 'prototype']);
/** No form nests a tenth as deep; what walks a body by calls must not run out of them. */
const DEEPEST = 100;

interface Place {
  value: unknown;
  pointer: string;
  depth: number;
}

/**
 * Names that reach into JavaScript's own objects have no business in any request body, nor have nests without end. Throws REQUEST_INVALID with
 * the place.
 */
export function refuseStrangeKeys(request: Request, _response: Response, next: NextFunction): void {
  const found = strangePlaceIn(request.body);
  next(found === undefined ? undefined : new DomainError('REQUEST_INVALID', { errors: [found] }));
}

/** Walks with a list of its own, since a body may be nested deeper than calls can be. */
function strangePlaceIn(body: unknown): { pointer: string; message: string } | undefined {
  const waiting: Place[] = [{ value: body, pointer: '', depth: 0 }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (typeof place.value !== 'object' || place.value === null) continue;
    if (place.depth > DEEPEST) return { pointer: '', message: `内容最多嵌套 ${DEEPEST} 层` };
    for (const key of Object.keys(place.value)) {
      const pointer = `${place.pointer}/${key.slice(0, 100)}`;
      if (strange.has(key)) return { pointer, message: '不能使用这个名称' };
      const value = (place.value as Record<string, unknown>)[key];
      if (typeof value === 'object' && value !== null) waiting.push({ value, pointer, depth: place.depth + 1 });
    }
  }
  return undefined;
}
