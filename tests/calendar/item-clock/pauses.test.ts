import { itemClock, whatIfPausesStruck } from '../../../src/calendar/index.js';
import { published } from '../published-calendar.js';
import { acceptedOn, clock, clockInput, countedDates, pause } from './clock-input.js';

describe('Pauses (B4)', () => {
  const accepted = acceptedOn('2026-05-25');
  const overlapping = [...accepted, ...pause('p1', '2026-06-01', '2026-06-12'), ...pause('p2', '2026-06-08', '2026-06-23', { kind: 'testing' })];

  it('T5: overlapping pauses are united', () => {
    expect(clock('2026-06-24', accepted)).toMatchObject({ due: '2026-06-23' });
    expect(clock('2026-06-24', [...accepted, ...pause('p1', '2026-06-01', '2026-06-12')])).toMatchObject({ due: '2026-07-06' });
    expect(clock('2026-06-24', overlapping)).toMatchObject({ state: 'running', due: '2026-07-14', usedWorkdays: 6, remainingWorkdays: 14, light: 'green' });
  });

  it('T5: a single pause', () => {
    const events = acceptedOn('2026-04-27');
    expect(clock('2026-05-21', events).due).toBe('2026-05-27');
    expect(clock('2026-05-21', [...events, ...pause('p1', '2026-05-06', '2026-05-20')]).due).toBe('2026-06-11');
  });

  it('T5: without the written notice of its time neither pause counts, and the case is overdue the day after', () => {
    const untold = overlapping.map(([on, type, more]) => [on, type, type === 'pauseStarted' ? { ...more, noticedInWriting: false } : more] as const);
    expect(clock('2026-06-23', untold)).toMatchObject({ state: 'running', due: '2026-06-23', usedWorkdays: 20, remainingWorkdays: 0, light: 'yellow', overdue: false });
    const late = clock('2026-06-24', untold);
    expect(late).toMatchObject({ due: '2026-06-23', remainingWorkdays: -1, light: 'red', overdue: true });
    expect(late.refused.map(({ event, code }) => [event, code])).toEqual([[2, 'pauseNotNoticed'], [3, 'pauseNotOpen'], [4, 'pauseNotNoticed'], [5, 'pauseNotOpen']]);
    expect(late.days.at(-1)).toMatchObject({ date: '2026-06-24', kind: 'overdue', why: expect.stringContaining('超过期限第 1 日') });
  });

  it('the day of the notice still counts, the day after the end counts again', () => {
    const days = countedDates(clock('2026-06-16', [...accepted, ...pause('p1', '2026-06-01', '2026-06-12')]));
    expect(days).toEqual(['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29', '2026-06-01', '2026-06-15', '2026-06-16']);
  });

  it('while a pause is open there is no due date and the light is frozen', () => {
    const open = clock('2026-06-30', [...accepted, ...pause('p1', '2026-06-01', null)]);
    expect(open).toMatchObject({ state: 'paused', due: null, provisional: false, usedWorkdays: 5, remainingWorkdays: 15, light: 'paused', overdue: false });
    expect(open.days.at(-1)).toMatchObject({ counted: false, why: '特别程序·专家评审，所需时间不计入', article: '《中华人民共和国行政许可法》第四十五条' });
  });

  it('a pause begun after the limit ran out hides no delay', () => {
    expect(clock('2026-07-01', [...accepted, ...pause('p1', '2026-06-25', null)])).toMatchObject({ state: 'paused', light: 'paused', overdue: true, remainingWorkdays: -2 });
  });

  it('takes out only the eight procedures of the law, unless a special act of the item names another', () => {
    const consultation = [...accepted, ...pause('p1', '2026-06-01', '2026-06-12', { kind: 'consultation' })];
    expect(clock('2026-06-24', consultation)).toMatchObject({ due: '2026-06-23', refused: [{ event: 2, code: 'pauseKindUnknown' }, { event: 3, code: 'pauseNotOpen' }] });
    const rule = { kind: 'consultation', name: '征求意见', article: '《取水许可和水资源费征收管理条例》第十九条' };
    const water = clock('2026-06-24', consultation, { limit: { workdays: 20, pauses: [rule] } });
    expect(water).toMatchObject({ due: '2026-07-06', refused: [] });
    expect(water.days.find(({ date }) => date === '2026-06-02')).toMatchObject({ article: rule.article, why: expect.stringContaining('征求意见') });
  });

  it('a pause that reaches its cap ends by itself', () => {
    const capped = [...accepted, ...pause('p1', '2026-06-01', null, { capWorkdays: 5 })];
    expect(clock('2026-06-08', capped)).toMatchObject({ state: 'paused' });
    expect(clock('2026-06-09', capped)).toMatchObject({ state: 'running', usedWorkdays: 6, pauses: [{ id: 'p1', endedOn: '2026-06-08', expired: true }] });
    const endedLate = clock('2026-06-24', [...capped, ['2026-06-12', 'pauseEnded', { pause: 'p1' }]]);
    expect(endedLate).toMatchObject({ due: '2026-06-30', refused: [] });
  });

  it('cannot pause what is not accepted, and a pause number is used once', () => {
    const early = clock('2026-05-27', [['2026-05-25', 'received'], ...pause('p1', '2026-05-26', null)]);
    expect(early.refused).toMatchObject([{ event: 1, code: 'notAccepted' }]);
    const again = clock('2026-06-24', [...accepted, ...pause('p1', '2026-06-01', '2026-06-12'), ...pause('p1', '2026-06-15', null)]);
    expect(again.refused).toMatchObject([{ event: 4, code: 'pauseRepeated' }]);
  });

  it('answers “what if this pause is struck out” without touching the record', () => {
    const input = clockInput('2026-07-20', [...overlapping, ['2026-07-10', 'decided']]);
    const whatIf = whatIfPausesStruck(input, ['p1'], published);
    expect(whatIf.asRecorded).toEqual(itemClock(input, published));
    expect(whatIf.ifStruck).toMatchObject({ due: '2026-07-07', overdue: true, refused: [{ event: 2, code: 'pauseStruck' }, { event: 3 }] });
    expect(whatIf.workdaysRestored).toBe(5);
    expect(whatIfPausesStruck(input, ['p1', 'p2'], published)).toMatchObject({ workdaysRestored: 15, ifStruck: { due: '2026-06-23' } });
  });
});
