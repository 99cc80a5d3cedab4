import { evaluate, unaryTest } from 'feelin';
import { DomainError } from '../../errors/domain-error.js';
import type { Decision, DecisionTable, Rule, TableInput } from './decision.js';
import { resultOf, type Hit, type Outputs } from './hit-policies.js';
import { toPlain, toTyped } from './typed-value.js';

export interface DecisionResult {
  /**
   * The result as DMN has it: the value of a single output, else a context of all of them; a list of such for OUTPUT ORDER, RULE ORDER
   * and COLLECT; null when no rule applies and there is no default. Plain JSON.
   */
  readonly value: unknown;
  /** The same under the names of the outputs, for the variables of a case (a list for each name where the value is a list). */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Ids of the rules that applied, in the order of the table: the grounds of the decision. */
  readonly rules: readonly string[];
}

type Context = Readonly<Record<string, unknown>>;

/**
 * Makes a decision on the given values (DMN 1.3 §8): first the decisions that it requires, then its own table or expression.
 *
 * Pure; `context` is plain JSON, texts are read as the types that the inputs name.
 *
 * @throws DomainError DECISION_INPUT_INVALID when a value is not of the input's type or not among its allowed values;
 *   DECISION_RULES_CONFLICT when several rules apply under UNIQUE, or give different results under ANY;
 *   DECISION_OUTPUT_INVALID when a result is not of the output's type, or cannot be summed
 */
export function decide(decision: Decision, context: Context): DecisionResult {
  const made = new Map<string, DecisionResult>();
  return decideWith(decision, context, made);
}

function decideWith(decision: Decision, context: Context, made: Map<string, DecisionResult>): DecisionResult {
  const known = made.get(decision.id);
  if (known !== undefined) return known;
  const required = decision.requires.map((other) => [other.variable, decideWith(other, context, made).value] as const);
  const values = { ...context, ...Object.fromEntries(required) };
  const result = decision.logic.kind === 'table' ? decideTable(decision, decision.logic, values) : decideExpression(decision, decision.logic.text, values);
  made.set(decision.id, result);
  return result;
}

function decideExpression(decision: Decision, text: string, values: Context): DecisionResult {
  const value = typedOutput(decision, decision.variable, valueOf(text, values), decision.typeRef);
  return { value: toPlain(value), variables: { [decision.variable]: toPlain(value) }, rules: [] };
}

function decideTable(decision: Decision, table: DecisionTable, values: Context): DecisionResult {
  const inputs = table.inputs.map((input) => inputValue(decision, input, values));
  const hits: Hit[] = [];
  for (const rule of table.rules) {
    if (!applies(rule, inputs, values)) continue;
    hits.push({ rule: rule.id, outputs: outputsOf(decision, table, rule, values) });
    if (table.hitPolicy === 'FIRST') break;
  }
  const priorities = table.outputs.map(({ values: texts }) => texts.map((text) => JSON.stringify(toPlain(valueOf(text, values)))));
  const result = resultOf(decision.id, table, hits, { priorities, otherwise: defaultOutputs(decision, table, values) });
  return { ...shaped(decision, table, result), rules: hits.map(({ rule }) => rule) };
}

function inputValue(decision: Decision, input: TableInput, values: Context): unknown {
  const raw = valueOf(input.expression, values);
  const value = toTyped(raw, input.typeRef);
  const isAllowed = value === null || input.allowed === undefined || (value !== undefined && passes(input.allowed, value, values));
  if (value === undefined || !isAllowed) throw new DomainError('DECISION_INPUT_INVALID', { decision: decision.id, input: input.label, value: toPlain(raw) });
  return value;
}

function applies({ tests }: Rule, inputs: readonly unknown[], values: Context): boolean {
  return tests.every((test, index) => test === '-' || passes(test, inputs[index], values));
}

function passes(test: string, value: unknown, values: Context): boolean {
  return unaryTest(test, { ...values, '?': value ?? null }).value === true;
}

function outputsOf(decision: Decision, table: DecisionTable, rule: Rule, values: Context): Outputs {
  return table.outputs.map(({ name, typeRef }, index) => {
    const text = rule.results[index] ?? '';
    return toPlain(text === '' ? null : typedOutput(decision, name || decision.variable, valueOf(text, values), typeRef));
  });
}

function defaultOutputs(decision: Decision, table: DecisionTable, values: Context): Outputs | undefined {
  if (table.outputs.every(({ otherwise }) => otherwise === undefined)) return undefined;
  return table.outputs.map(({ name, typeRef, otherwise }) => (otherwise === undefined ? null : toPlain(typedOutput(decision, name || decision.variable, valueOf(otherwise, values), typeRef))));
}

function typedOutput(decision: Decision, output: string, value: unknown, typeRef: string | undefined): unknown {
  const typed = toTyped(value, typeRef);
  if (typed === undefined) throw new DomainError('DECISION_OUTPUT_INVALID', { decision: decision.id, output, value: toPlain(value) });
  return typed;
}

/** Gives the result its names. */
function shaped(decision: Decision, { outputs }: DecisionTable, result: ReturnType<typeof resultOf>): Omit<DecisionResult, 'rules'> {
  const names = outputs.map(({ name }) => name || decision.variable);
  const plainValue = (row: Outputs): unknown => (names.length === 1 ? row[0] : Object.fromEntries(names.map((name, index) => [name, row[index]])));
  switch (result.kind) {
    case 'none':
      return { value: null, variables: Object.fromEntries(names.map((name) => [name, null])) };
    case 'one':
      return { value: plainValue(result.outputs), variables: Object.fromEntries(names.map((name, index) => [name, result.outputs[index]])) };
    case 'many':
      return { value: result.rows.map(plainValue), variables: Object.fromEntries(names.map((name, index) => [name, result.rows.map((row) => row[index])])) };
    case 'sum':
      return { value: result.value, variables: { [names[0] ?? decision.variable]: result.value } };
  }
}

function valueOf(text: string, values: Context): unknown {
  return evaluate(text, { ...values }).value;
}
