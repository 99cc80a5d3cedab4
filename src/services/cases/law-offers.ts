import type { Case } from '../../entities/index.js';
import { hasRole, type Actor } from '../actor.js';
import { pauseRulesOf } from '../pauses/pause-rules.js';
import { isReturnable } from '../reconfirmations/return-for-examination.js';
import type { ServiceContext } from '../service-context.js';
import { isSuspendable } from '../suspensions/suspend-case.js';
import { directs, suspensionOf } from '../suspensions/suspended.js';
import { isTerminable } from '../terminations/terminate-case.js';
import type { BesideOffer } from './beside-offers.js';
import { handles, isRunningItem } from './handler-of-item.js';
import { mattersOf } from './open-matters.js';

/** The legal acts on one item that stand open to this person now: special procedures, extension, hearing, public notice. */
export function legalOffers({ items }: ServiceContext, actor: Actor, item: Case): BesideOffer[] {
  if (suspensionOf(item)) return directionOffers(actor, item);
  if (!isRunningItem(item)) return directionOffers(actor, item);
  const offers: BesideOffer[] = [];
  const listed = items.get(item.itemCode as string, item.itemListVersion);
  const hearing = mattersOf(item).find((matter) => matter.kind === 'hearing')?.state;
  const open = new Set(mattersOf(item).map((matter) => matter.kind));
  if (handles(actor, item)) {
    if (open.has('pause')) offers.push({ action: 'endPause', label: '结束特别程序', labelEn: 'End the special procedure' });
    else if (pauseRulesOf(listed).length > 0) offers.push({ action: 'startPause', label: '启动特别程序', labelEn: 'Begin a special procedure', form: 'special-procedure' });
    if (!open.has('hearing')) offers.push({ action: 'tellHearingRight', label: '告知听证权利', labelEn: 'Tell the right to a hearing', form: 'hearing-right' });
    if (hearing === 'requested') offers.push({ action: 'scheduleHearing', label: '安排听证', labelEn: 'Schedule the hearing', form: 'hearing-schedule' });
    if (hearing === 'scheduled') offers.push({ action: 'recordHearing', label: '记录听证', labelEn: 'Record the hearing', form: 'hearing-record' });
    const objection = mattersOf(item).find((matter) => matter.kind === 'objection');
    if (objection) offers.push({ action: 'answerObjection', label: '答复异议', labelEn: 'Answer an objection', form: 'objection-answer', suggestion: { objection: objection.id } });
    if (!open.has('publicNotice')) offers.push({ action: 'publishNotice', label: '公示', labelEn: 'Publish a notice', form: 'public-notice' });
    if (hasRole(actor, 'leader') && isReturnable(item) && !open.has('reconfirmation')) offers.push({ action: 'returnForExamination', label: '退回重新审查', labelEn: 'Return for examination', form: 'return-for-examination' });
    if (hasRole(actor, 'leader') && items.limitsOf(listed, item.projectType).extension !== null) offers.push({ action: 'extend', label: '批准延期', labelEn: 'Extend the limit', form: 'extension' });
  }
  offers.push(...thirdPartyOffers(actor, item));
  const own = hasRole(actor, 'enterprise') && actor.organisationId === item.organisationId;
  if (hearing === 'told' && (own || hasRole(actor, 'clerk'))) offers.push({ action: 'requestHearing', label: '要求听证', labelEn: 'Ask for a hearing', form: 'hearing-request' });
  if (hasRole(actor, 'clerk')) offers.push({ action: 'recordObjection', label: '记录异议', labelEn: 'Record an objection', form: 'objection' });
  return [...offers, ...directionOffers(actor, item)];
}

/** Suspending, resuming and terminating, for whoever directs the case. */
export function directionOffers(actor: Actor, caseRecord: Case): BesideOffer[] {
  if (!directs(actor, caseRecord)) return [];
  const suspension = suspensionOf(caseRecord);
  const offers: BesideOffer[] = [];
  if (suspension && !(caseRecord.kind === 'item' && suspension.key === 'stage')) offers.push({ action: 'resume', label: '恢复办理', labelEn: 'Resume', form: 'resumption' });
  if (!suspension && isSuspendable(caseRecord)) offers.push({ action: 'suspend', label: '中止办理', labelEn: 'Suspend', form: 'suspension' });
  if (isTerminable(caseRecord)) offers.push({ action: 'terminate', label: '终止办理', labelEn: 'Terminate', form: 'termination' });
  return offers;
}

/** Those whose interests are touched: whoever handles the item names them, the window serves the notices, either writes down what they state. */
function thirdPartyOffers(actor: Actor, item: Case): BesideOffer[] {
  const awaited = mattersOf(item).filter((matter) => matter.kind === 'thirdParty');
  const unserved = awaited.filter((matter) => matter.state === 'named');
  const offers: BesideOffer[] = [];
  const handler = handles(actor, item);
  const one = (matters: typeof awaited): { suggestion?: Record<string, unknown> } => (matters[0] ? { suggestion: { thirdParty: matters[0].id } } : {});
  if (handler) offers.push({ action: 'nameThirdParties', label: '告知利害关系人', labelEn: 'Name third parties', form: 'third-parties' });
  if (hasRole(actor, 'clerk') && unserved.length > 0) offers.push({ action: 'serveThirdParty', label: '送达利害关系人', labelEn: 'Serve a third party', form: 'delivery', ...one(unserved) });
  if ((handler || hasRole(actor, 'clerk')) && awaited.length > 0) offers.push({ action: 'recordStatement', label: '记录陈述申辩', labelEn: 'Record a statement', form: 'third-party-statement', ...one(awaited) });
  if (handler && unserved.length > 0) offers.push({ action: 'releaseThirdParty', label: '撤销利害关系人告知', labelEn: 'Release a third party', form: 'third-party-release', ...one(unserved) });
  return offers;
}
