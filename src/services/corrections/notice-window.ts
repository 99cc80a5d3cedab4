import type { Case } from '../../entities/index.js';
import type { ServiceContext } from '../service-context.js';

/**
 * The last day for the one correction notice: the shortest window among the chosen items (rules A6, A9), counted from the day of
 * receipt – or from the day on which corrections came in, for the word that the window then owes. Null when no item has a window
 * (filings) or when the day falls into a year without a published calendar.
 */
export function noticeWindowEnd(context: ServiceContext, caseRecord: Case, from = caseRecord.receivedOn): string | null {
  const shortest = noticeWindowWorkdays(context, caseRecord);
  if (shortest === null || from === null) return null;
  return shortest === 0 ? from : context.calendars.dueOn(from, shortest);
}

/** The shortest notice window among the chosen items, in working days; null when none of them has one. */
export function noticeWindowWorkdays(context: ServiceContext, caseRecord: Case): number | null {
  const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
  const windows = items.map((item) => item.clock.correctionNoticeWorkdays).filter((days): days is number => days !== null);
  return windows.length === 0 ? null : Math.min(...windows);
}
