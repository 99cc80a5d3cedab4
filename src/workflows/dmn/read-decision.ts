import type { Finding } from '../lint/finding.js';
import { checkDecision } from './check-decision.js';
import type { Aggregation, Decision, DecisionTable, HitPolicy, LiteralExpression, TableInput, TableOutput } from './decision.js';
import { findingOf } from './decision-findings.js';
import { splitList } from './split-list.js';
import { readXmlTree, type XmlElement } from './xml-tree.js';

export interface DecisionReading {
  /** Absent when the file holds none that can be read. */
  readonly decision?: Decision;
  /** `not-well-formed`, `malformed-decision`, `invalid-expression` and `unsupported-element`. */
  readonly findings: Finding[];
}

/** Circles of decisions are told; this only bounds what a diamond of decisions may cost to write out. */
const mostDecisions = 200;

/**
 * Reads a decision table or a FEEL expression from DMN (1.1 to 1.5; written for 1.3), with the decisions that it requires.
 *
 * Takes the decision with this id, else the first that no other one requires. Nothing is thrown: what is wrong with the file or a table
 * becomes a finding, and a decision with errors must not be made.
 */
export function readDecision(xml: string, id?: string): DecisionReading {
  const { root, fault } = readXmlTree(xml);
  if (root === undefined) return failed('not-well-formed', [], `不是可读的 DMN 文件：${fault}`, `Not a readable DMN file: ${fault}`);
  if (root.name !== 'dmn:definitions') return failed('not-well-formed', [], '不是 DMN 1.1–1.5 文件', 'Not a DMN file of version 1.1 to 1.5');
  const elements = root.children.filter(({ name }) => name === 'dmn:decision');
  const required = new Set(elements.flatMap(requiredBy));
  const main = id === undefined ? (elements.find((element) => !required.has(idOf(element))) ?? elements[0]) : elements.find((element) => idOf(element) === id);
  if (main === undefined) return failed('not-well-formed', id === undefined ? [] : [id], `文件中没有决策 ${id ?? ''}`, `The file holds no decision ${id ?? ''}`);

  const findings: Finding[] = [];
  const reader: Reader = { byId: new Map(elements.map((element) => [idOf(element), element])), findings, left: mostDecisions, known: new Map() };
  const decision = readOne(reader, main, []);
  return decision === undefined ? { findings } : { decision, findings };
}

interface Reader {
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly findings: Finding[];
  readonly known: Map<string, Decision>;
  left: number;
}

function readOne(reader: Reader, element: XmlElement, path: readonly string[]): Decision | undefined {
  const id = idOf(element);
  const known = reader.known.get(id);
  if (known !== undefined) return known;
  if (path.includes(id)) {
    reader.findings.push(findingOf('malformed-decision', [...path, id], `决策互相依赖成环：${[...path, id].join(' → ')}`, `Decisions require each other in a circle: ${[...path, id].join(' → ')}`));
    return undefined;
  }
  reader.left -= 1;
  if (reader.left < 0) return undefined;
  const logic = readLogic(reader, element);
  if (logic === undefined) return undefined;
  const requires = requiredBy(element).flatMap((other) => {
    const target = reader.byId.get(other);
    if (target === undefined) reader.findings.push(findingOf('malformed-decision', [id], `决策 ${id} 依赖的决策 ${other} 不存在`, `Decision ${id} requires ${other}, which does not exist`));
    return (target && readOne(reader, target, [...path, id])) ?? [];
  });
  const variable = one(element, 'variable');
  const name = element.attributes['name'] ?? id;
  const typeRef = variable?.attributes['typeRef'];
  const decision: Decision = { id, name, variable: variable?.attributes['name'] ?? name, ...(typeRef !== undefined && { typeRef }), logic, requires };
  reader.findings.push(...checkDecision(decision));
  reader.known.set(id, decision);
  return decision;
}

