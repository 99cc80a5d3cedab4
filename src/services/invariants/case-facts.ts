import { Case, CaseEvent, Correction, FlowTimer, Hearing, OwedMaterial, Pause, Person, PublicNotice, ThirdParty, WorkItem } from '../../entities/index.js';
import type { ObjectLiteral } from 'typeorm';
import { plainDateOf } from '../../calendar/plain-date.js';
import type { EntityClass } from '../../persistence/database.js';
import type { Reader } from '../../persistence/transaction.js';
import type { Effect } from '../../workflows/machine/effects.js';
import { askAgain } from '../../workflows/machine/ask-again.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import type { LoadedFlow } from '../../workflows/machine/load-flow.js';
import type { Actor } from '../actor.js';
import { mattersOf } from '../cases/open-matters.js';
import { openRoundsOf, type Round } from '../countersigning/rounds.js';
import type { ServiceContext } from '../service-context.js';
import { actorOf } from '../work-items/on-work-item.js';

/** A case with everything that the rules compare, read together. */
export interface CaseFacts {
  readonly context: ServiceContext;
  readonly today: string;
  readonly caseRecord: Case;
  readonly state?: FlowState;
  readonly flow?: LoadedFlow;
  readonly parent?: Case;
  readonly children: readonly Case[];
  /** Open work. */
  readonly work: readonly WorkItem[];
  readonly timers: readonly FlowTimer[];
  /** Open special procedures. */
  readonly pauses: readonly Pause[];
  /** Open correction notices. */
  readonly corrections: readonly Correction[];
  /** Countersignings that are open or wait for a completion, with their people. */
  readonly signings: readonly Round[];
  /** Ids of hearings, notices, debts… that stand open. */
  readonly records: ReadonlySet<string>;
  readonly events: readonly CaseEvent[];
  /** Open work and running timers of the whole application, this case included. */
  readonly family: { readonly work: readonly WorkItem[]; readonly timers: readonly FlowTimer[]; readonly states: readonly FlowState[] };
  readonly office: OfficePeople;
}

/** Who is in office. */
export class OfficePeople {
  readonly inOffice: ReadonlySet<string>;
  private readonly known = new Map<string, boolean>();

  constructor(private readonly people: readonly Actor[]) {
    this.inOffice = new Set(people.map((person) => person.id));
  }

  /** Can anybody do this? `handles` is asked once for each kind of addressee. */
  anybodyFor(item: WorkItem, handles: (person: Actor, item: WorkItem) => boolean): boolean {
    const key = [item.role, item.departmentId, item.organisationId, item.assigneeId, item.applicantId].join('|');
    const known = this.known.get(key) ?? this.people.some((person) => handles(person, item));
    this.known.set(key, known);
    return known;
  }
}

export async function readOffice(reader: Reader): Promise<OfficePeople> {
  return new OfficePeople((await reader.find(Person, 'enabled = 1')).map(actorOf));
}

