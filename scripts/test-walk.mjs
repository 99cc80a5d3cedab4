// `npm run test:walk`: the random walk through the office with 50,000 actions instead of the 1,000 of `npm test`, in two processes that
// begin with different seeds. ONESTOP_WALK sets another number, ONESTOP_WALK_SEED another first seed, ONESTOP_WALK_PROCESSES how many.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const actions = Number(process.env.ONESTOP_WALK ?? 50_000);
const seed = Number(process.env.ONESTOP_WALK_SEED ?? 20260302);
const processes = Number(process.env.ONESTOP_WALK_PROCESSES ?? 2);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--selectProjects', 'db', '--runInBand', '--testPathPatterns', 'tests/scenarios/walk'];

/** Embedded databases of a walk are thrown away: in memory, where the system offers a folder there, no disk slows them down. */
const inMemory = !process.env.TMPDIR && existsSync('/dev/shm') ? { TMPDIR: '/dev/shm' } : {};

const codes = await Promise.all(
  Array.from({ length: processes }, (_, index) => {
    const share = Math.ceil(actions / processes);
    const env = { ...process.env, ...inMemory, ONESTOP_WALK: String(share), ONESTOP_WALK_SEED: String(seed + index * 1_000) };
    return new Promise((resolve) => spawn(process.execPath, jest, { env, stdio: 'inherit' }).on('close', resolve));
  }),
);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
