import { sealDocument } from '../../../src/documents/seals/seal-document.js';
import { redPixelsOf, signaturesOf, structureOf, textOf } from '../pdf-readers.js';
import { aDecision, aSealOf, sealedAt } from './test-seals.js';

const reason = '作出准予行政许可决定';

describe('sealing a document', () => {
  it('gives a signature that a PDF reader calls valid, over the total document, with the Chinese name of the body', async () => {
    const sealed = await sealDocument(await aDecision(), await aSealOf('和林格尔新区政务服务局', '行政许可专用章'), { reason, at: sealedAt });
    const report = signaturesOf(sealed);
    expect(report).toContain('Signature is Valid.');
    expect(report).toContain('Total document signed');
    expect(report).toContain('Signer Certificate Common Name: 和林格尔新区政务服务局');
    expect(report).toContain('OU=行政许可专用章');
    expect(report).toContain('ETSI.CAdES.detached');
    expect(structureOf(sealed)).toBe(0);
  });

  it('puts a red seal over name and date of the last page and leaves the text as it was', async () => {
    const pdf = await aDecision();
    const sealed = await sealDocument(pdf, await aSealOf('和林格尔新区政务服务局'), { reason, at: sealedAt });
    expect(redPixelsOf(pdf, 2)).toBe(0);
    expect(redPixelsOf(sealed, 2)).toBeGreaterThan(100);
    expect(textOf(sealed)).toBe(textOf(pdf));
    expect(sealed.subarray(0, pdf.length).equals(pdf)).toBe(true);
  });

  it('is invalid for a PDF reader when one byte is flipped', async () => {
    const pdf = await aDecision();
    const sealed = await sealDocument(pdf, await aSealOf('和林格尔新区政务服务局'), { reason, at: sealedAt });
    const flipped = Buffer.from(sealed);
    flipped[pdf.indexOf('/OneStopNumber') + 2]! ^= 1;
    expect(signaturesOf(flipped)).toContain('Digest Mismatch.');
  });

  it('keeps the first seal valid when a second body countersigns, and sets the second seal beside the first', async () => {
    const first = await sealDocument(await aDecision(), await aSealOf('和林格尔新区政务服务局'), { reason, at: sealedAt });
    const second = await sealDocument(first, await aSealOf('呼和浩特市自然资源局'), { reason: '会签', at: sealedAt, countersign: true });
    expect(signaturesOf(second).match(/Signature is Valid\./g)).toHaveLength(2);
    expect(structureOf(second)).toBe(0);
    expect(redPixelsOf(second, 2)).toBeGreaterThan(redPixelsOf(first, 2) * 1.5);
  });

  it('refuses the seal of a body that did not issue the document: one seal cannot hide the delegator (T10)', async () => {
    await expect(sealDocument(await aDecision(), await aSealOf('呼和浩特市自然资源局'), { reason, at: sealedAt })).rejects.toMatchObject({
      code: 'SEAL_NOT_OF_ISSUER',
      details: { seal: '呼和浩特市自然资源局', issuer: '和林格尔新区政务服务局' },
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('受理通知书')],
    ['a PDF head alone', Buffer.from('%PDF-1.7\n%%EOF')],
    ['a broken table', Buffer.from('%PDF-1.7\nxref\n0 999999999\ntrailer <<>>\nstartxref\n9\n%%EOF')],
  ])('refuses %s', async (_name, bytes) => {
    await expect(sealDocument(bytes, await aSealOf('和林格尔新区政务服务局'), { reason, at: sealedAt })).rejects.toMatchObject({ code: 'PDF_NOT_SEALABLE' });
  });

  it('does not touch the bytes it was given', async () => {
    const pdf = await aDecision();
    const before = Buffer.from(pdf);
    await sealDocument(pdf, await aSealOf('和林格尔新区政务服务局'), { reason, at: sealedAt });
    expect(pdf.equals(before)).toBe(true);
  });
});
