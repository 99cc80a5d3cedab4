import { constants, createHash, sign, verify, X509Certificate } from 'node:crypto';
import { context, DerError, integer, nothing, octets, oid, readChildren, readElement, readOid, sequence, setOf, type Element } from './der.js';
import { id } from './object-identifiers.js';
import type { SealKey } from './seal-key.js';

/**
 * A detached CAdES signature (RFC 5652, ETSI EN 319 122-1 level B-B): SHA-256 and RSA through the native library.
 * The time is not among the signed attributes; in a PDF it stands in the signature dictionary, which the signature covers.
 */
export function signDetached(content: readonly Buffer[], key: Pick<SealKey, 'certificate' | 'privateKey'>): Buffer {
  const attributes = setOf(
    attribute(id.contentType, oid(id.data)),
    attribute(id.messageDigest, octets(digest('sha256', content))),
    attribute(id.signingCertificateV2, sequence(sequence(sequence(octets(digest('sha256', [key.certificate])))))),
  );
  const { issuer, serial } = issuerAndSerial(key.certificate);
  const sha256 = sequence(oid(id.sha256), nothing());
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serial),
    sha256,
    // The signature is over the attributes as a SET; inside the message they carry the tag [0] (RFC 5652, 5.4).
    Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]),
    sequence(oid(id.rsaEncryption), nothing()),
    octets(sign('sha256', attributes, key.privateKey)),
  );
  const signedData = sequence(integer(1), setOf(sha256), sequence(oid(id.data)), context(0, key.certificate), setOf(signerInfo));
  return sequence(oid(id.signedData), context(0, signedData));
}

export interface SignatureCheck {
  certificate: X509Certificate;
  /** The digest of the content is the signed one. */
  contentMatches: boolean;
  /** The signature over the attributes was made with the key of the certificate. */
  signatureMatches: boolean;
}

const digests: Record<string, string> = { [id.sha256]: 'sha256', [id.sha384]: 'sha384', [id.sha512]: 'sha512' };

/** Checks a detached signature; trust in the certificate is not judged here. @throws DerError or a crypto error when it is malformed */
export function checkDetached(message: Buffer, content: readonly Buffer[]): SignatureCheck {
  const [type, wrapped] = readChildren(readElement(message));
  if (readOid(type) !== id.signedData || !wrapped) throw new DerError('no signed data');
  const parts = readChildren(readElement(wrapped.content));
  const certificates = parts.find((part) => part.tag === 0xa0);
  const signers = parts[parts.length - 1];
  if (!certificates || signers?.tag !== 0x31) throw new DerError('no certificate or no signer');
  const infos = readChildren(signers);
  if (infos.length !== 1) throw new DerError('exactly one signer was expected');
  const info = readSignerInfo(infos[0]!);
  const certificate = findCertificate(readChildren(certificates), info.sid);
  const contentMatches = info.messageDigest.equals(digest(info.digest, content));
  const attributesAsSet = Buffer.concat([Buffer.from([0x31]), info.attributes.whole.subarray(1)]);
  const padding = info.pss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  const signatureMatches = info.certificateHash
    ? info.certificateHash.equals(digest('sha256', [certificate.raw])) && verify(info.digest, attributesAsSet, { key: certificate.publicKey, ...padding }, info.signature)
    : verify(info.digest, attributesAsSet, { key: certificate.publicKey, ...padding }, info.signature);
  return { certificate, contentMatches, signatureMatches };
}

function readSignerInfo(found: Element) {
  const [, sid, digestAlgorithm, attributes, signatureAlgorithm, signature] = readChildren(found);
  if (!sid || !digestAlgorithm || attributes?.tag !== 0xa0 || !signatureAlgorithm || signature?.tag !== 0x04) throw new DerError('broken signer info');
  const digestName = digests[readOid(readChildren(digestAlgorithm)[0])];
  if (!digestName) throw new DerError('digest algorithm not accepted');
  const values = new Map<string, Element>();
  for (const entry of readChildren(attributes)) {
    const [type, set] = readChildren(entry);
    const value = set && readChildren(set)[0];
    if (value) values.set(readOid(type), value);
  }
  const messageDigest = values.get(id.messageDigest);
  if (messageDigest?.tag !== 0x04) throw new DerError('no message digest');
  return {
    sid,
    digest: digestName,
    attributes,
    messageDigest: messageDigest.content,
    certificateHash: readCertificateHash(values.get(id.signingCertificateV2)),
    pss: readOid(readChildren(signatureAlgorithm)[0]) === id.rsaPss,
    signature: signature.content,
  };
}

/** Hash of the signing certificate when it is a SHA-256 one (the default of RFC 5035). */
function readCertificateHash(attributeValue: Element | undefined): Buffer | undefined {
  if (!attributeValue) return undefined;
  const certificates = readChildren(attributeValue)[0];
  const first = certificates && readChildren(certificates)[0];
  const hash = first && readChildren(first)[0];
  return hash?.tag === 0x04 ? hash.content : undefined;
}

function findCertificate(certificates: readonly Element[], sid: Element): X509Certificate {
  for (const candidate of certificates) {
    if (candidate.tag !== 0x30) continue;
    const { issuer, serial } = issuerAndSerial(candidate.whole);
    if (Buffer.concat([issuer, serial]).equals(sid.content)) return new X509Certificate(candidate.whole);
  }
  throw new DerError('the certificate of the signer is missing');
}

function issuerAndSerial(certificate: Buffer): { issuer: Buffer; serial: Buffer } {
  const body = readChildren(readElement(certificate))[0];
  const parts = body ? readChildren(body) : [];
  const first = parts[0]?.tag === 0xa0 ? 1 : 0;
  const [serial, , issuer] = parts.slice(first);
  if (!serial || !issuer) throw new DerError('broken certificate');
  return { issuer: issuer.whole, serial: serial.whole };
}

function attribute(type: string, value: Buffer): Buffer {
  return sequence(oid(type), setOf(value));
}

function digest(algorithm: string, content: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of content) hash.update(part);
  return hash.digest();
}
