import { createHash } from 'node:crypto';
import { digestOfForm } from '../../../portal/ui/schema-form/signature/digest-of-form.js';
import { sha256 } from '../../../portal/ui/schema-form/signature/sha-256.js';

describe('the signature under a form', () => {
  it('is the SHA-256 that every other program computes', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
      const text = '审'.repeat(length) + 'a'.repeat(length % 7);
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });

  it('stays the same however the form was typed, and whether it is signed already', () => {
    const digest = digestOfForm({ S01: { projectName: '一期', address: '云谷' }, S18: { statementOfTruth: true } });
    expect(digestOfForm({ S18: { statementOfTruth: true, signature: digest }, S01: { address: '云谷', projectName: '一期', latitude: undefined, remarks: '' } })).toBe(digest);
  });

  it('no longer fits once an answer changes', () => {
    expect(digestOfForm({ S07: { capital: 1 } })).not.toBe(digestOfForm({ S07: { capital: 2 } }));
  });
});
