// `npm run dev`: the server, compiled and started anew whenever a file of src/ or seeds/ changes.
// For pages, run `npm run dev:web` beside it: Vite serves them from their sources and passes /api on to this server.
import './build/require-node.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';
import { compileSources } from './build/compile-sources.mjs';
import { dist, root } from './build/places.mjs';

let server;
let waiting;
let working = Promise.resolve();

for (const folder of ['src', 'seeds']) watch(path.join(root, folder), { recursive: true }, soon);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stopServer().then(() => process.exit(0)));
soon();

/** An editor writes several times in a moment; one start is enough. */
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => (working = working.then(startAnew)), 150);
}

async function startAnew() {
  const { written, faults } = await compileSources();
  for (const { file, message } of faults) console.error(`dev: ${file} does not compile: ${message}`);
  if (faults.length > 0 || (server && written === 0)) return;
  await stopServer();
  server = spawn(process.execPath, [path.join(dist, 'main.js')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

async function stopServer() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