/** The facts of these cases, in a fixed number of queries however many they are. */
export async function readFacts(context: ServiceContext, reader: Reader, { cases, office }: { cases: readonly Case[]; office: OfficePeople }): Promise<CaseFacts[]> {
  if (cases.length === 0) return [];
  const ids = cases.map((each) => each.id);
  const stages = [...new Set(cases.map((each) => each.parentId ?? each.id))];
  const family = await reader.find(Case, `id IN (${marks(stages)}) OR parentId IN (${marks(stages)})`, [...stages, ...stages]);
  const familyIds = family.map((each) => each.id);
  const work = await reader.find(WorkItem, `caseId IN (${marks(familyIds)}) AND status = 'open' ORDER BY openedAt, id`, familyIds);
  const timers = await reader.find(FlowTimer, `caseId IN (${marks(familyIds)})`, familyIds);
  const pauses = await reader.find(Pause, `caseId IN (${marks(ids)}) AND status = 'open'`, ids);
  const corrections = await reader.find(Correction, `caseId IN (${marks(ids)}) AND status = 'open'`, ids);
  const signings = await openRoundsOf(reader, ids);
  const events = byCase(await reader.find(CaseEvent, `caseId IN (${marks(ids)}) ORDER BY caseId, seq`, ids));
  const records = await openRecords(reader, cases, context);
  const states = new Map(family.map((each) => [each.id, stateOf(each)]));
  const byId = new Map(family.map((each) => [each.id, each]));
  return Promise.all(
    cases.map(async (caseRecord) => {
      const stageId = caseRecord.parentId ?? caseRecord.id;
      const related = new Set(family.filter((each) => (each.parentId ?? each.id) === stageId).map((each) => each.id));
      const ofFamily = <T extends { caseId: string }>(rows: readonly T[]): T[] => rows.filter((row) => related.has(row.caseId));
      return {
        context,
        today: plainDateOf(context.clock.now()),
        caseRecord,
        state: states.get(caseRecord.id),
        flow: caseRecord.flowVersionId === null ? undefined : await context.flows.loadVersion(caseRecord.flowVersionId),
        parent: caseRecord.parentId === null ? undefined : byId.get(caseRecord.parentId),
        children: family.filter((each) => each.parentId === caseRecord.id),
        work: work.filter((item) => item.caseId === caseRecord.id),
        timers: timers.filter((timer) => timer.caseId === caseRecord.id),
        pauses: pauses.filter((pause) => pause.caseId === caseRecord.id),
        corrections: corrections.filter((correction) => correction.caseId === caseRecord.id),
        signings: signings.filter(({ row }) => row.caseId === caseRecord.id),
        records,
        events: events.get(caseRecord.id) ?? [],
        family: { work: ofFamily(work), timers: ofFamily(timers), states: [...related].flatMap((id) => states.get(id) ?? []) },
        office,
      };
    }),
  );
}

/** What the flow would ask of the office for what waits at this key. */
export function askedAt({ flow, state }: CaseFacts, key: string): Effect | undefined {
  return flow && state && askAgain(flow, state, key);
}

/** Is this work of the flow's own? Work beside it, such as an answer to a correction, carries a key with a colon, which no step of a diagram has. */
export const isOfFlow = (item: WorkItem): boolean => !item.stepKey.includes(':');

export const isOpen = (caseRecord: Case): boolean => caseRecord.closedAt === null && caseRecord.status !== 'draft';

export const stateOf = (caseRecord: Case): FlowState | undefined => (caseRecord.flowState === null ? undefined : (JSON.parse(caseRecord.flowState) as FlowState));

async function openRecords(reader: Reader, cases: readonly Case[], context: ServiceContext): Promise<Set<string>> {
  const matters = cases.flatMap(mattersOf);
  const idsOf = (kind: string): string[] => matters.filter((matter) => matter.kind === kind).map((matter) => matter.id);
  const open = async (entity: EntityClass<object>, kind: string, condition: string): Promise<string[]> => {
    const ids = idsOf(kind);
    return ids.length === 0 ? [] : (await reader.find(entity, `id IN (${marks(ids)}) AND ${condition}`, ids)).map((row) => (row as ObjectLiteral).id as string);
  };
  const found = [
    await open(Pause, 'pause', "status = 'open'"),
    await open(Hearing, 'hearing', "status IN ('told', 'requested', 'scheduled')"),
    await open(PublicNotice, 'publicNotice', `closesOn >= '${plainDateOf(new Date(context.clock.now().getTime() - 2 * 86_400_000))}'`),
    await open(Correction, 'correction', "status = 'open'"),
    await open(WorkItem, 'reconfirmation', "status = 'open'"),
    await open(ThirdParty, 'thirdParty', "status IN ('named', 'told')"),
    await open(OwedMaterial, 'owedMaterial', "status IN ('owed', 'overdue')"),
  ];
  return new Set(found.flat());
}

export const marks = (ids: readonly unknown[]): string => ids.map(() => '?').join(', ');

function byCase(events: CaseEvent[]): Map<string, CaseEvent[]> {
  const map = new Map<string, CaseEvent[]>();
  for (const event of events) {
    const list = map.get(event.caseId);
    if (list) list.push(event);
    else map.set(event.caseId, [event]);
  }
  return map;
}
