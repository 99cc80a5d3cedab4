import { Permit, PermitRequest } from '../../entities/index.js';
import { systemActor } from '../actor.js';
import { notifyApplicant } from '../cases/notify.js';
import { renew, settle } from '../permits/decide-permit-request.js';
import { recordEnd } from '../permits/end-permit.js';
import { inPermit } from '../permits/permit-step.js';
import type { ServiceContext } from '../service-context.js';
import { eachAlone } from './each-alone.js';

/** What became of permits whose term or whose time to begin has ended. */
export interface EndedTerms {
  renewedByLaw: number;
  lapsed: number;
}

/**
 * At the end of its term a permit lapses 失效 – unless its renewal was asked for in time and nobody decided: then it is renewed by law
 * (行政许可法 50). A permit that was not begun in time lapses too.
 */
export async function expirePermits(context: ServiceContext, today: string): Promise<EndedTerms> {
  const ended = await context.database.read.find(Permit, "state = 'valid' AND (validUntil < ? OR startBy < ?)", [today, today]);
  const outcome: EndedTerms = { renewedByLaw: 0, lapsed: 0 };
  await eachAlone(ended, ({ caseId }) => caseId, async ({ caseId }) => {
    const became = await expire(context, caseId, today);
    if (became !== null) outcome[became] += 1;
  });
  return outcome;
}

function expire(context: ServiceContext, caseId: string, today: string): Promise<keyof EndedTerms | null> {
  return inPermit(context, systemActor, caseId, async (step, permit) => {
    const termEnded = permit.validUntil !== null && permit.validUntil < today;
    const neverBegun = permit.startBy !== null && permit.startBy < today;
    if (permit.state !== 'valid' || (!termEnded && !neverBegun)) return null;
    const pending = await step.tx.find(PermitRequest, "caseId = ? AND status = 'pending' ORDER BY requestedOn", [caseId]);
    const renewal = pending.find((request) => request.kind === 'renewal');
    if (termEnded && !neverBegun && renewal) {
      const until = await renew(step, permit);
      settle(step, renewal, { status: 'grantedByLaw', reasons: `许可机关逾期未作决定，依法视为准予延续，延续至 ${until}`, decidedBy: 'system' });
      return 'renewedByLaw';
    }
    const reason = termEnded ? `有效期于 ${permit.validUntil} 届满，未延续` : `未在 ${permit.startBy} 前开工，也未申请延期`;
    permit.endedOn = today;
    await recordEnd(step, permit, { state: 'lapsed', reason, basis: null });
    for (const request of pending) settle(step, request, { status: 'refused', reasons: reason, decidedBy: 'system' });
    step.note('permitLapsed', { reason });
    notifyApplicant(step, `“${permit.title}”的许可已失效：${reason}。`);
    return 'lapsed';
  });
}
