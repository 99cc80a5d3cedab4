import { plainDateOf } from '../../calendar/index.js';
import type { ServiceContext } from '../service-context.js';
import { acceptOverdueApplications } from './accept-by-law.js';
import { closeWaiting } from './close-notices.js';
import { expirePermits, type EndedTerms } from './expire-permits.js';
import { flagOverdueItems } from './flag-overdue.js';
import { lapseCorrections } from './lapse-corrections.js';
import { letDebtsFallDue } from './let-debts-fall-due.js';
import { resumeExpiredPauses } from './resume-pauses.js';

/** What time has brought about, by kind. */
export interface Expired extends EndedTerms {
  today: string;
  acceptedByLaw: number;
  correctionsLapsed: number;
  pausesResumed: number;
  debtsOverdue: number;
  /** Unused rights to a hearing and public notices that have run their time. */
  waitingClosed: number;
  overdueItems: number;
}

/**
 * Lets everything happen that the law attaches to a day that has passed, in the order in which it depends on each other. Each change is a
 * unit of work of its own that looks again under its lock, so several processes may do this at once and it may be repeated at will.
 */
export async function expireTimeLimits(context: ServiceContext): Promise<Expired> {
  const today = plainDateOf(context.clock.now());
  const expired = {
    today,
    correctionsLapsed: await lapseCorrections(context, today),
    acceptedByLaw: await acceptOverdueApplications(context, today),
    pausesResumed: await resumeExpiredPauses(context, today),
    debtsOverdue: await letDebtsFallDue(context, today),
    ...(await expirePermits(context, today)),
    waitingClosed: await closeWaiting(context, today),
    overdueItems: await flagOverdueItems(context, today),
  };
  context.wakeOutbox();
  return expired;
}
