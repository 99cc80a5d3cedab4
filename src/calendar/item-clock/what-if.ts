import type { HolidayCalendar } from '../holiday-calendar.js';
import { itemClock, type ItemClock } from '../item-clock.js';
import type { ItemClockInput } from './item-clock-input.js';

/** The clock as recorded beside the clock without some of its pauses. */
export interface WhatIf {
  readonly asRecorded: ItemClock;
  readonly ifStruck: ItemClock;
  /** Working days that the struck pauses had taken out of the limit up to `asOf`. */
  readonly workdaysRestored: number;
}

/**
 * Answers “what if this pause is struck out?” for a complaint: nothing is changed, both clocks are computed from the same record.
 * A pause overlapped by another one restores only the days that it alone took out. Throws `CLOCK_INPUT_INVALID`.
 */
export function whatIfPausesStruck(input: ItemClockInput, pauses: readonly string[], calendar: HolidayCalendar): WhatIf {
  const asRecorded = itemClock(input, calendar);
  const ifStruck = itemClock(input, calendar, { strikePauses: pauses });
  return { asRecorded, ifStruck, workdaysRestored: ifStruck.usedWorkdays - asRecorded.usedWorkdays };
}
