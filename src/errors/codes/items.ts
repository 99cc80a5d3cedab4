import type { CatalogueEntry } from '../catalogue-entry.js';

/** The catalogue of delegated items (56 项承接事项). */
export const catalogueErrors = {
  ITEM_NOT_FOUND: { kind: 'missing', zh: '没有这个事项：{code}', en: 'There is no such item: {code}' },
} as const satisfies Record<string, CatalogueEntry>;
