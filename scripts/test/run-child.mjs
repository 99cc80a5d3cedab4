import { spawn } from 'node:child_process';
import { root } from '../build/places.mjs';

/** Runs a program to its end with our terminal but without our stdin; answers with its exit code. It ends when we are ended. */
export function runChild(program, argv, { env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const end = () => child.kill('SIGTERM');
    process.once('exit', end);
    child.once('error', (error) => {
      process.removeListener('exit', end);
      reject(error);
    });
    child.once('exit', (code, signal) => {
      process.removeListener('exit', end);
      resolve(code ?? `signal ${signal}`);
    });
  });
}
