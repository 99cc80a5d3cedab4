import { evaluate } from 'feelin';
import { loopsTooLong } from './loops.js';
import { evaluatePlain, readPlain, undecided, type PlainExpression } from './plain-expression.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The value of a FEEL expression over the given variables, as plain JSON.
 *
 * A name without value is null, as FEEL says; text that is no FEEL gives null too, because the diagram was checked before
 * (`invalid-expression`).
 */
export function evaluateFeel(text: string, variables: Variables): unknown {
  const expression = plainExpressionOf(text);
  const value = expression === undefined ? undecided : evaluatePlain(expression, variables);
  if (value !== undecided) return value;
  if (loopsTooLong(text)) return null;
  try {
    return plain(evaluate(text, mentioned(text, variables)).value);
  } catch {
    return null;
  }
}

/** Whether a condition holds: only the FEEL value `true` does. */
export function holds(text: string, variables: Variables): boolean {
  return evaluateFeel(text, variables) === true;
}

/** What the text of an attribute stands for: `=` begins a FEEL expression, anything else is meant literally. */
export function resolveText(text: string, variables: Variables): unknown {
  return text.startsWith('=') ? evaluateFeel(text.slice(1), variables) : text;
}

const mostRemembered = 2_000;
const remembered = new Map<string, PlainExpression | undefined>();

/** Diagrams ask the same few texts over and over. */
function plainExpressionOf(text: string): PlainExpression | undefined {
  if (text.length > 200) return undefined;
  if (!remembered.has(text)) {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(text, readPlain(text));
  }
  return remembered.get(text);
}

/** The evaluator copies its whole context, so it gets only the names that stand in the text. */
function mentioned(text: string, variables: Variables): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const name of Object.keys(variables)) {
    if (text.includes(name)) context[name] = variables[name];
  }
  return context;
}

/** Dates, times, durations and ranges of FEEL become their text: state is JSON. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null || typeof value === 'function') return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  const isContext = Object.getPrototypeOf(value) === Object.prototype;
  if (isContext) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
  return String(value);
}
