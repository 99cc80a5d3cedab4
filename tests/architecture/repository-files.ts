import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { repository } from './cruise.js';

const notOurs = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.cache']);
const texts = new Set(['.ts', '.tsx', '.js', '.mjs', '.mts', '.json', '.md', '.bpmn', '.dmn', '.html', '.css', '.yml', '.yaml', '.txt', '']);

/** Every text file of the repository that people wrote, with its content. */
export function writtenFiles(): { file: string; text: string }[] {
  return below('').map((file) => ({ file, text: readFileSync(path.join(repository, file), 'utf8') }));
}

function below(folder: string): string[] {
  return readdirSync(path.join(repository, folder)).flatMap((name) => {
    const file = path.posix.join(folder, name);
    if (notOurs.has(name)) return [];
    if (statSync(path.join(repository, file)).isDirectory()) return below(file);
    return texts.has(path.extname(name)) && name !== 'package-lock.json' ? [file] : [];
  });
}
