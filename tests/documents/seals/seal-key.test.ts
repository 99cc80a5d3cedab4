import { X509Certificate } from 'node:crypto';
import { createSealKey, openSealKey } from '../../../src/documents/seals/seal-key.js';

const validFrom = new Date('2026-01-01T00:00:00Z');
const options = { bodyName: '和林格尔新区政务服务局', title: '行政许可专用章', validFrom };

describe('the key of a seal', () => {
  it('has a self-signed RSA-2048 certificate with the Chinese name of the body, valid for five years', async () => {
    const material = await createSealKey(options);
    const certificate = new X509Certificate(material.certificatePem);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(certificate.toLegacyObject().subject).toMatchObject({ C: 'CN', O: options.bodyName, OU: options.title, CN: options.bodyName });
    expect(certificate.ca).toBe(false);
    expect(new Date(certificate.validFrom)).toEqual(validFrom);
    expect(material.validTo).toBe('2031-01-01T00:00:00.000Z');
    expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(material.fingerprint);
  });

  it('opens with its passphrase only', async () => {
    const material = await createSealKey({ ...options, passphrase: '用印须两人在场' });
    expect(material.privateKeyPem).toContain('ENCRYPTED');
    expect(openSealKey(material, '用印须两人在场').fingerprint).toBe(material.fingerprint);
    expect(() => openSealKey(material, 'wrong')).toThrow(expect.objectContaining({ code: 'SEAL_KEY_UNUSABLE' }) as Error);
    expect(() => openSealKey(material)).toThrow(expect.objectContaining({ code: 'SEAL_KEY_UNUSABLE' }) as Error);
  });

  it('is refused with the certificate of another seal', async () => {
    const [ours, other] = [await createSealKey(options), await createSealKey(options)];
    expect(() => openSealKey({ ...ours, certificatePem: other.certificatePem })).toThrow(expect.objectContaining({ code: 'SEAL_KEY_UNUSABLE' }) as Error);
  });

  it('is not made for a name that cannot be engraved', async () => {
    for (const bodyName of [' ', '局'.repeat(41), '𠮷局']) {
      await expect(createSealKey({ ...options, bodyName })).rejects.toMatchObject({ code: 'SEAL_KEY_UNUSABLE' });
    }
  });
});
