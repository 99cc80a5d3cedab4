import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { repository } from './cruise.js';
import { writtenFiles } from './repository-files.js';

const files = writtenFiles();
const fixtures = ['tests/workflows/lint/rules', 'tests/workflows/verify'].flatMap((folder) =>
  readdirSync(path.join(repository, folder))
    .map((rule) => ({ rule, folder: path.join(repository, folder, rule) }))
    .filter((one) => statSync(one.folder).isDirectory()),
);
const profile = files.filter(({ file }) => file === 'docs/BPMN-PROFILE.md' || file.startsWith('docs/bpmn-profile/')).map(({ text }) => text).join('\n');
/** Rules as the sources name them: `rule: 'deadlock'`, `say('deadlock'`, `rule = 'deadlock'`. */
const named = new Set(
  files
    .filter(({ file }) => /^src\/workflows\/(bpmn|lint|verify)\//.test(file))
    .flatMap(({ text }) => [...text.matchAll(/(?:\brule(?::| =) |Finding\(|finding\()'([a-z]+(?:-[a-z]+)+)'/g)].map(([, rule = '']) => rule)),
);

describe('A rule for diagrams', () => {
  it('is shown by diagrams that keep it and by diagrams that break it', () => {
    const poor = fixtures.filter(({ folder }) => !['valid-', 'invalid-'].every((kind) => readdirSync(folder).some((file) => file.startsWith(kind) && file.endsWith('.bpmn'))));
    expect(poor).toEqual([]);
  });

  it('is explained in a paragraph of the BPMN profile', () => {
    expect(fixtures.map(({ rule }) => rule).filter((rule) => !profile.includes(`### ${rule}\n`) && !profile.includes(`**${rule}**`))).toEqual([]);
  });

  it('has a folder of diagrams, whichever source names it', () => {
    expect(named.size).toBeGreaterThan(8);
    expect([...named].filter((rule) => !fixtures.some((one) => one.rule === rule))).toEqual([]);
  });
});
