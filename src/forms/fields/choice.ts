import { ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { registerField, type FieldLabels, type LabelledValue } from '../field-registry.js';
import { says } from '../messages.js';

export interface ChoiceOptions extends FieldLabels {
  readonly options: readonly LabelledValue[];
}

/** One of a fixed list of labelled values. */
export function Choice(options: ChoiceOptions): PropertyDecorator {
  return (prototype, property) => {
    IsOptional()(prototype, property);
    IsIn(valuesOf(options), notOffered(options))(prototype, property);
    registerField(prototype, { ...options, key: String(property), kind: 'choice', schema: { type: 'string', oneOf: labelled(options) } });
  };
}

/** Any number of different values of a fixed list. */
export function Choices(options: ChoiceOptions): PropertyDecorator {
  return (prototype, property) => {
    IsOptional()(prototype, property);
    IsArray(says('应为列表', 'Must be a list'))(prototype, property);
    ArrayUnique(says('选项重复', 'The same option twice'))(prototype, property);
    IsIn(valuesOf(options), { ...notOffered(options), each: true })(prototype, property);
    registerField(prototype, {
      ...options,
      key: String(property),
      kind: 'choices',
      max: options.options.length,
      schema: { type: 'array', uniqueItems: true, items: { type: 'string', oneOf: labelled(options) } },
    });
  };
}

function valuesOf({ options }: ChoiceOptions): string[] {
  return options.map((option) => option.value);
}

function labelled({ options }: ChoiceOptions): Record<string, string>[] {
  return options.map((option) => ({ const: option.value, title: option.zh, 'x-title-en': option.en }));
}

function notOffered({ options }: ChoiceOptions): ReturnType<typeof says> {
  return says(`请选择：${options.map((option) => option.zh).join('、')}`, `Choose one of: ${options.map((option) => option.en).join(', ')}`);
}
