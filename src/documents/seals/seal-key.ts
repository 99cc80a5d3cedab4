import { createHash, createPrivateKey, generateKeyPair, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { DomainError } from '../../errors/domain-error.js';
import { canShow } from '../layout/fonts.js';
import { bits, context, element, integer, nothing, octets, oid, printable, sequence, setOf, time, utf8 } from './der.js';
import { id } from './object-identifiers.js';
import { drawSeal } from './seal-picture.js';

export interface SealKeyOptions {
  /** Full name of the body, as it stands around the seal. */
  bodyName: string;
  /** Line under the star, e.g. 行政许可专用章; null for the body's own seal 公章. */
  title: string | null;
  /** Instant from which the key is valid. */
  validFrom: Date;
  /** Years of validity; 5 unless given. */
  validYears?: number;
  /** Encrypts the private key (PKCS #8, AES-256-CBC). */
  passphrase?: string;
}

/** What is kept of a seal: plain texts. The private key belongs outside the database. */
export interface SealKeyMaterial {
  bodyName: string;
  title: string | null;
  certificatePem: string;
  privateKeyPem: string;
  /** SHA-256 of the certificate, lower-case hex. */
  fingerprint: string;
  validFrom: string;
  validTo: string;
}

/** A seal ready for use: the key is parsed and the picture drawn once. */
export interface SealKey {
  readonly bodyName: string;
  readonly title: string | null;
  readonly fingerprint: string;
  readonly certificate: Buffer;
  readonly privateKey: KeyObject;
  /** Content stream of the round red picture in a square of `SEAL_DIAMETER` points. */
  readonly picture: Buffer;
}

/**
 * Makes the signing key of a seal: RSA 2048 with a self-signed certificate that carries the Chinese name of the body in UTF-8.
 * The key is random; everything else comes from the options.
 * @throws DomainError SEAL_KEY_UNUSABLE when the name cannot be engraved
 */
export async function createSealKey(options: SealKeyOptions): Promise<SealKeyMaterial> {
  const { bodyName, title, validFrom } = options;
  refuseUnengravable(bodyName, title);
  const validTo = new Date(validFrom);
  validTo.setUTCFullYear(validTo.getUTCFullYear() + (options.validYears ?? 5));
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const certificate = selfSignedCertificate({ bodyName, title, validFrom, validTo, privateKey, publicKey });
  return {
    bodyName,
    title,
    certificatePem: pem('CERTIFICATE', certificate),
    privateKeyPem: privateKey
      .export(options.passphrase === undefined ? { type: 'pkcs8', format: 'pem' } : { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: options.passphrase })
      .toString(),
    fingerprint: fingerprintOf(certificate),
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
  };
}

/**
 * Opens a stored seal for use, with a check that key and certificate belong together.
 * @throws DomainError SEAL_KEY_UNUSABLE (wrong passphrase, broken or foreign key)
 */
export function openSealKey(material: Pick<SealKeyMaterial, 'bodyName' | 'title' | 'certificatePem' | 'privateKeyPem'>, passphrase?: string): SealKey {
  refuseUnengravable(material.bodyName, material.title);
  let privateKey: KeyObject;
  let certificate: X509Certificate;
  try {
    privateKey = createPrivateKey({ key: material.privateKeyPem, passphrase });
    certificate = new X509Certificate(material.certificatePem);
  } catch {
    throw new DomainError('SEAL_KEY_UNUSABLE', { reason: '私钥或证书无法读取，或口令不正确' });
  }
  if (privateKey.asymmetricKeyType !== 'rsa' || !certificate.checkPrivateKey(privateKey)) {
    throw new DomainError('SEAL_KEY_UNUSABLE', { reason: '私钥与证书不匹配' });
  }
  return {
    bodyName: material.bodyName,
    title: material.title,
    fingerprint: fingerprintOf(certificate.raw),
    certificate: certificate.raw,
    privateKey,
    picture: drawSeal(material.bodyName, material.title),
  };
}

/** SHA-256 of a certificate in DER, lower-case hex. */
export function fingerprintOf(certificate: Buffer): string {
  return createHash('sha256').update(certificate).digest('hex');
}

function refuseUnengravable(bodyName: string, title: string | null): void {
  const text = `${bodyName}${title ?? ''}`;
  if (bodyName.trim() === '' || [...bodyName].length > 40) throw new DomainError('SEAL_KEY_UNUSABLE', { reason: '印章名称为空或过长' });
  const missing = [...text].filter((character) => !canShow(character.codePointAt(0)!));
  if (missing.length > 0) throw new DomainError('SEAL_KEY_UNUSABLE', { reason: `字库缺少“${missing.join('')}”` });
}

interface CertificateParts {
  bodyName: string;
  title: string | null;
  validFrom: Date;
  validTo: Date;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** X.509 v3 (RFC 5280). Own writer, because names must be UTF8String exactly once encoded or readers refuse the signature. */
function selfSignedCertificate({ bodyName, title, validFrom, validTo, privateKey, publicKey }: CertificateParts): Buffer {
  const name = sequence(
    attribute(id.country, printable('CN')),
    attribute(id.organisation, utf8(bodyName)),
    attribute(id.unit, utf8(title ?? '公章')),
    attribute(id.commonName, utf8(bodyName)),
  );
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(oid(id.sha256WithRsa), nothing());
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  const extensions = sequence(
    extension(id.basicConstraints, sequence(), true),
    // digitalSignature and nonRepudiation
    extension(id.keyUsage, bits(Buffer.from([0xc0]), 6), true),
    extension(id.subjectKeyIdentifier, octets(createHash('sha1').update(spki).digest()), false),
  );
  const body = sequence(context(0, integer(2)), integer(serial), algorithm, name, sequence(time(validFrom), time(validTo)), name, spki, context(3, extensions));
  return sequence(body, algorithm, bits(sign('sha256', body, privateKey)));
}

function attribute(type: string, value: Buffer): Buffer {
  return setOf(sequence(oid(type), value));
}

function extension(type: string, value: Buffer, critical: boolean): Buffer {
  return sequence(oid(type), ...(critical ? [element(0x01, Buffer.from([0xff]))] : []), octets(value));
}

function pem(label: string, der: Buffer): string {
  return `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`;
}
