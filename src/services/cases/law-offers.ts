import type { Case } from '../../entities/index.js';
import { hasRole, type Actor } from '../actor.js';
import type { BesideOffer } from './beside-offers.js';
import { handles, isRunningItem } from './handler-of-item.js';
import { mattersOf } from './open-matters.js';

/** The legal acts on one item that stand open to this person now: special procedures, extension, hearing, public notice. */
export function legalOffers(actor: Actor, item: Case): BesideOffer[] {
  if (!isRunningItem(item)) return [];
  const offers: BesideOffer[] = [];
  const hearing = mattersOf(item).find((matter) => matter.kind === 'hearing')?.state;
  const open = new Set(mattersOf(item).map((matter) => matter.kind));
  if (handles(actor, item)) {
    if (open.has('pause')) offers.push({ action: 'endPause', label: '结束特别程序', labelEn: 'End the special procedure' });
    else offers.push({ action: 'startPause', label: '启动特别程序', labelEn: 'Begin a special procedure', form: 'special-procedure' });
    if (!open.has('hearing')) offers.push({ action: 'tellHearingRight', label: '告知听证权利', labelEn: 'Tell the right to a hearing', form: 'hearing-right' });
    if (hearing === 'requested') offers.push({ action: 'scheduleHearing', label: '安排听证', labelEn: 'Schedule the hearing', form: 'hearing-schedule' });
    if (hearing === 'scheduled') offers.push({ action: 'recordHearing', label: '记录听证', labelEn: 'Record the hearing', form: 'hearing-record' });
    if (open.has('objection')) offers.push({ action: 'answerObjection', label: '答复异议', labelEn: 'Answer an objection', form: 'objection-answer' });
    if (!open.has('publicNotice')) offers.push({ action: 'publishNotice', label: '公示', labelEn: 'Publish a notice', form: 'public-notice' });
    if (hasRole(actor, 'leader')) offers.push({ action: 'extend', label: '批准延期', labelEn: 'Extend the limit', form: 'extension' });
  }
  const own = hasRole(actor, 'enterprise') && actor.organisationId === item.organisationId;
  if (hearing === 'told' && (own || hasRole(actor, 'clerk'))) offers.push({ action: 'requestHearing', label: '要求听证', labelEn: 'Ask for a hearing', form: 'hearing-request' });
  if (hasRole(actor, 'clerk')) offers.push({ action: 'recordObjection', label: '记录异议', labelEn: 'Record an objection', form: 'objection' });
  return offers;
}
