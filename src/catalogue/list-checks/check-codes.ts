import type { ReportFault } from '../list-fault.js';
import type { PlacedItem } from './placed-item.js';

const codeShape = /^[a-z]{2}(-[a-z0-9]+)+$/;

/** Codes have one shape and stand once; so do sequence numbers and names. */
export function checkCodes(items: readonly PlacedItem[], report: ReportFault): void {
  const codes = new Map<string, string>();
  const numbers = new Map<number, string>();
  const names = new Map<string, string>();
  for (const { item, place } of items) {
    if (!codeShape.test(item.code)) {
      report(`${place}/code`, 'code-shape', `代码应为“阶段-名称”的小写形式：${item.code}`, `A code is lower case, stage first: ${item.code}`);
    } else if (!item.code.startsWith(`${item.stage.id.toLowerCase()}-`)) {
      report(`${place}/code`, 'code-stage', `代码前缀与所属阶段不符：${item.code}`, `The code does not begin with its stage: ${item.code}`);
    }
    once(codes, item.code, `${place}/code`, report, 'duplicate-code', '事项代码');
    once(numbers, item.seq, `${place}/seq`, report, 'duplicate-seq', '序号');
    once(names, item.nameZh, `${place}/nameZh`, report, 'duplicate-name', '事项名称');
  }
}

function once<T>(seen: Map<T, string>, value: T, place: string, report: ReportFault, code: string, what: string): void {
  const before = seen.get(value);
  if (before === undefined) seen.set(value, place);
  else report(place, code, `${what}重复：${String(value)}（已见于 ${before}）`, `Already used at ${before}: ${String(value)}`);
}
