// `npm run test:deep`: the random comparisons of the flow engine with 20,000 models instead of the few hundred of `npm test`.
// ONESTOP_DEEP sets another number.
import { jestPart } from './test/jest-part.mjs';

const models = process.env.ONESTOP_DEEP ?? '20000';
const { passed, failed, skipped } = await jestPart('core', { patterns: ['tests/workflows'], env: { ...process.env, DATABASE_URL: '', ONESTOP_DEEP: models } });
console.log(`${models} models: ${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
