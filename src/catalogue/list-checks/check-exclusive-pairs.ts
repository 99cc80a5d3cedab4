import type { ItemListMeta } from '../item.js';
import type { ReportFault } from '../list-fault.js';
import type { PlacedItem } from './placed-item.js';

/** Exclusive pairs name two different known items, and no item needs both of a pair. */
export function checkExclusivePairs(items: readonly PlacedItem[], { meta, allCodes, report }: { meta: ItemListMeta; allCodes: ReadonlySet<string>; report: ReportFault }): void {
  meta.mutuallyExclusive.forEach((pair, pairIndex) => {
    const at = `/meta/mutuallyExclusive/${pairIndex}`;
    const [left, right] = pair as readonly string[];
    if (pair.length !== 2 || left === right) return report(at, 'exclusive-pair', '互斥关系应为两个不同的事项', 'An exclusive pair names two different items');
    pair.forEach((code, index) => {
      if (!allCodes.has(code)) report(`${at}/${index}`, 'exclusive-unknown', `互斥事项不存在：${code}`, `There is no such item: ${code}`);
    });
    for (const { item, place } of items) {
      const alone = item.prerequisites.filter((group) => group.kind === 'hard' && group.anyOf.length === 1).map((group) => group.anyOf[0]);
      if (alone.includes(left) && alone.includes(right)) {
        report(`${place}/prerequisites`, 'needs-both-exclusive', `同时以互斥事项 ${left}、${right} 为前置，永远无法办理`, `Needs both ${left} and ${right}, which exclude each other`);
      }
    }
  });
}
