import { Case, CaseEvent, CaseForm } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import { isOutsider, type Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { hashOfEvent } from './case-step.js';
import { countersigningSentences } from './countersigning-words.js';
import { gestureSentences } from './gesture-words.js';
import { mayOpen } from './may-act.js';
import { sectionsOfStageShownTo } from './shown-sections.js';

/** The record 过程记录 of a case with the names of its links; `intact` says whether the chain of hashes holds from the first to the last event. */
export async function readRecord(context: ServiceContext, actor: Actor, caseId: string, withItems = false): Promise<{ events: CaseEvent[]; intact: boolean }> {
  const caseRecord = await openable(context, actor, caseId);
  const { read } = context.database;
  const own = await read.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseId]);
  const intact = chainHolds(own) && (own.at(-1)?.hash ?? '') === caseRecord.lastEventHash;
  if (isOutsider(actor)) return { events: own.map(withoutOpinion), intact };
  if (!withItems || caseRecord.kind === 'item') return { events: own, intact };
  const children = await read.find(CaseEvent, 'caseId IN (SELECT id FROM cases WHERE parentId = ?) ORDER BY at, caseId, seq', [caseId]);
  return { events: [...own, ...children].sort((one, other) => one.at.localeCompare(other.at)), intact };
}

/** What officers hold of an application and how they hand it on among themselves: that it happened is told, what was said is not. */
const ownToTheOffice = new Set(['examined', 'verified', 'returned', 'examinationReturned', 'reconfirmed', 'opinionGiven', 'minutesRecorded', 'copySent', 'copyWithdrawn', ...Object.keys(gestureSentences), ...Object.keys(countersigningSentences)]);

const withoutOpinion = (event: CaseEvent): CaseEvent => (ownToTheOffice.has(event.type) ? { ...event, data: { withheld: true } } : event);

/** Does every event carry the hash that follows from it and the one before? */
export function chainHolds(events: CaseEvent[]): boolean {
  let previous = '';
  return events.every((event, index) => {
    const holds = event.seq === index + 1 && event.hash === hashOfEvent(event, previous);
    previous = event.hash;
    return holds;
  });
}

/** The diagram that the case is pinned to, with the elements it has passed and those at which it is now. */
export async function readDiagram(context: ServiceContext, actor: Actor, caseId: string): Promise<{ xml: string; done: string[]; active: string[] }> {
  const caseRecord = await openable(context, actor, caseId);
  if (caseRecord.flowVersionId === null) throw new DomainError('FLOW_NOT_FOUND', { key: caseRecord.number });
  const version = await context.flows.getVersion(caseRecord.flowVersionId);
  const state = caseRecord.flowState === null ? undefined : (JSON.parse(caseRecord.flowState) as FlowState);
  const active = [...new Set(Object.values(state?.acts ?? {}).map((act) => act.node))];
  const done = Object.keys(state?.counts ?? {}).filter((node) => !active.includes(node));
  return { xml: version.xml, done, active };
}

/** Earlier revisions of the form, to show what a correction changed; a reviewer sees the sections that are his to see. */
export async function readFormRevision(context: ServiceContext, actor: Actor, caseId: string, revision: number): Promise<CaseForm> {
  const caseRecord = await openable(context, actor, caseId);
  const form = await context.database.read.findOne(CaseForm, 'caseId = ? AND revision = ?', [caseId, revision]);
  if (!form) throw new DomainError('CASE_NOT_FOUND', { id: `${caseId} / ${revision}` });
  const shown = new Set<string>(sectionsOfStageShownTo(context, actor, caseRecord));
  return { ...form, data: Object.fromEntries(Object.entries(form.data as Record<string, unknown>).filter(([section]) => shown.has(section))) };
}

async function openable(context: ServiceContext, actor: Actor, caseId: string): Promise<Case> {
  const caseRecord = await context.database.read.findOne(Case, 'id = ?', [caseId]);
  if (!caseRecord) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(context.database.read, actor, caseRecord);
  return caseRecord;
}
