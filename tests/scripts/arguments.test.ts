import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { repository } from '../architecture/cruise.js';

/** Runs the test command with arguments that it must refuse before it starts anything. */
function refusalOf(argv: string[], env: Record<string, string> = {}): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [path.join(repository, 'scripts/test.mjs'), ...argv], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', ...env }, timeout: 20_000 });
  return { status, stderr };
}

describe('The test command', () => {
  it('refuses a database whose name does not say that it is for tests', () => {
    const { status, stderr } = refusalOf([], { DATABASE_URL: 'mysql://onestop:secret@127.0.0.1:3306/onestop' });
    expect(status).toBe(2);
    expect(stderr).toBe('test: DATABASE_URL names the database "onestop"; tests refuse one whose name lacks "test"\n');
  });

  it('refuses an address that is none, without repeating its password', () => {
    const { status, stderr } = refusalOf([], { DATABASE_URL: 'postgres://onestop:secret@127.0.0.1/onestop_test' });
    expect(status).toBe(2);
    expect(stderr).not.toContain('secret');
  });

  it('names the parts when somebody asks for one that there is not', () => {
    expect(refusalOf(['--only=everything'])).toEqual({ status: 2, stderr: 'test: there is no part "everything"; the parts are static, core, db, e2e\n' });
  });
});
