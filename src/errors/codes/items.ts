import type { CatalogueEntry } from '../catalogue-entry.js';

/** The catalogue of delegated items (56 项承接事项). */
export const catalogueErrors = {
  ITEM_NOT_FOUND: { kind: 'missing', zh: '没有这个事项：{code}', en: 'There is no such item: {code}' },
  ITEM_LIST_INVALID: { kind: 'rejected', zh: '事项目录有 {count} 处错误，未导入任何内容', en: 'The item list has {count} faults; nothing was imported' },
  ITEMS_EXCLUSIVE: { kind: 'rejected', zh: '所选事项互斥，只能选择其一：{items}', en: 'These items exclude each other; choose one: {items}' },
  REFERENCE_DATA_INVALID: { kind: 'rejected', zh: '基础数据（{name}）有误，未导入任何内容', en: 'The reference data ({name}) has faults; nothing was imported' },
} as const satisfies Record<string, CatalogueEntry>;
