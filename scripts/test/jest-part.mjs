import { rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '../build/places.mjs';
import { runChild } from './run-child.mjs';

/** Runs one jest project, its output passing through, and counts from jest's own report. */
export async function jestPart(project, { patterns = [], env = process.env } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'onestop-jest-'));
  const report = path.join(folder, 'report.json');
  const tidyUp = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', tidyUp);
  try {
    const code = await runChild(
      process.execPath,
      ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', path.join(root, 'node_modules/jest/bin/jest.js'), '--selectProjects', project, '--json', `--outputFile=${report}`, ...(patterns.length > 0 ? ['--passWithNoTests', ...patterns] : [])],
      { env },
    );
    return countOf(JSON.parse(await readFile(report, 'utf8').catch(() => '{}')), code, project);
  } finally {
    process.removeListener('exit', tidyUp);
    tidyUp();
  }
}

function countOf(report, code, project) {
  const passed = report.numPassedTests ?? 0;
  let failed = (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0);
  if (failed === 0 && code !== 0) {
    console.error(report.numTotalTests === 0 ? `there are no ${project} tests, which proves nothing` : `jest ended with ${code} without naming a failed test`);
    failed = 1;
  }
  return { passed, failed, skipped: skippedTests(report) };
}

function skippedTests(report) {
  return (report.testResults ?? []).flatMap((file) => file.assertionResults.filter((test) => ['pending', 'todo', 'skipped', 'disabled'].includes(test.status)).map((test) => test.fullName));
}
