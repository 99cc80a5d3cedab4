import type { ItemClock } from '../../calendar/index.js';
import { documentTraits } from '../../services/documents/document-traits.js';
import { roleNames, type Role } from '../../services/actor.js';
import type { CaseRow } from '../../services/cases/find-cases.js';
import type { WorkItemRow } from '../../services/cases/find-work-items.js';
import type { CaseSight } from '../../services/cases/view-case.js';
import type { ListChange } from '../../services/cases/follow-list.js';
import { mattersOf } from '../../services/cases/open-matters.js';
import { conclusions, eventText, statusText } from '../../services/cases/words.js';
import type { AttachmentView, AvailableAction, CaseEventView, CaseListRow, CaseStatus, CaseView, ClockSummary, CorrectionView, DocumentView, Light, MeetingView, OpinionView, ReviewView, WorkItemView } from '../contract.js';
import { waitsForSigners } from '../../services/countersigning/signing-state.js';
import { isFreeToComplete } from '../../services/work-items/work-item-actions.js';
import { presentCountersigning } from '../countersignings/countersignings.presenter.js';
import { presentMaterial } from '../items/items.presenter.js';

type CaseRecord = CaseSight['caseRecord'];

export function presentCaseRow({ caseRecord, applicant }: CaseRow, today: string): CaseListRow {
  return {
    ...coreOf(caseRecord),
    applicant,
    light: lightOfRow(caseRecord, today),
  };
}

function coreOf(caseRecord: CaseRecord): Omit<CaseListRow, 'applicant'> {
  return {
    id: caseRecord.id,
    number: caseRecord.number,
    kind: caseRecord.kind as 'stage' | 'item',
    title: caseRecord.title,
    stage: caseRecord.stage,
    ...(caseRecord.itemCode && { itemCode: caseRecord.itemCode }),
    status: caseRecord.status as CaseStatus,
    statusText: statusText(caseRecord.status),
    ...(caseRecord.submittedAt && { submittedAt: caseRecord.submittedAt }),
    due: caseRecord.dueOn,
    version: caseRecord.version,
  };
}

/** In a list the promised date decides; the case page shows the full clock. */
function lightOfRow(caseRecord: CaseRecord, today: string): Light {
  if (caseRecord.closedAt !== null) return 'done';
  if (mattersOf(caseRecord).some((matter) => matter.kind === 'pause')) return 'paused';
  if (caseRecord.status === 'awaitingCorrection' || caseRecord.dueOn === null) return caseRecord.status === 'awaitingCorrection' ? 'paused' : 'green';
  if (caseRecord.dueOn < today) return 'red';
  return caseRecord.dueOn === today ? 'yellow' : 'green';
}

export function summaryOf(clock: ItemClock): ClockSummary {
  const { state, usedWorkdays, remainingWorkdays, due, provisional, light } = clock;
  return { state, usedWorkdays, remainingWorkdays, due, provisional, light };
}

/** The case page. The query code is told to the applicant alone. */
export function presentCase(sight: CaseSight, today: string): CaseView & { queryCode?: string } {
  const { caseRecord, project, organisation } = sight;
  const stageSections = Object.fromEntries(sight.sections.map((code) => [code, sight.form[code] ?? {}]));
  return {
    ...coreOf(caseRecord),
    light: caseRecord.closedAt === null ? (sight.clock?.light ?? lightOfRow(caseRecord, today)) : 'done',
    applicant: organisation.name,
    project: { id: project.id, name: project.name, projectType: project.projectType, ...(project.projectCode && { projectCode: project.projectCode }) },
    organisation: { id: organisation.id, name: organisation.name, creditCode: organisation.creditCode },
    waitingFor: sight.waitingFor,
    items: sight.items.map((item) => presentItemOfCase(sight, item)),
    sections: sight.sections,
    form: stageSections,
    formRevision: caseRecord.formRevision,
    ...(sight.listChange && { listChange: presentListChange(sight.listChange) }),
    materials: sight.materials.map((material) => presentMaterial(material, sight.attachments.filter((file) => file.material === material.code).map(presentAttachment))),
    workItems: sight.workItems.map((item) => presentWorkItem({ item, caseRecord, department: sight.departments.get(item.departmentId ?? ''), actions: sight.itemActions.get(item.id) ?? [], ...(sight.onBehalfOf.has(item.id) && { onBehalfOf: sight.onBehalfOf.get(item.id) }) }, today)),
    openMatters: mattersOf(caseRecord).map(({ kind, id, label, state }) => ({ kind, id, label, ...(state !== undefined && { state }) })),
    ...(sight.copies.length > 0 && { copies: sight.copies.map(({ personName, sentByName, sentAt, readAt }) => ({ person: personName, sentBy: sentByName, sentAt, readAt })) }),
    ...(sight.countersignings.length > 0 && { countersignings: sight.countersignings.map(presentCountersigning) }),
    availableActions: [...sight.offers.map(presentOffer), ...sight.besideOffers],
    unavailableActions: sight.others.map((offer) => ({ action: offer.action, label: offer.label, why: isFreeToComplete(offer) ? `由${whoMay(sight, offer)}办理` : whySigned(offer) })),
    ...(openCorrection(sight) && { correction: openCorrection(sight) }),
    corrections: sight.corrections.map(presentCorrection),
    ...(sight.reviews.length > 0 && { review: presentReview(sight, sight.reviews.at(-1) as CaseSight['reviews'][number]) }),
    ...(sight.meetings[0] && { meeting: presentMeeting(sight, sight.meetings[0]) }),
    opinions: sight.opinions.map((opinion) => presentOpinion(sight, opinion)),
    documents: sight.documents.map(presentDocument),
    ...(sight.clock && { clock: caseRecord.closedAt === null ? summaryOf(sight.clock) : { ...summaryOf(sight.clock), light: 'done' as const } }),
    ...(sight.flow && { flow: sight.flow }),
    ...(sight.queryCode && { queryCode: sight.queryCode }),
  };
}

