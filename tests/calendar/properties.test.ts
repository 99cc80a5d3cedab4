import fc from 'fast-check';
import { addWorkdays, countWorkdays, findDue, itemClock, projectClock, rollForward, subtractWorkdays, type ItemClockEvent, type ItemClockInput } from '../../src/calendar/index.js';
import { naiveDue, naiveItem, naiveProject, nextDay, works } from './day-by-day.js';
import { published } from './published-calendar.js';

const dayOf = (from: string, to: string): fc.Arbitrary<string> => {
  const first = Date.parse(from) / 86_400_000;
  return fc.integer({ min: first, max: Date.parse(to) / 86_400_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
};
const published3 = dayOf('2024-01-01', '2026-12-31');
const runs = { numRuns: 400, seed: 20260101 };

describe('Against a plain walk from day to day', () => {
  it('due dates are the same, and provisional exactly where the walk meets an unpublished day', () => {
    fc.assert(
      fc.property(dayOf('2023-12-31', '2027-02-01'), fc.integer({ min: 0, max: 300 }), (from, n) => {
        const expected = naiveDue(from, n);
        const due = findDue(from, n, published);
        expect(due.due ?? undefined).toBe(expected);
        expect(due.provisional).toBe(expected === undefined);
      }),
      runs,
    );
  });

  it('counting undoes adding, and a period counted backwards is the latest working day that still leaves n', () => {
    fc.assert(
      fc.property(published3, fc.integer({ min: 1, max: 200 }), (date, n) => {
        const forward = naiveDue(date, n);
        if (forward !== undefined) expect(countWorkdays(date, addWorkdays(date, n, published), published)).toBe(n);
        let back = date;
        for (let left = n; back >= '2024-01-01' && !(left === 0 && works(back)); back = nextDay(back, -1)) if (works(back)) left -= 1;
        if (back >= '2024-01-01') expect(subtractWorkdays(date, n, published)).toBe(back);
        let rolled = date;
        while (works(rolled) === false) rolled = nextDay(rolled);
        expect(rollForward(date, published).due).toBe(works(rolled) ? rolled : null);
      }),
      runs,
    );
  });

  it('an item with any pauses, extension and end has the same used days, due date and delay', () => {
    const offsets = fc.array(fc.record({ start: fc.integer({ min: 0, max: 60 }), length: fc.option(fc.integer({ min: 0, max: 40 })) }), { maxLength: 4 });
    fc.assert(
      fc.property(
        dayOf('2024-01-02', '2026-09-01'),
        fc.record({ limit: fc.integer({ min: 1, max: 60 }), toAcceptance: fc.integer({ min: 0, max: 5 }), asOfAfter: fc.integer({ min: 0, max: 150 }), endAfter: fc.option(fc.integer({ min: 0, max: 120 })), fromReceipt: fc.boolean() }),
        offsets,
        (received, { limit, toAcceptance, asOfAfter, endAfter, fromReceipt }, pauseOffsets) => {
          const accepted = nextDay(received, toAcceptance);
          const asOf = nextDay(accepted, asOfAfter);
          const end = endAfter === null ? null : nextDay(accepted, endAfter);
          const ended = end !== null && end <= asOf ? end : null;
          const stop = ended ?? asOf;
          const pauses = pauseOffsets
            .map(({ start, length }) => ({ from: nextDay(accepted, start), to: length === null ? null : nextDay(accepted, start + length) }))
            .filter(({ from }) => from <= stop)
            .map(({ from, to }) => ({ from, to: to !== null && to <= stop ? to : null }));
          const events: ItemClockEvent[] = [
            { on: received, type: 'received' },
            { on: accepted, type: 'accepted' },
            ...pauses.flatMap(({ from, to }, index): ItemClockEvent[] => [
              { on: from, type: 'pauseStarted', pause: `p${index}`, kind: 'testing', noticedInWriting: true },
              ...(to === null ? [] : [{ on: to, type: 'pauseEnded', pause: `p${index}` } as const]),
            ]),
            ...(end === null ? [] : [{ on: end, type: 'decided' } as const]),
          ];
          const input: ItemClockInput = { limit: { workdays: limit }, startsFrom: fromReceipt ? 'receipt' : 'acceptance', correctionNoticeWorkdays: 60, asOf, events };
          const clock = itemClock(input, published);
          const expected = naiveItem({ startsOn: fromReceipt ? received : accepted, limit, pauses: pauses.map((one) => ({ ...one, to: one.to ?? ended })), ended, asOf });
          expect({ used: clock.usedWorkdays, due: clock.due, overdue: clock.overdue }).toEqual(expected);
          expect(clock.days.filter(({ counted }) => counted)).toHaveLength(clock.usedWorkdays);
          expect(clock.remainingWorkdays).toBe(limit - clock.usedWorkdays);
          expect(itemClock(input, published, { explain: false })).toEqual({ ...clock, days: [] });
        },
      ),
      runs,
    );
  });

  it('a project of any items uses the same distinct days and is exhausted on the same day', () => {
    const item = fc.record({ start: fc.integer({ min: 0, max: 200 }), length: fc.option(fc.integer({ min: 0, max: 90 })), pause: fc.option(fc.record({ start: fc.integer({ min: 0, max: 40 }), length: fc.option(fc.integer({ min: 0, max: 40 })) })) });
    fc.assert(
      fc.property(dayOf('2024-01-02', '2026-03-01'), fc.array(item, { maxLength: 5 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 250 }), (begin, shapes, limitWorkdays, asOfAfter) => {
        const items = shapes.map(({ start, length, pause }, index) => {
          const from = nextDay(begin, start);
          const to = length === null ? undefined : nextDay(from, length);
          const paused = pause && { from: nextDay(from, pause.start), ...(pause.length !== null && { to: nextDay(from, pause.start + pause.length) }) };
          return { id: `${index}`, from, ...(to !== undefined && { to }), ...(paused && { pauses: [paused] }) };
        });
        const input = { limitWorkdays, asOf: nextDay(begin, asOfAfter), items };
        const clock = projectClock(input, published);
        expect({ used: clock.usedWorkdays, exhaustedOn: clock.exhaustedOn }).toEqual(naiveProject(input));
        expect(clock.days.filter(({ counted }) => counted)).toHaveLength(clock.usedWorkdays);
      }),
      runs,
    );
  });

  it('no record of events, in whatever order, breaks the clock: it answers, and each event is used or refused with a reason', () => {
    const approver = fc.constantFrom('authorityHead', 'principalHead', 'governmentHead');
    const event = fc.record({
      on: dayOf('2026-01-01', '2027-03-01'),
      type: fc.constantFrom('received', 'accepted', 'correctionNoticed', 'corrected', 'pauseStarted', 'pauseEnded', 'extended', 'decided', 'withdrawn'),
      pause: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('hearing', 'testing', 'consultation'),
      noticedInWriting: fc.boolean(),
      workdays: fc.integer({ min: 0, max: 15 }),
      approvedBy: approver,
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), fc.constantFrom(null, 0, 3, 5), fc.constantFrom('acceptance', 'receipt'), (events, window, startsFrom) => {
        const input = { limit: { workdays: 20 }, asOf: '2027-03-01', correctionNoticeWorkdays: window, startsFrom, events } as ItemClockInput;
        const clock = itemClock(input, published);
        expect(clock.days.filter(({ counted }) => counted)).toHaveLength(clock.usedWorkdays);
        expect(clock.remainingWorkdays).toBe(clock.limitWorkdays - clock.usedWorkdays);
        for (const { reason, reasonEn } of clock.refused) expect(`${reason}${reasonEn}`).not.toMatch(/\{|undefined|null/);
        if (clock.due !== null) expect(clock.provisional).toBe(false);
        if (clock.acceptedOn === null) expect(clock.due).toBeNull();
        expect(clock.days.map(({ date }) => date)).toEqual([...new Set(clock.days.map(({ date }) => date))].sort());
      }),
      { ...runs, numRuns: 1000 },
    );
  });
});
