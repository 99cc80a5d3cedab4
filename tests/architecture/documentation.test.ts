import { existsSync } from 'node:fs';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { errorsPage } from '../../scripts/docs/errors-page.mjs';
import { repository } from './cruise.js';
import { writtenFiles } from './repository-files.js';

const files = writtenFiles();
const pages = files.filter(({ file }) => file.endsWith('.md') && file !== 'THIRD-PARTY-NOTICES.md');

describe('The documentation', () => {
  it('leads to pages that exist', () => {
    const broken = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(path.join(repository, path.dirname(file), target)))
        .map((target) => `${file} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('is found where the code points to it', () => {
    const mentions = files
      .filter(({ file }) => /^(src|seeds|portal|designer|bench)\//.test(file))
      .flatMap(({ file, text }) => [...text.matchAll(/\bdocs\/[\w./-]*[\w]/g)].map(([mention]) => ({ file, mention })));
    const lost = mentions.filter(({ mention }) => !files.some(({ file }) => file.startsWith(mention)));
    expect(lost).toEqual([]);
  });

  it('names in ARCHITECTURE.md only places that are there', () => {
    const text = files.find(({ file }) => file === 'docs/ARCHITECTURE.md')?.text ?? '';
    const places = [...text.matchAll(/`((?:src|seeds|tests|scripts|portal|designer)\/?[\w./-]*)`/g)].map(([, place = '']) => place);
    expect(places.filter((place) => !existsSync(path.join(repository, place)))).toEqual([]);
  });

  it('tells in both languages how to start, how to test and how to sign in', () => {
    for (const file of ['README.md', 'README.zh-CN.md']) {
      const text = readFileSync(path.join(repository, file), 'utf8');
      const [start, test, password] = ['npm ci && npm start', 'npm ci && npm test', 'Password of all demo accounts: `'].map((part) => text.indexOf(part));
      expect([start, test, password].every((place) => place !== undefined && place > 0 && place < 1000)).toBe(true);
    }
  });

  it('names the licence of every package that the product is made of', () => {
    const notices = readFileSync(path.join(repository, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    const { dependencies } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const missing = Object.entries(dependencies).filter(([name, version]) => !notices.includes(`| ${name} | ${version} |`));
    expect(missing).toEqual([]);
    expect(notices).toMatch(/MUST NOT be\s+removed or changed/);
  });

  it('the page of errors has one row for each code', () => {
    expect(errorsPage({ A_B: { kind: 'invalid', zh: '甲|乙', en: 'one' } })).toContain('| `A_B` | 400 | 甲\\|乙 | one |');
  });
});
