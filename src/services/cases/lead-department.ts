import type { Item } from '../../catalogue/item.js';

/** The lead body 牵头部门 of a joint application: the one that handles most of its items, the earliest in the list among equals. */
export function leadDepartmentOf(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item.receivingBody.id, (counts.get(item.receivingBody.id) ?? 0) + 1);
  const [lead] = [...counts.entries()].sort(([, one], [, other]) => other - one)[0] ?? [''];
  return lead;
}
