import { Case, Pause, Person, WorkItem } from '../../entities/index.js';
import type { Reader } from '../../persistence/transaction.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import { isBesideAction } from '../cases/beside-actions.js';
import { mayHandle } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';
import { actorOf } from '../work-items/on-work-item.js';

export type InvariantRule = 'case-in-nobodys-queue' | 'work-without-person' | 'work-for-disabled-person' | 'work-without-token' | 'token-without-work' | 'endless-pause';

/** One place at which somebody could lose a case. */
export interface InvariantFinding {
  rule: InvariantRule;
  caseId: string;
  number: string;
  workItem?: string;
  message: string;
  messageEn: string;
  repairable: boolean;
}

const ended = ['draft', 'closed', 'withdrawn', 'notAccepted'];

/**
 * Everything that could let a case be lost, found by comparing work items, people and flow states. Empty when all is well: every open
 * case lies in the queue of at least one person who is in office, open work and the tokens of the flows are the same, and no pause is
 * without an end.
 */
export async function checkInvariants(context: ServiceContext): Promise<InvariantFinding[]> {
  return context.database.inTransaction((tx) => findingsOf(tx));
}

export async function findingsOf(reader: Reader): Promise<InvariantFinding[]> {
  const cases = await reader.find(Case, `id IN (SELECT caseId FROM work_items WHERE status = 'open') OR (closedAt IS NULL AND status <> 'draft') ORDER BY number`);
  const work = await reader.find(WorkItem, "status = 'open' ORDER BY openedAt, id");
  const people = (await reader.find(Person, 'enabled = 1')).map(actorOf);
  const pauses = await reader.find(Pause, "status = 'open' AND capOn IS NULL AND neededWorkdays <= 0");
  const known = new Map(cases.map((each) => [each.id, each]));
  const inOffice = new Set(people.map((person) => person.id));
  const finding = (rule: InvariantRule, caseId: string, more: Omit<InvariantFinding, 'rule' | 'caseId' | 'number'>): InvariantFinding => ({ rule, caseId, number: known.get(caseId)?.number ?? caseId, ...more });

  return [
    ...work.flatMap((item) => {
      if (item.assigneeId !== null && !inOffice.has(item.assigneeId)) {
        return [finding('work-for-disabled-person', item.caseId, { workItem: item.id, message: `“${item.name}”指定给已停用的人员`, messageEn: `"${item.name}" is assigned to somebody who is disabled`, repairable: true })];
      }
      if (people.some((person) => mayHandle(person, item))) return [];
      return [finding('work-without-person', item.caseId, { workItem: item.id, message: `“${item.name}”没有在岗人员可以办理`, messageEn: `Nobody in office can do "${item.name}"`, repairable: false })];
    }),
    ...cases.flatMap((each) => tokensAndWork(each, work.filter((item) => item.caseId === each.id), finding)),
    ...caseWithoutQueue(cases, work).map((each) => finding('case-in-nobodys-queue', each.id, { message: '办件未办结，但不在任何人的待办中', messageEn: 'The case is open and lies in nobody\'s queue', repairable: false })),
    ...pauses.map((pause) => finding('endless-pause', pause.caseId, { message: '特别程序没有截止', messageEn: 'A special procedure has no end', repairable: false })),
  ];
}

type MakeFinding = (rule: InvariantRule, caseId: string, more: Omit<InvariantFinding, 'rule' | 'caseId' | 'number'>) => InvariantFinding;

/** Open work of the flow and tokens that wait for people are the same set; work beside the flow has no token. */
function tokensAndWork(each: Case, work: WorkItem[], finding: MakeFinding): InvariantFinding[] {
  const state = each.flowState === null ? undefined : (JSON.parse(each.flowState) as FlowState);
  const tokens = new Map(Object.entries(state?.acts ?? {}).filter(([, act]) => act.kind === 'work'));
  const ofFlow = work.filter((item) => !isBesideAction(item.act ?? ''));
  const keys = new Set(ofFlow.map((item) => item.stepKey));
  return [
    ...ofFlow.filter((item) => !tokens.has(item.stepKey)).map((item) => finding('work-without-token', each.id, { workItem: item.id, message: `待办“${item.name}”在流程中已不存在`, messageEn: `The flow no longer knows the work item "${item.name}"`, repairable: true })),
    ...[...tokens].filter(([key]) => !keys.has(key)).map(([key, act]) => finding('token-without-work', each.id, { message: `流程停在“${act.node}”（${key}），却没有待办`, messageEn: `The flow waits at "${act.node}" (${key}) without a work item`, repairable: false })),
  ];
}

/** Open stage cases where neither the stage nor one of its items has open work; an incident is the administrator's. */
function caseWithoutQueue(cases: Case[], work: WorkItem[]): Case[] {
  const stageOf = new Map(cases.map((each) => [each.id, each.parentId ?? each.id]));
  const busy = new Set(work.map((item) => stageOf.get(item.caseId)));
  return cases.filter((each) => each.kind === 'stage' && ![...ended, 'incident'].includes(each.status) && !busy.has(each.id));
}
