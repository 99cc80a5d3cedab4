import type { Item } from '../item.js';

/** An item of sound shape and the place where it stands in the file. */
export interface PlacedItem {
  readonly item: Item;
  readonly place: string;
}
