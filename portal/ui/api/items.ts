import type { ItemListView } from '../../../src/api/contract.js';
import { call } from './call.js';

/** What the list of items says about itself; screens that offer items must show it. */
export async function getItemNotice(): Promise<ItemListView['notice']> {
  return (await call<ItemListView>('GET', '/items', { query: { pageSize: 1 } })).notice;
}
