import fc from 'fast-check';
import { Name, PdfReader, PdfSyntaxError, PdfText, Ref, writeValue, type PdfValue } from '../../../src/documents/pdf/pdf-value.js';

const read = (text: string): PdfValue => new PdfReader(Buffer.from(text, 'latin1')).value();

const anyValue = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<PdfValue>(null, true, false),
    fc.integer({ min: -100000, max: 100000 }),
    fc.string({ minLength: 1 }).map((text) => new Name(Buffer.from(text, 'utf8').toString('latin1').replace(/\0/g, '0'))),
    fc.integer({ min: 1, max: 9999 }).map((number) => new Ref(number)),
    fc.string().map((text) => PdfText.of(text)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(fc.stringMatching(/^[A-Za-z]{1,8}$/), tie('value')), { maxLength: 5 }).map((entries) => new Map(entries)),
  ),
})).value;

describe('objects of PDF', () => {
  it('are read as they were written', () => {
    fc.assert(fc.property(anyValue, (value) => writeValue(read(writeValue(value))) === writeValue(value)));
  });

  it('keep Chinese text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => (read(writeValue(PdfText.of(text))) as PdfText).toString() === text));
    expect(String(read('(a\\(b\\)\\101\\n\\\\)'))).toBe('a(b)A\n\\');
  });

  it('end with a finding, not a crash, on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          new PdfReader(Buffer.from(bytes)).value();
        } catch (error) {
          if (!(error instanceof PdfSyntaxError)) throw error;
        }
      }),
    );
    expect(() => read('['.repeat(5000))).toThrow(PdfSyntaxError);
  });
});
