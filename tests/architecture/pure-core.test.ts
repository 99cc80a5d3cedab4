import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { repository } from './cruise.js';
import { impuritiesOf } from './impurities.js';

const pureFolders = ['calendar', 'workflows', 'forms', 'catalogue', 'errors'];

describe('The pure core', () => {
  it.each(pureFolders)('%s asks for no time, no chance and no surroundings: they come in as arguments', (folder) => {
    const files = sourcesBelow(path.join(repository, 'src', folder));
    expect(files.length).toBeGreaterThan(0);
    const found = files.flatMap((file) => impuritiesOf(readFileSync(file, 'utf8'), file).map((place) => `${path.relative(repository, file)}:${place}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['const today = Date.now();', 'Date.now'],
    ['const today = new Date();', 'new Date()'],
    ['const lot = Math.random();', 'Math.random'],
    ['const id = crypto.randomUUID();', 'crypto.randomUUID'],
    ['export const home = process.env.HOME;', 'process'],
    ['setTimeout(() => undefined, 10);', 'setTimeout'],
    ['const here = import.meta.url;', 'import.meta'],
  ])('this test notices %s', (source, what) => {
    expect(impuritiesOf(source)).toEqual([`1: ${what}`]);
  });

  it('a date that was given, a key or a parameter of such a name is nothing impure', () => {
    expect(impuritiesOf("const day = new Date('2026-03-02'); // never Date.now()\nconst row = { process: 1, document: 2 };\nconst f = (process: string) => process + row.process;")).toEqual([]);
  });
});

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
