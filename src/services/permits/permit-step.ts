import { Case, Permit } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/database.js';
import type { Actor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';

export const permitStates: Record<string, string> = { valid: '有效', lapsed: '失效', revoked: '撤销', recalled: '撤回', deregistered: '注销', forfeited: '吊销' };

/** Does something with a permit in the record of the case that it was decided in, as one unit of work. Throws PERMIT_NOT_FOUND and NOT_YOURS. */
export function inPermit<T>(context: ServiceContext, actor: Actor, caseId: string, work: (step: CaseStep, permit: Permit) => Promise<T>): Promise<T> {
  return context.database.inTransaction(async (tx) => {
    const { caseRecord, permit } = await lockPermit(tx, caseId);
    if (actor.id !== 'system') await mayOpen(tx, actor, caseRecord);
    const step = new CaseStep(context, tx, actor, caseRecord);
    const answer = await work(step, permit);
    step.save();
    return answer;
  });
}

async function lockPermit(tx: Transaction, caseId: string): Promise<{ caseRecord: Case; permit: Permit }> {
  const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
  const permit = caseRecord && (await tx.findOne(Permit, 'caseId = ?', [caseId]));
  if (!caseRecord || !permit) throw new DomainError('PERMIT_NOT_FOUND', { id: caseId });
  return { caseRecord, permit };
}

/** Throws PERMIT_NOT_VALID with the day and the way of its end. */
export function refuseEnded(permit: Permit): void {
  if (permit.state !== 'valid') throw new DomainError('PERMIT_NOT_VALID', { on: permit.endedOn, how: permitStates[permit.state] ?? permit.state, state: permit.state });
}
