import type { ProjectType } from '../item.js';
import type { ReportFault } from '../list-fault.js';
import type { PlacedItem } from './placed-item.js';

/** A promise may shorten the law, never lengthen it (B20); what the law does not limit cannot be extended. */
export function checkLimits(items: readonly PlacedItem[], report: ReportFault): void {
  for (const { item, place } of items) {
    // A filing is not decided: its 0 says "done when the information is complete" (B9), its promise is the day on which the receipt goes out.
    const legal = item.itemType.id === 'BA' && item.statutoryLimitWorkdays === 0 ? 1 : item.statutoryLimitWorkdays;
    if (legal !== null && item.promisedLimitWorkdays > legal) {
      report(`${place}/promisedLimitWorkdays`, 'promise-longer-than-law', `承诺时限 ${item.promisedLimitWorkdays} 长于法定时限 ${legal}`, `The promise of ${item.promisedLimitWorkdays} exceeds the statutory ${legal}`);
    }
    for (const [type, promised] of Object.entries(item.promisedLimitByProjectType)) {
      const at = `${place}/promisedLimitByProjectType/${type}`;
      if (legal !== null && promised > legal) report(at, 'promise-longer-than-law', `承诺时限 ${promised} 长于法定时限 ${legal}`, `The promise of ${promised} exceeds the statutory ${legal}`);
      if (!item.appliesToProjectTypes.includes(type as ProjectType)) report(at, 'override-without-type', `事项不适用于项目类型 ${type}`, `The item does not apply to ${type}`);
    }
    if (!item.statutoryLimitWorkdays && item.clock.extensionMaxWorkdays > 0) {
      report(`${place}/clock/extensionMaxWorkdays`, 'extension-without-limit', '没有法定时限的事项不能延期', 'Without a statutory limit there is nothing to extend');
    }
    if (item.clock.correctionNoticeWorkdays === null && item.itemType.id !== 'BA') {
      report(`${place}/clock/correctionNoticeWorkdays`, 'no-notice-window', '只有备案事项可以没有补正告知期限', 'Only a filing may go without a correction-notice window');
    }
  }
}
