import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { dist, distWeb, root } from './places.mjs';
import { filesBelow, hashOf, writeWhole } from './file-tree.mjs';

// What the pages are made of: their own folders, the part of src/ that browsers may use, and the versions of the libraries.
const ingredients = ['portal', 'designer', 'src/workflows', 'src/errors', 'src/calendar', 'src/forms', 'src/catalogue', 'src/api/contract.ts', 'vite.config.ts', 'package-lock.json', 'scripts/build/build-web.mjs'];
const stampFile = path.join(dist, '.web-stamp');

/** Whether dist/web was built from the present pages. True as well when there are no pages yet. */
export async function webIsBuilt() {
  if (!hasPages()) return true;
  return existsSync(distWeb) && (await readStamp()) === (await stampOf());
}

/** Builds the web pages with Vite into dist/web when something they are made of changed. Answers with a sentence for people. */
export async function buildWeb() {
  if (!hasPages()) return 'there are no web pages to build';
  const stamp = await stampOf();
  if (existsSync(distWeb) && (await readStamp()) === stamp) return 'the web pages are as they were';
  const { build } = await import('vite');
  const unfinished = path.join(dist, `.web-${process.pid}`);
  try {
    await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: unfinished, emptyOutDir: true } });
    await rm(distWeb, { recursive: true, force: true });
    await rename(unfinished, distWeb);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await writeWhole(stampFile, stamp);
  return 'the web pages are built';
}

function hasPages() {
  return ['portal/index.html', 'portal/enterprise/index.html', 'portal/workbench/index.html', 'portal/public/index.html', 'designer/index.html'].some((file) => existsSync(path.join(root, file)));
}

async function readStamp() {
  return existsSync(stampFile) ? readFile(stampFile, 'utf8') : undefined;
}

async function stampOf() {
  const parts = [];
  for (const ingredient of ingredients) {
    const place = path.join(root, ingredient);
    for (const file of path.extname(ingredient) ? [place].filter(existsSync) : await filesBelow(place)) parts.push(path.relative(root, file), await readFile(file));
  }
  return hashOf(...parts);
}
