/**
 * When a field is shown or required, as plain data: the server judges it, the JSON Schema carries it, the browser judges it the same way.
 * `field` is a JSON pointer from the root of the form (`/S04/agentFiles`), or `./key` for a neighbour in the same list entry or step form.
 */
export type Condition =
  | { readonly field: string; readonly equals: string | number | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly notIn: readonly string[] }
  | { readonly field: string; readonly above: number }
  | { readonly all: readonly Condition[] };

/** True when the condition holds for the data; an unanswered field fulfils only `notIn`. */
export function holds(condition: Condition, root: unknown, self: unknown): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, root, self));
  const value = valueAt(condition.field, root, self);
  if ('equals' in condition) return value === condition.equals;
  if ('in' in condition) return condition.in.includes(value as string);
  if ('notIn' in condition) return !condition.notIn.includes(value as string);
  return typeof value === 'number' && value > condition.above;
}

/** The pointers that a condition reads. */
export function fieldsOf(condition: Condition): string[] {
  return 'all' in condition ? condition.all.flatMap(fieldsOf) : [condition.field];
}

/** Reads a JSON pointer; own members only, so that `constructor` and its kind are never found. */
export function valueAt(pointer: string, root: unknown, self: unknown): unknown {
  const relative = pointer.startsWith('./');
  const keys = relative ? [pointer.slice(2)] : pointer.slice(1).split('/');
  return keys.reduce<unknown>((holder, key) => (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined), relative ? self : root);
}
