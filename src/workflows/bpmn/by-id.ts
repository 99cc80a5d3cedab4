/**
 * A record with ids or names of a diagram as its keys. Nothing is inherited: a step may be called `constructor` (施工单位) or `toString`,
 * and asking for one that is not there must give undefined.
 */
export function byId<T>(entries: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
