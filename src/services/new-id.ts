import { randomInt, randomUUID } from 'node:crypto';

/** A UUID version 7 (RFC 9562): 48 bits of time, then randomness. Rows made one after another lie beside each other in the index. */
export function newIdAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, '0');
  // Version 4 draws its randomness from a pool; only time and version digit are written over it.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** Letters and digits that nobody confuses when reading them aloud or off paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An unguessable code of `length` such characters. */
export function newCode(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
