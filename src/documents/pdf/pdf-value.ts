/** The objects of PDF (ISO 32000-1, 7.3) as plain values. */
export type PdfValue = null | boolean | number | Name | Ref | PdfText | PdfValue[] | Dictionary;

export class Name {
  constructor(readonly name: string) {}
}

export class Ref {
  constructor(
    readonly number: number,
    readonly generation = 0,
  ) {}
}

/** A string object: its bytes, and how it was written. */
export class PdfText {
  constructor(
    readonly bytes: Buffer,
    readonly hex = false,
  ) {}

  /** Text string: UTF-16BE with byte order mark, else Latin letters (7.9.2.2). */
  toString(): string {
    if (this.bytes[0] === 0xfe && this.bytes[1] === 0xff) return Buffer.from(this.bytes.subarray(2, this.bytes.length - (this.bytes.length % 2))).swap16().toString('utf16le');
    return this.bytes.toString('latin1');
  }

  static of(text: string): PdfText {
    if (/^[\x20-\x7e]*$/.test(text)) return new PdfText(Buffer.from(text, 'latin1'));
    return new PdfText(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]), true);
  }
}

export type Dictionary = Map<string, PdfValue>;

/** Thrown inside this folder when bytes are not PDF; never leaves `src/documents`. */
export class PdfSyntaxError extends Error {}

const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((mark) => mark.charCodeAt(0)));
const MAX_DEPTH = 60;

/** Reads PDF objects one after the other from a place in the file. */
export class PdfReader {
  constructor(
    readonly bytes: Buffer,
    public position = 0,
  ) {}

  /** The next object. @throws PdfSyntaxError */
  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError('nested too deeply');
    this.skipWhite();
    const byte = this.bytes[this.position];
    if (byte === undefined) throw new PdfSyntaxError('unexpected end');
    switch (String.fromCharCode(byte)) {
      case '/':
        return this.name();
      case '(':
        return this.literalText();
      case '[':
        return this.array(depth);
      case '<':
        return this.bytes[this.position + 1] === 0x3c ? this.dictionary(depth) : this.hexText();
      default:
        return this.numberOrKeyword();
    }
  }

  /** Does this word come next? If so, it is consumed. */
  take(word: string): boolean {
    this.skipWhite();
    if (this.bytes.toString('latin1', this.position, this.position + word.length) !== word) return false;
    this.position += word.length;
    return true;
  }

  /** @throws PdfSyntaxError when another word comes next */
  expect(word: string): void {
    if (!this.take(word)) throw new PdfSyntaxError(`expected ${word}`);
  }

  /** @throws PdfSyntaxError when no whole number comes next */
  integer(): number {
    const value = this.token();
    if (!/^[+-]?\d{1,15}$/.test(value)) throw new PdfSyntaxError('expected a whole number');
    return Number(value);
  }

  skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) return;
      if (byte === 0x25) {
        while (this.position < this.bytes.length && this.bytes[this.position] !== 10 && this.bytes[this.position] !== 13) this.position++;
      } else if (white.has(byte)) this.position++;
      else return;
    }
  }

  private token(): string {
    this.skipWhite();
    const from = this.position;
    while (this.position < this.bytes.length && !white.has(this.bytes[this.position]!) && !delimiters.has(this.bytes[this.position]!)) this.position++;
    return this.bytes.toString('latin1', from, this.position);
  }

  private numberOrKeyword(): PdfValue {
    const token = this.token();
    if (token === 'true') return true;
    if (token === 'false') return false;
    if (token === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(token)) throw new PdfSyntaxError(`not a PDF object: ${token.slice(0, 20)}`);
    const number = Number(token);
    const after = this.position;
    if (/^\d{1,10}$/.test(token)) {
      const generation = this.token();
      if (/^\d{1,5}$/.test(generation) && this.token() === 'R') return new Ref(number, Number(generation));
    }
    this.position = after;
    return number;
  }

  private name(): Name {
    this.position++;
    return new Name(this.token().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
  }

  private array(depth: number): PdfValue[] {
    this.position++;
    const values: PdfValue[] = [];
    while (!this.take(']')) values.push(this.value(depth + 1));
    return values;
  }

  private dictionary(depth: number): Dictionary {
    this.position += 2;
    const dictionary: Dictionary = new Map();
    while (!this.take('>>')) {
      const key = this.value(depth + 1);
      if (!(key instanceof Name)) throw new PdfSyntaxError('a key must be a name');
      dictionary.set(key.name, this.value(depth + 1));
    }
    return dictionary;
  }

  private hexText(): PdfText {
    const end = this.bytes.indexOf(0x3e, this.position);
    if (end < 0) throw new PdfSyntaxError('open hex string');
    const hex = this.bytes.toString('latin1', this.position + 1, end).replace(/\s/g, '');
    if (!/^[0-9a-fA-F]*$/.test(hex)) throw new PdfSyntaxError('bad hex string');
    this.position = end + 1;
    return new PdfText(Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex'), true);
  }

  private literalText(): PdfText {
    const bytes: number[] = [];
    let depth = 1;
    this.position++;
    for (;;) {
      const byte = this.bytes[this.position++];
      if (byte === undefined) throw new PdfSyntaxError('open string');
      if (byte === 0x5c) this.escaped(bytes);
      else {
        if (byte === 0x28) depth++;
        if (byte === 0x29 && --depth === 0) return new PdfText(Buffer.from(bytes));
        bytes.push(byte);
      }
    }
  }

  private escaped(bytes: number[]): void {
    const next = String.fromCharCode(this.bytes[this.position++] ?? 0);
    const plain: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
    if (next in plain) bytes.push(plain[next]!);
    else if (next === '\r') {
      if (this.bytes[this.position] === 10) this.position++;
    } else if (/[0-7]/.test(next)) {
      let octal = next;
      while (octal.length < 3 && /[0-7]/.test(String.fromCharCode(this.bytes[this.position] ?? 0))) octal += String.fromCharCode(this.bytes[this.position++]!);
      bytes.push(parseInt(octal, 8) & 0xff);
    } else if (next !== '\n') bytes.push(next.charCodeAt(0));
  }
}

/** Writes an object the way `PdfReader` reads it. */
export function writeValue(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Math.round(value * 10000) / 10000);
  if (value instanceof Name) return `/${value.name.replace(/[^\x21-\x7e]|[#()<>[\]{}/%]/g, (mark) => `#${mark.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
  if (value instanceof Ref) return `${value.number} ${value.generation} R`;
  if (value instanceof PdfText) return writeText(value);
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`;
  return `<<\n${[...value].map(([key, entry]) => `${writeValue(new Name(key))} ${writeValue(entry)}`).join('\n')}\n>>`;
}

function writeText(text: PdfText): string {
  const latin = text.bytes.toString('latin1');
  if (text.hex || !/^[\x20-\x7e]*$/.test(latin)) return `<${text.bytes.toString('hex')}>`;
  return `(${latin.replace(/[\\()]/g, (mark) => `\\${mark}`)})`;
}
