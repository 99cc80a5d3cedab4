import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/** Files kept outside the database under the hash of their bytes: the same bytes are kept once and never change. */
export class FileStore {
  constructor(private readonly root: string) {}

  /** Keeps these bytes and answers their hash (SHA-256, hex) and their place; after the answer they survive a power cut. */
  async keep(bytes: Uint8Array): Promise<{ sha256: string; filePath: string }> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const filePath = path.join(sha256.slice(0, 2), sha256);
    const target = path.join(this.root, filePath);
    if (await exists(target)) return { sha256, filePath };
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = `${target}.${randomUUID()}.part`;
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
    return { sha256, filePath };
  }

  /** Takes over an uploaded file into the store. */
  async keepFile(uploadedPath: string): Promise<{ sha256: string; filePath: string }> {
    const kept = await this.keep(await readFile(uploadedPath));
    await unlink(uploadedPath).catch(() => undefined);
    return kept;
  }

  /** The bytes at this place. Throws when they are gone or no longer what they were. */
  async read(filePath: string): Promise<Buffer> {
    const bytes = await readFile(path.join(this.root, filePath));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== path.basename(filePath)) throw new Error(`The stored file ${filePath} has changed`);
    return bytes;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
