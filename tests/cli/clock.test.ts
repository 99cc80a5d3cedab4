import { answerClock } from '../../src/cli/clock.js';
import { readHolidayCalendar } from '../../src/cli/read-holiday-calendar.js';
import { parseJson } from '../../src/cli/read-json.js';
import { published } from '../calendar/published-calendar.js';

const item = (asOf: string) => ({
  limit: { workdays: 20 },
  asOf,
  events: [
    { on: '2026-05-25', type: 'received' },
    { on: '2026-05-25', type: 'accepted' },
    { on: '2026-06-01', type: 'pauseStarted', pause: 'p1', kind: 'expertReview', noticedInWriting: true },
    { on: '2026-06-12', type: 'pauseEnded', pause: 'p1' },
  ],
});

describe('onestop clock', () => {
  it('answers one JSON document with the agreed members', () => {
    const { exitCode, output } = answerClock(item('2026-06-20'), { json: true }, published);
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ state: 'running', acceptedOn: '2026-05-25', due: '2026-07-06', provisional: false, usedWorkdays: 9, remainingWorkdays: 11, light: 'green', refused: [] });
    expect(Object.keys((JSON.parse(output) as { days: object[] }).days[0]!)).toEqual(expect.arrayContaining(['date', 'counted', 'why', 'article']));
  });

  it('ends with 1 once the item is overdue', () => {
    expect(answerClock(item('2026-07-06'), { json: true }, published).exitCode).toBe(0);
    expect(answerClock(item('2026-07-07'), { json: true }, published).exitCode).toBe(1);
  });

  it('tells people the figures, the refused events and each day in Chinese', () => {
    const { output } = answerClock({ ...item('2026-06-15'), events: [...item('').events, { on: '2026-06-15', type: 'pauseEnded', pause: 'p9' }] }, {}, published);
    expect(output).toContain('法定时限：20 个工作日，已用 6，剩余 14，届满日 2026-07-06，绿灯');
    expect(output).toContain('第 5 项记录不影响时限：没有编号为“p9”且正在进行的特别程序');
    expect(output).toContain('2026-06-02 　 特别程序·专家评审，所需时间不计入（《中华人民共和国行政许可法》第四十五条）');
    expect(output).not.toMatch(/undefined|null|\{/);
  });

  it('says why there is no date: paused, not accepted, or a year that is not published', () => {
    const open = { ...item('2026-06-15'), events: item('').events.slice(0, 3) };
    expect(answerClock(open, {}, published).output).toContain('届满日 暂停中，恢复后确定，计时冻结');
    expect(answerClock({ ...open, events: open.events.slice(0, 1), asOf: '2026-05-26' }, {}, published).output).toContain('届满日 受理后确定');
    const winter = { limit: { workdays: 20 }, asOf: '2026-12-31', events: [{ on: '2026-12-04', type: 'accepted' }] };
    expect(answerClock(winter, {}, published).output).toContain('暂定（2027 年日历未公布，不早于 2027-01-01）');
  });

  it('--project unites the days of all items, and ends with 1 when more days were used than there are', () => {
    const project = { limitWorkdays: 6, asOf: '2026-03-31', items: [{ id: 'A', from: '2026-03-02', to: '2026-03-09' }, { id: 'B', from: '2026-03-04', to: '2026-03-13' }] };
    const { exitCode, output } = answerClock(project, { project: true, json: true }, published);
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ usedWorkdays: 9, remainingWorkdays: -3, exhaustedOn: '2026-03-10' });
    expect(answerClock(project, { project: true }, published).output).toContain('总时限：6 个工作日，已用 9，剩余 -3，用完日 2026-03-10，红灯');
    expect(answerClock({ ...project, limitWorkdays: 80 }, { project: true }, published).exitCode).toBe(0);
  });

  it('counts on the delivered schedules, or on those of a folder', async () => {
    expect((await readHolidayCalendar()).version).toBe(published.version);
    expect((await readHolidayCalendar('seeds/reference/holidays')).years).toEqual([2024, 2025, 2026]);
    await expect(readHolidayCalendar('seeds/reference/nowhere')).rejects.toThrow('ENOENT');
  });

  it('says in one line which input is not JSON', () => {
    expect(() => parseJson('{', '-')).toThrow(/^standard input is not JSON: [^\n]*$/);
    expect(parseJson('\uFEFF[1]', 'x.json')).toEqual([1]);
  });
});
