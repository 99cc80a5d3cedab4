import type { Case } from '../../entities/index.js';
import { hasRole, type Actor } from '../actor.js';
import type { BesideOffer } from './beside-offers.js';
import { handles, isRunningItem } from './handler-of-item.js';
import { mattersOf } from './open-matters.js';

/** The legal acts on one item that stand open to this person now: special procedures and the extension. */
export function legalOffers(actor: Actor, item: Case): BesideOffer[] {
  if (!isRunningItem(item)) return [];
  const offers: BesideOffer[] = [];
  const open = new Set(mattersOf(item).map((matter) => matter.kind));
  if (handles(actor, item)) {
    if (open.has('pause')) offers.push({ action: 'endPause', label: '结束特别程序', labelEn: 'End the special procedure' });
    else offers.push({ action: 'startPause', label: '启动特别程序', labelEn: 'Begin a special procedure', form: 'special-procedure' });
    if (hasRole(actor, 'leader')) offers.push({ action: 'extend', label: '批准延期', labelEn: 'Extend the limit', form: 'extension' });
  }
  return offers;
}
