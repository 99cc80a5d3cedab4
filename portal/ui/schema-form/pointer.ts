/** The value at a JSON pointer (RFC 6901), own members only; undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  return partsOf(pointer).reduce<unknown>((holder, key) => (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined), root);
}

/** A copy of `root` with another value at the pointer; `undefined` takes the value away. Only what lies on the way is copied. */
export function withValueAt<Root>(root: Root, pointer: string, value: unknown): Root {
  return replaced(root, partsOf(pointer), value) as Root;
}

function replaced(holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(holder)) return holder.map((entry, index) => (String(index) === key ? replaced(entry, rest, value) : (entry as unknown)));
  const record = { ...(holder as Record<string, unknown> | undefined) };
  const next = replaced(Object.hasOwn(record, key) ? record[key] : undefined, rest, value);
  if (next === undefined) delete record[key];
  else record[key] = next;
  return record;
}

function partsOf(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}
