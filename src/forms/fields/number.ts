import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { registerField, type FieldLabels } from '../field-registry.js';
import { says } from '../messages.js';
import { HasDecimals } from '../validators/has-decimals.js';

export interface NumberOptions extends FieldLabels {
  readonly unit?: string;
  readonly unitEn?: string;
  readonly min?: number;
  readonly max?: number;
}

/** A decimal number with at most `decimals` places: money in 万元 has four, areas in ㎡ two. */
export function Decimal(options: NumberOptions & { readonly decimals: number }): PropertyDecorator {
  return numberField(options, 'decimal', HasDecimals(options.decimals), { type: 'number' });
}

/** A whole number. */
export function WholeNumber(options: NumberOptions): PropertyDecorator {
  return numberField({ ...options, decimals: 0 }, 'whole-number', IsInt(says('应为整数', 'Must be a whole number')), { type: 'integer' });
}

/** The largest figure anybody needs; keeps every sum exact. */
const largest = 1e11;

function numberField(options: NumberOptions & { readonly decimals: number }, kind: 'decimal' | 'whole-number', check: PropertyDecorator, schema: Record<string, unknown>): PropertyDecorator {
  return (prototype, property) => {
    const { min = 0, max = largest, ...labels } = options;
    const unit = options.unit ? ` ${options.unit}` : '';
    const unitEn = options.unitEn ?? options.unit;
    IsOptional()(prototype, property);
    check(prototype, property);
    Min(min, says(`不能小于 ${min}${unit}`, `At least ${min}${unitEn ? ` ${unitEn}` : ''}`))(prototype, property);
    Max(max, says(`不能大于 ${max}${unit}`, `At most ${max}${unitEn ? ` ${unitEn}` : ''}`))(prototype, property);
    registerField(prototype, { ...labels, key: String(property), kind, schema: { ...schema, minimum: min, maximum: max } });
  };
}
