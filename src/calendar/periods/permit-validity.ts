import { DomainError } from '../../errors/domain-error.js';
import { addMonths, type PlainDate } from '../plain-date.js';

/**
 * The day by which works must have started: 3 months from the issue of the works permit, extended at most twice by at most 3 months (建筑法 9).
 * Each extension is measured from the day of issue, so a short month does not shorten the next; a term of validity is not rolled over days off.
 * Throws `PERMIT_START_EXTENSIONS_EXHAUSTED` for a third extension: the permit is void.
 */
export function worksStartBy(issuedOn: PlainDate, extensions = 0): PlainDate {
  if (!Number.isInteger(extensions) || extensions < 0) {
    throw new DomainError('PERIOD_INVALID', { reason: `延期次数 ${extensions} 有误`, reasonEn: `${extensions} extensions make no sense` });
  }
  if (extensions > 2) throw new DomainError('PERMIT_START_EXTENSIONS_EXHAUSTED', { voidAfter: addMonths(issuedOn, 9) });
  return addMonths(issuedOn, 3 * (extensions + 1));
}

/** Stopped works: the stop is reported within one month; after more than a year the permit must be verified again before works go on (建筑法 10). */
export function stoppedWorksDates(stoppedOn: PlainDate): { reportBy: PlainDate; verifyAgainAfter: PlainDate } {
  return { reportBy: addMonths(stoppedOn, 1), verifyAgainAfter: addMonths(stoppedOn, 12) };
}

/** Approvals that lapse when nothing is started, in months from the approval. */
const lapseMonths = {
  /** 环评法 24: five years, then to be re-examined. */
  environmentalAssessment: 60,
  /** 企业投资项目核准和备案管理条例 12: two years, one extension of at most one year. */
  projectVerification: 24,
  /** 取水许可和水资源费征收管理条例 22: three years. */
  waterAbstraction: 36,
} as const;

export type LapsingApproval = keyof typeof lapseMonths;

/** The last day of validity of an approval whose project was not started. */
export function lapsesAfter(kind: LapsingApproval, approvedOn: PlainDate): PlainDate {
  return addMonths(approvedOn, lapseMonths[kind]);
}
