import { answerCheck, answerCount, answerDue } from '../../src/cli/calendar.js';
import { published, seededSchedule } from '../calendar/published-calendar.js';

describe('onestop calendar', () => {
  it('due: the agreed answer, and 1 while the date is provisional', () => {
    expect(answerDue({ from: '2026-03-02', workdays: 80 }, published)).toEqual({ exitCode: 0, answer: { due: '2026-06-26', provisional: false }, sentence: '2026-03-02 起第 80 个工作日：2026-06-26' });
    expect(answerDue({ from: '2026-12-04', workdays: 20 }, published)).toMatchObject({ exitCode: 1, answer: { due: null, provisional: true, missingYear: 2027 } });
  });

  it('count: the agreed answer over (from, to], and 1 when the span needs an unpublished year', () => {
    expect(answerCount({ from: '2026-05-08', to: '2026-05-09' }, published)).toEqual({ exitCode: 0, answer: { workdays: 1 }, sentence: '2026-05-09 至 2026-05-09：1 个工作日' });
    expect(answerCount({ from: '2026-05-08', to: '2026-05-08' }, published).answer).toEqual({ workdays: 0 });
    expect(answerCount({ from: '2026-12-01', to: '2027-01-10' }, published)).toMatchObject({ exitCode: 1, answer: { workdays: null, provisional: true, missingYear: 2027 } });
    expect(() => answerCount({ from: '2026-05-09', to: '2026-05-08' }, published)).toThrow(expect.objectContaining({ code: 'PERIOD_INVALID' }));
  });

  it('check: lists every fault of a schedule with its place before anything is imported', () => {
    expect(answerCheck(seededSchedule(2026))).toEqual({ exitCode: 0, answer: { ok: true, faults: [] }, sentence: '2026 年放假安排可以导入' });
    const wrong = { ...seededSchedule(2026), makeUpWorkdays: [{ date: '2026-01-05' }] };
    expect(answerCheck(wrong)).toMatchObject({ exitCode: 1, answer: { ok: false } });
    expect(answerCheck(wrong).sentence).toContain('错误 /makeUpWorkdays/0/date：2026-01-05 不是周末，本来就上班');
  });
});
