import path from 'node:path';
import { typeProjects } from '../build/check-types.mjs';
import { root } from '../build/places.mjs';
import { runChild } from './run-child.mjs';

// A static check is one test: it holds or it does not.

/** The product builds, web pages included, and its pure core runs in a browser. */
export async function buildPart() {
  return asOneTest(await runChild(process.execPath, [path.join(root, 'scripts/build.mjs'), '--browser-proof']));
}

/** One test per TypeScript project. */
export function typesParts() {
  return typeProjects().map((project) => ({
    name: `types of ${project}`,
    part: async () => asOneTest(await runChild(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', project])),
  }));
}

/** ESLint finds nothing. */
export async function lintPart() {
  return asOneTest(await runChild(process.execPath, [path.join(root, 'scripts/lint.mjs')]));
}

function asOneTest(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}
