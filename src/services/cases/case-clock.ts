import { Case, CaseEvent, Project } from '../../entities/index.js';
import { itemClock, plainDateOf, projectClock, whatIfPausesStruck, type ItemClock, type ItemClockInput, type ProjectClock, type WhatIf } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { mayFollow } from '../projects/may-follow.js';
import { specialPausesOf } from '../pauses/pause-rules.js';
import type { ServiceContext } from '../service-context.js';
import { mayOpen } from './may-act.js';

/** Events that the clock of a case is derived from. */
export const clockEvents = ['received', 'correctionNoticed', 'corrected', 'accepted', 'pauseStarted', 'pauseEnded', 'extended', 'decided', 'withdrawn', 'terminated'];

/** The legal clock of a case, derived from its record: for an item the statutory limit, for a stage its share of the promise; with `strike` also without those pauses. */
export async function clockOfCase(context: ServiceContext, actor: Actor, caseId: string, strike: readonly string[] = []): Promise<ItemClock & { ifStruck?: WhatIf; joint?: ItemClock }> {
  const caseRecord = await context.database.read.findOne(Case, 'id = ?', [caseId]);
  if (!caseRecord) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(context.database.read, actor, caseRecord);
  const events = await context.database.read.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseRecord.id]);
  const clock = await deriveClock(context, caseRecord, events);
  const calendar = context.calendars.current();
  return {
    ...clock,
    ...(strike.length > 0 && { ifStruck: whatIfPausesStruck(clockInput(context, caseRecord, events), strike, calendar) }),
    ...(isJoint(caseRecord) && { joint: itemClock(jointInput(context, caseRecord, events), calendar, { explain: false }) }),
  };
}

/** Do several departments handle the application together 联合办理? */
export const isJoint = (caseRecord: Case): boolean => caseRecord.kind === 'stage' && ((caseRecord.departments ?? []) as string[]).length > 1;

/** The outer limit of joint handling: 45 working days in all, 15 more with the head of the people's government (行政许可法 42; rule B2). */
export function jointInput(context: ServiceContext, stage: Case, events: CaseEvent[]): ItemClockInput {
  const input = clockInput(context, stage, events);
  const extensions = events.filter((event) => event.type === 'extended').map((event) => ({ on: event.onDate, type: 'extended', ...pick(event.data as Record<string, unknown>) }) as ItemClockInput['events'][number]);
  return { ...input, limit: { workdays: 45, extension: { workdays: 15, approvedBy: 'governmentHead' } }, events: [...input.events, ...extensions] };
}

/** The same for a case already at hand. */
export async function deriveClock(context: ServiceContext, caseRecord: Case, known?: CaseEvent[]): Promise<ItemClock> {
  const events = known ?? (await context.database.read.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseRecord.id]));
  const clock = itemClock(clockInput(context, caseRecord, events), context.calendars.current());
  return caseRecord.closedAt === null ? clock : { ...clock, light: 'done' };
}

/** The days on which anything of a project was running, against its 80 working days (domain 2.6). */
export async function clockOfProject(context: ServiceContext, actor: Actor, projectId: string): Promise<ProjectClock> {
  const project = await context.database.read.findOne(Project, 'id = ?', [projectId]);
  if (!project) throw new DomainError('PROJECT_NOT_FOUND', { id: projectId });
  await mayFollow(context.database.read, actor, project);
  return deriveProjectClock(context, projectId);
}

export async function deriveProjectClock(context: ServiceContext, projectId: string): Promise<ProjectClock> {
  const { read } = context.database;
  const cases = await read.find(Case, "projectId = ? AND status <> 'draft' AND receivedOn IS NOT NULL ORDER BY number", [projectId]);
  const events = cases.length === 0 ? [] : await read.find(CaseEvent, `caseId IN (${cases.map(() => '?').join(', ')}) AND type IN ('correctionNoticed', 'corrected', 'correctionLapsed', 'pauseStarted', 'pauseEnded') ORDER BY seq`, cases.map((each) => each.id));
  const items = cases.flatMap((each) => (each.kind === 'item' ? runningItem(each, events.filter((event) => event.caseId === each.id)) : windowOf(each, events.filter((event) => event.caseId === each.id))));
  return projectClock({ limitWorkdays: context.items.reference.limitWorkdays, asOf: plainDateOf(context.clock.now()), items }, context.calendars.current());
}

type ProjectItem = { id: string; from: string; to?: string; pauses?: { from: string; to?: string }[] };

/** Procedures that are out of the project's promise too; a review that the government commissions counts in it (domain 2.6). */
const outOfProject = ['hearing', 'tender', 'auction'];

/** From acceptance to decision. */
function runningItem(item: Case, events: CaseEvent[]): ProjectItem[] {
  if (item.acceptedOn === null) return [];
  const to = item.decidedOn ?? closingDay(item);
  const pauses = events
    .filter((event) => event.type === 'pauseStarted' && outOfProject.includes((event.data as { kind: string }).kind))
    .map((start) => {
      const end = events.find((event) => event.type === 'pauseEnded' && (event.data as { pause: string }).pause === (start.data as { pause: string }).pause);
      return { from: start.onDate, ...(end && { to: end.onDate }) };
    });
  return [{ id: item.number, from: item.acceptedOn, ...(to && { to }), ...(pauses.length > 0 && { pauses }) }];
}

