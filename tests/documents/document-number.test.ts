import { formatDocumentNumber } from '../../src/documents/document-number.js';
import { DomainError } from '../../src/errors/domain-error.js';

describe('the number of a document 文号', () => {
  it('has the year in six-corner brackets and the serial without leading zeros', () => {
    expect(formatDocumentNumber({ bodyShort: '内和新审', kindWord: '受', year: 2026, serial: 12 })).toBe('内和新审受〔2026〕12号');
  });

  it.each([
    { bodyShort: ' ', kindWord: '受', year: 2026, serial: 1 },
    { bodyShort: '内和新审', kindWord: '受', year: 26, serial: 1 },
    { bodyShort: '内和新审', kindWord: '受', year: 2026, serial: 0 },
    { bodyShort: '内和新审', kindWord: '受', year: 2026, serial: 1.5 },
  ])('is refused for %j', (parts) => {
    expect(() => formatDocumentNumber(parts)).toThrow(expect.objectContaining({ code: 'DOCUMENT_NUMBER_INVALID' }) as DomainError);
  });
});
