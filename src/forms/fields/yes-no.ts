import { Equals, IsBoolean, IsOptional } from 'class-validator';
import { registerField, type FieldLabels } from '../field-registry.js';
import { says } from '../messages.js';

/** Yes or no. With `mustBeTrue` only yes lets the form be submitted (a promise). */
export function YesNo(options: FieldLabels & { readonly mustBeTrue?: true }): PropertyDecorator {
  return (prototype, property) => {
    const { mustBeTrue, ...labels } = options;
    IsOptional()(prototype, property);
    if (mustBeTrue) Equals(true, says(`须确认“${options.zh}”`, `"${options.en}" must be confirmed`))(prototype, property);
    IsBoolean(says('请选择“是”或“否”', 'Must be yes or no'))(prototype, property);
    registerField(prototype, { ...labels, key: String(property), kind: 'yes-no', schema: { type: 'boolean', ...(mustBeTrue ? { const: true } : {}) } });
  };
}
