import type { CatalogueEntry } from '../catalogue-entry.js';

/** Cases 办件 and their work items. */
export const caseErrors = {
  CASE_NOT_FOUND: { kind: 'missing', zh: '没有这个办件：{id}', en: 'There is no such case: {id}' },
  STALE_VERSION: { kind: 'conflict', zh: '内容已被他人更新，请刷新后再操作', en: 'Somebody has changed this meanwhile; reload and try again' },
  ACTION_NOT_YOURS: { kind: 'forbidden', zh: '这一环节由其他人员办理', en: 'This step belongs to somebody else' },
} as const satisfies Record<string, CatalogueEntry>;
