import { correctionNoticeUntil } from '../../../src/calendar/index.js';
import { published } from '../published-calendar.js';
import { acceptedOn, clock } from './clock-input.js';

describe('Receipt, correction and acceptance', () => {
  it('T1: without a notice by the last day an application is accepted as of the day of receipt (A6)', () => {
    const inWindow = clock('2026-02-27', [['2026-02-13', 'received']]);
    expect(inWindow).toMatchObject({ state: 'received', acceptedOn: null, due: null, correctionNoticeUntil: '2026-02-27', usedWorkdays: 0, light: 'green' });
    const after = clock('2026-02-28', [['2026-02-13', 'received']]);
    expect(after).toMatchObject({ state: 'running', acceptedOn: '2026-02-13', acceptance: 'deemed', due: '2026-03-19' });
    expect(after.days[0]).toMatchObject({ date: '2026-02-13', counted: false, article: '《中华人民共和国行政许可法》第三十二条第一款第四项' });
    expect(after.days[1]).toMatchObject({ date: '2026-02-14', counted: true, why: expect.stringContaining('春节调休上班') });
  });

  it('T1: a notice after the last day has no effect on the clock', () => {
    const late = clock('2026-03-05', [['2026-02-13', 'received'], ['2026-02-28', 'correctionNoticed'], ['2026-03-03', 'corrected'], ['2026-03-04', 'accepted']]);
    expect(late).toMatchObject({ state: 'running', acceptedOn: '2026-02-13', due: '2026-03-19' });
    expect(late.refused.map(({ event, code }) => [event, code])).toEqual([[1, 'noticeTooLate'], [2, 'deemedAccepted'], [3, 'deemedAccepted']]);
    expect(late.refused[0]!.reason).toContain('2026-02-27');
  });

  it('T1: corrections asked for in time accept on the day on which they are complete', () => {
    const events = [['2026-02-13', 'received'], ['2026-02-27', 'correctionNoticed'], ['2026-03-03', 'corrected']] as const;
    expect(clock('2026-03-02', events)).toMatchObject({ state: 'awaitingCorrection', acceptedOn: null, due: null, remainingWorkdays: 20, usedWorkdays: 0 });
    const corrected = clock('2026-03-10', events);
    expect(corrected).toMatchObject({ state: 'running', acceptedOn: '2026-03-03', acceptance: 'corrected', due: '2026-03-31', usedWorkdays: 5, refused: [] });
    expect(corrected.days.find(({ date }) => date === '2026-03-02')).toMatchObject({ counted: false, why: expect.stringContaining('等待申请人补正') });
    expect(corrected.days.find(({ date }) => date === '2026-02-27')).toMatchObject({ counted: false, why: '一次告知补正内容，时限未开始' });
  });

  it('T2: the last day for the notice depends on the item (A9)', () => {
    expect(correctionNoticeUntil('2026-04-30', 5, published).due).toBe('2026-05-11');
    expect(correctionNoticeUntil('2026-04-30', 3, published).due).toBe('2026-05-08');
    expect(correctionNoticeUntil('2026-04-30', 0, published).due).toBe('2026-04-30');
    const received = [['2026-04-30', 'received']] as const;
    expect(clock('2026-05-11', received).state).toBe('received');
    expect(clock('2026-05-12', received)).toMatchObject({ state: 'running', acceptedOn: '2026-04-30' });
    expect(clock('2026-05-08', received, { correctionNoticeWorkdays: 3 }).state).toBe('received');
    expect(clock('2026-05-09', received, { correctionNoticeWorkdays: 3 })).toMatchObject({ state: 'running', acceptedOn: '2026-04-30' });
    expect(clock('2026-04-30', received, { correctionNoticeWorkdays: 0 }).state).toBe('received');
    expect(clock('2026-05-01', received, { correctionNoticeWorkdays: 0 })).toMatchObject({ state: 'running', acceptedOn: '2026-04-30' });
  });

  it('T2: a filing with incomplete information is not filed yet, however long it lies', () => {
    const filing = clock('2026-09-01', [['2026-04-30', 'received']], { correctionNoticeWorkdays: null, startsFrom: 'receipt' });
    expect(filing).toMatchObject({ state: 'received', acceptedOn: null, correctionNoticeUntil: null });
    const corrected = clock('2026-09-01', [['2026-04-30', 'received'], ['2026-07-01', 'correctionNoticed'], ['2026-08-03', 'corrected']], { correctionNoticeWorkdays: null });
    expect(corrected).toMatchObject({ acceptedOn: '2026-08-03', refused: [] });
  });

  it('asks for corrections once, and never after acceptance', () => {
    const twice = clock('2026-03-06', [['2026-03-02', 'received'], ['2026-03-03', 'correctionNoticed'], ['2026-03-05', 'correctionNoticed']]);
    expect(twice.refused).toMatchObject([{ event: 2, code: 'onlyOneNotice' }]);
    const after = clock('2026-03-12', [...acceptedOn('2026-03-02'), ['2026-03-05', 'correctionNoticed'], ['2026-03-09', 'corrected']]);
    expect(after).toMatchObject({ state: 'running', due: '2026-03-30', usedWorkdays: 8 });
    expect(after.refused.map(({ code }) => code)).toEqual(['correctionAfterAcceptance', 'alreadyAccepted']);
  });

  it('T14: whether a notice is late cannot be told while its last day lies in an unpublished year', () => {
    const events = [['2026-12-30', 'received']] as const;
    expect(clock('2026-12-31', events)).toMatchObject({ state: 'received', provisional: false, correctionNoticeUntil: null });
    expect(clock('2027-01-20', events)).toMatchObject({ state: 'received', provisional: true, acceptedOn: null });
  });

  it('T4: a works permit counts from receipt, not from acceptance (B10)', () => {
    const events = [['2026-02-11', 'received'], ['2026-02-13', 'accepted']] as const;
    const limit = { workdays: 7 };
    expect(clock('2026-02-13', events, { limit, startsFrom: 'receipt' })).toMatchObject({ acceptedOn: '2026-02-13', startedOn: '2026-02-11', due: '2026-02-27', usedWorkdays: 2 });
    expect(clock('2026-02-13', events, { limit })).toMatchObject({ startedOn: '2026-02-13', due: '2026-03-02', usedWorkdays: 0 });
  });

  it('a limit from receipt starts when the corrections are complete, or at the first receipt when the law accepts', () => {
    const from = { startsFrom: 'receipt', limit: { workdays: 7 } } as const;
    const corrected = clock('2026-03-10', [['2026-03-02', 'received'], ['2026-03-04', 'correctionNoticed'], ['2026-03-09', 'corrected']], from);
    expect(corrected).toMatchObject({ startedOn: '2026-03-09', due: '2026-03-18', usedWorkdays: 1 });
    const silent = clock('2026-03-10', [['2026-03-02', 'received']], from);
    expect(silent).toMatchObject({ acceptedOn: '2026-03-02', startedOn: '2026-03-02', due: '2026-03-11' });
  });

  it('an acceptance declared while corrections are awaited starts the limit on that day, also one from receipt', () => {
    const events = [['2026-03-02', 'received'], ['2026-03-04', 'correctionNoticed'], ['2026-03-09', 'accepted']] as const;
    expect(clock('2026-03-10', events, { startsFrom: 'receipt' })).toMatchObject({ acceptedOn: '2026-03-09', startedOn: '2026-03-09', usedWorkdays: 1, refused: [] });
  });

  it('the voucher that confirms complete corrections on the same day is no second acceptance (A8)', () => {
    const events = [['2026-03-02', 'received'], ['2026-03-04', 'correctionNoticed'], ['2026-03-09', 'corrected']] as const;
    expect(clock('2026-03-10', [...events, ['2026-03-09', 'accepted']]).refused).toEqual([]);
    expect(clock('2026-03-10', [...events, ['2026-03-10', 'accepted']])).toMatchObject({ acceptedOn: '2026-03-09', refused: [{ event: 3, code: 'alreadyAccepted' }] });
  });

  it('an event before receipt, a second receipt and a second acceptance have no effect', () => {
    const muddled = clock('2026-03-05', [['2026-03-01', 'decided'], ['2026-03-02', 'received'], ['2026-03-02', 'received'], ['2026-03-03', 'accepted'], ['2026-03-04', 'accepted']]);
    expect(muddled).toMatchObject({ state: 'running', acceptedOn: '2026-03-03' });
    expect(muddled.refused.map(({ event, code }) => [event, code])).toEqual([[0, 'notReceived'], [2, 'alreadyReceived'], [4, 'alreadyAccepted']]);
  });

  it('a record that begins with acceptance is read as received on that day', () => {
    expect(clock('2025-10-10', [['2025-09-24', 'accepted']])).toMatchObject({ state: 'running', receivedOn: '2025-09-24', due: '2025-10-28', refused: [] });
  });
});
