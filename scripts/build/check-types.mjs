import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';

/** The TypeScript projects of the repository: the server with its tests, and the web pages. */
export function typeProjects() {
  return ['tsconfig.json', 'portal/tsconfig.json', 'designer/tsconfig.json'].filter((file) => existsSync(path.join(root, file)));
}

/** Checks the types of every project; what is wrong is printed by the compiler itself. */
export function checkTypes(projects = typeProjects()) {
  return projects.map((project) => spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0).every(Boolean);
}
