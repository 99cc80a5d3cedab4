import { readFileSync } from 'node:fs';
import { createHolidayCalendar, renewalDeadline } from '../../../src/calendar/index.js';
import type { Item } from '../../../src/catalogue/item.js';
import { permitTerm, renewalNoticeOf, startExtensionRuleOf } from '../../../src/services/permits/permit-term.js';

const { items } = JSON.parse(readFileSync('seeds/reference/items.json', 'utf8')) as { items: Item[] };
const item = (code: string): Item => items.find((each) => each.code === code) as Item;

describe('the term of a permit', () => {
  it.each([
    ['sg-construction-permit', '2026-01-31', { validFrom: '2026-01-31', validUntil: null, startBy: '2026-04-30' }],
    ['bx-eia-form', '2026-03-02', { validFrom: '2026-03-02', validUntil: null, startBy: '2031-03-02' }],
    ['bx-drainage-permit', '2026-03-02', { validFrom: '2026-03-02', validUntil: '2031-03-02', startBy: null }],
    ['bx-construction-waste', '2026-03-02', { validFrom: '2026-03-02', validUntil: null, startBy: null }],
    ['jg-realestate-registration', '2026-03-02', { validFrom: '2026-03-02', validUntil: null, startBy: null }],
  ])('%s, decided %s', (code, decidedOn, term) => {
    expect(permitTerm(item(code), decidedOn, {})).toEqual(term);
  });

  it('is what the decision says where it says so', () => {
    expect(permitTerm(item('bx-drainage-permit'), '2026-03-02', { validFrom: '2026-04-01', validUntil: '2027-03-31' })).toEqual({ validFrom: '2026-04-01', validUntil: '2027-03-31', startBy: null });
  });

  it('renewal is asked for 30 days before, 60 for a discharge permit, 45 for water', () => {
    expect(renewalNoticeOf(item('bx-drainage-permit'))).toEqual({ amount: 30, unit: 'calendarDay' });
    expect(renewalNoticeOf(item('bx-discharge-permit'))).toEqual({ amount: 60, unit: 'calendarDay' });
    expect(renewalNoticeOf(item('bx-water-abstraction'))).toEqual({ amount: 45, unit: 'calendarDay' });
  });

  it('T8 for a term that ends on 2026-03-20 the last day to ask is 02-18, for a discharge permit 01-19', () => {
    const lastDay = (code: string): string => renewalDeadline('2026-03-20', renewalNoticeOf(item(code)), createHolidayCalendar({ schedules: [] }));
    expect([lastDay('bx-drainage-permit'), lastDay('bx-discharge-permit')]).toEqual(['2026-02-18', '2026-01-19']);
  });

  it('works may be put off twice by three months, a verification once by a year', () => {
    expect(startExtensionRuleOf(item('sg-construction-permit'))).toEqual({ times: 2, months: 3 });
    expect(startExtensionRuleOf(item('lx-ent-verification'))).toEqual({ times: 1, months: 12, notice: { amount: 30, unit: 'workday' } });
    expect(startExtensionRuleOf(item('bx-construction-waste'))).toBeUndefined();
  });
});
