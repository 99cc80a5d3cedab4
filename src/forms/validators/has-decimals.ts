import { ValidateBy } from 'class-validator';
import { decimalPlaces } from '../decimal.js';
import { narrowSchema } from '../field-registry.js';
import { says } from '../messages.js';

/** True for a finite number that shows at most this many decimal places. */
export function hasDecimals(value: unknown, decimals: number): boolean {
  return typeof value === 'number' && Number.isFinite(value) && decimalPlaces(value) <= decimals;
}

/** A number with at most this many decimal places. The JSON Schema says it with `x-decimals`: `multipleOf` is inexact for fractions. */
export function HasDecimals(decimals: number): PropertyDecorator {
  const check = ValidateBy(
    { name: 'hasDecimals', constraints: [decimals], validator: { validate: (value) => hasDecimals(value, decimals) } },
    says(`应为数字，最多 ${decimals} 位小数`, `Must be a number with at most ${decimals} decimal places`),
  );
  return (prototype, property) => {
    check(prototype, property);
    narrowSchema(prototype, String(property), { 'x-decimals': decimals });
  };
}
