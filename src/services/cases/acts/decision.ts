import { Decision, Opinion, Permit } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { notifyApplicant, notifyDepartment } from '../notify.js';
import { permitTerm } from '../../permits/permit-term.js';
import type { CaseStep } from '../case-step.js';
import { delegationOf } from '../delegation.js';
import { refuseOpenMatters } from '../open-matters.js';
import { refuseUnmetPrerequisites } from '../prerequisites.js';
import type { Act } from './act.js';

/**
 * The decision on one item 准予 / 不予行政许可 (行政许可法 art. 38). A refusal says its reasons (the documents add the remedies); an approval
 * waits for the items that the law puts before it. Nobody decides what he himself examined.
 */
export const decision: Act = {
  async perform({ step, workItem, outcome, form, signed }) {
    const { caseRecord, tx, actor, today } = step;
    const approved = outcome === 'approve';
    const [examined] = await tx.find(Opinion, 'caseId = ? AND kind = ? ORDER BY at DESC, id DESC', [caseRecord.id, 'examination']);
    if (examined?.personId === actor.id) throw new DomainError('NOT_YOUR_OWN_WORK', { step: workItem.name });
    refuseOpenMatters(caseRecord, approved ? 'approved' : 'refused');
    if (approved) await refuseUnmetPrerequisites(step, 'decision');
    tx.insert(Decision, {
      caseId: caseRecord.id,
      itemCode: caseRecord.itemCode as string,
      outcome: approved ? 'approved' : 'refused',
      reasons: String(form.reasons ?? ''),
      conditions: form.conditions === undefined ? null : String(form.conditions),
      terms: { facts: form.facts, legalBasis: form.legalBasis, content: form.content, validFrom: form.validFrom, validUntil: form.validUntil, ...(signed && { signed }) },
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedOn: today,
      delegation: delegationOf(step),
    });
    if (approved) leavePermit(step, form);
    step.set({ status: approved ? 'approved' : 'refused', decidedOn: today, closedAt: step.at, dueOn: null });
    step.note('decided', { outcome: approved ? 'approved' : 'refused', reasons: form.reasons ?? '', conditions: form.conditions ?? null }, { step: workItem.step });
    tellLineDepartment(step, approved);
    notifyApplicant(step, `“${caseRecord.title}”已作出${approved ? '准予' : '不予'}许可的决定，文书正在用印。`);
  },
};

/** 审管分离: where another body hands the power over, its line department goes on supervising and has to know each decision. */
function tellLineDepartment(step: CaseStep, approved: boolean): void {
  const { signingBody, delegatingBody } = delegationOf(step);
  if (signingBody.id !== delegatingBody.id) notifyDepartment(step, delegatingBody.id, `推送：“${step.caseRecord.title}”（${step.caseRecord.number}）已由${signingBody.name}作出${approved ? '准予' : '不予'}许可的决定，请依法履行监管职责。`);
}

/** What the approval leaves behind, with the term that it states or that the list of items gives. */
function leavePermit({ tx, caseRecord, context, today }: CaseStep, form: Record<string, unknown>): void {
  const item = context.items.get(caseRecord.itemCode as string, caseRecord.itemListVersion);
  tx.insert(Permit, {
    caseId: caseRecord.id,
    itemCode: item.code,
    organisationId: caseRecord.organisationId,
    title: caseRecord.title,
    issuedOn: today,
    ...permitTerm(item, today, form as { validFrom?: string; validUntil?: string }),
    startExtensions: 0,
    state: 'valid',
  });
}
