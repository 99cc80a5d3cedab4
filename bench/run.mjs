// `npm run bench [name…]`: runs each benchmark of this folder in a process of its own, from the built product.
// Each prints JSON lines with its ratio against a peer or a bare baseline measured in the same run; what is not JSON goes to stderr.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const benches = readdirSync(here)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.find((name) => !benches.includes(name));
if (unknown !== undefined) {
  console.error(`bench: there is no benchmark "${unknown}"; there are ${benches.join(', ') || 'none'}`);
  process.exit(2);
}

const built = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--bench', '--no-web'], { cwd: root, stdio: ['ignore', 2, 'inherit'] });
if (built.status !== 0) process.exit(1);

for (const name of asked.length > 0 ? asked : benches) {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', path.join(root, 'dist/bench', `${name}.js`)], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  for (const line of stdout.split('\n').filter((text) => text.trim() !== '')) (isJson(line) ? process.stdout : process.stderr).write(`${line}\n`);
  if (status !== 0) {
    process.stdout.write(`${JSON.stringify({ bench: name, failed: true, status })}\n`);
    process.exitCode = 1;
  }
}

function isJson(line) {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
