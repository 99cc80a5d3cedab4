import { parseExpression, parseUnaryTests } from 'feelin';
import type { Finding } from '../lint/finding.js';
import type { Decision, DecisionTable } from './decision.js';
import { findingOf } from './decision-findings.js';
import { loopsTooLong } from '../feel/loops.js';
import { isKnownType } from './typed-value.js';

/** Longer expressions are programs; nobody could check them. */
const longestExpression = 5_000;

/** What is wrong with a decision; the decisions that it requires are checked on their own. */
export function checkDecision(decision: Decision): Finding[] {
  const { logic } = decision;
  if (logic.kind === 'expression') return isExpression(logic.text) ? [] : [invalidExpression(decision.id, logic.text)];
  return [...checkShape(logic), ...checkTypes(logic), ...checkTexts(logic), ...repeatedRules(logic)];
}

function checkShape(table: DecisionTable): Finding[] {
  const { id, inputs, outputs, rules, hitPolicy, aggregation } = table;
  const findings: Finding[] = [];
  const malformed = (elements: string[], zh: string, en: string): void => void findings.push(findingOf('malformed-decision', elements, zh, en));
  if (outputs.length === 0) malformed([id], `决策表 ${id} 没有输出`, `Decision table ${id} has no output`);
  const names = outputs.map(({ name }) => name);
  if (outputs.length > 1 && (names.includes('') || new Set(names).size < names.length)) malformed([id], `决策表 ${id} 的各个输出必须有不同的名称`, `The outputs of decision table ${id} need different names`);
  for (const rule of rules) {
    if (rule.tests.length === inputs.length && rule.results.length === outputs.length) continue;
    malformed([rule.id], `规则 ${rule.id} 有 ${rule.tests.length} 个条件和 ${rule.results.length} 个结果，应为 ${inputs.length} 个和 ${outputs.length} 个`, `Rule ${rule.id} has ${rule.tests.length} tests and ${rule.results.length} results instead of ${inputs.length} and ${outputs.length}`);
  }
  if (aggregation !== undefined && hitPolicy !== 'COLLECT') malformed([id], `只有 COLLECT 才能汇总（决策表 ${id}）`, `Only COLLECT aggregates (decision table ${id})`);
  if (aggregation !== undefined && aggregation !== 'COUNT' && outputs.length > 1) malformed([id], `有多个输出的决策表 ${id} 不能汇总`, `Decision table ${id} has several outputs and cannot aggregate them`);
  if ((hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER') && outputs.every(({ values }) => values.length === 0)) malformed([id], `决策表 ${id} 按优先级取结果，但没有列出输出值的顺序`, `Decision table ${id} goes by priority but no output lists its values in order`);
  if (rules.length === 0) findings.push(findingOf('malformed-decision', [id], `决策表 ${id} 没有规则`, `Decision table ${id} has no rule`, 'warning'));
  return findings;
}

function checkTypes({ inputs, outputs }: DecisionTable): Finding[] {
  return [...inputs, ...outputs].filter(({ typeRef }) => typeRef !== undefined && !isKnownType(typeRef)).map(({ id, typeRef }) => findingOf('unsupported-element', [id], `不认识类型“${typeRef}”`, `The type "${typeRef}" is not known`));
}

function checkTexts({ inputs, outputs, rules }: DecisionTable): Finding[] {
  return [
    ...inputs.filter(({ expression }) => !isExpression(expression)).map(({ id, expression }) => invalidExpression(id, expression)),
    ...inputs.filter(({ allowed }) => allowed !== undefined && !isTest(allowed)).map(({ id, allowed }) => invalidExpression(id, allowed ?? '')),
    ...outputs.flatMap(({ id, values, otherwise }) => [...values, ...(otherwise === undefined ? [] : [otherwise])].filter((text) => !isExpression(text)).map((text) => invalidExpression(id, text))),
    ...rules.flatMap(({ id, tests }) => tests.filter((text) => !isTest(text)).map((text) => invalidExpression(id, text))),
    ...rules.flatMap(({ id, results }) => results.filter((text) => text !== '' && !isExpression(text)).map((text) => invalidExpression(id, text))),
  ];
}

/** Two rules with the same tests always apply together: under UNIQUE one of them is a mistake. */
function repeatedRules({ hitPolicy, rules }: DecisionTable): Finding[] {
  if (hitPolicy !== 'UNIQUE') return [];
  const seen = new Map<string, string>();
  return rules.flatMap(({ id, tests }) => {
    const key = JSON.stringify(tests);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, id);
      return [];
    }
    return [findingOf('malformed-decision', [earlier, id], `规则 ${earlier} 和 ${id} 的条件相同，而命中策略要求唯一`, `Rules ${earlier} and ${id} have the same tests although only one may apply`)];
  });
}

function invalidExpression(id: string, text: string): Finding {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return findingOf('invalid-expression', [id], `不是正确的 FEEL：${shown}`, `Not FEEL: ${shown}`);
}

function isExpression(text: string): boolean {
  return text !== '' && text.length <= longestExpression && !loopsTooLong(text) && isClean(parseExpression(text, {}, undefined));
}

function isTest(text: string): boolean {
  return text === '-' || (text !== '' && text.length <= longestExpression && !loopsTooLong(text) && isClean(parseUnaryTests(text, {}, undefined)));
}

function isClean(tree: ReturnType<typeof parseExpression>): boolean {
  let clean = true;
  tree.iterate({
    enter: ({ type }) => {
      if (type.isError) clean = false;
    },
  });
  return clean;
}
