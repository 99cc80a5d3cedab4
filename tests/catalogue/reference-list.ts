import { readFileSync } from 'node:fs';
import type { Item, ItemListMeta } from '../../src/catalogue/item.js';
import { readItemList } from '../../src/catalogue/validate-item-list.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test damages a file at any depth and in any way
export type Damaged = Record<string, any>;

/** The seed list as raw JSON, a fresh copy for every caller, so that a test may damage it. */
export function rawList(): { meta: Record<string, unknown>; items: Record<string, unknown>[] } {
  return structuredClone(seed) as { meta: Record<string, unknown>; items: Record<string, unknown>[] };
}

export function referenceList(): { readonly items: Item[]; readonly meta: ItemListMeta } {
  return readItemList(rawList());
}

export function readReference(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../seeds/reference/${name}`, import.meta.url), 'utf8'));
}

const seed = readReference('items.json');
