import type { PlainDate } from './plain-date.js';

/** The yearly notice of the State Council on days off and moved weekends (节假日安排), as data. */
export interface HolidaySchedule {
  readonly year: number;
  readonly document: SourceDocument;
  /** Days off, both ends included; weekends inside are part of the range. */
  readonly holidays: readonly HolidayRange[];
  /** Weekend days on which offices work (调休上班). */
  readonly makeUpWorkdays: readonly MakeUpWorkday[];
}

/** The paper that says so; `number` is its 文号. */
export interface SourceDocument {
  readonly number: string;
  readonly title?: string;
  readonly issuedBy?: string;
  readonly issuedOn?: PlainDate;
  readonly source?: string;
}

export interface HolidayRange {
  readonly name: string;
  readonly nameEn?: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface MakeUpWorkday {
  readonly date: PlainDate;
  /** The name of the holiday for which the weekend was moved. */
  readonly for?: string;
}

/**
 * A single day that a local document moves (放假办法 art. 4: festivals of minority areas, anniversaries of the region).
 * It counts for an authority's limit only because a formal document says so, so the document is not optional.
 */
export interface LocalDay {
  readonly date: PlainDate;
  readonly kind: 'off' | 'work';
  readonly name: string;
  readonly document: string;
  readonly decidedBy: string;
}
