// `npm run lint`: ESLint over the whole repository; with --fix what can be repaired by machine is repaired.
import path from 'node:path';
import { ESLint } from 'eslint';
import { root } from './build/places.mjs';

const argv = process.argv.slice(2);
const fix = argv.includes('--fix');
const places = argv.filter((argument) => !argument.startsWith('-'));

const eslint = new ESLint({ cwd: root, fix, cache: true, cacheLocation: path.join(root, '.cache/eslint'), cacheStrategy: 'content' });
const results = await eslint.lintFiles(places.length > 0 ? places : ['.']);
if (fix) await ESLint.outputFixes(results);
const report = await (await eslint.loadFormatter('stylish')).format(results);
if (report) console.log(report);
const errors = results.reduce((sum, result) => sum + result.errorCount, 0);
const warnings = results.reduce((sum, result) => sum + result.warningCount, 0);
console.log(`lint: ${results.length} files, ${errors} errors, ${warnings} warnings`);
process.exitCode = errors + warnings > 0 ? 1 : 0;
