import { createHash } from 'node:crypto';
import { mark } from '../pdf/document-marks.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { Name, PdfReader, PdfText, type Dictionary } from '../pdf/pdf-value.js';
import { isOnlySealedSince } from './compare-revisions.js';
import { fingerprintOf } from './seal-key.js';
import { checkDetached, type SignatureCheck } from './signed-data.js';

export type SealProblem =
  | 'not-a-pdf'
  | 'not-sealed'
  | 'malformed-seal'
  | 'content-changed'
  | 'signature-invalid'
  | 'content-added-after-seal'
  | 'content-changed-between-seals'
  | 'certificate-not-valid-at-sealing'
  | 'signer-not-trusted';

/** One seal of a file. */
export interface SealFinding {
  valid: boolean;
  signerName: string | null;
  /** Instant of sealing as the sealing system stated it, ISO 8601 in UTC; no independent time stamp stands behind it. */
  sealedAt: string | null;
  reason: string | null;
  certificateFingerprint: string | null;
  /** Line under the star of a special seal, or 公章. */
  sealTitle: string | null;
  problem?: SealProblem;
}

export interface SealVerification {
  /** Is there any seal? */
  sealed: boolean;
  /** Every seal holds, the file is unchanged and, when trusted certificates were given, each signer is one of them. */
  valid: boolean;
  /** Nothing was changed or added since the seals were put on. */
  unchanged: boolean;
  /** The last seal covers the file to its last byte. */
  coversWholeDocument: boolean;
  /** Of the first seal: the issuing body. */
  signerName: string | null;
  sealedAt: string | null;
  certificateFingerprint: string | null;
  /** All seals in the order in which they were put on. */
  seals: SealFinding[];
  /** SHA-256 of the file, lower-case hex. */
  sha256: string;
  /** Printed on the document, when it is one of ours. */
  verifyCode?: string;
  documentNumber?: string;
  /** What is wrong first; `describeProblem` says it in words. */
  problem?: SealProblem;
}

interface Range {
  /** The signed parts are [0, gap) and [gapEnd, end); the signature itself lies between. */
  gap: number;
  gapEnd: number;
  end: number;
  dictionary: Dictionary | undefined;
}

/** More seals than any document carries; a file that claims more is refused instead of searched for ever. */
const MOST_SEALS = 64;

/**
 * Checks the seals of any bytes, without network and without database. Never throws: what cannot be read is a finding.
 *
 * The signature is judged as PAdES wants it (each covers everything but itself; the last reaches the end of the file), and what was appended between
 * two seals may be nothing but seals. `trustedFingerprints` are the certificates of the seal register; without them a valid seal proves only that
 * the file is as its signer left it, whoever that was.
 */
export function verifySealedPdf(bytes: Uint8Array, options: { trustedFingerprints?: Iterable<string> } = {}): SealVerification {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const result: SealVerification = { ...nothingFound(file), ...marksOf(file) };
  if (!file.subarray(0, 1024).includes('%PDF-')) return { ...result, problem: 'not-a-pdf' };
  const ranges = findRanges(file);
  if (ranges === 'malformed') return { ...result, sealed: true, problem: 'malformed-seal' };
  if (ranges.length === 0) return { ...result, problem: 'not-sealed' };

  const trusted = options.trustedFingerprints ? new Set(options.trustedFingerprints) : undefined;
  const seals = ranges.map((range) => judge(file, range, trusted));
  const coversWholeDocument = ranges[ranges.length - 1]!.end === file.length;
  const contentHolds = seals.every((seal) => seal.problem !== 'content-changed' && seal.problem !== 'signature-invalid' && seal.problem !== 'malformed-seal');
  const betweenHolds = ranges.length === 1 || isOnlySealedSince(file, ranges.map((range) => range.end));
  const problem =
    seals.find((seal) => seal.problem && seal.problem !== 'signer-not-trusted')?.problem ??
    (coversWholeDocument ? undefined : 'content-added-after-seal') ??
    (betweenHolds ? undefined : 'content-changed-between-seals') ??
    seals.find((seal) => seal.problem)?.problem;
  return {
    ...result,
    sealed: true,
    valid: problem === undefined,
    unchanged: contentHolds && coversWholeDocument && betweenHolds,
    coversWholeDocument,
    signerName: seals[0]!.signerName,
    sealedAt: seals[0]!.sealedAt,
    certificateFingerprint: seals[0]!.certificateFingerprint,
    seals,
    ...(problem ? { problem } : {}),
  };
}

const problemTexts: Record<SealProblem, { zh: string; en: string }> = {
  'not-a-pdf': { zh: '不是 PDF 文件', en: 'This is not a PDF file' },
  'not-sealed': { zh: '文件没有电子印章', en: 'The file carries no electronic seal' },
  'malformed-seal': { zh: '电子印章的数据已损坏', en: 'The data of the seal are damaged' },
  'content-changed': { zh: '加盖印章后文件内容已被改动', en: 'The file was changed after it was sealed' },
  'signature-invalid': { zh: '电子印章的签名无效', en: 'The signature of the seal is not valid' },
  'content-added-after-seal': { zh: '加盖印章后文件被追加了内容', en: 'Something was added to the file after it was sealed' },
  'content-changed-between-seals': { zh: '两次用印之间文件内容已被改动', en: 'The file was changed between two seals' },
  'certificate-not-valid-at-sealing': { zh: '用印时印章证书不在有效期内', en: 'The certificate of the seal was not valid when it was used' },
  'signer-not-trusted': { zh: '印章不在印章登记簿中', en: 'The seal is not in the seal register' },
};

/** A problem in words. */
export function describeProblem(problem: SealProblem): { zh: string; en: string } {
  return problemTexts[problem];
}

