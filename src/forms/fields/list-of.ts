import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { registerField, type FieldLabels, type FormClass } from '../field-registry.js';
import { says } from '../messages.js';

export interface ListOptions extends FieldLabels {
  /** Most entries. */
  readonly max: number;
  /** Least entries once the list is answered at all. */
  readonly min?: number;
}

/** A list of entries, each a small form of its own. */
export function ListOf(entry: () => FormClass, options: ListOptions): PropertyDecorator {
  return (prototype, property) => {
    bounded(options, prototype, property);
    ValidateNested({ each: true, ...says('列表内容有误', 'An entry has errors') })(prototype, property);
    registerField(prototype, { ...options, key: String(property), kind: 'list', entry, schema: { type: 'array', ...bounds(options) } });
  };
}

/** A list of short texts. */
export function Texts(options: ListOptions & { readonly maxLength: number }): PropertyDecorator {
  return (prototype, property) => {
    bounded(options, prototype, property);
    IsString({ ...says('应为文字', 'Must be a text'), each: true })(prototype, property);
    MaxLength(options.maxLength, { ...says(`每项不能超过 ${options.maxLength} 个字`, `At most ${options.maxLength} characters each`), each: true })(prototype, property);
    const { maxLength, ...labels } = options;
    registerField(prototype, { ...labels, key: String(property), kind: 'texts', schema: { type: 'array', ...bounds(options), items: { type: 'string', minLength: 1, maxLength } } });
  };
}

function bounded(options: ListOptions, prototype: object, property: string | symbol): void {
  IsOptional()(prototype, property);
  IsArray(says('应为列表', 'Must be a list'))(prototype, property);
  ArrayMaxSize(options.max, says(`最多 ${options.max} 项`, `At most ${options.max} entries`))(prototype, property);
  if (options.min) ArrayMinSize(options.min, says(`至少 ${options.min} 项`, `At least ${options.min} entries`))(prototype, property);
}

function bounds({ min, max }: ListOptions): Record<string, number> {
  return { maxItems: max, ...(min ? { minItems: min } : {}) };
}
