// `npm start`: builds when dist/ is missing or older than the sources, then becomes the server (same process, so Ctrl-C reaches it directly).
// With --no-web the pages are left as they are: for work on the server while a page is half-written.
import './build/require-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { canBuild, sourcesAreCompiled } from './build/compile-sources.mjs';
import { dist, root } from './build/places.mjs';
import { webIsBuilt } from './build/build-web.mjs';

const options = process.argv.slice(2).filter((argument) => argument === '--no-web');
const pagesAreFine = async () => options.includes('--no-web') || webIsBuilt();
const entry = path.join(dist, 'main.js');
if (existsSync(path.join(root, 'src')) && canBuild() && !((await sourcesAreCompiled()) && (await pagesAreFine()))) {
  // In a process of its own: what the compiler takes of memory is given back before the server starts.
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs'), ...options], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
if (!existsSync(entry)) {
  console.error('start: dist/main.js is missing and cannot be built here; run `npm ci` first');
  process.exit(1);
}
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
