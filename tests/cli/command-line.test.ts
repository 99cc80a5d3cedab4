import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { repository } from '../architecture/cruise.js';

/** Runs `onestop` as a person would, and says how it ended. */
function onestop(argv: string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(repository, 'bin/onestop.mjs'), ...argv], { encoding: 'utf8', input, timeout: 30_000 });
  return { status, stdout, stderr };
}

describe('The command line', () => {
  it.each([
    ['a command that there is not', ['approve']],
    ['an option that there is not', ['clock', '--bogus', '-']],
    ['a command without its file', ['verify']],
    ['a command without its second half', ['flow']],
    ['a missing option', ['calendar', 'due', '--from', '2026-03-02']],
    ['an option whose value is nonsense', ['calendar', 'due', '--from', 'yesterday', '--workdays', '3']],
    ['a file that is not there', ['clock', 'not-there.json']],
    ['a diagram that is not there', ['flow', 'check', 'not-there.bpmn']],
    ['a folder in place of a file', ['clock', 'src']],
  ])('answers %s with one line and 2, never with a stack trace', (_what, argv) => {
    const { status, stdout, stderr } = onestop(argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('answers half a JSON document on stdin with one line and 2', () => {
    const { status, stderr } = onestop(['clock', '-'], '{ "limit": ');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });

  it('shows what it can do when nothing is asked', () => {
    const { status, stdout, stderr } = onestop([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const command of ['flow', 'clock', 'calendar', 'verify', 'demo']) expect(stdout).toContain(`  ${command} `);
  });

  it('knows its version', () => {
    expect(onestop(['--version'])).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, stderr: '' });
  });
});
