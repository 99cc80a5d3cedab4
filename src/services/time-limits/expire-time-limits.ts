import { plainDateOf } from '../../calendar/index.js';
import type { ServiceContext } from '../service-context.js';
import { acceptOverdueApplications } from './accept-by-law.js';
import { closeWaiting } from './close-notices.js';
import { expirePermits, type EndedTerms } from './expire-permits.js';
import { fireTimers } from './fire-timers.js';
import { flagLateDeliveries } from './flag-late-delivery.js';
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
  timersFired: number;
  /** Unused rights to a hearing and public notices that have run their time. */
  waitingClosed: number;
  lateDeliveries: number;
  overdueItems: number;
}

/**
 * Lets everything happen that the law attaches to a day that has passed, in the order in which it depends on each other. Each change is a
 * unit of work of its own that looks again under its lock, so several processes may do this at once and it may be repeated at will.
 * One case that fails keeps no other from its right; what failed is thrown at the end. `flags: false` leaves out the warnings that only a new day can bring; they look at every late case.
 */
export async function expireTimeLimits(context: ServiceContext, { flags = true }: { flags?: boolean } = {}): Promise<Expired> {
  const today = plainDateOf(context.clock.now());
  const failures: unknown[] = [];
  const attempt = async <T>(duty: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await duty();
    } catch (error) {
      failures.push(error);
      return otherwise;
    }
  };
  const expired = {
    today,
    correctionsLapsed: await attempt(() => lapseCorrections(context, today), 0),
    acceptedByLaw: await attempt(() => acceptOverdueApplications(context, today), 0),
    pausesResumed: await attempt(() => resumeExpiredPauses(context, today), 0),
    debtsOverdue: await attempt(() => letDebtsFallDue(context, today), 0),
    timersFired: await attempt(() => fireTimers(context), 0),
    ...(await attempt(() => expirePermits(context, today), { renewedByLaw: 0, lapsed: 0 })),
    waitingClosed: await attempt(() => closeWaiting(context, today), 0),
    lateDeliveries: flags ? await attempt(() => flagLateDeliveries(context, today), 0) : 0,
    overdueItems: flags ? await attempt(() => flagOverdueItems(context, today), 0) : 0,
  };
  if (failures.length > 0) throw new AggregateError(failures, `On ${today} some of what the law attaches to this day did not happen; everything else did`);
  return expired;
}
