import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What real readers (poppler-utils, qpdf) make of a file. A missing reader fails the test loudly. */
export const textOf = (pdf: Uint8Array): string => withFile(pdf, (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));

/** Text without line breaks, blanks and page feet, for sentences that run over lines and pages. */
export const wordsOf = (pdf: Uint8Array): string => withFile(pdf, (file) => execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }))
    .replace(/\s/g, '')
    .replace(/—\d+—核验码\w{4}-\w{4}-\w{4}/g, '');

export const fontsOf = (pdf: Uint8Array): { name: string; embedded: boolean; subset: boolean }[] =>
  withFile(pdf, (file) => execFileSync('pdffonts', [file], { encoding: 'utf8' }))
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => {
      const [, name, embedded, subset] = /^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/.exec(line)!;
      return { name: name!, embedded: embedded === 'yes', subset: subset === 'yes' };
    });

export const pageCountOf = (pdf: Uint8Array): number => withFile(pdf, (file) => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))![1]));

/** Output of `pdfsig`; it exits with 2 for a file without signatures. */
export const signaturesOf = (pdf: Uint8Array): string => withFile(pdf, (file) => run('pdfsig', ['-nocert', file]));

/** Exit status of `qpdf --check`: 0 when the structure has neither errors nor warnings. */
export const structureOf = (pdf: Uint8Array): number | null =>
  withFile(pdf, (file) => {
    const { status, error } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    if (error) throw error;
    return status;
  });

/** Pixels of a page as a grey map, to see whether something visible is there. */
export const redPixelsOf = (pdf: Uint8Array, page: number): number =>
  withFile(pdf, (file) => {
    const map = execFileSync('pdftoppm', ['-r', '30', '-f', String(page), '-l', String(page), file], { maxBuffer: 64 * 1024 * 1024 });
    let [at, fields] = [0, 0];
    while (fields < 4) {
      while (map[at]! > 32) at++;
      at++;
      fields++;
    }
    let red = 0;
    for (; at + 2 < map.length; at += 3) if (map[at]! > 150 && map[at + 1]! < 90 && map[at + 2]! < 90) red++;
    return red;
  });

function run(command: string, args: string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  return stdout + stderr;
}

function withFile<T>(pdf: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'onestop-pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