/** The window's own time before acceptance; out while the applicant corrects, also while nobody knows yet for how long (domain 2.6). */
function windowOf(stage: Case, events: CaseEvent[]): ProjectItem[] {
  const end = stage.acceptedOn ?? closingDay(stage);
  const pauses = events
    .filter((event) => event.type === 'correctionNoticed')
    .map((notice) => {
      const back = events.find((event) => ['corrected', 'correctionLapsed'].includes(event.type) && event.seq > notice.seq);
      // What lapsed was with the applicant to its last day, whenever the office noticed.
      return { from: notice.onDate, ...(back && { to: back.type === 'corrected' ? back.onDate : (back.data as { dueOn: string }).dueOn }) };
    });
  return [{ id: `${stage.number} 收件`, from: stage.receivedOn as string, ...(end && { to: end }), ...(pauses.length > 0 && { pauses }) }];
}

const closingDay = (each: Case): string | undefined => (each.closedAt === null ? undefined : plainDateOf(new Date(each.closedAt)));

/** What the clock of a case is computed from. */
export function clockInput(context: ServiceContext, caseRecord: Case, events: CaseEvent[]): ItemClockInput {
  const deemed = events.find((event) => event.type === 'accepted' && (event.data as { windowWorkdays?: number }).windowWorkdays !== undefined);
  return {
    ...limitsOf(context, caseRecord),
    // Accepted by the law: the clock finds that by itself from the window that was missed, the shortest of the application.
    ...(deemed && { correctionNoticeWorkdays: (deemed.data as { windowWorkdays: number }).windowWorkdays }),
    // What the window refused does not become accepted by the days that pass afterwards.
    asOf: events.find((event) => event.type === 'notAccepted')?.onDate ?? plainDateOf(context.clock.now()),
    events: [
      ...lawfulEvents(events)
        .filter((event) => event.type !== 'accepted' || (event.data as { windowWorkdays?: number }).windowWorkdays === undefined)
        .map((event) => ({ on: event.onDate, type: nameForClock(event.type), ...pick(event.data as Record<string, unknown>) }) as ItemClockInput['events'][number]),
      ...endOfStage(caseRecord, events),
    ],
  };
}

/** A stage has no decision of its own: its share of the promise ends with the decision on its last item; service has a limit apart. */
function endOfStage(caseRecord: Case, events: CaseEvent[]): ItemClockInput['events'] {
  if (caseRecord.kind !== 'stage') return [];
  if (!events.some((event) => event.type === 'closed')) return [];
  const last = events.filter((event) => event.type === 'itemReturned').at(-1) ?? events.find((event) => event.type === 'closed');
  return last ? [{ on: last.onDate, type: 'decided' }] : [];
}

/** However a case ends before its decision, its clock ends as that of a withdrawn one. */
const nameForClock = (type: string): string => (type === 'terminated' ? 'withdrawn' : type);

/**
 * The events that count. Papers that were handed in but had to be asked for again were not complete, so their day is not one of
 * acceptance; what was asked for after acceptance is told to the applicant, but no law stops the clock for it.
 */
function lawfulEvents(events: CaseEvent[]): CaseEvent[] {
  const insufficient = new Set(events.filter((event) => event.type === 'correctionNoticed').map((event) => (event.data as { again?: string }).again));
  return events.filter((event) => {
    const { correction, afterAcceptance } = event.data as { correction?: string; afterAcceptance?: boolean };
    // The extension of joint handling leaves the stage's share of the promise as it is.
    if (event.type === 'extended' && (event.data as { joint?: boolean }).joint) return false;
    if (event.type === 'corrected' && (afterAcceptance || (correction !== undefined && insufficient.has(correction)))) return false;
    return clockEvents.includes(event.type) && !(event.type === 'correctionNoticed' && afterAcceptance);
  });
}

function limitsOf(context: ServiceContext, caseRecord: Case): Pick<ItemClockInput, 'limit' | 'startsFrom' | 'correctionNoticeWorkdays' | 'promised'> {
  if (caseRecord.kind === 'stage') {
    const windows = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion).map((item) => item.clock.correctionNoticeWorkdays);
    const window = windows.filter((days): days is number => days !== null);
    return {
      limit: { workdays: context.items.stageLimit(caseRecord.projectType, caseRecord.stage) ?? context.items.reference.limitWorkdays, extension: null },
      startsFrom: 'acceptance',
      correctionNoticeWorkdays: window.length === 0 ? null : Math.min(...window),
    };
  }
  const item = context.items.get(caseRecord.itemCode as string, caseRecord.itemListVersion);
  const limits = context.items.limitsOf(item, caseRecord.projectType);
  const pauses = specialPausesOf(item);
  return {
    limit: { workdays: limits.statutoryWorkdays ?? limits.promisedWorkdays, extension: limits.extension, ...(limits.unit === 'day-open' && { lawUnit: 'unspecified' as const }), ...(pauses.length > 0 && { pauses }) },
    startsFrom: limits.startsFrom,
    correctionNoticeWorkdays: limits.correctionNoticeWorkdays,
    promised: { workdays: limits.promisedWorkdays },
  };
}

/** The members of an event that the clock reads. */
function pick({ pause, kind, noticedInWriting, capWorkdays, workdays, approvedBy }: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ pause, kind, noticedInWriting, capWorkdays, workdays, approvedBy }).filter(([, value]) => value !== undefined));
}
