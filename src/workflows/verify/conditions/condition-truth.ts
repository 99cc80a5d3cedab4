import { evaluateFeel } from '../../feel/evaluate-feel.js';

export type Values = Readonly<Record<string, unknown>>;

const comparison = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*(=|!=|<=|>=|<|>)\s*("[^"]*"|-?\d+(?:\.\d+)?)\s*$/u;

/** What a condition gives for these values: `null` also when it cannot be decided. Comparisons with a literal need no interpreter. */
export function truthOf(text: string, values: Values): boolean | null {
  const [, name = '', operator = '', literal = ''] = comparison.exec(text) ?? [];
  if (name === '') {
    const value = evaluateFeel(text, values);
    return typeof value === 'boolean' ? value : null;
  }
  return compare(values[name], operator, literal.startsWith('"') ? literal.slice(1, -1) : Number(literal));
}

function compare(left: unknown, operator: string, right: string | number): boolean | null {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left === 'string' && typeof right === 'string') return ordered(left < right, left === right, operator);
  if (typeof left === 'number' && typeof right === 'number') return ordered(left < right, left === right, operator);
  return null;
}

function ordered(isLess: boolean, isEqual: boolean, operator: string): boolean {
  switch (operator) {
    case '<':
      return isLess;
    case '<=':
      return isLess || isEqual;
    case '>':
      return !isLess && !isEqual;
    default:
      return !isLess;
  }
}

/** A text that no diagram compares with: it stands for every other value. */
export const otherText = '\u0000other';

/**
 * Values that stand for all values a variable may have as far as these conditions can tell them apart: each text, each number with its
 * neighbours, true and false where they are mentioned or nothing else is.
 */
export function tellingValues(texts: readonly string[]): unknown[] {
  const all = texts.join('\n');
  const strings = [...all.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
  const numbers = [...all.replace(/"[^"]*"/g, '').matchAll(/(?<![\p{L}\p{N}_.])\d+(?:\.\d+)?/gu)].map(([text]) => Number(text));
  const values = new Set<unknown>(strings);
  if (strings.length > 0) values.add(otherText);
  for (const number of numbers) for (const value of [number - 1, number, number + 1]) values.add(value);
  if (values.size === 0 || /\b(true|false)\b/.test(all)) {
    values.add(true);
    values.add(false);
  }
  return [...values];
}

/** Every combination of the given values, or undefined when there are more than `most`. */
export function combinations(domains: Readonly<Record<string, readonly unknown[]>>, most: number): Record<string, unknown>[] | undefined {
  let all: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(domains)) {
    if (all.length * values.length > most) return undefined;
    all = all.flatMap((base) => values.map((value) => ({ ...base, [name]: value })));
  }
  return all;
}
