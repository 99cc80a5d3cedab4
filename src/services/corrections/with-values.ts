import { DomainError } from '../../errors/domain-error.js';

/** A copy of the form in which the values at these JSON pointers (RFC 6901) are replaced. */
export function withValues(form: Record<string, unknown>, values: Record<string, unknown>): Record<string, unknown> {
  const copy = structuredClone(form);
  for (const [pointer, value] of Object.entries(values)) setAt(copy, pointer, value);
  return copy;
}

function setAt(root: Record<string, unknown>, pointer: string, value: unknown): void {
  const parts = pointer.slice(1).split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = parts.pop() as string;
  let holder: unknown = root;
  for (const part of parts) {
    const next = holder as Record<string, unknown>;
    if (part === '__proto__' || typeof holder !== 'object' || holder === null) throw new DomainError('REQUEST_INVALID', { errors: [{ pointer, message: '没有这一项' }] });
    if (!Object.hasOwn(next, part)) next[part] = {};
    holder = next[part];
  }
  if (last === '__proto__' || typeof holder !== 'object' || holder === null) throw new DomainError('REQUEST_INVALID', { errors: [{ pointer, message: '没有这一项' }] });
  (holder as Record<string, unknown>)[last] = value;
}
