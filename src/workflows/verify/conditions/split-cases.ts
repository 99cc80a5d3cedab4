import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import { combinations, otherText, tellingValues, truthOf } from './condition-truth.js';
import { namesInFeel } from './names-in-feel.js';
import { conditionalFlows, splitsThatAsk } from './outcome-splits.js';

/** So many cases of one split are looked at; a split with more is not judged. */
const manyCases = 512;

export interface SplitCase {
  readonly values: Readonly<Record<string, unknown>>;
  /** Ids of the flows whose condition holds. */
  readonly holding: readonly string[];
}

/** Every case that the conditions of a split can tell apart; undefined when there are too many or nothing can be told. */
export function casesOfSplit(process: FlowProcess, split: FlowNode): SplitCase[] | undefined {
  const flows = conditionalFlows(process, split);
  const names = [...new Set(flows.flatMap(({ condition }) => namesInFeel(condition)))];
  const domains = Object.fromEntries(names.map((name) => [name, outcomesThatArrive(process, split, name) ?? tellingValues(flows.map(({ condition }) => condition).filter((text) => namesInFeel(text).includes(name)))]));
  const all = combinations(domains, manyCases);
  if (all === undefined || names.length === 0) return undefined;
  const truths = all.map((values) => ({ values, truth: flows.map(({ id, condition }) => ({ id, holds: truthOf(condition, values) })) }));
  // A condition that no value decides (it reads parts of a record) says nothing.
  const isBlind = flows.some(({ id }) => truths.every(({ truth }) => truth.find((one) => one.id === id)?.holds !== true));
  if (isBlind) return undefined;
  return truths.map(({ values, truth }) => ({ values, holding: truth.filter(({ holds }) => holds === true).map(({ id }) => id) }));
}

/** The values that the variable of an outcome can have at this split; undefined for any other variable. */
export function outcomesThatArrive(process: FlowProcess, split: FlowNode, name: string): string[] | undefined {
  if (name !== 'outcome' && !name.endsWith('Outcome')) return undefined;
  const tasks = Object.values(process.nodes).filter((task) => task.oa.outcomes !== undefined && (name === 'outcome' || name === `${task.id}Outcome`) && splitsThatAsk(process, task).includes(split));
  return tasks.length === 0 ? undefined : [...new Set(tasks.flatMap(({ oa }) => (oa.outcomes ?? []).map(({ id }) => id)))];
}

/** A case in words: `area = 500`. */
export function describeCase(values: Readonly<Record<string, unknown>>, other: string): string {
  return Object.entries(values).map(([name, value]) => `${name} = ${value === otherText ? other : typeof value === 'string' ? `"${value}"` : String(value)}`).join(', ');
}
