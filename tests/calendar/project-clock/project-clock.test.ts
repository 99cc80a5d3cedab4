import { projectClock, type ProjectClockInput } from '../../../src/calendar/index.js';
import { published } from '../published-calendar.js';

const items = {
  a: { id: 'A', from: '2026-03-02', to: '2026-03-09' },
  b: { id: 'B', from: '2026-03-04', to: '2026-03-13' },
  c: { id: 'C', from: '2026-03-23', to: '2026-03-26' },
};
const project = (list: ProjectClockInput['items'], asOf = '2026-04-30', limitWorkdays = 80) => projectClock({ limitWorkdays, asOf, items: list }, published);

describe('The clock of a whole project (domain 2.6)', () => {
  it('T6: counts the distinct working days on which an item runs, not the sum and not the elapsed time', () => {
    const clock = project([items.a, items.b, items.c]);
    expect(clock).toMatchObject({ usedWorkdays: 12, remainingWorkdays: 68, exhaustedOn: null, provisional: false, state: 'idle', overdue: false });
    expect(clock.items).toEqual([{ id: 'A', usedWorkdays: 5 }, { id: 'B', usedWorkdays: 7 }, { id: 'C', usedWorkdays: 3 }]);
  });

  it('T6: a pause takes out the days of its own item only', () => {
    const clock = project([items.a, { ...items.b, pauses: [{ from: '2026-03-05', to: '2026-03-11' }] }, items.c]);
    expect(clock.usedWorkdays).toBe(10);
    expect(clock.days.find(({ date }) => date === '2026-03-06')).toMatchObject({ counted: true, items: ['A'] });
    expect(clock.days.find(({ date }) => date === '2026-03-10')).toMatchObject({ counted: false, kind: 'paused', why: 'B 处于特别程序，不计入' });
  });

  it('says of each day which items ran, and why it was not counted', () => {
    const { days } = project([items.a, items.b, items.c]);
    expect(days.map(({ date }) => date).at(0)).toBe('2026-03-02');
    expect(days.at(-1)!.date).toBe('2026-03-26');
    const on = (date: string) => days.find((day) => day.date === date)!;
    expect(on('2026-03-02')).toMatchObject({ counted: false, why: 'A 起算当日不计入' });
    expect(on('2026-03-05')).toMatchObject({ counted: true, items: ['A', 'B'], why: '工作日，A、B 在办，计入第 3 日' });
    expect(on('2026-03-07')).toMatchObject({ counted: false, kind: 'dayOff' });
    expect(on('2026-03-18')).toMatchObject({ counted: false, kind: 'notRunning', why: '没有在办事项，不计入' });
  });

  it('names the day that uses the last day of the limit, also ahead while an item is running', () => {
    expect(project([{ id: 'A', from: '2026-01-05' }], '2026-06-01')).toMatchObject({ exhaustedOn: '2026-05-07', overdue: true, light: 'red' });
    expect(project([{ id: 'A', from: '2026-01-05' }], '2026-02-02')).toMatchObject({ exhaustedOn: '2026-05-07', usedWorkdays: 20, overdue: false, state: 'running' });
    expect(project([items.a, items.b, items.c], '2026-04-30', 12)).toMatchObject({ exhaustedOn: '2026-03-26', remainingWorkdays: 0, overdue: false });
    expect(project([items.a, items.b, items.c], '2026-04-30', 10)).toMatchObject({ exhaustedOn: '2026-03-24', remainingWorkdays: -2, overdue: true, light: 'red' });
    expect(project([{ id: 'A', from: '2026-03-02', to: '2026-03-20' }], '2026-03-04', 5)).toMatchObject({ usedWorkdays: 2, exhaustedOn: '2026-03-09' });
    expect(project([{ id: 'A', from: '2026-03-02', to: '2026-03-05' }], '2026-03-04', 5)).toMatchObject({ usedWorkdays: 2, exhaustedOn: null });
  });

  it('an open pause of the only item stands still, and nothing is foretold', () => {
    const clock = project([{ id: 'A', from: '2026-03-02', pauses: [{ from: '2026-03-05' }] }], '2026-03-20', 10);
    expect(clock).toMatchObject({ usedWorkdays: 3, state: 'paused', light: 'paused', exhaustedOn: null });
    expect(project([{ id: 'A', from: '2026-03-02', pauses: [{ from: '2026-03-05' }] }], '2026-03-05', 10)).toMatchObject({ usedWorkdays: 3, state: 'paused' });
    const other = project([{ id: 'A', from: '2026-03-02', pauses: [{ from: '2026-03-05' }] }, { id: 'B', from: '2026-03-09' }], '2026-03-10', 10);
    expect(other).toMatchObject({ usedWorkdays: 4, state: 'running', exhaustedOn: '2026-03-18' });
  });

  it('T14: is provisional where 2027 would be needed', () => {
    expect(project([{ id: 'A', from: '2026-09-07' }], '2026-10-20')).toMatchObject({ exhaustedOn: null, provisional: true });
    expect(project([{ id: 'A', from: '2026-09-04' }], '2026-10-20').exhaustedOn).toBe('2026-12-31');
    expect(project([{ id: 'A', from: '2026-12-01' }], '2027-01-10')).toMatchObject({ usedWorkdays: 22, unpublishedDays: 10, provisional: true });
  });

  it('has not begun before its first item', () => {
    expect(project([items.a], '2026-03-01')).toMatchObject({ usedWorkdays: 0, days: [], state: 'idle' });
    expect(project([])).toMatchObject({ usedWorkdays: 0, remainingWorkdays: 80, light: 'green' });
  });

  it('refuses bad input with every fault and its place', () => {
    const bad = { limitWorkdays: -1, asOf: '2026-13-01', items: [{ id: 'A', from: '2026-03-09', to: '2026-03-02' }, { id: 'A', from: '2026-03-02', pauses: [{ to: '2026-03-05' }] }, 7] };
    try {
      projectClock(bad as unknown as ProjectClockInput, published);
      throw new Error('accepted');
    } catch (error) {
      const { code, details } = error as { code: string; details: { place: string; faults: { place: string }[] } };
      expect(code).toBe('CLOCK_INPUT_INVALID');
      expect(details.place).toBe('/limitWorkdays');
      expect(details.faults.map(({ place }) => place)).toEqual(['/limitWorkdays', '/asOf', '/items/0/to', '/items/1/id', '/items/1/pauses/0/from', '/items/2']);
    }
  });
});
