import type { FlowModel, FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import type { DataRules, Memory } from '../soundness/explore-net.js';
import { edgeOf, type NetNode, type TokenNet } from '../soundness/token-net.js';
import { assignedAnywhere, assignedBy } from './assignments.js';
import { combinations, tellingValues, truthOf } from './condition-truth.js';
import { namesInFeel } from './names-in-feel.js';
import { conditionalFlows } from './outcome-splits.js';

/** So many combinations of values are tried at one split; a split with more stays a free choice. */
const manyCombinations = 256;

interface Condition {
  /** The text with the parts of records written as names of their own. */
  readonly text: string;
  /** What it asks for: variables, or itself where values cannot decide it. */
  readonly names: readonly string[];
  /** The variables on which the answer depends. */
  readonly roots: readonly string[];
  readonly holds: (values: Memory) => boolean;
}

/**
 * The conditions of a scope as rules of the token game: a variable that several splits read keeps its value until a step writes it, so
 * equal questions get equal answers. Undefined when no split of the scope has conditions.
 */
export function dataRulesOf(process: FlowProcess, scope: FlowScope, model: FlowModel): (DataRules & { readonly speaking: ReadonlySet<string> }) | undefined {
  const splits = scope.nodes.map((id) => process.nodes[id]).filter((node) => node !== undefined).filter((node) => conditionalFlows(process, node).length > 0);
  if (splits.length === 0) return undefined;
  const conditions = new Map<string, Condition>();
  for (const split of splits) for (const { id, condition } of conditionalFlows(process, split)) conditions.set(id, readCondition(condition));
  const domains = domainsOf([...conditions.values()]);
  for (const [flow, condition] of conditions) if (!isDecided(condition, domains)) conditions.set(flow, asOneQuestion(condition, domains));
  const readers = new Map<string, Set<string>>();
  for (const split of splits) for (const { id } of conditionalFlows(process, split)) for (const name of conditions.get(id)?.names ?? []) readers.set(name, (readers.get(name) ?? new Set()).add(split.id));
  const outcomes = new Set(['outcome', ...scope.nodes.filter((id) => process.nodes[id]?.oa.outcomes !== undefined).map((id) => `${id}Outcome`)]);
  const shared = new Set([...readers].filter(([name, by]) => by.size > 1 || outcomes.has(name)).map(([name]) => name));
  const writes = new Map(scope.nodes.map((id) => [id, writtenBy(model, process, process.nodes[id], rootsOf(shared, [...conditions.values()]))]));
  const playing = { process, conditions, domains, shared, writes };
  const speaking = new Set([...splits.map(({ id }) => id), ...[...writes].filter(([, names]) => names.length > 0).map(([id]) => id)]);
  return { speaking, fire: (net, node, memory) => fire(playing, net, node, memory) };
}

interface Playing {
  readonly process: FlowProcess;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly domains: ReadonlyMap<string, readonly unknown[]>;
  readonly shared: ReadonlySet<string>;
  readonly writes: ReadonlyMap<string, readonly string[]>;
}

function fire(playing: Playing, net: TokenNet, node: NetNode, memory: Memory): ReturnType<DataRules['fire']> {
  const element = playing.process.nodes[node.element ?? ''];
  if (element === undefined) return undefined;
  const memories = written(playing, element, memory);
  const flows = conditionalFlows(playing.process, element);
  const isSplit = node.out.some((edge) => flows.some(({ id }) => id === edgeOf(net, edge).flow));
  if (!isSplit) return memories.map((after) => ({ memory: after }));
  const choices = memories.flatMap((after) => answers(playing, net, { node, element }, after) ?? []);
  return choices.length > 0 ? choices : memories.map((after) => ({ memory: after }));
}

/** What is remembered when the step is done: an outcome is one of those declared, anything else that it writes is open again. */
function written({ process, writes, domains }: Playing, element: FlowNode, memory: Memory): Memory[] {
  const names = writes.get(element.id) ?? [];
  if (names.length === 0) return [memory];
  const kept = Object.fromEntries(Object.entries(memory).filter(([name]) => !names.includes(name)));
  const outcomes = process.nodes[element.id]?.oa.outcomes?.map(({ id }) => id) ?? [];
  const given = ['outcome', `${element.id}Outcome`].filter((name) => names.includes(name) && domains.has(name));
  if (outcomes.length === 0 || given.length === 0) return [kept];
  return outcomes.map((outcome) => ({ ...kept, ...Object.fromEntries(given.map((name) => [name, outcome])) }));
}

/** Each way on that the conditions allow, with what has been learned by asking them. */
function answers(playing: Playing, net: TokenNet, at: { node: NetNode; element: FlowNode }, memory: Memory): { produced: number[]; memory: Memory }[] | undefined {
  const edges = at.node.out.map((edge) => ({ edge, condition: playing.conditions.get(edgeOf(net, edge).flow ?? '') }));
  const names = [...new Set(edges.flatMap(({ condition }) => condition?.names ?? []))];
  const open = names.filter((name) => !Object.hasOwn(memory, name));
  const all = combinations(Object.fromEntries(open.map((name) => [name, playing.domains.get(name) ?? []])), manyCombinations);
  if (all === undefined) return undefined;
  const found = new Map<string, { produced: number[]; memory: Memory }>();
  for (const guess of all) {
    const values = { ...memory, ...guess };
    const learned = { ...memory, ...Object.fromEntries(Object.entries(guess).filter(([name]) => playing.shared.has(name))) };
    for (const produced of taken(at, edges.map(({ edge, condition }) => ({ edge, holds: condition?.holds(values) })))) {
      found.set(`${produced.join()} ${JSON.stringify(learned)}`, { produced, memory: learned });
    }
  }
  return [...found.values()];
}

/** The flows that are taken for given answers; a flow of an exclusive split without condition may be taken in any case. */
function taken({ node, element }: { node: NetNode; element: FlowNode }, edges: readonly { edge: number; holds: boolean | undefined }[]): number[][] {
  const fallback = edges.find(({ edge, holds }) => holds === undefined && edge === fallbackEdge(node, element, edges));
  const plain = edges.filter((one) => one.holds === undefined && one !== fallback).map(({ edge }) => edge);
  const holding = edges.filter(({ holds }) => holds === true).map(({ edge }) => edge);
  if (element.kind === 'exclusiveGateway') {
    const first = holding.slice(0, 1);
    const chosen = first.length > 0 ? [first] : fallback === undefined ? [] : [[fallback.edge]];
    return [...chosen, ...plain.map((edge) => [edge])];
  }
  if (holding.length > 0) return [[...plain, ...holding]];
  if (fallback !== undefined) return [[...plain, fallback.edge]];
  return plain.length > 0 ? [plain] : [];
}

function fallbackEdge(node: NetNode, element: FlowNode, edges: readonly { edge: number; holds: boolean | undefined }[]): number | undefined {
  if (element.defaultFlow === undefined) return undefined;
  return node.fallback ?? edges.find(({ holds }) => holds === undefined)?.edge;
}

/** Parts of a record become names of their own: `item.kind` is `item__kind`. */
function readCondition(condition: string): Condition {
  const text = condition.replace(/"[^"]*"|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)+/gu, (part) => (part.startsWith('"') ? part : part.replace(/\./g, '__')));
  const names = namesInFeel(text);
  const known = new Map<string, boolean>();
  const holds = (values: Memory): boolean => {
    const key = JSON.stringify(names.map((name) => values[name]));
    const answer = known.get(key) ?? truthOf(text, values) === true;
    known.set(key, answer);
    return answer;
  };
  return { text, names, roots: names, holds };
}

/** Values by which the conditions can be told apart. */
function domainsOf(conditions: readonly Condition[]): Map<string, readonly unknown[]> {
  const names = new Set(conditions.flatMap((condition) => condition.names));
  return new Map([...names].map((name) => [name, tellingValues(conditions.filter((condition) => condition.names.includes(name)).map(({ text }) => text))]));
}

/** Whether the values make the condition hold in some case and fail in another. One that asks for nothing is decided as it is. */
function isDecided({ names, holds }: Condition, domains: ReadonlyMap<string, readonly unknown[]>): boolean {
  if (names.length === 0) return true;
  const all = combinations(Object.fromEntries(names.map((name) => [name, domains.get(name) ?? []])), manyCombinations);
  return all !== undefined && all.some(holds) && !all.every(holds);
}

/** A condition that values cannot decide is one question with the answers yes and no, the same for equal texts. */
function asOneQuestion(condition: Condition, domains: Map<string, readonly unknown[]>): Condition {
  const question = `? ${condition.text}`;
  domains.set(question, [true, false]);
  return { ...condition, names: [question], holds: (values) => values[question] === true };
}

/** For each remembered answer the variables that change it. */
function rootsOf(names: ReadonlySet<string>, conditions: readonly Condition[]): Map<string, readonly string[]> {
  return new Map([...names].map((name) => [name, conditions.find((condition) => condition.names[0] === name && name.startsWith('? '))?.roots ?? [name]]));
}

function writtenBy(model: FlowModel, process: FlowProcess, node: FlowNode | undefined, shared: ReadonlyMap<string, readonly string[]>): string[] {
  if (node === undefined) return [];
  const called = model.processes.find(({ id }) => id === node.calledElement);
  const inner = process.scopes[node.id] === undefined ? [] : Object.values(process.nodes).filter(({ scope }) => isWithin(process, scope, node.id)).flatMap(assignedBy);
  const names = new Set([...assignedBy(node), ...inner, ...(called === undefined ? [] : assignedAnywhere(model, called))]);
  return [...shared].filter(([, roots]) => roots.some((root) => names.has(root) || names.has(root.split('__')[0] ?? root))).map(([name]) => name);
}

function isWithin(process: FlowProcess, scope: string, outer: string): boolean {
  for (let id: string | undefined = scope; id !== undefined; id = process.scopes[id]?.parent) if (id === outer) return true;
  return false;
}
