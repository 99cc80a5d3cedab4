import type { Item, Material } from './item.js';

/**
 * Gives every material a stable code. A code in the list is kept; without one, papers of the same name are the same paper: results of an
 * earlier item are named after that item, papers of one item after the item, papers of several after their English name.
 */
export function withMaterialCodes(items: readonly Item[]): Item[] {
  const users = new Map<string, Set<string>>();
  for (const item of items) {
    for (const material of item.materials) {
      const using = users.get(material.nameZh) ?? new Set();
      users.set(material.nameZh, using.add(item.code));
    }
  }
  const meanings = new Map<string, string>();
  return items.map((item) => {
    const taken = new Set(item.materials.flatMap((material) => (material.code === undefined ? [] : [material.code])));
    return { ...item, materials: item.materials.map((material) => ({ ...material, code: material.code ?? unused(distinct(materialCode(material, item, users), material, meanings), taken) })) };
  });
}

function materialCode(material: Material, item: Item, users: ReadonlyMap<string, ReadonlySet<string>>): string {
  if (material.source === 'earlierItem' && material.producedBy !== undefined) return `result-${material.producedBy}`;
  const name = material.nameEn.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  return (users.get(material.nameZh)?.size ?? 0) > 1 ? name : `${item.code}.${name}`;
}

/** Two papers with different Chinese names never share a code, even when somebody translated them alike. */
function distinct(code: string, material: Material, meanings: Map<string, string>): string {
  if (material.source === 'earlierItem') return code;
  let candidate = code;
  for (let number = 2; (meanings.get(candidate) ?? material.nameZh) !== material.nameZh; number++) candidate = `${code}-${number}`;
  meanings.set(candidate, material.nameZh);
  return candidate;
}

/** Two papers of one item may share an English name; the second then carries a number. */
function unused(code: string, taken: Set<string>): string {
  let candidate = code;
  for (let number = 2; taken.has(candidate); number++) candidate = `${code}-${number}`;
  taken.add(candidate);
  return candidate;
}
