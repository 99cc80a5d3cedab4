import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { IncrementalUpdate } from '../../../src/documents/pdf/incremental-update.js';
import { PdfFile } from '../../../src/documents/pdf/pdf-file.js';
import { Name, PdfText, type PdfValue, Ref } from '../../../src/documents/pdf/pdf-value.js';
import { sealDocument } from '../../../src/documents/seals/seal-document.js';
import type { SealKey } from '../../../src/documents/seals/seal-key.js';
import { verifySealedPdf } from '../../../src/documents/seals/verify-sealed-pdf.js';
import { aDecision, aSealOf, sealedAt } from './test-seals.js';

let pdf: Buffer;
let sealKey: SealKey;
let otherKey: SealKey;
let sealed: Buffer;
let sealedTwice: Buffer;

beforeAll(async () => {
  pdf = await aDecision();
  sealKey = await aSealOf('和林格尔新区政务服务局', '行政许可专用章');
  otherKey = await aSealOf('呼和浩特市自然资源局');
  sealed = await sealDocument(pdf, sealKey, { reason: '作出决定', at: sealedAt });
  sealedTwice = await sealDocument(sealed, otherKey, { reason: '会签', at: sealedAt, countersign: true });
});

describe('a sealed document', () => {
  it('tells who sealed it, when, why and that it is unchanged', () => {
    expect(verifySealedPdf(sealed)).toMatchObject({
      sealed: true,
      valid: true,
      unchanged: true,
      coversWholeDocument: true,
      signerName: '和林格尔新区政务服务局',
      sealedAt: '2026-07-10T02:30:00.000Z',
      certificateFingerprint: sealKey.fingerprint,
      verifyCode: 'HN26-7K3M-Q9XD',
      documentNumber: '内和新审许〔2026〕31号',
      seals: [{ valid: true, reason: '作出决定', sealTitle: '行政许可专用章' }],
    });
    expect(verifySealedPdf(sealed).problem).toBeUndefined();
  });

  it('may carry several seals; the first is that of the issuing body', () => {
    expect(verifySealedPdf(sealedTwice)).toMatchObject({ valid: true, signerName: '和林格尔新区政务服务局', seals: [{ valid: true }, { valid: true, signerName: '呼和浩特市自然资源局' }] });
  });

  it('is trusted only with certificates of the seal register', () => {
    expect(verifySealedPdf(sealed, { trustedFingerprints: [sealKey.fingerprint] }).valid).toBe(true);
    expect(verifySealedPdf(sealed, { trustedFingerprints: [otherKey.fingerprint] })).toMatchObject({ valid: false, unchanged: true, problem: 'signer-not-trusted' });
    expect(verifySealedPdf(sealedTwice, { trustedFingerprints: [sealKey.fingerprint] })).toMatchObject({ valid: false, problem: 'signer-not-trusted' });
  });

  it('becomes invalid with any flipped bit, wherever it is', () => {
    const step = 97;
    for (let at = 0; at < sealed.length; at += step) {
      const flipped = Buffer.from(sealed);
      flipped[at]! ^= 0x04;
      // The digits of the signature are hexadecimal: another case of a letter is the same signature, so flip a bit that changes the value.
      expect({ at, valid: verifySealedPdf(flipped).valid }).toEqual({ at, valid: false });
    }
  });

  it('shows a changed content as changed', () => {
    const flipped = Buffer.from(sealed);
    flipped[3000]! ^= 1;
    expect(verifySealedPdf(flipped)).toMatchObject({ sealed: true, valid: false, unchanged: false, problem: 'content-changed', signerName: '和林格尔新区政务服务局' });
  });

  it('shows appended bytes, even a single line feed', () => {
    expect(verifySealedPdf(Buffer.concat([sealed, Buffer.from('\n')]))).toMatchObject({ valid: false, unchanged: false, coversWholeDocument: false, problem: 'content-added-after-seal' });
  });

  it('shows a cut end', () => {
    expect(verifySealedPdf(sealed.subarray(0, sealed.length - 1)).valid).toBe(false);
  });

  it('is not sealed before it is sealed', () => {
    expect(verifySealedPdf(pdf)).toMatchObject({ sealed: false, valid: false, problem: 'not-sealed', verifyCode: 'HN26-7K3M-Q9XD' });
  });

  it('is not valid when the certificate had run out', async () => {
    const late = await sealDocument(pdf, sealKey, { reason: '补章', at: new Date('2031-02-01T00:00:00Z') });
    expect(verifySealedPdf(late)).toMatchObject({ valid: false, unchanged: true, problem: 'certificate-not-valid-at-sealing' });
  });
});

