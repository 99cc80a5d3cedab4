import { valueAt } from './pointer.js';

/** When a field is asked or required, as the form's schema says it in `x-show-when` and `x-required-when`. `./key` names a neighbour in the same list entry. */
export type Condition =
  | { readonly field: string; readonly equals: string | number | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly notIn: readonly string[] }
  | { readonly field: string; readonly above: number }
  | { readonly all: readonly Condition[] };

/** Judges a condition as the server does; an unanswered field fulfils only `notIn`. */
export function holds(condition: Condition, root: unknown, self: unknown): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, root, self));
  const value = condition.field.startsWith('./') ? valueAt(self, `/${condition.field.slice(2)}`) : valueAt(root, condition.field);
  if ('equals' in condition) return value === condition.equals;
  if ('in' in condition) return condition.in.includes(value as string);
  if ('notIn' in condition) return !condition.notIn.includes(value as string);
  return typeof value === 'number' && value > condition.above;
}
