import type { CatalogueEntry } from '../catalogue-entry.js';

/** The working-day calendar and the legal clock. */
export const calendarErrors = {
  CALENDAR_YEAR_UNKNOWN: { kind: 'rejected', zh: '{year} 年的工作日安排尚未公布，不能推算', en: 'The working-day schedule of {year} has not been published; it is never guessed' },
} as const satisfies Record<string, CatalogueEntry>;
