import { DomainError } from '../errors/domain-error.js';

export interface DocumentNumberParts {
  /** Short name of region and body, e.g. 内和新审. */
  bodyShort: string;
  /** One or more characters for the nature of the document, e.g. 受, 补, 许. */
  kindWord: string;
  /** Year in full. */
  year: number;
  /** Serial within (body, kind, year), from 1. */
  serial: number;
}

/**
 * The number of an official document 文号: short name + nature + year in six-corner brackets + serial without leading zeros + 号
 * (GB/T 9704-2012 7.2.5), e.g. 内和新审受〔2026〕12号.
 * @throws DomainError DOCUMENT_NUMBER_INVALID
 */
export function formatDocumentNumber({ bodyShort, kindWord, year, serial }: DocumentNumberParts): string {
  const usable = bodyShort.trim() !== '' && Number.isInteger(year) && year >= 1949 && year <= 9999 && Number.isInteger(serial) && serial >= 1;
  if (!usable) throw new DomainError('DOCUMENT_NUMBER_INVALID', { bodyShort, kindWord, year, serial });
  return `${bodyShort.trim()}${kindWord.trim()}〔${year}〕${serial}号`;
}
