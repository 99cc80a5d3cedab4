import { moveImports } from '../../scripts/build/move-imports.mjs';

describe('Building moves src/ to dist/, so an import', () => {
  it.each([
    ['inside one tree stays as it is', "import { a } from './a.js';", 'src/api/app.ts', 'dist/api/app.js', "import { a } from './a.js';"],
    ['from the seeds finds the services', "import { open } from '../src/services/open.js';", 'seeds/load.ts', 'dist/seeds/load.js', "import { open } from '../services/open.js';"],
    ['of the seeds from the start is found', "await import('../seeds/load.js');", 'src/main.ts', 'dist/main.js', "await import('./seeds/load.js');"],
    ['from a bench finds the scripts, which do not move', "import { start } from '../scripts/private-mariadb.mjs';", 'bench/steps.ts', 'dist/bench/steps.js', "import { start } from '../../scripts/private-mariadb.mjs';"],
    ['of a package is left alone', "import express from 'express';", 'src/api/app.ts', 'dist/api/app.js', "import express from 'express';"],
    ['with its effects only is moved too', "import '../src/persistence/rows.js';", 'seeds/load.ts', 'dist/seeds/load.js', "import '../persistence/rows.js';"],
    ['of another tree that is passed on is moved too', "export { due } from '../src/calendar/due.js';", 'bench/due.ts', 'dist/bench/due.js', "export { due } from '../calendar/due.js';"],
  ])('%s', (_title, code, file, output, moved) => {
    expect(moveImports(code, file, output)).toBe(moved);
  });
});
