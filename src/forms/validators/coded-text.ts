import { ValidateBy } from 'class-validator';
import { narrowSchema } from '../field-registry.js';
import { says } from '../messages.js';

export interface CodedText {
  readonly name: string;
  readonly test: (value: string) => boolean;
  /** The outer shape for the browser; a check digit is left to the server. */
  readonly pattern: string;
  readonly zh: string;
  readonly en: string;
}

/** The decorator of a text with a fixed make-up: a name, a pure predicate, the pattern for the JSON Schema and a sentence for people. */
export function codedText({ name, test, pattern, zh, en }: CodedText): PropertyDecorator {
  const check = ValidateBy({ name, validator: { validate: (value) => typeof value === 'string' && test(value) } }, says(zh, en));
  return (prototype, property) => {
    check(prototype, property);
    narrowSchema(prototype, String(property), { pattern, 'x-check': name });
  };
}
