import { acceptedOn, clock, countedDates, pause } from './clock-input.js';

describe('The limit, its extension and its end', () => {
  const accepted = acceptedOn('2026-09-10');
  const extended = (on: string, more: Record<string, unknown> = {}) => [on, 'extended', { workdays: 10, approvedBy: 'authorityHead', ...more }] as const;

  it('T7: one extension of 10 days by a head of the authority, on the last day at the latest (B1)', () => {
    expect(clock('2026-10-14', accepted).due).toBe('2026-10-14');
    const inTime = clock('2026-10-15', [...accepted, extended('2026-10-14')]);
    expect(inTime).toMatchObject({ due: '2026-10-28', limitWorkdays: 30, usedWorkdays: 21, remainingWorkdays: 9, refused: [] });
    expect(inTime.days.at(-1)).toMatchObject({ why: '工作日，计入第 21 日（延长期限内）', article: '《中华人民共和国行政许可法》第四十二条' });
    expect(inTime.days.at(-2)).toMatchObject({ date: '2026-10-14', why: '工作日，计入第 20 日' });
    const twice = clock('2026-10-20', [...accepted, extended('2026-10-14'), extended('2026-10-19')]);
    expect(twice).toMatchObject({ due: '2026-10-28', refused: [{ event: 3, code: 'extensionRepeated' }] });
    const late = clock('2026-10-20', [...accepted, extended('2026-10-15')]);
    expect(late).toMatchObject({ due: '2026-10-14', light: 'red', refused: [{ event: 2, code: 'extensionTooLate' }] });
  });

  it('T7: verification of an enterprise project, 40 days by the principal head (B8)', () => {
    const limit = { workdays: 20, extension: { workdays: 40, approvedBy: 'principalHead' } } as const;
    const by = (approvedBy: string) => clock('2026-10-14', [...accepted, extended('2026-10-14', { workdays: 40, approvedBy })], { limit });
    expect(by('principalHead').due).toBe('2026-12-09');
    expect(by('authorityHead')).toMatchObject({ due: '2026-10-14', refused: [{ event: 2, code: 'extensionWrongApprover' }] });
  });

  it('T7: joint handling, 15 days by the head of the people’s government only (B2)', () => {
    const limit = { workdays: 45, extension: { workdays: 15, approvedBy: 'governmentHead' } } as const;
    const joint = acceptedOn('2026-03-02');
    expect(clock('2026-05-08', joint, { limit }).due).toBe('2026-05-08');
    expect(clock('2026-05-08', [...joint, extended('2026-05-08', { workdays: 15, approvedBy: 'governmentHead' })], { limit }).due).toBe('2026-05-28');
    expect(clock('2026-05-08', [...joint, extended('2026-05-08', { workdays: 15 })], { limit })).toMatchObject({ due: '2026-05-08', refused: [{ code: 'extensionWrongApprover' }] });
  });

  it('T7: no extension where the law gives none, and never more than it gives', () => {
    expect(clock('2026-09-20', [...accepted, extended('2026-09-15')], { limit: { workdays: 15 } }).refused).toMatchObject([{ code: 'extensionNotProvided' }]);
    expect(clock('2026-09-20', [...accepted, extended('2026-09-15')], { limit: { workdays: 30 } }).refused).toMatchObject([{ code: 'extensionNotProvided' }]);
    expect(clock('2026-09-20', [...accepted, extended('2026-09-15')], { limit: { workdays: 20, extension: null } }).refused).toMatchObject([{ code: 'extensionNotProvided' }]);
    const none = { workdays: 20, extension: { workdays: 0, approvedBy: 'authorityHead' } } as const;
    expect(clock('2026-09-20', [...accepted, extended('2026-09-15')], { limit: none }).refused).toMatchObject([{ code: 'extensionNotProvided' }]);
    expect(clock('2026-09-20', [...accepted, extended('2026-09-15', { workdays: 11 })]).refused).toMatchObject([{ code: 'extensionTooLong' }]);
    expect(clock('2026-09-20', [...accepted, extended('2026-09-15', { workdays: 4 })])).toMatchObject({ limitWorkdays: 24, refused: [] });
  });

  it('an extension that nobody of the law approved has no effect', () => {
    for (const approvedBy of [undefined, 'windowClerk', 'governmentHead']) {
      expect(clock('2026-09-20', [...accepted, extended('2026-09-15', { approvedBy })])).toMatchObject({ due: '2026-10-14', refused: [{ event: 2, code: 'extensionWrongApprover', reason: '须经本行政机关负责人批准' }] });
    }
  });

  it('a pause moves the last day on which an extension is possible', () => {
    const paused = [...accepted, ...pause('p1', '2026-09-15', '2026-10-09'), extended('2026-10-20')];
    expect(clock('2026-10-20', paused)).toMatchObject({ refused: [], limitWorkdays: 30 });
  });

  it('T8: silence approves no first application: it stays running, overdue, and red', () => {
    expect(clock('2026-10-14', accepted)).toMatchObject({ state: 'running', overdue: false, remainingWorkdays: 0, light: 'yellow' });
    expect(clock('2026-12-01', accepted)).toMatchObject({ state: 'running', overdue: true, light: 'red' });
    const saturday = acceptedOn('2026-03-06');
    expect(clock('2026-04-03', saturday)).toMatchObject({ due: '2026-04-03', light: 'yellow' });
    expect(clock('2026-04-04', saturday)).toMatchObject({ due: '2026-04-03', remainingWorkdays: 0, light: 'red', overdue: true });
  });

  it('warns from a fifth of the limit left, and always on the last day but one', () => {
    const light = (asOf: string, workdays: number) => clock(asOf, acceptedOn('2026-03-02'), { limit: { workdays } }).light;
    expect([light('2026-03-23', 20), light('2026-03-24', 20)]).toEqual(['green', 'yellow']);
    expect([light('2026-03-03', 3), light('2026-03-04', 3), light('2026-03-05', 3), light('2026-03-06', 3)]).toEqual(['green', 'yellow', 'yellow', 'red']);
  });

  it('ends with the decision: later days and events do not exist', () => {
    const decided = clock('2026-12-31', [...accepted, ['2026-09-15', 'decided'], ['2026-09-16', 'withdrawn'], extended('2026-09-17')]);
    expect(decided).toMatchObject({ state: 'decided', due: '2026-10-14', usedWorkdays: 3, remainingWorkdays: 17, light: 'done', overdue: false });
    expect(decided.days.at(-1)!.date).toBe('2026-09-15');
    expect(decided.refused.map(({ code }) => code)).toEqual(['ended', 'ended']);
    expect(clock('2026-12-31', [...accepted, ['2026-10-15', 'decided']])).toMatchObject({ state: 'decided', light: 'done', overdue: true, remainingWorkdays: -1 });
  });

  it('a decision during a pause ends the pause', () => {
    expect(clock('2026-10-20', [...accepted, ...pause('p1', '2026-09-14', null), ['2026-09-22', 'decided']])).toMatchObject({ state: 'decided', usedWorkdays: 2, pauses: [{ endedOn: '2026-09-22' }] });
  });

  it('a withdrawal ends the case at any time', () => {
    expect(clock('2026-09-20', [['2026-09-10', 'received'], ['2026-09-11', 'withdrawn']])).toMatchObject({ state: 'withdrawn', due: null, light: 'done', acceptedOn: null });
    expect(clock('2026-09-20', [...accepted, ['2026-09-14', 'withdrawn']])).toMatchObject({ state: 'withdrawn', due: '2026-10-14', usedWorkdays: 2 });
  });

  it('T14: accepted 2026-12-04 with 20 days has no fixed date while 2027 is unknown', () => {
    const provisional = clock('2026-12-31', acceptedOn('2026-12-04'));
    expect(provisional).toMatchObject({ due: null, provisional: true, usedWorkdays: 19, remainingWorkdays: 1, provisionalBecause: { missingYear: 2027, notBefore: '2027-01-01' } });
    const next = clock('2027-01-05', acceptedOn('2026-12-04'));
    expect(next).toMatchObject({ due: null, provisional: true, usedWorkdays: 19, unpublishedDays: 5 });
    expect(next.days.at(-1)).toMatchObject({ counted: false, why: '暂定：2027 年放假安排尚未公布，暂不计入' });
    expect(clock('2026-12-31', acceptedOn('2026-12-03'))).toMatchObject({ due: '2026-12-31', provisional: false });
  });

  it('shows the promised limit beside the statutory one; an extension does not move the promise (B20)', () => {
    const both = clock('2026-09-22', [...accepted, extended('2026-09-14')], { promised: { workdays: 7 } });
    expect(both).toMatchObject({ due: '2026-10-28', light: 'green', promised: { limitWorkdays: 7, due: '2026-09-20', usedWorkdays: 9, remainingWorkdays: -2, light: 'red', overdue: true } });
  });

  it('a promise never lengthens the statutory limit (B20)', () => {
    expect(clock('2026-09-22', accepted, { promised: { workdays: 25 } })).toMatchObject({ due: '2026-10-14', promised: { limitWorkdays: 20, due: '2026-10-14', state: 'running' } });
  });

  it('shows the calendar date where the act says 日 only (B19)', () => {
    const works = [['2026-02-11', 'received'], ['2026-02-13', 'accepted']] as const;
    expect(clock('2026-02-13', works, { limit: { workdays: 7, lawUnit: 'unspecified' }, startsFrom: 'receipt' })).toMatchObject({ due: '2026-02-27', calendarDayDue: '2026-02-24' });
    const paused = [...acceptedOn('2026-03-02'), ...pause('p1', '2026-03-05', '2026-03-10')];
    expect(clock('2026-03-11', paused, { limit: { workdays: 9, lawUnit: 'unspecified' } })).toMatchObject({ due: '2026-03-18', calendarDayDue: '2026-03-16' });
  });

  it('an item decided on the spot is due on the day itself, or the next working day (B6)', () => {
    expect(clock('2026-09-11', acceptedOn('2026-09-11'), { limit: { workdays: 0 } })).toMatchObject({ due: '2026-09-11', light: 'yellow' });
    expect(clock('2026-09-12', acceptedOn('2026-09-12'), { limit: { workdays: 0 } })).toMatchObject({ due: '2026-09-14' });
  });

  it('events after the day asked for have not happened yet', () => {
    const events = [...accepted, ['2026-09-15', 'decided'] as const];
    expect(clock('2026-09-14', events)).toMatchObject({ state: 'running', usedWorkdays: 2 });
    expect(clock('2026-09-14', [...events].reverse())).toMatchObject({ state: 'running', usedWorkdays: 2, acceptedOn: '2026-09-10' });
  });

  it('counts as many days as it says', () => {
    const any = clock('2026-11-20', [...accepted, ...pause('p1', '2026-09-14', '2026-09-30'), extended('2026-10-10')]);
    expect(countedDates(any)).toHaveLength(any.usedWorkdays);
    expect(countedDates(any)[any.limitWorkdays - 1]).toBe(any.due);
  });
});
