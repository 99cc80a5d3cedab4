import type { Attachment, Case, Correction, Decision, Department, Document, Meeting, Opinion, Organisation, Project, ReadingCopy, Review, WorkItem } from '../../entities/index.js';
import { plainDateOf, type ItemClock } from '../../calendar/index.js';
import type { Item } from '../../catalogue/item.js';
import type { MaterialRequirement } from '../../catalogue/materials.js';
import { DomainError } from '../../errors/domain-error.js';
import { hasRole, isOutsider, roleNames, type Actor, type Role } from '../actor.js';
import { COUNTERSIGN } from '../countersigning/ask-signer.js';
import { countersigningsOf, type CountersigningSight } from '../countersigning/view-countersignings.js';
import { formOfStage } from '../../forms/stage-form.js';
import { isShownTo } from '../documents/shown-to.js';
import { standInFor } from '../deputies/stand-in.js';
import { materialsGiven } from '../materials/required-materials.js';
import type { ServiceContext } from '../service-context.js';
import { actOf } from './acts/index.js';
import { isBesideAction } from './beside-actions.js';
import { besideOffers, besideWorkOffers, type BesideOffer } from './beside-offers.js';
import { deriveClock } from './case-clock.js';
import { mayDo, mayOpen, mayOpenItem } from './may-act.js';
import { sectionsShownTo } from './shown-sections.js';
import { awaitedNames } from './flow-state-of.js';
import { followed, listChangeOf, type ListChange } from './follow-list.js';
import { mattersOf } from './open-matters.js';
import { readFamily, readPage, type PageRows } from './read-page.js';
import { offersOf, type Offer } from './offered-actions.js';
import { waitingSentence } from './words.js';
import { interventionOffers, interventionOffersAt } from '../interventions/intervention-offers.js';
import { moveOffersFor } from '../work-items/move-offers.js';
import { isFreeToComplete, itemActionsFor, type ItemAction } from '../work-items/work-item-actions.js';

/** Everything that one case page shows, for one person. */
export interface CaseSight {
  caseRecord: Case;
  project: Project;
  organisation: Organisation;
  items: { record?: Case; code: string; clock?: ItemClock; decision?: Decision }[];
  sections: string[];
  form: Record<string, Record<string, unknown>>;
  materials: MaterialRequirement[];
  attachments: Attachment[];
  workItems: WorkItem[];
  itemActions: Map<string, ItemAction[]>;
  /** Work that lies on the person's desk because he stands in for somebody. */
  onBehalfOf: Map<string, { id: string; name: string }>;
  /** Who was sent the case to read. */
  copies: ReadingCopy[];
  /** What others sign at the open work, with the tally of this moment. */
  countersignings: CountersigningSight[];
  offers: Offer[];
  besideOffers: BesideOffer[];
  /** Offers that stand open but belong to others. */
  others: Offer[];
  corrections: Correction[];
  reviews: Review[];
  meetings: Meeting[];
  opinions: Opinion[];
  documents: Document[];
  departments: Map<string, Department>;
  organisations: Map<string, Organisation>;
  /** For a draft that was begun under an earlier list of items. */
  listChange?: ListChange;
  clock?: ItemClock;
  waitingFor: string;
  flow?: { key: string; version: number };
  /** Told to the applicant alone, for the public progress lookup. */
  queryCode?: string;
  itemOf: (code: string) => Item;
}

