import { knownConditionCodes } from '../conditions.js';
import type { ItemListMeta } from '../item.js';
import type { ReportFault } from '../list-fault.js';
import type { PlacedItem } from './placed-item.js';

interface PrerequisiteCheck {
  readonly meta: ItemListMeta;
  readonly allCodes: ReadonlySet<string>;
  readonly report: ReportFault;
}

/** Prerequisites exist, do not lie in a later stage, and never form a circle. */
export function checkPrerequisites(items: readonly PlacedItem[], { meta, allCodes, report }: PrerequisiteCheck): void {
  const byCode = new Map(items.map((placed) => [placed.item.code, placed]));
  for (const { item, place } of items) {
    item.prerequisites.forEach((group, groupIndex) => {
      const groupPlace = `${place}/prerequisites/${groupIndex}`;
      if (group.anyOf.length === 0) report(`${groupPlace}/anyOf`, 'prerequisite-empty', '前置事项组为空', 'The group of prerequisites is empty');
      if (!knownConditionCodes.includes(group.whenCode)) report(`${groupPlace}/whenCode`, 'condition-unknown', `未知的条件代码：${group.whenCode}`, `Unknown condition code: ${group.whenCode}`);
      group.anyOf.forEach((code, index) => {
        const at = `${groupPlace}/anyOf/${index}`;
        if (!allCodes.has(code)) return report(at, 'prerequisite-unknown', `前置事项不存在：${code}`, `There is no such item: ${code}`);
        if (code === item.code) return report(at, 'prerequisite-itself', '事项以自身为前置', 'An item cannot be its own prerequisite');
        const earlier = byCode.get(code);
        if (earlier && isLater(earlier.item.stage.id, item.stage.id, meta)) {
          report(at, 'prerequisite-later-stage', `前置事项 ${code} 属于更晚的阶段`, `${code} belongs to a later stage`);
        }
      });
    });
  }
  for (const circle of findCircles(items)) {
    const start = byCode.get(circle[0]!)!;
    report(`${start.place}/prerequisites`, 'prerequisite-circle', `前置事项形成循环：${circle.join(' → ')}`, `Prerequisites form a circle: ${circle.join(' → ')}`);
  }
}

/** Stages of order 0 run beside the others and are neither earlier nor later. */
function isLater(stage: string, than: string, meta: ItemListMeta): boolean {
  const order = meta.stages[stage]?.order ?? 0;
  const ours = meta.stages[than]?.order ?? 0;
  return order > 0 && ours > 0 && order > ours;
}

/** Each circle once, beginning at the item that stands first in the list. Iterative, so that a long chain cannot exhaust the stack. */
function findCircles(items: readonly PlacedItem[]): string[][] {
  const needs = new Map(items.map(({ item }) => [item.code, [...new Set(item.prerequisites.flatMap((group) => group.anyOf))].filter((code) => code !== item.code)]));
  const finished = new Set<string>();
  const circles: string[][] = [];
  for (const { item } of items) {
    if (finished.has(item.code)) continue;
    const path: { code: string; next: number }[] = [{ code: item.code, next: 0 }];
    const onPath = new Set([item.code]);
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      const code = needs.get(top.code)?.[top.next++];
      if (code === undefined) {
        path.pop();
        onPath.delete(top.code);
        finished.add(top.code);
      } else if (onPath.has(code)) {
        const from = path.findIndex((step) => step.code === code);
        circles.push([...path.slice(from).map((step) => step.code), code]);
      } else if (!finished.has(code) && needs.has(code)) {
        path.push({ code, next: 0 });
        onPath.add(code);
      }
    }
  }
  return circles;
}