function presentListChange({ from, to, addedSections, droppedSections, addedMaterials, droppedMaterials, withdrawnItems }: ListChange): NonNullable<CaseView['listChange']> {
  const named = ({ code, nameZh, nameEn }: ListChange['addedMaterials'][number]): { key: string; nameZh: string; nameEn: string } => ({ key: code, nameZh, nameEn });
  return { from, to, addedSections: [...addedSections], droppedSections: [...droppedSections], addedMaterials: addedMaterials.map(named), droppedMaterials: droppedMaterials.map(named), withdrawnItems: withdrawnItems.map(({ code, nameZh }) => ({ code, nameZh })) };
}

function presentItemOfCase(sight: CaseSight, { code, record, clock, decision }: CaseSight['items'][number]): CaseView['items'][number] {
  const item = sight.itemOf(code);
  const status = record?.status ?? 'chosen';
  return {
    code,
    nameZh: item.nameZh,
    itemType: item.itemType.id,
    department: { id: item.receivingBody.id, name: item.receivingBody.zh },
    ...(record && { caseId: record.id }),
    status: status as CaseStatus,
    statusText: statusText(status),
    ...(clock && { clock: summaryOf(clock) }),
    ...(decision && decision.outcome !== 'filed' && { decision: { outcome: decision.outcome as 'approved' | 'refused', reasons: decision.reasons, decidedOn: decision.decidedOn, by: decision.decidedByName } }),
  };
}

function presentOffer(offer: CaseSight['offers'][number]): AvailableAction {
  return { action: offer.action, label: offer.label, labelEn: offer.labelEn, workItem: offer.workItem.id, step: offer.workItem.step, ...(offer.form && { form: offer.form }), ...(offer.suggestion && { suggestion: offer.suggestion }) };
}

const whySigned = ({ workItem }: CaseSight['others'][number]): string => (waitsForSigners(workItem) ? '等待其他人员签署' : '与表决结果不符');

function whoMay(sight: CaseSight, offer: CaseSight['others'][number]): string {
  const { departmentId, organisationId, role } = offer.workItem;
  return sight.departments.get(departmentId ?? '')?.nameZh ?? sight.organisations.get(organisationId ?? '')?.name ?? roleNames[role as Role] ?? '其他人员';
}

export function presentWorkItem({ item, caseRecord, department, doneBy, actions, onBehalfOf, countersignings }: WorkItemRow, today: string): WorkItemView {
  return {
    id: item.id,
    caseId: item.caseId,
    caseNumber: caseRecord.number,
    caseTitle: caseRecord.title,
    step: item.step,
    name: item.name,
    ...(item.act && { act: item.act }),
    ...(item.form && { form: item.form }),
    ...(item.role && { role: item.role }),
    ...(department && { department: { id: department.id, name: department.nameZh } }),
    status: item.status as WorkItemView['status'],
    ...(item.assigneeId && { assigneeId: item.assigneeId }),
    ...(item.delegatedBy && { delegatedBy: item.delegatedBy }),
    ...(item.urgedTimes && { urgedTimes: item.urgedTimes }),
    ...(onBehalfOf && { onBehalfOf: { ...onBehalfOf, text: `代 ${onBehalfOf.name} 办理` } }),
    ...(item.returned !== null && { returned: item.returned as NonNullable<WorkItemView['returned']> }),
    availableActions: actions,
    ...(countersignings && countersignings.length > 0 && { countersignings: countersignings.map(presentCountersigning) }),
    openedAt: item.openedAt,
    dueOn: item.dueOn,
    light: item.status !== 'open' ? 'done' : item.dueOn !== null && item.dueOn < today ? 'red' : item.dueOn === today ? 'yellow' : 'green',
    ...(item.doneAt && { doneAt: item.doneAt }),
    ...(doneBy && { doneBy }),
    ...(item.outcome && { outcome: item.outcome }),
  };
}

