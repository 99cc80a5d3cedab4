import type { Case, WorkItem } from '../../entities/index.js';
import { hasRole, type Actor } from '../actor.js';
import type { BesideOffer } from '../cases/beside-offers.js';
import { mattersOf, type OpenMatter } from '../cases/open-matters.js';
import type { ServiceContext } from '../service-context.js';
import { isTerminable } from '../terminations/terminate-case.js';
import { findStanding, nameOf } from '../work-items/step-moves.js';
import type { ItemAction } from '../work-items/work-item-actions.js';
import { interventionSteps } from './plan-intervention.js';

/** What an administrator may do with the case as a whole: end it together with another, or settle what one of them proposed. */
export function interventionOffers(context: ServiceContext, actor: Actor, caseRecord: Case, children: readonly Case[]): BesideOffer[] {
  if (!hasRole(actor, 'admin') || caseRecord.closedAt !== null || caseRecord.status === 'draft') return [];
  const pending = pendingIn(context, caseRecord);
  if (!pending) {
    const isEndable = isTerminable(caseRecord) && (caseRecord.kind === 'item' || children.every((child) => child.decidedOn === null));
    return isEndable ? [{ action: 'proposeEnd', label: '提出终止办理（双人）', labelEn: 'Propose to end the case', form: 'termination', call: { method: 'POST', path: '/interventions', body: { caseId: caseRecord.id, kind: 'end', version: caseRecord.version } } }] : [];
  }
  const call = (what: string): BesideOffer['call'] => ({ method: 'POST', path: `/interventions/${pending.id}/${what}`, body: {} });
  if (pending.key === actor.id) return [{ action: 'withdrawIntervention', label: '撤回干预', labelEn: 'Withdraw the intervention', call: call('withdrawal') }];
  return [
    { action: 'confirmIntervention', label: '确认干预', labelEn: 'Confirm the intervention', call: call('confirmation') },
    { action: 'refuseIntervention', label: '拒绝干预', labelEn: 'Refuse the intervention', call: call('refusal') },
  ];
}

/** What an administrator may propose to do with one piece of work. */
export async function interventionOffersAt(context: ServiceContext, actor: Actor, workItem: WorkItem, caseRecord: Case): Promise<ItemAction[]> {
  if (!hasRole(actor, 'admin') || workItem.status !== 'open' || caseRecord.closedAt !== null || pendingIn(context, caseRecord)) return [];
  const common = { workItem: workItem.id, step: workItem.step };
  const call = (kind: string): ItemAction['call'] => ({ method: 'POST', path: '/interventions', body: { caseId: caseRecord.id, kind, workItem: workItem.id, version: caseRecord.version } });
  const standing = await findStanding(context, caseRecord);
  const steps = standing ? interventionSteps(standing, workItem).map((id) => ({ id, name: nameOf(standing.flow, id) })) : [];
  return [
    { ...common, action: 'proposeReassignment', label: '提出改派（双人）', labelEn: 'Propose to give it to somebody else', call: call('reassign') },
    ...(steps.length > 0 ? [{ ...common, action: 'proposeReroute', label: '提出调整流程位置（双人）', labelEn: 'Propose to move it', call: call('reroute'), suggestion: { steps } }] : []),
  ];
}

/** The proposal that can still be confirmed: in time, and for the case as it stands. */
function pendingIn({ clock }: ServiceContext, caseRecord: Case): OpenMatter | undefined {
  return mattersOf(caseRecord).find((matter) => matter.kind === 'intervention' && matter.caseVersion === caseRecord.version && (matter.state ?? '') >= clock.now().toISOString());
}
