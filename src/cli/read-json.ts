import { readFile } from 'node:fs/promises';

/** Reads a file, or standard input for `-`. */
export async function readInput(file: string): Promise<string> {
  if (file !== '-') return readFile(file, 'utf8');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Parses JSON; the error says which file is meant and fits on one line. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${name === '-' ? 'standard input' : name} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}
