import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, where package.json is. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** Where everything built goes. */
export const dist = path.join(root, 'dist');
/** Where the web pages go; the server serves this folder. */
export const distWeb = path.join(dist, 'web');
