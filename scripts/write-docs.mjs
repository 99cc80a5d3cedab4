// `npm run docs`: writes the pages that are made from the code and from the installed packages.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileSources } from './build/compile-sources.mjs';
import { dist, root } from './build/places.mjs';
import { errorsPage } from './docs/errors-page.mjs';
import { noticesPage } from './docs/notices-page.mjs';

const { faults } = await compileSources();
if (faults.length > 0) {
  console.error(`docs: ${faults[0].file} does not compile: ${faults[0].message}`);
  process.exit(1);
}
const { catalogue } = await import(pathToFileURL(path.join(dist, 'errors/catalogue.js')).href);
await writeFile(path.join(root, 'docs/ERRORS.md'), errorsPage(catalogue));
console.log(`docs: docs/ERRORS.md, ${Object.keys(catalogue).length} codes`);
const notices = await noticesPage(root);
await writeFile(path.join(root, 'THIRD-PARTY-NOTICES.md'), notices.text);
console.log(`docs: THIRD-PARTY-NOTICES.md, ${notices.packages} packages`);
for (const name of notices.withoutText) console.warn(`docs: ${name} ships no licence text; its licence is named from its package.json`);
