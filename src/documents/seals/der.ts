/** Distinguished encoding rules (ITU-T X.690), as far as certificates and signatures need them. */

/** Tag, length and contents as one element. */
export function element(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = Buffer.from(content.length.toString(16).padStart(content.length > 0xffff ? 6 : content.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

export const sequence = (...contents: Buffer[]): Buffer => element(0x30, ...contents);
/** SET OF: the elements in ascending order of their encodings. */
export const setOf = (...contents: Buffer[]): Buffer => element(0x31, ...contents.sort(Buffer.compare));
export const octets = (content: Buffer): Buffer => element(0x04, content);
export const bits = (content: Buffer, unused = 0): Buffer => element(0x03, Buffer.from([unused]), content);
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text, 'utf8'));
export const printable = (text: string): Buffer => element(0x13, Buffer.from(text, 'latin1'));
export const nothing = (): Buffer => element(0x05);
/** Context-specific constructed element [n]. */
export const context = (n: number, ...contents: Buffer[]): Buffer => element(0xa0 | n, ...contents);

/** A positive whole number. */
export function integer(value: number | Buffer): Buffer {
  const bytes = typeof value === 'number' ? Buffer.from(value.toString(16).padStart(value > 0xff ? 4 : 2, '0'), 'hex') : value;
  return element(0x02, bytes[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number) as [number, number, ...number[]];
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return element(0x06, Buffer.from(bytes));
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). */
export function time(instant: Date): Buffer {
  const digits = `${instant.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return instant.getUTCFullYear() < 2050 ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits));
}

/** One element read from bytes. */
export interface Element {
  readonly tag: number;
  /** Tag, length and contents. */
  readonly whole: Buffer;
  readonly content: Buffer;
}

export class DerError extends Error {}

/** Reads the element at the beginning of the bytes; what follows it is ignored. @throws DerError */
export function readElement(bytes: Buffer): Element {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined) throw new DerError('truncated');
  let length = first;
  let head = 2;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4 || bytes.length < 2 + count) throw new DerError('unsupported length');
    length = bytes.readUIntBE(2, count);
    head += count;
  }
  if (bytes.length < head + length) throw new DerError('truncated');
  return { tag, whole: bytes.subarray(0, head + length), content: bytes.subarray(head, head + length) };
}

/** The elements inside a constructed one. @throws DerError */
export function readChildren(parent: Element): Element[] {
  const children: Element[] = [];
  let rest = parent.content;
  while (rest.length > 0) {
    const child = readElement(rest);
    children.push(child);
    rest = rest.subarray(child.whole.length);
  }
  return children;
}

/** Dotted form of an object identifier. @throws DerError */
export function readOid(found: Element | undefined): string {
  if (found?.tag !== 0x06 || found.content.length === 0) throw new DerError('an object identifier was expected');
  const parts = [Math.min(2, Math.floor(found.content[0]! / 40))];
  parts.push(found.content[0]! - parts[0]! * 40);
  let part = 0;
  for (const byte of found.content.subarray(1)) {
    part = part * 128 + (byte & 0x7f);
    if (!(byte & 0x80)) {
      parts.push(part);
      part = 0;
    }
  }
  return parts.join('.');
}
