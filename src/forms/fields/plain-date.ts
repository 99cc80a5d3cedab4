import { IsOptional } from 'class-validator';
import { registerField, type FieldLabels } from '../field-registry.js';
import { IsPlainDate } from '../validators/is-plain-date.js';

/** A day of Asia/Shanghai, `yyyy-mm-dd`, without hour and zone. */
export function PlainDate(options: FieldLabels): PropertyDecorator {
  return (prototype, property) => {
    IsOptional()(prototype, property);
    IsPlainDate()(prototype, property);
    registerField(prototype, { ...options, key: String(property), kind: 'date', max: 10, schema: { type: 'string', format: 'date' } });
  };
}