/** The case page of one person. Throws CASE_NOT_FOUND and NOT_YOURS. */
export async function viewCase(context: ServiceContext, actor: Actor, caseId: string): Promise<CaseSight> {
  const { read } = context.database;
  const found = await readFamily(read, caseId);
  if (!found) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  const { caseRecord, stage, children } = found;
  await mayOpen(read, actor, caseRecord);
  const shown = caseRecord.kind === 'stage' ? children : [caseRecord];
  const page = await readPage(read, caseRecord, found);
  const form = (page.forms[0]?.data ?? {}) as CaseSight['form'];
  const known = { form, earlierResults: page.finished.map(({ itemCode }) => itemCode as string) };
  const listChange = listChangeOf(context, caseRecord, known);
  if (listChange) Object.assign(caseRecord, followed(context, caseRecord));
  const { workItems, attachments, corrections, reviews, meetings, opinions, decisions, documents, events, departments, organisations } = page;
  const family = new Map([stage, ...children].map((each) => [each.id, each]));
  const actionsOf = async (item: WorkItem, owner: Case): Promise<ItemAction[]> => (owner.id === caseRecord.id || mayOpenItem(actor, owner) ? [...itemActionsFor(actor, item, owner), ...(await moveOffersFor(context, actor, item, owner)), ...(await interventionOffersAt(context, actor, item, owner))] : []);
  const departmentsById = new Map(departments.map((each) => [each.id, each]));
  const organisationsById = new Map(organisations.map((each) => [each.id, each]));
  const mineOpen = workItems.filter((item) => item.caseId === caseRecord.id);
  const offers = offersOf(caseRecord, mineOpen).filter((offer) => !isBesideAction(offer.workItem.act ?? '') && !(stage.status === 'awaitingCorrection' && offer.form === 'acceptance'));
  const list = context.items.list(stage.itemListVersion);
  const stageItems = (stage.itemCodes as string[]).map((code) => list.byCode.get(code) as Item);
  const codes = caseRecord.kind === 'item' ? [caseRecord.itemCode as string] : (stage.itemCodes as string[]);
  const mine = offers.filter((offer) => mayDo(actor, offer) && isFreeToComplete(offer)).map((offer) => withSuggestion(context, { caseRecord, children, page }, offer));
  const shownWork = (caseRecord.kind === 'stage' ? workItems : mineOpen).flatMap((item) => workShownTo(actor, item));
  const countersignings = isOutsider(actor) ? [] : await countersigningsOf(read, shownWork);
  const signable = mineOpen.filter((item) => !hasSignedFor(actor, item, countersignings));
  const signs = mineOpen.some((item) => item.act === COUNTERSIGN && item.assigneeId === actor.id);
  const flowVersion = caseRecord.flowVersionId === null ? undefined : await context.flows.getVersion(caseRecord.flowVersionId);
  const clockOf = (record: Case): Promise<ItemClock> => deriveClock(context, record, events.filter((event) => event.caseId === record.id));
  return {
    caseRecord,
    project: page.projects[0] as Project,
    organisation: organisationsById.get(caseRecord.organisationId) as Organisation,
    items: await Promise.all(
      codes.map(async (code) => {
        const record = shown.find((child) => child.itemCode === code);
        return { code, ...(record && { record, clock: await clockOf(record), decision: decisions.find((each) => each.caseId === record.id) }) };
      }),
    ),
    // Who is asked to sign sees what he is to sign, whatever his department.
    sections: signs ? formOfStage(caseRecord.kind === 'stage' ? stageItems : stageItems.filter(({ code }) => code === caseRecord.itemCode)) : sectionsShownTo(actor, caseRecord, stageItems),
    form,
    materials: materialsGiven(context, caseRecord, known),
    attachments,
    workItems: shownWork,
    itemActions: new Map(await Promise.all(workItems.map(async (item) => [item.id, await actionsOf(item, family.get(item.caseId) as Case)] as const))),
    onBehalfOf: new Map(workItems.flatMap((item) => { const absent = standInFor(actor, item); return absent ? [[item.id, { id: absent.personId, name: absent.name }] as const] : []; })),
    copies: isOutsider(actor) ? [] : page.copies,
    countersignings,
    offers: mine,
    besideOffers: [...besideWorkOffers(actor, caseRecord, signable), ...besideOffers(context, actor, stage, caseRecord, children), ...interventionOffers(context, actor, caseRecord, children)],
    others: offers.filter((offer) => !mayDo(actor, offer) || !isFreeToComplete(offer)),
    corrections,
    reviews,
    meetings: meetingsFor(actor, meetings),
    // What officers hold before the decision is the office's own; the applicant reads its reasons in the decision.
    opinions: isOutsider(actor) ? [] : caseRecord.kind === 'stage' ? opinions : opinions.filter((opinion) => opinion.caseId === caseRecord.id || opinion.kind === 'meeting'),
    documents: documentsFor(actor, caseRecord, documents),
    departments: departmentsById,
    ...(listChange && { listChange }),
    organisations: organisationsById,
    ...(caseRecord.receivedOn !== null && { clock: await clockOf(caseRecord) }),
    waitingFor: waitingSentence(caseRecord.status, shownWork.map((item) => ({ item, holder: holderOf(item, departmentsById, organisationsById) })), {
      incidents: mattersOf(caseRecord).filter((matter) => matter.kind === 'incident').map(({ label }) => label),
      events: [...awaitedNames(caseRecord, 'message'), ...awaitedNames(caseRecord, 'signal')],
    }),
    ...(actor.organisationId === caseRecord.organisationId && caseRecord.receivedOn !== null && { queryCode: caseRecord.queryCode }),
    itemOf: (code) => context.items.get(code, stage.itemListVersion),
    ...(flowVersion && { flow: { key: flowVersion.flowKey, version: flowVersion.number } }),
  };
}

/** What was said and recorded in the meeting is the office's own before and after the decision; the applicant learns that and when it was held. */
function meetingsFor(actor: Actor, meetings: Meeting[]): Meeting[] {
  if (hasRole(actor, 'agency')) return [];
  return isOutsider(actor) ? meetings.map((meeting) => ({ ...meeting, minutes: null })) : meetings;
}

/** Outsiders see that work goes on, not who signs it nor why officers sent it back to each other. */
function workShownTo(actor: Actor, item: WorkItem): WorkItem[] {
  if (!isOutsider(actor)) return [item];
  if (item.act === COUNTERSIGN) return [];
  return [item.role === 'enterprise' || item.role === 'agency' ? item : { ...item, returned: null }];
}

/** A request that came to somebody who has signed there already is for him to pass on, not to sign: nobody counts twice. */
function hasSignedFor(actor: Actor, item: WorkItem, rounds: readonly CountersigningSight[]): boolean {
  return item.act === COUNTERSIGN && rounds.some(({ signers }) => signers.some(({ taskId }) => taskId === item.id) && signers.some(({ state, personId }) => state === 'signed' && personId === actor.id));
}

/** The papers of the case that this person may read. */
function documentsFor(actor: Actor, caseRecord: Case, documents: Document[]): Document[] {
  const own = caseRecord.kind === 'stage' ? documents : documents.filter((document) => document.caseId === caseRecord.id);
  return own.filter((document) => isShownTo(actor, document));
}

/** The offer with the values that its form may start with. */
function withSuggestion(context: ServiceContext, known: { caseRecord: Case; children: readonly Case[]; page: PageRows }, offer: Offer): Offer {
  const suggestion = actOf(offer.form).suggest?.({ context, ...known, today: plainDateOf(context.clock.now()), outcome: offer.outcome });
  return suggestion ? { ...offer, suggestion: suggestion as Record<string, unknown> } : offer;
}

/** Whose desk a work item lies on, in words. */
export function holderOf(item: WorkItem, departments: Map<string, Department>, organisations: Map<string, Organisation>): string {
  if (item.departmentId) return departments.get(item.departmentId)?.nameZh ?? item.departmentId;
  if (item.organisationId) return organisations.get(item.organisationId)?.name ?? '申请人';
  return roleNames[item.role as Role] ?? item.role ?? '';
}
