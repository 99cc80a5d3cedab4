import { Correction, CorrectionRequest, Deputy, Hearing, OpinionDraft, Person, Review, WorkItem } from '../../entities/index.js';
import { plainDateOf } from '../../calendar/plain-date.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Reader } from '../../persistence/transaction.js';
import { mayHandle } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';
import { actorOf } from '../work-items/on-work-item.js';

/** Everything that hangs on one person, for whoever decides where it goes. */
export interface WorkOfPerson {
  person: { id: string; name: string };
  /** Work in his hands, each with the colleagues who could take it and whether something is written at it. */
  held: { id: string; caseId: string; name: string; dueOn: string | null; delegatedBy: string | null; hasDraft: boolean; receivers: { id: string; name: string }[] }[];
  /** Work that he let others prepare and that would come back to him. */
  delegated: { id: string; caseId: string; name: string; with: string }[];
  /** Open work of a queue from which nobody but he could take it. */
  onlyHis: { id: string; caseId: string; name: string }[];
  /** What goes on without him in his department, so that it knows. */
  deputies: { id: string; person: string; deputy: string; to: string }[];
  corrections: { id: string; caseId: string; status: string }[];
  hearings: { id: string; caseId: string }[];
  reviews: { id: string; caseId: string; scope: string }[];
}

/** Lists what hangs on a person. Throws PERSON_NOT_FOUND. */
export async function workOfPerson(context: ServiceContext, reader: Reader, key: string): Promise<WorkOfPerson> {
  const person = await reader.findOne(Person, 'id = ? OR username = ?', [key, key]);
  if (!person) throw new DomainError('PERSON_NOT_FOUND', { id: key });
  const colleagues = (await reader.find(Person, 'enabled = 1 AND id <> ? ORDER BY name, id', [person.id])).map(actorOf);
  const names = new Map(colleagues.map((each) => [each.id, each.name]));
  const held = await reader.find(WorkItem, "assigneeId = ? AND status = 'open' ORDER BY caseId, id", [person.id]);
  const drafts = new Set((await reader.find(OpinionDraft, "workItemId IN (SELECT w.id FROM work_items w WHERE w.assigneeId = ? AND w.status = 'open')", [person.id])).map((draft) => draft.workItemId));
  const delegated = await reader.find(WorkItem, "delegatedBy = ? AND status = 'open' ORDER BY caseId, id", [person.id]);
  const roles = (person.roles as string[]).length > 0 ? (person.roles as string[]) : ['nobody'];
  const queued = await reader.find(WorkItem, `assigneeId IS NULL AND status = 'open' AND role IN (${roles.map(() => '?').join(', ')})`, roles);
  const today = plainDateOf(context.clock.now());
  return {
    person: { id: person.id, name: person.name },
    held: held.map((item) => ({ id: item.id, caseId: item.caseId, name: item.name, dueOn: item.dueOn, delegatedBy: item.delegatedBy, hasDraft: drafts.has(item.id), receivers: colleagues.filter((each) => mayHandle(each, { ...item, assigneeId: null })).map(({ id, name }) => ({ id, name })) })),
    delegated: delegated.map((item) => ({ id: item.id, caseId: item.caseId, name: item.name, with: names.get(item.assigneeId ?? '') ?? '' })),
    onlyHis: queued.filter((item) => mayHandle(actorOf(person), item) && !colleagues.some((each) => mayHandle(each, item))).map(({ id, caseId, name }) => ({ id, caseId, name })),
    deputies: (await reader.find(Deputy, '(personId = ? OR deputyId = ?) AND endedAt IS NULL AND toOn >= ? ORDER BY fromOn', [person.id, person.id, today])).map((row) => ({ id: row.id, person: row.personName, deputy: row.deputyName, to: row.toOn })),
    corrections: [
      ...(await reader.find(Correction, "requestedBy = ? AND status = 'open'", [person.id])).map(({ id, caseId, status }) => ({ id, caseId, status })),
      ...(await reader.find(CorrectionRequest, "requestedBy = ? AND status = 'waiting'", [person.id])).map(({ id, caseId, status }) => ({ id, caseId, status })),
    ],
    hearings: (await reader.find(Hearing, 'chairId = ? AND heldOn IS NULL', [person.id])).map(({ id, caseId }) => ({ id, caseId })),
    reviews: (await reader.find(Review, "commissionedBy = ? AND status = 'commissioned'", [person.id])).map(({ id, caseId, scope }) => ({ id, caseId, scope })),
  };
}
