import { Permit } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { inPermit, refuseEnded } from './permit-step.js';

/** The holder reports that what was permitted has begun 开工报告; from then on there is no day left by which to begin. */
export function reportStart(context: ServiceContext, actor: Actor, caseId: string): Promise<void> {
  return inPermit(context, actor, caseId, async (step, permit) => {
    if (actor.organisationId !== permit.organisationId) throw new DomainError('NOT_YOURS');
    refuseEnded(permit);
    if (permit.startBy === null) throw new DomainError('PERMIT_NEEDS_NO_START');
    step.tx.update(Permit, { startedOn: step.today, startBy: null }, 'caseId = ?', [caseId], { rows: 1, lockedHere: true });
    step.note('worksStarted', { startBy: permit.startBy });
  });
}
