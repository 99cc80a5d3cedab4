import { itemClock } from '../../../src/calendar/index.js';
import { published } from '../published-calendar.js';

function faultsOf(input: unknown): string[] {
  try {
    itemClock(input as never, published);
  } catch (error) {
    const { code, details } = error as { code: string; details: { faults: { place: string }[] } };
    expect(code).toBe('CLOCK_INPUT_INVALID');
    return details.faults.map(({ place }) => place);
  }
  return [];
}

const good = { limit: { workdays: 20 }, asOf: '2026-03-10', events: [{ on: '2026-03-02', type: 'received' }] };

describe('The input of the item clock', () => {
  it('may leave out what has a rule: start, window, extension, promise', () => {
    expect(faultsOf(good)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['/']],
    ['a list', [], ['/']],
    ['an empty object', {}, ['/limit', '/asOf', '/events']],
    ['a limit of halves', { ...good, limit: { workdays: 7.5 } }, ['/limit/workdays']],
    ['a negative limit', { ...good, limit: { workdays: -1 } }, ['/limit/workdays']],
    ['a limit as text', { ...good, limit: { workdays: '20' } }, ['/limit/workdays']],
    ['a limit of centuries', { ...good, limit: { workdays: 1e9 } }, ['/limit/workdays']],
    ['an unknown approver', { ...good, limit: { workdays: 20, extension: { workdays: 10, approvedBy: 'mayor' } } }, ['/limit/extension/approvedBy']],
    ['an unknown start', { ...good, startsFrom: 'filing' }, ['/startsFrom']],
    ['a window as text', { ...good, correctionNoticeWorkdays: '5' }, ['/correctionNoticeWorkdays']],
    ['a date that does not exist', { ...good, asOf: '2026-02-30' }, ['/asOf']],
    ['a day before the first event', { ...good, asOf: '2026-03-01' }, ['/asOf']],
    ['no events', { ...good, events: [] }, ['/events']],
    ['events of the wrong kind', { ...good, events: [3, { on: 'x', type: 'lost' }] }, ['/events/0', '/events/1/on', '/events/1/type']],
    ['a pause without a name and kind', { ...good, events: [...good.events, { on: '2026-03-03', type: 'pauseStarted', noticedInWriting: 'yes' }] }, ['/events/1/pause', '/events/1/kind', '/events/1/noticedInWriting']],
    ['an extension without its amount', { ...good, events: [...good.events, { on: '2026-03-03', type: 'extended', approvedBy: 7 }] }, ['/events/1/workdays', '/events/1/approvedBy']],
    ['a promise of halves', { ...good, promised: { workdays: 2.5 } }, ['/promised/workdays']],
    ['a record of a thousand years', { ...good, asOf: '2999-01-01' }, ['/asOf']],
  ])('refuses %s', (_, input, places) => {
    expect(faultsOf(input)).toEqual(places);
  });
});
