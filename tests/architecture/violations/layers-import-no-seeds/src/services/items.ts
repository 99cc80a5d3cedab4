import { items } from '../../seeds/items.js';

export const allItems = items;
