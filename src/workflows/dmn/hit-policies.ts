import { DomainError } from '../../errors/domain-error.js';
import type { Aggregation, DecisionTable } from './decision.js';

/** The results of one rule, in the order of the outputs; plain JSON. */
export type Outputs = readonly unknown[];

export interface Hit {
  readonly rule: string;
  readonly outputs: Outputs;
}

export type TableResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly outputs: Outputs }
  | { readonly kind: 'many'; readonly rows: readonly Outputs[] }
  | { readonly kind: 'sum'; readonly value: unknown };

interface Fallbacks {
  /** For each output its values as JSON, the most important first. */
  readonly priorities: readonly (readonly string[])[];
  /** The default outputs. */
  readonly otherwise: Outputs | undefined;
}

/** What the rules that apply give together, by the hit policy of the table (DMN 1.3 §8.2.8 to 8.2.11). */
export function resultOf(decision: string, { hitPolicy, aggregation }: DecisionTable, hits: readonly Hit[], { priorities, otherwise }: Fallbacks): TableResult {
  const [first, ...more] = hits;
  if (hitPolicy === 'COLLECT' && aggregation !== undefined) return { kind: 'sum', value: aggregate(decision, aggregation, hits) };
  if (first === undefined) return whenNoneApplies(hitPolicy, otherwise);
  const conflict = (): never => {
    throw new DomainError('DECISION_RULES_CONFLICT', { decision, hitPolicy, rules: hits.map(({ rule }) => rule) });
  };
  switch (hitPolicy) {
    case 'UNIQUE':
      return more.length > 0 ? conflict() : { kind: 'one', outputs: first.outputs };
    case 'ANY':
      return more.some(({ outputs }) => JSON.stringify(outputs) !== JSON.stringify(first.outputs)) ? conflict() : { kind: 'one', outputs: first.outputs };
    case 'FIRST':
      return { kind: 'one', outputs: first.outputs };
    case 'PRIORITY':
      return { kind: 'one', outputs: inOrder(hits, priorities)[0] ?? first.outputs };
    case 'OUTPUT ORDER':
      return { kind: 'many', rows: inOrder(hits, priorities) };
    case 'RULE ORDER':
    case 'COLLECT':
      return { kind: 'many', rows: hits.map(({ outputs }) => outputs) };
  }
}

function whenNoneApplies(hitPolicy: DecisionTable['hitPolicy'], otherwise: Outputs | undefined): TableResult {
  const isList = hitPolicy === 'OUTPUT ORDER' || hitPolicy === 'RULE ORDER' || hitPolicy === 'COLLECT';
  if (isList) return { kind: 'many', rows: otherwise === undefined ? [] : [otherwise] };
  return otherwise === undefined ? { kind: 'none' } : { kind: 'one', outputs: otherwise };
}

/** By the first output, then the second …; a value that is not listed comes last, and equals keep the order of the rules. */
function inOrder(hits: readonly Hit[], priorities: Fallbacks['priorities']): Outputs[] {
  const rank = (outputs: Outputs, index: number): number => {
    const at = (priorities[index] ?? []).indexOf(JSON.stringify(outputs[index]));
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return hits
    .map(({ outputs }) => outputs)
    .sort((left, right) => priorities.reduce((difference, _values, index) => difference || rank(left, index) - rank(right, index), 0));
}

/** `#` counts the rules that apply; `+`, `<` and `>` of no value at all are null. */
function aggregate(decision: string, aggregation: Aggregation, hits: readonly Hit[]): unknown {
  if (aggregation === 'COUNT') return hits.length;
  const values = hits.map(({ outputs }) => outputs[0]).filter((value) => value !== null);
  if (values.length === 0) return null;
  const numbers = values.filter((value) => typeof value === 'number');
  const texts = values.filter((value) => typeof value === 'string');
  if (numbers.length === values.length) return aggregation === 'SUM' ? numbers.reduce((sum, value) => sum + value, 0) : aggregation === 'MIN' ? Math.min(...numbers) : Math.max(...numbers);
  // Days and times are ISO texts here, which sort as they should.
  const sorted = [...texts].sort();
  if (aggregation === 'SUM' || texts.length !== values.length) throw new DomainError('DECISION_OUTPUT_INVALID', { decision, output: aggregation, value: values });
  return aggregation === 'MIN' ? sorted[0] : sorted.at(-1);
}
