import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { dist, root } from './places.mjs';
import { filesBelow, hashOf, writeWhole } from './file-tree.mjs';
import { moveImports } from './move-imports.mjs';

// src/ becomes dist/, so that `dist/main.js` sits as far from the root as `src/main.ts` and finds its data by the same relative paths.
const trees = [
  { from: 'src', to: 'dist', assets: ['.json', '.sql', '.html', '.css', '.svg', '.bpmn', '.dmn'] },
  { from: 'seeds', to: 'dist/seeds', assets: ['.json', '.bpmn', '.dmn'] },
  { from: 'bench', to: 'dist/bench', assets: ['.json', '.bpmn', '.dmn'], benchOnly: true },
];
const manifestFile = path.join(dist, '.sources.json');
const require = createRequire(import.meta.url);

/** Whether the compiler is installed (it is a development dependency). */
export function canBuild() {
  try {
    require.resolve('@swc/core');
    return true;
  } catch {
    return false;
  }
}

/** Whether dist/ holds what the sources say, judged by size and time of change only: cheap enough for every start. */
export async function sourcesAreCompiled() {
  const manifest = await readManifest();
  if (!manifest || manifest.recipe !== (await recipe())) return false;
  const sources = await listSources(false);
  const known = new Set(Object.keys(manifest.files).filter((file) => !isBench(file)));
  if (sources.length !== known.size) return false;
  const unchanged = await Promise.all(sources.map((source) => known.has(source.file) && isAsRecorded(source, manifest.files[source.file])));
  return unchanged.every(Boolean);
}

/**
 * Compiles every TypeScript file of src/, seeds/ and (when asked) bench/ that changed since the last time, copies the data files
 * beside them, and removes what has no source any more. A file that does not compile is reported and keeps its last good output.
 */
export async function compileSources({ withBench = false } = {}) {
  const before = await readManifest();
  const currentRecipe = await recipe();
  const known = before?.recipe === currentRecipe ? before.files : {};
  const sources = await listSources(withBench);
  const files = {};
  const faults = [];
  let written = 0;
  let swc;
  for (const source of sources) {
    const record = known[source.file];
    if (record && (await isAsRecorded(source, record))) {
      files[source.file] = record;
      continue;
    }
    const content = await readFile(source.path);
    const { mtimeMs, size } = await stat(source.path);
    const hash = hashOf(content);
    if (!record || record.hash !== hash || !existsSync(path.join(root, source.output))) {
      try {
        if (source.compile) swc ??= await import('@swc/core');
        await writeOutput(source, content, swc);
        written += 1;
      } catch (error) {
        faults.push({ file: source.file, message: firstLines(error) });
        continue;
      }
    }
    files[source.file] = { hash, mtimeMs, size, output: source.output };
  }
  if (!withBench) for (const [file, record] of Object.entries(known)) if (isBench(file)) files[file] = record;
  await removeOrphans(before?.files ?? {}, files, faults);
  await writeWhole(manifestFile, `${JSON.stringify({ recipe: currentRecipe, files }, null, 1)}\n`);
  return { total: sources.length, written, faults };
}

async function listSources(withBench) {
  const sources = [];
  for (const tree of trees) {
    if (tree.benchOnly && !withBench) continue;
    for (const file of await filesBelow(path.join(root, tree.from))) {
      const extension = path.extname(file);
      const compile = extension === '.ts' && !file.endsWith('.d.ts');
      if (!compile && !tree.assets.includes(extension)) continue;
      const inside = path.relative(path.join(root, tree.from), file);
      const output = path.posix.join(tree.to, compile ? inside.replace(/\.ts$/, '.js') : inside);
      sources.push({ path: file, file: path.posix.join(tree.from, inside), output, compile });
    }
  }
  return sources;
}

async function writeOutput(source, content, swc) {
  const target = path.join(root, source.output);
  if (!source.compile) return writeWhole(target, content);
  const { code, map } = await swc.transform(content.toString('utf8'), {
    filename: source.path,
    configFile: path.join(root, '.swcrc'),
    sourceFileName: path.relative(path.dirname(target), source.path),
    sourceMaps: true,
  });
  await writeWhole(`${target}.map`, map);
  await writeWhole(target, `${moveImports(code, source.file, source.output)}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
}

async function isAsRecorded(source, record) {
  try {
    const { mtimeMs, size } = await stat(source.path);
    return mtimeMs === record.mtimeMs && size === record.size && existsSync(path.join(root, record.output));
  } catch {
    return false;
  }
}

async function removeOrphans(before, now, faults) {
  const broken = new Set(faults.map((fault) => fault.file));
  for (const [file, record] of Object.entries(before)) {
    if (now[file] || broken.has(file)) continue;
    await rm(path.join(root, record.output), { force: true });
    await rm(path.join(root, `${record.output}.map`), { force: true });
  }
}

function isBench(file) {
  return file.startsWith('bench/');
}

async function readManifest() {
  try {
    return JSON.parse(await readFile(manifestFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What decides the output besides the source itself; another recipe compiles everything anew. */
async function recipe() {
  const parts = await Promise.all(['.swcrc', 'scripts/build/compile-sources.mjs', 'scripts/build/move-imports.mjs'].map((file) => readFile(path.join(root, file))));
  const compiler = canBuild() ? JSON.parse(await readFile(require.resolve('@swc/core/package.json'), 'utf8')).version : 'none';
  return hashOf(...parts, compiler);
}

function firstLines(error) {
  return stripVTControlCharacters(String(error?.message ?? error)).trim().split('\n').slice(0, 6).join('\n  ');
}