function readLogic({ findings }: Reader, element: XmlElement): DecisionTable | LiteralExpression | undefined {
  const table = one(element, 'decisionTable');
  if (table !== undefined) return readTable(table, findings);
  const expression = one(element, 'literalExpression');
  const id = idOf(element);
  if (expression !== undefined) {
    const language = expression.attributes['expressionLanguage'];
    if (language !== undefined && !/feel/i.test(language)) findings.push(findingOf('unsupported-element', [id], `决策 ${id} 不是用 FEEL 写的`, `Decision ${id} is not written in FEEL`));
    return { kind: 'expression', text: textOf(expression) };
  }
  findings.push(findingOf('unsupported-element', [id], `决策 ${id} 既不是决策表也不是 FEEL 表达式`, `Decision ${id} is neither a decision table nor a FEEL expression`));
  return undefined;
}

function readTable(table: XmlElement, findings: Finding[]): DecisionTable {
  const id = idOf(table);
  const hitPolicy = (table.attributes['hitPolicy'] ?? 'UNIQUE').trim().toUpperCase();
  const aggregation = table.attributes['aggregation']?.trim().toUpperCase();
  if (!hitPolicies.has(hitPolicy)) findings.push(findingOf('malformed-decision', [id], `决策表 ${id} 的命中策略“${hitPolicy}”不存在`, `Decision table ${id} has the unknown hit policy "${hitPolicy}"`));
  if (aggregation !== undefined && !aggregations.has(aggregation)) findings.push(findingOf('malformed-decision', [id], `决策表 ${id} 的汇总方式“${aggregation}”不存在`, `Decision table ${id} has the unknown aggregation "${aggregation}"`));
  return {
    kind: 'table',
    id,
    hitPolicy: (hitPolicies.has(hitPolicy) ? hitPolicy : 'UNIQUE') as HitPolicy,
    ...(aggregation !== undefined && aggregations.has(aggregation) && { aggregation: aggregation as Aggregation }),
    inputs: all(table, 'input').map(readInput),
    outputs: all(table, 'output').map(readOutput),
    rules: all(table, 'rule').map((rule, index) => ({
      id: rule.attributes['id'] ?? `${id}#${index + 1}`,
      tests: all(rule, 'inputEntry').map((entry) => textOf(entry) || '-'),
      results: all(rule, 'outputEntry').map(textOf),
    })),
  };
}

const hitPolicies: ReadonlySet<string> = new Set<HitPolicy>(['UNIQUE', 'ANY', 'PRIORITY', 'FIRST', 'OUTPUT ORDER', 'RULE ORDER', 'COLLECT']);
const aggregations: ReadonlySet<string> = new Set<Aggregation>(['SUM', 'MIN', 'MAX', 'COUNT']);

function readInput(input: XmlElement): TableInput {
  const expression = one(input, 'inputExpression');
  const typeRef = expression?.attributes['typeRef'];
  const allowed = one(input, 'inputValues');
  const text = expression ? textOf(expression) : '';
  return { id: idOf(input), label: input.attributes['label'] ?? text, expression: text, ...(typeRef !== undefined && { typeRef }), ...(allowed && textOf(allowed) !== '' && { allowed: textOf(allowed) }) };
}

function readOutput(output: XmlElement): TableOutput {
  const typeRef = output.attributes['typeRef'];
  const values = one(output, 'outputValues');
  const otherwise = one(output, 'defaultOutputEntry');
  return { id: idOf(output), name: output.attributes['name'] ?? '', ...(typeRef !== undefined && { typeRef }), values: values ? splitList(textOf(values)) : [], ...(otherwise && textOf(otherwise) !== '' && { otherwise: textOf(otherwise) }) };
}

function requiredBy(decision: XmlElement): string[] {
  return all(decision, 'informationRequirement').flatMap((requirement) => all(requirement, 'requiredDecision').map(({ attributes }) => (attributes['href'] ?? '').replace(/^.*#/, '')));
}

function failed(rule: string, elements: string[], zh: string, en: string): DecisionReading {
  return { findings: [findingOf(rule, elements, zh, en)] };
}

function idOf({ attributes }: XmlElement): string {
  return attributes['id'] ?? '';
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === `dmn:${name}`);
}

function one(element: XmlElement, name: string): XmlElement | undefined {
  return all(element, name)[0];
}

/** The FEEL text of an expression: it stands in an element `text`. */
function textOf(element: XmlElement): string {
  return (one(element, 'text') ?? element).text.trim();
}
