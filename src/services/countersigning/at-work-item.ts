import { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { mayHandle, mayOpen } from '../cases/may-act.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';
import type { GestureResult } from '../work-items/on-work-item.js';
import { givingBackWhatIsRefused } from './completion-refused.js';

export interface SigningRequest {
  /** Of the case as the person saw it; checked where it is given. */
  version?: number | undefined;
}

/**
 * Does something about the signing of an open piece of work in one unit of work, answered once per key. `act` stores the case itself, since
 * the flow may go on by it.
 *
 * Throws WORK_ITEM_NOT_FOUND, NOT_YOURS, WORK_ITEM_NOT_OPEN, STALE_VERSION and what `act` refuses.
 */
export function atWorkItem(
  context: ServiceContext,
  actor: Actor,
  call: { id: string; what: string; request: SigningRequest; onceKey?: string | undefined },
  act: (step: CaseStep, workItem: WorkItem) => Promise<void>,
): Promise<GestureResult> {
  return givingBackWhatIsRefused((refusal) =>
    answerOnce(context, actor, call.onceKey, [call.what, call.id, call.request], () =>
      context.database.inTransaction(async (tx) => {
        const found = await tx.findOne(WorkItem, 'id = ?', [call.id]);
        if (!found) throw new DomainError('WORK_ITEM_NOT_FOUND', { id: call.id });
        const caseRecord = await lockCase(tx, found.caseId);
        const workItem = (await tx.lock(WorkItem, 'id = ?', [call.id])) as WorkItem;
        // Whoever is let off while he signs hears that, and not that the case is none of his.
        if (workItem.status !== 'open' && workItem.assigneeId === actor.id) throw new DomainError('WORK_ITEM_NOT_OPEN', { name: workItem.name });
        await mayOpen(tx, actor, caseRecord);
        if (workItem.status !== 'open') throw new DomainError('WORK_ITEM_NOT_OPEN', { name: workItem.name });
        if (call.request.version !== undefined && call.request.version !== caseRecord.version) throw new DomainError('STALE_VERSION', { currentVersion: caseRecord.version });
        const step = new CaseStep(context, tx, actor, caseRecord);
        step.heldRefusal = refusal;
        if (mayHandle(actor, workItem)) step.actAt(workItem);
        await act(step, workItem);
        return { workItem: workItem.id, caseId: caseRecord.id, version: caseRecord.version };
      }),
    ),
  );
}
