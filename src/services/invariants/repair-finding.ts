import { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import type { ServiceContext } from '../service-context.js';
import { findingsOf, type InvariantFinding, type InvariantRule } from './check-invariants.js';

/**
 * Repairs one finding: work of somebody who left goes back to the queue of his department, work that the flow no longer knows is
 * cancelled. It is looked for again under the lock of the case, so that only what is still wrong is touched.
 *
 * Throws FINDING_GONE when it is not there any more and FINDING_NOT_REPAIRABLE where a person has to decide.
 */
export function repairFinding(context: ServiceContext, actor: Actor, request: { rule: InvariantRule; caseId: string; workItem?: string | undefined }): Promise<InvariantFinding> {
  return context.database.inTransaction(async (tx) => {
    const step = new CaseStep(context, tx, actor, await lockCase(tx, request.caseId));
    const finding = (await findingsOf(tx)).find((each) => each.rule === request.rule && each.caseId === request.caseId && each.workItem === request.workItem);
    if (!finding) throw new DomainError('FINDING_GONE');
    if (!finding.repairable || finding.workItem === undefined) throw new DomainError('FINDING_NOT_REPAIRABLE', { message: finding.message });
    const { workItem } = finding;
    const change: Partial<WorkItem> = finding.rule === 'work-for-disabled-person' ? { assigneeId: null, delegatedBy: null } : { status: 'cancelled', doneAt: step.at };
    tx.update(WorkItem, change, 'id = ? AND status = ?', [workItem, 'open'], { rows: 1, lockedHere: true });
    step.note('workRepaired', { rule: finding.rule, name: finding.message, workItem, repair: finding.rule === 'work-for-disabled-person' ? '退回部门待办队列' : '取消待办' });
    step.save();
    return finding;
  });
}
