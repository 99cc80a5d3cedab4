import type { Case, WorkItem } from '../../entities/index.js';
import type { Actor } from '../actor.js';
import { COUNTERSIGN } from '../countersigning/ask-signer.js';
import type { ServiceContext } from '../service-context.js';
import { isJoint } from './case-clock.js';
import { entersAtCounter } from './filer.js';
import { mattersOf } from './open-matters.js';
import { suspensionOf } from '../suspensions/suspended.js';
import { directionOffers, legalOffers } from './law-offers.js';
import { isBesideAction, type BesideAction } from './beside-actions.js';
import { mayDo } from './may-act.js';

export interface BesideOffer {
  action: BesideAction | 'proposeEnd' | 'confirmIntervention' | 'refuseIntervention' | 'withdrawIntervention';
  label: string;
  labelEn: string;
  form?: string;
  /** Values to offer in the form. */
  suggestion?: Record<string, unknown>;
  /** The request that does it, where it is another than an action of the case. */
  call?: { method: 'POST' | 'PUT'; path: string; body: Record<string, unknown> };
  /** What the law asks for at this moment beyond the form itself, and the fields that it means. */
  hint?: string;
  hintEn?: string;
  demands?: string[];
  /** Where several of the kind may lie on one desk. */
  workItem?: string;
}

/** Work beside the flow that lies on this person's desk, such as an answer to a correction. */
export function besideWorkOffers(actor: Actor, caseRecord: Case, workItems: readonly WorkItem[]): BesideOffer[] {
  if (suspensionOf(caseRecord)) return [];
  const mine = workItems.filter((workItem) => isBesideAction(workItem.act ?? '') && mayDo(actor, { workItem }));
  const each = new Map(mine.map((workItem) => [workItem.act === COUNTERSIGN ? workItem.id : workItem.act, workItem]));
  return [...each.values()].map(({ id, act, name, form }) => ({ action: act as BesideAction, label: name, labelEn: labelsEn[act ?? ''] ?? name, ...(form && { form }), ...(act === COUNTERSIGN && { workItem: id }) }));
}

const labelsEn: Record<string, string> = { countersign: 'Sign', answerCorrection: 'Hand in corrections', reconfirmOpinion: 'Confirm the opinion again', sealPapers: 'Seal papers', decidePermitRequest: 'Decide the request' };

/** Everything was to be told before acceptance (行政许可法 32(4)); whoever asks for something now says why it was not. */
const afterAcceptance = {
  demands: ['ground'],
  hint: '受理后再提出补正的，须选择情形：新事实（newFact），或者本机关遗漏（weMissedIt，计入考核）；办理时限不停止计算。',
  hintEn: 'After acceptance a correction needs its ground: a new fact, or that we missed it, which is counted; the clock does not stop.',
};

/** Which acts beside the flow stand open to this person now, besides the work on his desk. */
export function besideOffers(context: ServiceContext, actor: Actor, stage: Case, shown: Case, children: Case[]): BesideOffer[] {
  if (shown.kind !== 'stage') return legalOffers(context, actor, shown);
  const applicant = actor.roles.includes('enterprise') && actor.organisationId === stage.organisationId;
  // What has been decided stands: the stage as a whole is terminated or taken back no longer.
  const isDecided = children.some((child) => child.decidedOn !== null);
  const withdrawal = isDecided ? [] : withdrawalOffers(actor, stage);
  const direction = directionOffers(actor, stage).filter(({ action }) => action !== 'terminate' || !isDecided);
  if (suspensionOf(stage)) return [...direction, ...withdrawal];
  const offers: BesideOffer[] = [];
  if ((applicant || entersAtCounter(actor, stage)) && stage.status === 'draft') offers.push({ action: 'submit', label: '提交申请', labelEn: 'Submit' });
  const correcting = stage.status === 'awaitingCorrection' || mattersOf(stage).some((matter) => matter.kind === 'correction');
  if (actor.roles.includes('clerk') && ['submitted', 'accepted'].includes(stage.status) && !correcting) offers.push({ action: 'requestCorrection', label: '一次性告知补正', labelEn: 'Request corrections', form: 'correction-request', ...(stage.status === 'accepted' && afterAcceptance) });
  if (actor.roles.includes('leader') && stage.status === 'accepted' && isJoint(stage)) offers.push({ action: 'extend', label: '批准联合办理延期', labelEn: 'Extend the limit of joint handling', form: 'extension' });
  const owing = mattersOf(stage).some((matter) => matter.kind === 'owedMaterial');
  if (applicant && owing) offers.push({ action: 'handInOwed', label: '补交容缺材料', labelEn: 'Hand in owed papers' });
  if (actor.roles.includes('clerk') && stage.status === 'submitted') offers.push({ action: 'correctOnTheSpot', label: '当场更正', labelEn: 'Correct on the spot' });
  if (actor.roles.includes('clerk') && stage.status === 'accepted' && !isDecided && mattersOf(stage).some((matter) => matter.kind === 'owedMaterial' && matter.state === 'overdue')) offers.push({ action: 'treatAsWithdrawn', label: '按撤回申请处理', labelEn: 'Treat as withdrawn' });
  return [...offers, ...direction, ...withdrawal];
}

function withdrawalOffers(actor: Actor, stage: Case): BesideOffer[] {
  const applicant = actor.roles.includes('enterprise') && actor.organisationId === stage.organisationId;
  if (applicant && ['draft', 'submitted', 'accepted', 'awaitingCorrection'].includes(stage.status)) return [{ action: 'withdraw', label: '撤回申请', labelEn: 'Withdraw' }];
  return [];
}
