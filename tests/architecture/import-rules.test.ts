import { readdirSync } from 'node:fs';
import path from 'node:path';
import { importsOf, repository, rules, violationFolders } from './cruise.js';

describe('Import rules', () => {
  let ours: Awaited<ReturnType<typeof importsOf>>;

  beforeAll(async () => {
    ours = await importsOf(repository);
  }, 60_000);

  it('every import of the repository obeys them', () => {
    const broken = ours.summary.violations.map(({ rule, from, to }) => `${from} imports ${to} – ${rules.find(({ name }) => name === rule.name)?.comment ?? rule.name}`);
    expect(broken).toEqual([]);
  });

  it('each rule applies to at least one file of the repository', () => {
    const files = ours.modules.map(({ source }) => source);
    const idle = rules.filter(({ from }) => !files.some((file) => applies(from as { path?: string; pathNot?: string }, file)));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it('each rule says to a colleague what to do instead', () => {
    for (const { comment } of rules) expect(comment).toMatch(/^\S.{40,}[.)]$/);
  });

  it('there is a deliberate violation for each rule and for nothing else', () => {
    expect(readdirSync(violationFolders).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(rules.map(({ name }) => name))('%s notices its deliberate violation, and it alone', async (name) => {
    const { summary } = await importsOf(path.join(violationFolders, name));
    expect([...new Set(summary.violations.map(({ rule }) => rule.name))]).toEqual([name]);
  });
});

function applies(from: { path?: string; pathNot?: string }, file: string): boolean {
  return (from.path === undefined || new RegExp(from.path).test(file)) && (from.pathNot === undefined || !new RegExp(from.pathNot).test(file));
}
