import { CaseEvent, Correction, type WorkItem } from '../../../entities/index.js';
import { itemClock } from '../../../calendar/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { findCompetence, judgeCompetence, refuseIncompetence, type Competence } from '../../delegations/find-competence.js';
import { authorityToTell, suggestRefusal } from '../../delegations/right-authority.js';
import { takeOnDebts, type PromisedPaper } from '../../promises/take-on-debts.js';
import { clockInput } from '../case-clock.js';
import { notifyApplicant } from '../notify.js';
import type { CaseStep } from '../case-step.js';
import { noticeWindowWorkdays } from '../../corrections/notice-window.js';
import { refuseUnmetPrerequisites } from '../prerequisites.js';
import type { Act } from './act.js';

/**
 * 受理 or 不予受理 (行政许可法 art. 32). An application counts as accepted from the day on which it was complete: the day of receipt when
 * nothing had to be corrected and the notice window was missed, the day of the correction otherwise, today when accepted within the window.
 */
export const acceptance: Act = {
  async perform({ step, outcome, form, workItem }) {
    if ((await step.tx.count(Correction, 'caseId = ? AND status = ?', [step.caseRecord.id, 'open'])) > 0) throw new DomainError('CORRECTION_OPEN');
    if (outcome === 'refuse') return refuse(step, form as unknown as Refusal, workItem.step);
    const competence = await findCompetence(step);
    refuseIncompetence(competence);
    await refuseUnmetPrerequisites(step, 'acceptance');
    const debts = await takeOnDebts(step, (form.owedMaterials ?? []) as PromisedPaper[]);
    const day = await acceptanceDay(step);
    accept(step, workItem, { ...day, delegation: competence.delegations, remarks: form.remarks ?? '', owedMaterials: debts.map(({ material, name, kind, dueOn }) => ({ material, name, kind, dueOn })) });
  },
  suggest({ outcome, page, ...known }) {
    if (outcome !== 'refuse' || page.delegations.length === 0) return undefined;
    const form = (page.forms[0]?.data ?? {}) as Record<string, Record<string, unknown>>;
    return suggestRefusal(judgeCompetence(known, { delegations: page.delegations.toReversed(), form, departments: page.departments }));
  },
};

/**
 * What the law itself brings about when the window said nothing in time (rule A6), or left complete papers lying (A7): accepted as of
 * that day, whatever an officer thinks of it now.
 */
export async function acceptByLaw(step: CaseStep, workItem: WorkItem, { delegations }: Competence): Promise<void> {
  accept(step, workItem, { ...(await acceptanceDay(step)), delegation: delegations, remarks: '', owedMaterials: [], byLaw: true });
}

interface Accepted {
  on: string;
  deemed: boolean;
  delegation: Record<string, unknown>;
  remarks: unknown;
  owedMaterials: unknown[];
  byLaw?: boolean;
}

function accept(step: CaseStep, workItem: WorkItem, { on, deemed, delegation, remarks, owedMaterials, byLaw }: Accepted): void {
  const { context, caseRecord } = step;
  const stageLimit = context.items.stageLimit(caseRecord.projectType, caseRecord.stage);
  step.set({ status: 'accepted', acceptedOn: on, dueOn: stageLimit === undefined ? null : context.calendars.dueOn(on, stageLimit), delegation: Object.keys(delegation).length > 0 ? delegation : null });
  step.note('accepted', { remarks, owedMaterials, deemed, ...(deemed && { windowWorkdays: noticeWindowWorkdays(context, caseRecord) }), ...(byLaw && { byLaw }) }, { step: workItem.step, on });
  notifyApplicant(step, `您的申请“${caseRecord.title}”${deemed ? '因逾期未告知补正，' : ''}已于 ${on} 受理，编号 ${caseRecord.number}。`);
}

/**
 * The day from which the application counts as accepted, asked of the same clock that counts the days: without a notice in time the day of
 * receipt (rule A6); after corrections the day on which what was asked for was complete (A7), whatever was thought of later; else today.
 */
async function acceptanceDay(step: CaseStep): Promise<{ on: string; deemed: boolean }> {
  const { caseRecord, context, tx, today } = step;
  const events = await tx.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseRecord.id]);
  const { acceptedOn, acceptance: how } = itemClock(clockInput(context, caseRecord, events), context.calendars.current(), { explain: false });
  return { on: acceptedOn ?? today, deemed: how === 'deemed' };
}

interface Refusal {
  refusalGround: string;
  reasons: string;
  competentAuthority?: string;
  authorityReason?: string;
}

async function refuse(step: CaseStep, { refusalGround: ground, reasons, ...said }: Refusal, stepId: string): Promise<void> {
  const told = ground === 'notCompetent' ? await tellAuthority(step, { competentAuthority: '', ...said }) : { competentAuthority: null };
  step.set({ status: 'notAccepted' });
  step.note('notAccepted', { ground, reasons, ...told }, { step: stepId });
  notifyApplicant(step, `您的申请“${step.caseRecord.title}”未予受理：${reasons}${told.competentAuthority ? `；请向${told.competentAuthority}提出` : ''}`);
}

async function tellAuthority(step: CaseStep, said: { competentAuthority: string; authorityReason?: string }): Promise<{ competentAuthority: string } & Record<string, unknown>> {
  const { caseRecord, context } = step;
  const competence = await findCompetence(step);
  const { authority, suggested, reason } = authorityToTell(competence, context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion), said);
  return { competentAuthority: authority, ...(competence.incompetent.length > 0 && { competence: competence.incompetent }), ...(reason !== undefined && { suggestedAuthority: suggested, authorityReason: reason }) };
}
