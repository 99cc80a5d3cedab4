import { createHolidayCalendar, dueDatesMovedBy } from '../../src/calendar/index.js';
import { acceptedOn, clockInput } from './item-clock/clock-input.js';
import { published, seededSchedule } from './published-calendar.js';

describe('When a year is published or corrected', () => {
  const items = [
    { id: 'autumn', input: clockInput('2026-12-10', acceptedOn('2026-11-25')) },
    { id: 'winter', input: clockInput('2026-12-10', acceptedOn('2026-12-04')) },
    { id: 'spring', input: clockInput('2026-12-10', acceptedOn('2026-03-02')) },
  ];

  it('names the items whose provisional date becomes a date, and no others', () => {
    const before = createHolidayCalendar({ schedules: [2024, 2025].map(seededSchedule) });
    expect(dueDatesMovedBy({ from: before, to: published }, items)).toEqual([
      { id: 'autumn', before: { due: null, provisional: true }, after: { due: '2026-12-23', provisional: false } },
      { id: 'spring', before: { due: null, provisional: true }, after: { due: '2026-03-30', provisional: false } },
    ]);
  });

  it('names the items that a corrected day off moves, with the old and the new date', () => {
    const dayOff = { date: '2026-12-15', kind: 'off', name: '测试放假', document: '测试〔2026〕2号', decidedBy: '测试' } as const;
    const corrected = createHolidayCalendar({ schedules: published.schedules, localDays: [dayOff] });
    expect(dueDatesMovedBy({ from: published, to: corrected }, items)).toEqual([{ id: 'autumn', before: { due: '2026-12-23', provisional: false }, after: { due: '2026-12-24', provisional: false } }]);
    expect(dueDatesMovedBy({ from: published, to: published }, items)).toEqual([]);
  });
});
