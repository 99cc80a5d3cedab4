import type { Case } from '../../entities/index.js';
import type { ServiceContext } from '../service-context.js';

/**
 * The last day for the one correction notice: the shortest window among the chosen items (rules A6, A9), counted from the day of
 * receipt. Null when no item has a window (filings) or when the day falls into a year without a published calendar.
 */
export function noticeWindowEnd(context: ServiceContext, caseRecord: Case): string | null {
  const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
  const windows = items.map((item) => item.clock.correctionNoticeWorkdays).filter((days): days is number => days !== null);
  if (windows.length === 0 || caseRecord.receivedOn === null) return null;
  return context.calendars.dueOn(caseRecord.receivedOn, Math.min(...windows));
}
