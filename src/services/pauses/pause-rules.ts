import type { Item } from '../../catalogue/item.js';
import { articles } from '../../calendar/articles.js';
import { pauseKinds, type PauseKind } from '../../calendar/item-clock/pause-kinds.js';

/** A procedure whose time does not count for an item 特殊环节: what it is called, the article, and the longest time the special act gives it. */
export interface PauseRule {
  kind: PauseKind;
  name: string;
  article: string;
  mostWorkdays?: number;
}

/**
 * The item's own list of special procedures: the eight of 行政许可法 art. 45 as far as the list of items names them, with the longest time
 * where the special act caps it (`expertReview(≤20 working days)`). What the list calls by other words is no procedure of art. 45.
 */
export function pauseRulesOf(item: Item): PauseRule[] {
  const caps = new Map<string, number>();
  const named = item.clock.excludedPeriods.map((text) => {
    const [, kind = '', most] = /^([A-Za-z]+)(?:\(≤(\d+)[^)]*\))?/.exec(text) ?? [];
    if (most !== undefined) caps.set(kind, Number(most));
    return kind;
  });
  return (Object.keys(pauseKinds) as PauseKind[])
    .filter((kind) => named.includes(kind))
    .map((kind) => ({ kind, name: pauseKinds[kind].zh, article: articles.excluded, ...(caps.has(kind) && { mostWorkdays: caps.get(kind) }) }));
}
