import { itemClock, type ItemClock, type ItemClockEvent, type ItemClockInput } from '../../../src/calendar/index.js';
import { published } from '../published-calendar.js';

/** An event record written short: `['2026-05-25', 'accepted']`, with further fields as a third part. */
export type ShortEvent = readonly [on: string, type: ItemClockEvent['type'], more?: Record<string, unknown>];

/** An ordinary item of 20 working days from acceptance, unless told otherwise. */
export function clockInput(asOf: string, events: readonly ShortEvent[], more: Partial<ItemClockInput> = {}): ItemClockInput {
  return { limit: { workdays: 20 }, startsFrom: 'acceptance', asOf, events: events.map(([on, type, rest]) => ({ on, type, ...rest }) as ItemClockEvent), ...more };
}

export function clock(asOf: string, events: readonly ShortEvent[], more: Partial<ItemClockInput> = {}): ItemClock {
  return itemClock(clockInput(asOf, events, more), published);
}

export function acceptedOn(on: string): ShortEvent[] {
  return [
    [on, 'received'],
    [on, 'accepted'],
  ];
}

export function pause(id: string, from: string, to: string | null, more: Record<string, unknown> = {}): ShortEvent[] {
  const start: ShortEvent = [from, 'pauseStarted', { pause: id, kind: 'expertReview', noticedInWriting: true, ...more }];
  return to === null ? [start] : [start, [to, 'pauseEnded', { pause: id }]];
}

export function countedDates({ days }: ItemClock): string[] {
  return days.filter(({ counted }) => counted).map(({ date }) => date);
}