describe('what a forger may try', () => {
  const forge = async (change: (update: IncrementalUpdate, file: PdfFile) => void, from = sealed): Promise<Buffer> => {
    const file = new PdfFile(from);
    const update = new IncrementalUpdate(file);
    change(update, file);
    return sealDocument(update.bytes(), otherKey, { reason: '会签', at: sealedAt, countersign: true });
  };

  it('putting another text under a valid seal and sealing the result anew is found', async () => {
    const forged = await forge((update, file) => {
      const pageRef = file.pages()[0]!;
      const content = update.newRef();
      update.setStream(content, new Map<string, PdfValue>([['Filter', new Name('FlateDecode')]]), deflateSync(Buffer.from('BT ET')));
      update.set(pageRef, new Map(file.getDictionary(pageRef)).set('Contents', content));
    });
    expect(verifySealedPdf(forged)).toMatchObject({ valid: false, unchanged: false, problem: 'content-changed-between-seals' });
  });

  it('replacing the content stream itself is found', async () => {
    const forged = await forge((update, file) => {
      const contents = file.getDictionary(file.pages()[0]!).get('Contents') as Ref;
      update.setStream(contents, new Map(), Buffer.from('BT ET'));
    });
    expect(verifySealedPdf(forged)).toMatchObject({ valid: false, problem: 'content-changed-between-seals' });
  });

  it('adding a text annotation between two seals is found', async () => {
    const forged = await forge((update, file) => {
      const pageRef = file.pages()[1]!;
      const note = update.newRef();
      update.set(note, new Map<string, PdfValue>([['Type', new Name('Annot')], ['Subtype', new Name('FreeText')], ['Contents', PdfText.of('不予许可')], ['Rect', [100, 100, 400, 200]]]));
      const page = new Map(file.getDictionary(pageRef));
      update.set(pageRef, page.set('Annots', [...(page.get('Annots') as PdfValue[]), note]));
    });
    expect(verifySealedPdf(forged)).toMatchObject({ valid: false, problem: 'content-changed-between-seals' });
  });

  it('laying the picture of a false seal over the text is found', async () => {
    const forged = await forge((update, file) => {
      const pageRef = file.pages()[0]!;
      const [field, form] = [update.newRef(), new Map(file.getDictionary(file.catalog.get('AcroForm')))];
      update.set(field, new Map<string, PdfValue>([['Type', new Name('Annot')], ['Subtype', new Name('Widget')], ['FT', new Name('Sig')], ['T', PdfText.of('Seal9')], ['Rect', [50, 100, 550, 700]]]));
      update.set(pageRef, new Map(file.getDictionary(pageRef)).set('Annots', [field]));
      update.set(file.trailer.get('Root') as Ref, new Map(file.catalog).set('AcroForm', form.set('Fields', [...(form.get('Fields') as PdfValue[]), field])));
    });
    expect(verifySealedPdf(forged)).toMatchObject({ valid: false, problem: 'content-changed-between-seals' });
  });

  it('removing the first seal from the page is found', async () => {
    const forged = await forge((update, file) => {
      const pageRef = file.pages()[1]!;
      update.set(pageRef, new Map(file.getDictionary(pageRef)).set('Annots', []));
    });
    expect(verifySealedPdf(forged)).toMatchObject({ valid: false, problem: 'content-changed-between-seals' });
  });

  it('pointing the trailer to another number or verify code is found', async () => {
    const forged = await forge((update, file) => {
      const info = file.trailer.get('Info') as Ref;
      update.set(info, new Map(file.getDictionary(info)).set('OneStopVerifyCode', PdfText.of('HN26-0000-0000')));
    });
    expect(verifySealedPdf(forged)).toMatchObject({ valid: false, problem: 'content-changed-between-seals' });
  });

  it('moving the byte range to leave out more than the signature is malformed', () => {
    const text = sealed.toString('latin1');
    const forged = Buffer.from(
      text.replace(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/, (whole, gap: string, gapEnd: string, length: string) => `/ByteRange [0 ${Number(gap) - 5} ${gapEnd} ${length}]`.padEnd(whole.length)),
      'latin1',
    );
    expect(verifySealedPdf(forged)).toMatchObject({ sealed: true, valid: false, problem: 'malformed-seal' });
  });

  it('hiding data behind the signature in its gap is malformed', () => {
    const forged = Buffer.from(sealed);
    const gapEnd = forged.indexOf('>', forged.indexOf('/Contents <'));
    forged.write('ff', gapEnd - 2, 'latin1');
    expect(verifySealedPdf(forged)).toMatchObject({ valid: false, problem: 'malformed-seal' });
  });

  it('taking the signature of another document gives no valid seal', async () => {
    const another = await sealDocument(await aDecision(), sealKey, { reason: '作出别的', at: sealedAt });
    const signatureOf = (file: Buffer) => file.toString('latin1').match(/\/Contents <([0-9a-f]+)>/)![1]!;
    const forged = Buffer.from(sealed.toString('latin1').replace(signatureOf(sealed), signatureOf(another)), 'latin1');
    expect(verifySealedPdf(forged)).toMatchObject({ valid: false, problem: 'content-changed' });
  });
});

describe('any bytes', () => {
  it('are answered, never thrown at', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('受理'), randomBytes(5000), Buffer.from('%PDF-1.7\n/ByteRange [0 1 2'), Buffer.from(`%PDF-${'/ByteRange [0 1 9 1]'.repeat(200)}`)]) {
      expect(verifySealedPdf(bytes).valid).toBe(false);
    }
    expect(verifySealedPdf(Buffer.from('受理'))).toMatchObject({ problem: 'not-a-pdf', sealed: false });
  });

  it('made from a sealed document by cutting, doubling and overwriting are never valid', () => {
    fc.assert(
      fc.property(fc.nat(sealedTwice.length - 1), fc.nat(400), fc.uint8Array({ minLength: 0, maxLength: 40 }), (at, removed, inserted) => {
        const bytes = Buffer.concat([sealedTwice.subarray(0, at), inserted, sealedTwice.subarray(at + removed)]);
        fc.pre(!bytes.equals(sealedTwice));
        return verifySealedPdf(bytes).valid === false;
      }),
      { numRuns: 300 },
    );
  });
});
