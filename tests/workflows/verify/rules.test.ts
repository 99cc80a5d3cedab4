import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import type { FlowModel } from '../../../src/workflows/bpmn/flow-model.js';
import type { Finding } from '../../../src/workflows/lint/finding.js';
import { verifyFlow } from '../../../src/workflows/verify/verify-flow.js';

/** One folder a rule: what is in `valid-*.bpmn` keeps it, what is in `invalid-*.bpmn` breaks it. */
const here = new URL('.', import.meta.url);
const rules = readdirSync(here).filter((name) => statSync(new URL(name, here)).isDirectory());
const warnings = ['unsafe-merge', 'limit-without-consequence', 'condition-gap', 'condition-overlap'];

async function findingsOf(rule: string, file: string): Promise<Finding[]> {
  const { model, findings } = await readFlow(readFileSync(new URL(`${rule}/${file}`, here), 'utf8'));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return verifyFlow(model as FlowModel).findings;
}

describe.each(rules)('rule %s', (rule) => {
  const files = readdirSync(new URL(rule, here));

  it.each(files.filter((file) => file.startsWith('valid-')))('is kept by %s', async (file) => {
    const findings = await findingsOf(rule, file);
    expect(findings.filter((finding) => finding.rule === rule)).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(files.filter((file) => file.startsWith('invalid-')))('is broken by %s', async (file) => {
    const [finding] = (await findingsOf(rule, file)).filter((one) => one.rule === rule);
    expect(finding?.severity).toBe(warnings.includes(rule) ? 'warning' : 'error');
    expect(finding?.elements.length).toBeGreaterThan(0);
    expect(finding?.message).toMatch(/[\u4e00-\u9fff].*。/s);
    expect(finding?.messageEn).toMatch(/^[^\u4e00-\u9fff]*\.$/s);
  });
});
