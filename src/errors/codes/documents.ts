import type { CatalogueEntry } from '../catalogue-entry.js';

/** Documents 文书, seals and their verification. */
export const documentErrors = {
  DOCUMENT_NOT_FOUND: { kind: 'missing', zh: '没有这份文书：{id}', en: 'There is no such document: {id}' },
} as const satisfies Record<string, CatalogueEntry>;
