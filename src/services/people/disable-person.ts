import { Person, Session, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/transaction.js';
import { roleNames, type Actor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { notifyDepartment, notifyRole } from '../cases/notify.js';
import { endDeputiesOf } from '../deputies/end-deputy.js';
import type { ServiceContext } from '../service-context.js';
import { receiverOf } from '../work-items/on-work-item.js';
import { workOfPerson, type WorkOfPerson } from './work-of-person.js';

export interface Leaving {
  /** A colleague, or `queue` for the queues of the departments. Needed only while work is in the person's own hands. */
  handOverTo?: string | undefined;
  reason: string;
}

export interface HandedOver {
  id: string;
  handedOver: number;
  /** Deputyships that ended with it. */
  deputiesEnded: number;
  /** Work that nobody else of his department could take: it went to the leaders of the area, and somebody has to be appointed. */
  withoutPerson: WorkOfPerson['onlyHis'];
  /** What his department goes on with: corrections he asked for, hearings he was to chair, reviews he commissioned. */
  goesOn: Pick<WorkOfPerson, 'corrections' | 'hearings' | 'reviews'>;
}

/**
 * Closes the account of somebody who leaves 离职、停用 and hands over what is in his hands, in one unit of work: he can no longer sign in
 * and no work is left with him. What he prepared for somebody else goes back to that one, what he let others prepare comes back to his
 * receiver, drafts go with the work, deputyships end, and the department is told of hearings that need another chair.
 *
 * Throws PERSON_NOT_FOUND, NOT_YOURS, PERSON_HAS_WORK (with everything that hangs on him, and who could take it) and PERSON_CANNOT_DO_THIS.
 */
export function disablePerson(context: ServiceContext, actor: Actor, personId: string, { handOverTo, reason }: Leaving): Promise<HandedOver> {
  return context.database.inTransaction(async (tx) => {
    const hanging = await workOfPerson(context, tx, personId);
    const { id, name } = hanging.person;
    if (id === actor.id) throw new DomainError('NOT_YOURS');
    const count = hanging.held.length + hanging.delegated.length;
    if (count > 0 && handOverTo === undefined) throw new DomainError('PERSON_HAS_WORK', { count, ...hanging, person: name, workItems: hanging.held });
    const person = (await tx.lock(Person, 'id = ?', [id])) as Person;
    tx.update(Person, { enabled: false }, 'id = ?', [id], { rows: 1, lockedHere: true });
    tx.remove(Session, 'personId = ?', [id]);
    const leaving = { context, actor, person, to: handOverTo === 'queue' ? undefined : handOverTo, reason };
    for (const known of hanging.held) await passOn(tx, leaving, known);
    for (const known of hanging.delegated) await returnElsewhere(tx, leaving, known);
    const withoutPerson = [...hanging.onlyHis, ...(leaving.to === undefined ? hanging.held.filter((known) => known.receivers.length === 0 && known.delegatedBy === null).map(({ id: workItem, caseId, name: step }) => ({ id: workItem, caseId, name: step })) : [])];
    for (const known of withoutPerson) await raise(tx, leaving, known);
    for (const { caseId } of hanging.hearings) await tellDepartment(tx, leaving, caseId);
    const deputiesEnded = await endDeputiesOf(context, tx, id);
    recordAudit(tx, context, actor, 'personDisabled', person.username, { reason, handedOver: count, to: handOverTo ?? null, deputiesEnded });
    const { corrections, hearings, reviews } = hanging;
    return { id, handedOver: count, deputiesEnded, withoutPerson, goesOn: { corrections, hearings, reviews } };
  });
}

interface LeavingPerson {
  context: ServiceContext;
  actor: Actor;
  person: Person;
  /** The receiver; none for the queues. */
  to: string | undefined;
  reason: string;
}

/** What was in his hands. Work that somebody delegated to him goes back to that one. */
async function passOn(tx: Transaction, leaving: LeavingPerson, known: { id: string; caseId: string }): Promise<void> {
  const caseRecord = await lockCase(tx, known.caseId);
  const workItem = await tx.lock(WorkItem, "id = ? AND assigneeId = ? AND status = 'open'", [known.id, leaving.person.id]);
  if (!workItem) return;
  const owner = workItem.delegatedBy === null ? undefined : await tx.findOne(Person, 'id = ? AND enabled = 1', [workItem.delegatedBy]);
  const receiver = owner ?? (leaving.to === undefined ? undefined : await receiverOf(tx, workItem, leaving.to));
  tx.update(WorkItem, { assigneeId: receiver?.id ?? null, delegatedBy: null }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
  noteTransfer(new CaseStep(leaving.context, tx, leaving.actor, caseRecord), leaving, { workItem, to: receiver?.name });
}

/** What a colleague prepares for him comes back to his receiver, or is the colleague's own from now on. */
async function returnElsewhere(tx: Transaction, leaving: LeavingPerson, known: { id: string; caseId: string }): Promise<void> {
  const caseRecord = await lockCase(tx, known.caseId);
  const workItem = await tx.lock(WorkItem, "id = ? AND delegatedBy = ? AND status = 'open'", [known.id, leaving.person.id]);
  if (!workItem) return;
  const receiver = leaving.to === undefined ? undefined : await receiverOf(tx, workItem, leaving.to);
  const preparing = workItem.assigneeId === null ? undefined : await tx.findOne(Person, 'id = ?', [workItem.assigneeId]);
  const delegatedBy = receiver === undefined || receiver.id === workItem.assigneeId ? null : receiver.id;
  tx.update(WorkItem, { delegatedBy }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
  noteTransfer(new CaseStep(leaving.context, tx, leaving.actor, caseRecord), leaving, { workItem, to: receiver?.name ?? preparing?.name });
}

/** Work of a queue that is empty of people now goes to the leaders of the area, so that it lies with somebody. */
async function raise(tx: Transaction, leaving: LeavingPerson, known: { id: string; caseId: string }): Promise<void> {
  const caseRecord = await lockCase(tx, known.caseId);
  const workItem = await tx.lock(WorkItem, "id = ? AND assigneeId IS NULL AND status = 'open'", [known.id]);
  if (!workItem) return;
  tx.update(WorkItem, { role: 'leader', departmentId: null }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
  const step = new CaseStep(leaving.context, tx, leaving.actor, caseRecord);
  notifyRole(step, 'admin', `“${caseRecord.title}”的“${workItem.name}”在原部门已无在岗人员，暂由${roleNames.leader}办理，请尽快安排人员。`);
  noteTransfer(step, leaving, { workItem, to: roleNames.leader });
}

function noteTransfer(step: CaseStep, { person, reason }: LeavingPerson, { workItem, to }: { workItem: WorkItem; to: string | undefined }): void {
  step.note('workTransferred', { name: workItem.name, workItem: workItem.id, from: person.name, to: to ?? '待办队列', reason }, { step: workItem.step });
  step.save();
}

async function tellDepartment(tx: Transaction, { context, actor, person }: LeavingPerson, caseId: string): Promise<void> {
  const step = new CaseStep(context, tx, actor, await lockCase(tx, caseId));
  notifyDepartment(step, step.caseRecord.departmentId, `“${step.caseRecord.title}”的听证主持人${person.name}已离岗，请另行指定主持人。`);
}
