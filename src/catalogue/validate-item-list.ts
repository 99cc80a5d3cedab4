import { DomainError } from '../errors/domain-error.js';
import { faultCollector, type ListFault } from './list-fault.js';
import type { Item, ItemListMeta } from './item.js';
import { checkCodes } from './list-checks/check-codes.js';
import { checkExclusivePairs } from './list-checks/check-exclusive-pairs.js';
import { checkLimits } from './list-checks/check-limits.js';
import { checkMaterials } from './list-checks/check-materials.js';
import { checkPrerequisites } from './list-checks/check-prerequisites.js';
import { checkReferences } from './list-checks/check-references.js';
import { itemShape, metaShape } from './list-checks/item-shape.js';
import type { PlacedItem } from './list-checks/placed-item.js';
import { isRecord } from './list-checks/shape.js';
import { withMaterialCodes } from './material-codes.js';

export interface ItemListOptions {
  /** How many items the administrator expects; without it the count that the file states about itself. No law fixes the number. */
  readonly expectedCount?: number;
  /** Ids of departments that exist outside the file, besides those it lists. */
  readonly departments?: readonly string[];
}

export interface ItemListReport {
  /** Empty as soon as there is one fault: a list is taken whole or not at all. */
  readonly items: Item[];
  readonly meta: ItemListMeta | null;
  readonly faults: ListFault[];
}

/**
 * Checks an item list (`{ meta, items }`) and reports every fault with its place: shape, codes, count, departments, form sections,
 * limits (a promise never exceeds the law, B20), prerequisites (known, not in a later stage, no circle), exclusive pairs, materials.
 */
export function validateItemList(json: unknown, options: ItemListOptions = {}): ItemListReport {
  const { faults, report } = faultCollector();
  if (!isRecord(json) || !Array.isArray(json['items'])) {
    report('', 'wrong-shape', '文件应包含 meta 和 items', 'The file must hold meta and items');
    return { items: [], meta: null, faults };
  }
  const metaIsSound = metaShape(json['meta'], '/meta', report);
  const rows: readonly unknown[] = json['items'];
  const sound: PlacedItem[] = rows.flatMap((row, index) => (itemShape(row, `/items/${index}`, report) ? [{ item: row as Item, place: `/items/${index}` }] : []));
  const allCodes = new Set(rows.flatMap((row) => (isRecord(row) && typeof row['code'] === 'string' ? [row['code']] : [])));

  checkCodes(sound, report);
  checkLimits(sound, report);
  checkMaterials(sound, allCodes, report);
  if (metaIsSound) {
    const meta = json['meta'] as unknown as ItemListMeta;
    checkCount(rows.length, options.expectedCount ?? meta.count, report);
    checkReferences(sound, meta, { report, departments: options.departments ?? [] });
    checkPrerequisites(sound, { meta, allCodes, report });
    checkExclusivePairs(sound, { meta, allCodes, report });
  }
  if (faults.length > 0) return { items: [], meta: null, faults };
  return { items: withMaterialCodes(sound.map(({ item }) => item)), meta: json['meta'] as unknown as ItemListMeta, faults };
}

/** The items of a list, or `ITEM_LIST_INVALID` with every fault in its details. */
export function readItemList(json: unknown, options: ItemListOptions = {}): { readonly items: Item[]; readonly meta: ItemListMeta } {
  const { items, meta, faults } = validateItemList(json, options);
  if (meta === null) throw new DomainError('ITEM_LIST_INVALID', { count: faults.length, faults });
  return { items, meta };
}

function checkCount(found: number, expected: number, report: ReturnType<typeof faultCollector>['report']): void {
  if (found !== expected) report('/items', 'count-differs', `应有 ${expected} 项，实有 ${found} 项`, `${expected} items were expected, ${found} are there`);
}
