import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram } from '../private-mariadb.mjs';

/**
 * Sees to the programs of other projects that the chosen parts need. What is missing is installed by apt-get when the user is root;
 * otherwise, and where there is no apt-get, the process ends with the one line that the person must run.
 */
export function ensurePrograms(parts, { privateMariadb }) {
  const missing = missingPackages(parts, privateMariadb);
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) stop(`the tests need ${missing.join(', ')}; run: sudo apt-get update && sudo ${install}`);
  console.log(`test: installing ${missing.join(', ')}`);
  if (!apt('apt-get', ['update', '-q']) || !apt('apt-get', install.split(' ').slice(1))) stop(`${missing.join(', ')} could not be installed; run: apt-get update && ${install}`);
  const still = missingPackages(parts, privateMariadb);
  if (still.length > 0) stop(`${still.join(', ')} is installed, but its programs are not found`);
}

function missingPackages(parts, privateMariadb) {
  const tests = parts.has('core') || parts.has('db') || parts.has('e2e');
  return [
    { package: 'mariadb-server-core', needed: parts.has('db') && privateMariadb, present: has('mariadbd') && has('mariadb-install-db') },
    // Setting up a data folder asks this little program of the client's package.
    { package: 'mariadb-client-core', needed: parts.has('db') && privateMariadb, present: has('my_print_defaults') },
    { package: 'poppler-utils', needed: tests, present: has('pdfsig') && has('pdftotext') && has('pdffonts') },
    { package: 'qpdf', needed: tests, present: has('qpdf') },
    { package: 'chromium', needed: parts.has('e2e'), present: process.env.CHROMIUM_PATH ? existsSync(process.env.CHROMIUM_PATH) : has('chromium') },
    { package: 'fonts-noto-cjk', needed: parts.has('e2e'), present: hasChineseFont() },
  ]
    .filter((entry) => entry.needed && !entry.present)
    .map((entry) => entry.package);
}

function has(program) {
  return findProgram(program) !== undefined;
}

function hasChineseFont() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  const answer = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.trim() !== '';
}

function apt(program, argv) {
  return spawnSync(program, argv, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
}

function stop(sentence) {
  console.error(`test: ${sentence}`);
  process.exit(2);
}
