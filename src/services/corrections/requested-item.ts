/** One thing that the applicant is asked to correct, as the notice names it. */
export interface RequestedItem {
  kind: 'field' | 'material';
  /** JSON pointer of the field, or key of the material. */
  target: string;
  /** Name of the field or material as people know it. */
  name: string;
  reason: string;
  norm: string;
  /** Departments that asked for it. */
  departments?: string[];
  /** Why it was not told the first time. */
  ground?: Ground;
}

/** A later request is a fact that was not there before, or an omission that counts against whoever asks. */
export type Ground = 'newFact' | 'weMissedIt';

export const keyOf = ({ kind, target }: Pick<RequestedItem, 'kind' | 'target'>): string => `${kind}:${target}`;

/** Requests of several people for the same thing become one, with all of their reasons. */
export function mergeItems(items: readonly RequestedItem[]): RequestedItem[] {
  const merged = new Map<string, RequestedItem>();
  for (const item of items) {
    const known = merged.get(keyOf(item));
    if (!known) merged.set(keyOf(item), { ...item });
    else {
      if (!known.reason.includes(item.reason)) known.reason = `${known.reason}；${item.reason}`;
      if (!known.norm.includes(item.norm)) known.norm = `${known.norm}；${item.norm}`;
      known.departments = [...new Set([...(known.departments ?? []), ...(item.departments ?? [])])];
      if (item.ground === 'weMissedIt') known.ground = 'weMissedIt';
    }
  }
  return [...merged.values()];
}
