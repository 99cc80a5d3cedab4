import { CaseEvent, OpinionDraft, Person, WorkItem } from '../../entities/index.js';
import type { CaseStep } from '../cases/case-step.js';
import { mayHandle } from '../cases/may-act.js';
import { actorOf } from './on-work-item.js';

/**
 * Gives work that has just been opened again to the one who had it, if he is in office and may still do it – else it lies in the queue of
 * his department – with what he had written and why it came back.
 */
export async function giveBack(step: CaseStep, workItem: WorkItem, personId: string | undefined): Promise<void> {
  const { tx } = step;
  const earlier = await tx.findOne(WorkItem, 'caseId = ? AND step = ? AND id <> ? ORDER BY openedAt DESC, id DESC', [workItem.caseId, workItem.step, workItem.id]);
  const form = earlier && (await writtenAt(step, earlier));
  const person = personId === undefined ? undefined : await tx.findOne(Person, 'id = ? AND enabled = 1', [personId]);
  const isAble = person !== undefined && mayHandle(actorOf(person), { ...workItem, assigneeId: null });
  tx.update(WorkItem, { assigneeId: isAble ? person.id : (workItem.assigneeId ?? null), returned: step.returned }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
  if (form) tx.insert(OpinionDraft, { workItemId: workItem.id, form, savedBy: earlier.doneBy ?? step.actor.id, savedAt: step.at });
}

/** What was handed in at work that is done, or written so far where it was not. */
async function writtenAt(step: CaseStep, workItem: WorkItem): Promise<Record<string, unknown> | undefined> {
  const draft = await step.tx.findOne(OpinionDraft, 'workItemId = ?', [workItem.id]);
  if (workItem.status !== 'done' || workItem.doneBy === null) return draft?.form as Record<string, unknown> | undefined;
  const [event] = await step.tx.find(CaseEvent, "caseId = ? AND step = ? AND actorId = ? AND type IN ('examined', 'verified', 'returned', 'stepDone') ORDER BY seq DESC LIMIT 1", [workItem.caseId, workItem.step, workItem.doneBy]);
  return event ? formOf(event) : (draft?.form as Record<string, unknown> | undefined);
}

function formOf({ type, data }: CaseEvent): Record<string, unknown> {
  const { outcome: _outcome, onBehalfOf: _absent, ...form } = data as Record<string, unknown>;
  return type === 'stepDone' ? ((form.form ?? {}) as Record<string, unknown>) : form;
}
