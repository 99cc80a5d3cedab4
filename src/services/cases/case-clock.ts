import { Case, CaseEvent, Project } from '../../entities/index.js';
import { itemClock, plainDateOf, projectClock, type ItemClock, type ItemClockInput, type ProjectClock } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { mayOpen } from './may-act.js';

const clockEvents = ['received', 'correctionNoticed', 'corrected', 'accepted', 'pauseStarted', 'pauseEnded', 'extended', 'decided', 'withdrawn'];

/** The legal clock of a case, derived from its record: for an item the statutory limit, for a stage its share of the promise. */
export async function clockOfCase(context: ServiceContext, actor: Actor, caseId: string): Promise<ItemClock> {
  const caseRecord = await context.database.read.findOne(Case, 'id = ?', [caseId]);
  if (!caseRecord) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(context.database.read, actor, caseRecord);
  return deriveClock(context, caseRecord);
}

/** The same for a case already at hand. */
export async function deriveClock(context: ServiceContext, caseRecord: Case, known?: CaseEvent[]): Promise<ItemClock> {
  const events = known ?? (await context.database.read.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseRecord.id]));
  return itemClock(clockInput(context, caseRecord, events), context.calendars.current());
}

/** The days on which anything of a project was running, against its 80 working days (domain 2.6). */
export async function clockOfProject(context: ServiceContext, actor: Actor, projectId: string): Promise<ProjectClock> {
  const project = await context.database.read.findOne(Project, 'id = ?', [projectId]);
  if (!project) throw new DomainError('PROJECT_NOT_FOUND', { id: projectId });
  if (actor.roles.includes('enterprise') && actor.organisationId !== project.organisationId) throw new DomainError('NOT_YOURS');
  return deriveProjectClock(context, projectId);
}

export async function deriveProjectClock(context: ServiceContext, projectId: string): Promise<ProjectClock> {
  const { read } = context.database;
  const cases = await read.find(Case, "projectId = ? AND status <> 'draft' AND receivedOn IS NOT NULL ORDER BY number", [projectId]);
  const events = cases.length === 0 ? [] : await read.find(CaseEvent, `caseId IN (${cases.map(() => '?').join(', ')}) AND type IN ('correctionNoticed', 'corrected') ORDER BY seq`, cases.map((each) => each.id));
  const items = cases.flatMap((each) => (each.kind === 'item' ? runningItem(each) : windowOf(each, events.filter((event) => event.caseId === each.id))));
  return projectClock({ limitWorkdays: context.items.reference.limitWorkdays, asOf: plainDateOf(context.clock.now()), items }, context.calendars.current());
}

type ProjectItem = { id: string; from: string; to?: string; pauses?: { from: string; to: string }[] };

/** From acceptance to decision. A government-commissioned review counts in the project's promise (domain 2.6), so it is no pause here. */
function runningItem(item: Case): ProjectItem[] {
  if (item.acceptedOn === null) return [];
  const to = item.decidedOn ?? closingDay(item);
  return [{ id: item.number, from: item.acceptedOn, ...(to && { to }) }];
}

/** The window's own time before acceptance; out while the applicant corrects. */
function windowOf(stage: Case, events: CaseEvent[]): ProjectItem[] {
  const end = stage.acceptedOn ?? closingDay(stage);
  const pauses = events
    .filter((event) => event.type === 'correctionNoticed')
    .map((notice) => ({ from: notice.onDate, to: events.find((event) => event.type === 'corrected' && event.seq > notice.seq)?.onDate }))
    .filter((pause): pause is { from: string; to: string } => pause.to !== undefined);
  return [{ id: `${stage.number} 收件`, from: stage.receivedOn as string, ...(end && { to: end }), ...(pauses.length > 0 && { pauses }) }];
}

const closingDay = (each: Case): string | undefined => (each.closedAt === null ? undefined : plainDateOf(new Date(each.closedAt)));

function clockInput(context: ServiceContext, caseRecord: Case, events: CaseEvent[]): ItemClockInput {
  return {
    ...limitsOf(context, caseRecord),
    asOf: plainDateOf(context.clock.now()),
    events: events
      .filter((event) => clockEvents.includes(event.type))
      .map((event) => ({ on: event.onDate, type: event.type, ...pick(event.data as Record<string, unknown>) }) as ItemClockInput['events'][number]),
  };
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
  const limits = context.items.limitsOf(context.items.get(caseRecord.itemCode as string, caseRecord.itemListVersion), caseRecord.projectType);
  return {
    limit: { workdays: limits.statutoryWorkdays ?? limits.promisedWorkdays, extension: limits.extension, ...(limits.unit === 'day-open' && { lawUnit: 'unspecified' as const }) },
    startsFrom: limits.startsFrom,
    correctionNoticeWorkdays: limits.correctionNoticeWorkdays,
    promised: { workdays: limits.promisedWorkdays },
  };
}

/** The members of an event that the clock reads. */
function pick({ pause, kind, noticedInWriting, workdays, approvedBy }: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ pause, kind, noticedInWriting, workdays, approvedBy }).filter(([, value]) => value !== undefined));
}
