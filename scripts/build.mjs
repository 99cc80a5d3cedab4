// Builds the product into dist/.
//
//   node scripts/build.mjs            what changed since the last build (npm runs it after `npm ci`)
//   node scripts/build.mjs --check    the same, then the types, then the proof that the pure core runs in a browser (`npm run build`)
//   node scripts/build.mjs --browser-proof   the build and that proof, without the types
//   node scripts/build.mjs --no-web          without the web pages
//   node scripts/build.mjs --bench           with the benchmarks
import './build/require-node.mjs';
import { stripVTControlCharacters } from 'node:util';
import { canBuild, compileSources } from './build/compile-sources.mjs';

const wanted = new Set(process.argv.slice(2));
const known = new Set(['--check', '--browser-proof', '--no-web', '--bench']);
const unknown = [...wanted].find((argument) => !known.has(argument));
if (unknown) stop(`build: unknown argument ${unknown}; there are ${[...known].join(', ')}`);

if (!canBuild()) {
  // `npm ci --omit=dev` runs `prepare` too; an installation that brings its own dist/ must not fail there.
  if (process.env.npm_lifecycle_event === 'prepare') {
    console.error('build: the development dependencies are not installed, so dist/ was left as it is');
    process.exit(0);
  }
  stop('build: @swc/core is not installed; run `npm ci` first');
}

const started = performance.now();
const compiled = await compileSources({ withBench: wanted.has('--bench') });
for (const fault of compiled.faults) console.error(`build: ${fault.file} does not compile: ${fault.message}`);
if (compiled.faults.length > 0) process.exit(1);
say(`${compiled.written} of ${compiled.total} source files compiled`);

if (!wanted.has('--no-web')) {
  const { buildWeb } = await import('./build/build-web.mjs');
  say(await reported('the web pages', buildWeb));
}
if (wanted.has('--check')) {
  const { checkTypes } = await import('./build/check-types.mjs');
  if (!checkTypes()) process.exit(1);
  say('the types hold');
}
if (wanted.has('--check') || wanted.has('--browser-proof')) {
  const { proveBrowserBundle } = await import('./build/prove-browser-bundle.mjs');
  say(await reported('the browser bundle of the pure core', proveBrowserBundle));
}

/** Runs one stage; a failure becomes a sentence that names the stage. */
async function reported(what, stage) {
  try {
    return await stage();
  } catch (error) {
    const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
    stop(`build: ${what} could not be built: ${message.replace(/\n\s+at .*/g, '').trim()}`);
  }
}

function say(sentence) {
  console.log(`build: ${sentence} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
