import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder, as absolute paths in a stable order; nothing for a folder that does not exist. */
export async function filesBelow(folder) {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true, recursive: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Writes a file so that a reader – another start at the same moment – sees the old one or the new one, never half. */
export async function writeWhole(file, content) {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}

/** A short name for content. */
export function hashOf(...contents) {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 24);
}