function nothingFound(file: Buffer): SealVerification {
  return {
    sealed: false,
    valid: false,
    unchanged: false,
    coversWholeDocument: false,
    signerName: null,
    sealedAt: null,
    certificateFingerprint: null,
    seals: [],
    sha256: createHash('sha256').update(file).digest('hex'),
  };
}

/** Verify code and number as the document states them. */
function marksOf(file: Buffer): Pick<SealVerification, 'verifyCode' | 'documentNumber'> {
  try {
    const pdf = new PdfFile(file);
    const verifyCode = pdf.findInfo(mark.verifyCode);
    const documentNumber = pdf.findInfo(mark.number);
    return { ...(verifyCode ? { verifyCode } : {}), ...(documentNumber ? { documentNumber } : {}) };
  } catch {
    return {};
  }
}

/** The byte ranges of all signatures, in the order in which they were made. */
function findRanges(file: Buffer): Range[] | 'malformed' {
  const ranges: Range[] = [];
  let candidates = 0;
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 1)) {
    if (++candidates > MOST_SEALS) return 'malformed';
    const range = readRange(file, at);
    if (!range) return 'malformed';
    ranges.push(range);
  }
  return ranges.sort((a, b) => a.end - b.end);
}

/** A range must begin at the first byte and leave out exactly one hex string, the value of /Contents: nothing can hide beside it. */
function readRange(file: Buffer, at: number): Range | undefined {
  const numbers = /^\/ByteRange\s*\[\s*0\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/.exec(file.toString('latin1', at, at + 120));
  if (!numbers) return undefined;
  const [gap, gapEnd, length] = numbers.slice(1).map(Number) as [number, number, number];
  const end = gapEnd + length;
  if (gap >= gapEnd - 2 || end > file.length || file[gap] !== 0x3c || file[gapEnd - 1] !== 0x3e) return undefined;
  if (!/\/Contents\s*$/.test(file.toString('latin1', Math.max(0, gap - 20), gap))) return undefined;
  return { gap, gapEnd, end, dictionary: findDictionaryAround(file, at) };
}

function findDictionaryAround(file: Buffer, at: number): Dictionary | undefined {
  for (let from = file.lastIndexOf('<<', at), tries = 0; from >= 0 && tries < 8; from = file.lastIndexOf('<<', from - 1), tries++) {
    try {
      const value = new PdfReader(file, from).value();
      if (value instanceof Map && value.has('ByteRange')) return value;
    } catch {
      // An inner piece of the dictionary; look further out.
    }
    if (from === 0) break;
  }
  return undefined;
}

function judge(file: Buffer, range: Range, trusted: ReadonlySet<string> | undefined): SealFinding {
  const sealedAt = readPdfDate(textOf(range.dictionary, 'M'));
  const finding: SealFinding = { valid: false, signerName: null, sealedAt: sealedAt?.toISOString() ?? null, reason: textOf(range.dictionary, 'Reason') ?? null, certificateFingerprint: null, sealTitle: null };
  let check: SignatureCheck;
  try {
    check = checkDetached(readSignature(file, range), [file.subarray(0, range.gap), file.subarray(range.gapEnd, range.end)]);
    const subject = check.certificate.toLegacyObject().subject as unknown as Record<string, string | string[]>;
    finding.signerName = first(subject.CN) ?? first(subject.O) ?? null;
    finding.sealTitle = first(subject.OU) ?? null;
    finding.certificateFingerprint = fingerprintOf(check.certificate.raw);
  } catch {
    return { ...finding, problem: 'malformed-seal' };
  }
  const problem = problemOf(check, sealedAt, trusted);
  return problem ? { ...finding, problem } : { ...finding, valid: true };
}

function problemOf(check: SignatureCheck, sealedAt: Date | undefined, trusted: ReadonlySet<string> | undefined): SealProblem | undefined {
  if (!check.signatureMatches) return 'signature-invalid';
  if (!check.contentMatches) return 'content-changed';
  const { validFrom, validTo, raw } = check.certificate;
  if (!sealedAt || sealedAt < new Date(validFrom) || sealedAt > new Date(validTo)) return 'certificate-not-valid-at-sealing';
  if (trusted && !trusted.has(fingerprintOf(raw))) return 'signer-not-trusted';
  return undefined;
}

/** The signature in the gap; what follows it must be zeros. @throws Error when it is no hex string of that shape */
function readSignature(file: Buffer, { gap, gapEnd }: Range): Buffer {
  const hex = file.toString('latin1', gap + 1, gapEnd - 1);
  if (!/^[0-9a-fA-F]*$/.test(hex) || hex.length % 2 !== 0) throw new Error('not a hex string');
  const bytes = Buffer.from(hex, 'hex');
  const long = bytes[1]! & 0x80 ? 2 + (bytes[1]! & 0x7f) + bytes.readUIntBE(2, Math.min(4, Math.max(1, bytes[1]! & 0x7f))) : 2 + bytes[1]!;
  if (bytes.subarray(long).some((byte) => byte !== 0)) throw new Error('something hides behind the signature');
  return bytes;
}

function textOf(dictionary: Dictionary | undefined, key: string): string | undefined {
  const value = dictionary?.get(key);
  return value instanceof PdfText ? value.toString() : value instanceof Name ? value.name : undefined;
}

/** D:20260525103000+08'00' → instant (ISO 32000-1, 7.9.4). */
function readPdfDate(text: string | undefined): Date | undefined {
  const parts = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?'?)?/.exec(text ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, sign, zoneHours, zoneMinutes] = parts;
  const zone = sign ? `${sign}${zoneHours}:${zoneMinutes ?? '00'}` : 'Z';
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
