import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { repository } from './cruise.js';

const rows = [...readFileSync(path.join(repository, 'docs/GLOSSARY.md'), 'utf8').matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  .map(([, english = '', chinese = '', meaning = '']) => ({ english, chinese, meaning }))
  .filter(({ english }) => english !== 'English');
const words = new Set(rows.flatMap(({ english }) => english.split(/[,:]/).map((word) => word.trim().toLowerCase())));

// Places that name a means, not a thing of the domain.
const means = new Set(['index', 'columns', 'acts', 'public', 'idempotency']);

describe('The glossary', () => {
  it.each(namesIn('src/entities', '.ts').filter((name) => !means.has(name)))('knows the entity "%s"', (name) => {
    expect(words).toContain(asWords(name));
  });

  it.each(foldersIn('src/services').filter((name) => !means.has(name)))('knows what services/%s is about', (name) => {
    expect(words).toContain(asWords(name));
  });

  it('gives each word a Chinese name and a meaning', () => {
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter(({ chinese, meaning }) => !/\p{Script=Han}/u.test(chinese) || meaning.trim().length < 5)).toEqual([]);
  });

  it('says each word once', () => {
    const all = rows.flatMap(({ english }) => english.split(/[,:]/).map((word) => word.trim().toLowerCase()));
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  });

  it('no folder of the product bears a name that means nothing', () => {
    const nameless = ['src', 'portal', 'designer', 'seeds'].flatMap((folder) => foldersBelow(folder)).filter((folder) => /^(utils?|helpers?|common|shared|misc|lib)$/.test(path.basename(folder)));
    expect(nameless).toEqual([]);
  });
});

/** `outbox-message` → `outbox message`, `people` → `person`, `work-items` → `work item`. */
function asWords(name: string): string {
  const spaced = name.replaceAll('-', ' ');
  if (spaced === 'people') return 'person';
  if (words.has(spaced)) return spaced;
  return spaced.replace(/ies$/, 'y').replace(/s$/, '');
}

function namesIn(folder: string, extension: string): string[] {
  return readdirSync(path.join(repository, folder)).filter((name) => name.endsWith(extension)).map((name) => name.slice(0, -extension.length));
}

function foldersIn(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function foldersBelow(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory() && !entry.parentPath.includes('node_modules'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
