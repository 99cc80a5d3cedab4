import { IsOptional, IsString, MaxLength } from 'class-validator';
import { registerField, type FieldLabels } from '../field-registry.js';
import { says } from '../messages.js';

export interface TextOptions extends FieldLabels {
  /** Longest text in characters. */
  readonly max: number;
  readonly multiline?: true;
}

/** A text of at most `max` characters. Surrounding blanks are taken off; a blank text counts as no answer. */
export function Text(options: TextOptions): PropertyDecorator {
  return (prototype, property) => {
    const key = String(property);
    IsOptional()(prototype, property);
    IsString(says('应为文字', 'Must be a text'))(prototype, property);
    MaxLength(options.max, says(`不能超过 ${options.max} 个字`, `At most ${options.max} characters`))(prototype, property);
    const { multiline, ...rest } = options;
    registerField(prototype, { ...rest, key, kind: 'text', schema: { type: 'string', maxLength: options.max, ...(multiline ? { 'x-multiline': true } : {}) } });
  };
}
