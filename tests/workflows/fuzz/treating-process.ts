import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Mutant } from './mutate.js';

/** How a file was borne: what broke (nothing as a rule), and what it cost. */
export interface Treatment {
  /** A throw that nobody promised, an exhausted heap or a file that was still being treated when it was given up. */
  readonly crash?: string;
  /** Time of the processor, which other work on the machine does not lengthen. */
  readonly cpuMillis: number;
  readonly heapMegabytes: number;
}

/** A file that is treated longer than this is given up, however busy the machine is. */
const patience = 30_000;
const program = path.join(import.meta.dirname, 'treat-files.mjs');

/** Treats files in a process that has no more than `megabytes` of heap; a file that ends the process is told, and the next gets a new one. */
export class TreatingProcess {
  readonly #megabytes: number;
  #child: ChildProcess | undefined;

  constructor(megabytes: number) {
    this.#megabytes = megabytes;
  }

  async treat(mutant: Mutant): Promise<Treatment> {
    const child = (this.#child ??= await this.#start());
    return new Promise((resolve) => {
      const done = (treatment: Treatment): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(treatment);
      };
      const giveUp = (crash: string): void => {
        this.#child = undefined;
        child.kill('SIGKILL');
        done({ crash, cpuMillis: 0, heapMegabytes: 0 });
      };
      const timer = setTimeout(() => giveUp(`still being treated after ${patience / 1_000} s`), patience);
      child.once('message', (treatment: Treatment) => done(treatment));
      child.once('exit', (code, signal) => giveUp(`the process ended (${signal ?? code})`));
      child.send({ language: mutant.language, text: mutant.text });
    });
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(program, { execArgv: [`--max-old-space-size=${this.#megabytes}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the treating process does not start (${code})`)));
    });
    child.removeAllListeners();
    return child;
  }
}