export function presentAttachment(file: CaseSight['attachments'][number]): AttachmentView {
  const { id, material, name, mediaType, size, sha256, uploadedAt } = file;
  return { id, material, name, mediaType, size, sha256, uploadedAt };
}

const openCorrection = (sight: CaseSight): CorrectionView | undefined => {
  const open = sight.corrections.find((correction) => correction.status === 'open');
  return open && presentCorrection(open);
};

export function presentCorrection(correction: CaseSight['corrections'][number]): CorrectionView {
  return {
    id: correction.id,
    caseId: correction.caseId,
    status: correction.status as CorrectionView['status'],
    items: correction.items as CorrectionView['items'],
    noticedOn: correction.noticedOn,
    dueOn: correction.dueOn,
    ...(correction.answeredOn && { answeredOn: correction.answeredOn }),
    ...(correction.documentId && { documentId: correction.documentId }),
  };
}

function presentReview(sight: CaseSight, review: CaseSight['reviews'][number]): ReviewView {
  return {
    id: review.id,
    caseId: review.caseId,
    status: review.status as ReviewView['status'],
    agency: sight.organisations.get(review.agencyId)?.name ?? review.agencyId,
    scope: review.scope,
    items: review.items as string[],
    commissionedOn: review.commissionedOn,
    dueOn: review.dueOn,
    ...(review.reportedOn && { reportedOn: review.reportedOn }),
    ...(review.conclusion && { conclusion: review.conclusion as ReviewView['conclusion'] }),
    ...(review.report !== null && { report: review.report as Record<string, unknown> }),
  };
}

function presentMeeting(sight: CaseSight, meeting: CaseSight['meetings'][number]): MeetingView {
  return {
    id: meeting.id,
    caseId: meeting.caseId,
    status: meeting.status as MeetingView['status'],
    heldAt: meeting.heldAt,
    place: meeting.place,
    ...(meeting.chair && { chair: meeting.chair }),
    agenda: meeting.agenda as MeetingView['agenda'],
    opinions: sight.opinions.filter((opinion) => opinion.meetingId === meeting.id).map((opinion) => presentOpinion(sight, opinion)),
    ...(meeting.minutes !== null && { minutes: meeting.minutes as Record<string, unknown> }),
  };
}

function presentOpinion(sight: CaseSight, opinion: CaseSight['opinions'][number]): OpinionView {
  const department = sight.departments.get(opinion.departmentId ?? '');
  return {
    id: opinion.id,
    kind: opinion.kind as OpinionView['kind'],
    ...(opinion.itemCode && { itemCode: opinion.itemCode }),
    department: { id: opinion.departmentId ?? '', name: department?.nameZh ?? '' },
    person: opinion.personName,
    conclusion: conclusions[opinion.conclusion] ?? opinion.conclusion,
    text: opinion.text,
    at: opinion.at,
  };
}

export function presentDocument(document: CaseSight['documents'][number]): DocumentView {
  return {
    id: document.id,
    caseId: document.caseId,
    kind: document.kind,
    kindText: documentTraits[document.kind as keyof typeof documentTraits]?.name ?? document.kind,
    number: document.number,
    title: document.title,
    status: document.status as DocumentView['status'],
    state: document.state as DocumentView['state'],
    issuedOn: document.issuedOn,
    verifyCode: document.verifyCode,
    ...(document.sha256 && { sha256: document.sha256 }),
    ready: document.filePath !== null,
  };
}

export function presentEvent(event: { seq: number; type: string; at: string; onDate: string; actorName: string; step: string | null; data: unknown; hash: string; caseId: string }): CaseEventView & { caseId: string } {
  const data = event.data as Record<string, unknown>;
  return { seq: event.seq, type: event.type, text: eventText(event.type, data), at: event.at, on: event.onDate, actor: event.actorName, ...(event.step && { step: event.step }), data, hash: event.hash, caseId: event.caseId };
}
