import { randomBytes, randomInt } from 'node:crypto';

/** A UUID version 7 (RFC 9562): 48 bits of time, then randomness. Rows made one after another lie beside each other in the index. */
export function newIdAt(instant: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(instant.getTime(), 0, 6);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Letters and digits that nobody confuses when reading them aloud or off paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An unguessable code of `length` such characters. */
export function newCode(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
