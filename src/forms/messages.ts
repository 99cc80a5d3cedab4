import type { ValidationOptions } from 'class-validator';

/** Options that give a validator its Chinese message and, as its context, the English one. */
export function says(zh: string, en: string): ValidationOptions {
  return { message: zh, context: { en } };
}
