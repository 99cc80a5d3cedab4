#!/usr/bin/env node
// The command line. Compiles what changed first (nothing, as a rule), without a word: stdout belongs to the command's answer.
import '../scripts/build/require-node.mjs';
import { existsSync } from 'node:fs';

const entry = new URL('../dist/cli/main.js', import.meta.url);
const builder = new URL('../scripts/build/compile-sources.mjs', import.meta.url);
if (existsSync(builder)) {
  const { canBuild, compileSources, sourcesAreCompiled } = await import(builder.href);
  // Where dist/ cannot be written, what is there is used.
  if (canBuild() && !(await sourcesAreCompiled())) await compileSources().catch(() => undefined);
}
if (!existsSync(entry)) {
  console.error('onestop: dist/cli/main.js is missing and cannot be built here; run `npm ci` first');
  process.exit(2);
}
await import(entry.href);
