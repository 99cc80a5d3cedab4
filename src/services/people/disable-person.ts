import { Person, Session, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import type { ServiceContext } from '../service-context.js';
import { receiverOf } from '../work-items/on-work-item.js';

export interface Leaving {
  /** A colleague, or `queue` for the queues of the departments. Needed only while work is in the person's own hands. */
  handOverTo?: string | undefined;
  reason: string;
}

/**
 * Closes the account of somebody who leaves 离职、停用 and hands over what is in his hands, in one unit of work: he can no longer sign in
 * and no work is left with him.
 *
 * Throws PERSON_NOT_FOUND, PERSON_HAS_WORK (with the work, so that a receiver can be chosen) and PERSON_CANNOT_DO_THIS.
 */
export function disablePerson(context: ServiceContext, actor: Actor, personId: string, { handOverTo, reason }: Leaving): Promise<{ id: string; handedOver: number }> {
  return context.database.inTransaction(async (tx) => {
    const person = await tx.findOne(Person, 'id = ? OR username = ?', [personId, personId]);
    if (!person) throw new DomainError('PERSON_NOT_FOUND', { id: personId });
    if (person.id === actor.id) throw new DomainError('NOT_YOURS');
    const held = await tx.find(WorkItem, "assigneeId = ? AND status = 'open' ORDER BY caseId, id", [person.id]);
    if (held.length > 0 && handOverTo === undefined) {
      throw new DomainError('PERSON_HAS_WORK', { person: person.name, count: held.length, workItems: held.map(({ id, caseId, name, dueOn }) => ({ id, caseId, name, dueOn })) });
    }
    tx.update(Person, { enabled: false }, 'id = ?', [person.id], { rows: 1, lockedHere: true });
    tx.remove(Session, 'personId = ?', [person.id]);
    for (const known of held) {
      const caseRecord = await lockCase(tx, known.caseId);
      const workItem = await tx.lock(WorkItem, "id = ? AND assigneeId = ? AND status = 'open'", [known.id, person.id]);
      if (!workItem) continue;
      const receiver = handOverTo === undefined || handOverTo === 'queue' ? undefined : await receiverOf(tx, workItem, handOverTo);
      const step = new CaseStep(context, tx, actor, caseRecord);
      tx.update(WorkItem, { assigneeId: receiver?.id ?? null, delegatedBy: null }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
      step.note('workTransferred', { name: workItem.name, workItem: workItem.id, from: person.name, to: receiver?.name ?? '待办队列', reason }, { step: workItem.step });
      step.save();
    }
    recordAudit(tx, context, actor, 'personDisabled', person.username, { reason, handedOver: held.length, to: handOverTo ?? null });
    return { id: person.id, handedOver: held.length };
  });
}
