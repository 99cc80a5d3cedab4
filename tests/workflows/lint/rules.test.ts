import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import { lintFlow } from '../../../src/workflows/lint/lint-flow.js';
import type { Finding } from '../../../src/workflows/lint/finding.js';

const folder = fileURLToPath(new URL('./rules/', import.meta.url));
const vocabulary = { roles: ['clerk'], forms: ['acceptance'], documents: ['acceptance-notice'], acts: ['accept'], departments: ['zjj'], flows: { 'item-standard': '' } };

const fixtures = readdirSync(folder).flatMap((rule) => readdirSync(`${folder}${rule}`).map((file) => ({ rule, file, isValid: file.startsWith('valid-') })));

describe('rules for elements', () => {
  it.each(fixtures.filter(({ isValid }) => isValid))('$rule has nothing to say about $file', async ({ rule, file }) => {
    expect((await findingsIn(rule, file)).filter((finding) => finding.rule === rule)).toEqual([]);
  });

  it.each(fixtures.filter(({ isValid }) => !isValid))('$rule finds the fault of $file and explains it in both languages', async ({ rule, file }) => {
    const findings = await findingsIn(rule, file);
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([rule]));
    for (const { message, messageEn } of findings) {
      expect(message).toMatch(/[\u4e00-\u9fff]/);
      expect(messageEn).toMatch(/^[\x20-\x7e“”\u4e00-\u9fff]+$/);
    }
  });

  it('rules of our own only warn about a diagram without our attributes', async () => {
    expect((await findingsIn('missing-condition', 'invalid-no-condition-first.bpmn')).map(({ severity }) => severity)).toEqual(['warning']);
    expect((await findingsIn('unknown-name', 'invalid-role.bpmn')).map(({ severity }) => severity)).toEqual(['error']);
    expect((await findingsIn('missing-condition', 'invalid-single-conditional-flow.bpmn')).map(({ severity }) => severity)).toEqual(['error']);
  });
});

async function findingsIn(rule: string, file: string): Promise<Finding[]> {
  const { model, findings } = await readFlow(readFileSync(`${folder}${rule}/${file}`, 'utf8'));
  return [...findings, ...(model === undefined ? [] : lintFlow(model, vocabulary))];
}
