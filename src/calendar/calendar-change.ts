import type { HolidayCalendar } from './holiday-calendar.js';
import { itemClock } from './item-clock.js';
import type { ItemClockInput } from './item-clock/item-clock-input.js';
import type { PlainDate } from './plain-date.js';

/** A due date that a published or corrected year moves. Null stands for a date that cannot be given, see `provisional`. */
export interface MovedDue {
  readonly id: string;
  readonly before: { readonly due: PlainDate | null; readonly provisional: boolean };
  readonly after: { readonly due: PlainDate | null; readonly provisional: boolean };
}

/**
 * Which open items get another due date when the calendar changes, with the old and the new one, so that the people concerned can be told.
 * Papers already sent keep the date that they named. Throws `CLOCK_INPUT_INVALID`.
 */
export function dueDatesMovedBy(change: { from: HolidayCalendar; to: HolidayCalendar }, items: readonly { readonly id: string; readonly input: ItemClockInput }[]): MovedDue[] {
  return items.flatMap(({ id, input }) => {
    const before = dueOf(input, change.from);
    const after = dueOf(input, change.to);
    return before.due === after.due && before.provisional === after.provisional ? [] : [{ id, before, after }];
  });
}

function dueOf(input: ItemClockInput, calendar: HolidayCalendar): MovedDue['before'] {
  const { due, provisional } = itemClock(input, calendar, { explain: false });
  return { due, provisional };
}
