import type { Case } from '../../entities/index.js';
import type { Actor } from '../actor.js';
import { mattersOf } from './open-matters.js';
import { legalOffers } from './law-offers.js';
import type { BesideAction } from './beside-actions.js';

export interface BesideOffer {
  action: BesideAction;
  label: string;
  labelEn: string;
  form?: string;
}

/** Which acts beside the flow stand open to this person now. */
export function besideOffers(actor: Actor, stage: Case, shown: Case, children: Case[]): BesideOffer[] {
  if (shown.kind !== 'stage') return legalOffers(actor, shown);
  const applicant = actor.roles.includes('enterprise') && actor.organisationId === stage.organisationId;
  const offers: BesideOffer[] = [];
  if (applicant && stage.status === 'draft') offers.push({ action: 'submit', label: '提交申请', labelEn: 'Submit' });
  const correcting = stage.status === 'awaitingCorrection' || mattersOf(stage).some((matter) => matter.kind === 'correction');
  if (applicant && correcting) offers.push({ action: 'answerCorrection', label: '提交补正', labelEn: 'Hand in corrections', form: 'correction-response' });
  if (actor.roles.includes('clerk') && ['submitted', 'accepted'].includes(stage.status) && !correcting) offers.push({ action: 'requestCorrection', label: '一次性告知补正', labelEn: 'Request corrections', form: 'correction-request' });
  const decided = children.some((child) => ['approved', 'refused', 'filed'].includes(child.status));
  if (applicant && ['draft', 'submitted', 'accepted', 'awaitingCorrection'].includes(stage.status) && !decided) offers.push({ action: 'withdraw', label: '撤回申请', labelEn: 'Withdraw' });
  return offers;
}
