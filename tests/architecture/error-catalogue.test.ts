import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errorsPage } from '../../scripts/docs/errors-page.mjs';
import { catalogue } from '../../src/errors/catalogue.js';
import { repository } from './cruise.js';
import { writtenFiles } from './repository-files.js';

const codes = Object.keys(catalogue);

describe('The error catalogue', () => {
  it('is what docs/ERRORS.md says (`npm run docs` writes the page)', () => {
    expect(readFileSync(path.join(repository, 'docs/ERRORS.md'), 'utf8')).toBe(errorsPage(catalogue));
  });

  it.each(Object.entries(catalogue))('%s speaks Chinese and English', (code, { zh, en }) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z0-9]+)+$/);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it('has no code twice: every area counts fully', () => {
    const declared = writtenFiles()
      .filter(({ file }) => file.startsWith('src/errors/codes/'))
      .flatMap(({ text }) => [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, code]) => code ?? ''));
    expect(declared.sort()).toEqual([...codes].sort());
  });

  it('names only what is thrown: no code lies idle', () => {
    const used = writtenFiles()
      .filter(({ file }) => /^(src|seeds)\//.test(file) && !file.startsWith('src/errors/'))
      .map(({ text }) => text)
      .join('\n');
    expect(codes.filter((code) => !used.includes(`'${code}'`))).toEqual([]);
  });
});
