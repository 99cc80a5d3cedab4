import {
  deliveryDue,
  dischargeRenewalNotice,
  hearingHeldBy,
  hearingNoticeBy,
  hearingRequestUntil,
  lapsesAfter,
  litigationAfterReconsideration,
  ordinaryRenewalNotice,
  remedyDates,
  renewalDeadline,
  renewalOutcome,
  servedByPublicNoticeOn,
  stoppedWorksDates,
  verificationExtensionNotice,
  waterRenewalNotice,
  worksStartBy,
} from '../../../src/calendar/index.js';
import { published } from '../published-calendar.js';

describe('Renewal (T8, 许可法 50)', () => {
  const facts = { expiresOn: '2026-03-20', notice: ordinaryRenewalNotice, appliedOn: '2026-02-18' };

  it('is asked for 30 calendar days before expiry, also on a day off; discharge 60 days, water 45', () => {
    expect(renewalDeadline('2026-03-20', ordinaryRenewalNotice, published)).toBe('2026-02-18');
    expect(renewalDeadline('2026-03-20', dischargeRenewalNotice, published)).toBe('2026-01-19');
    expect(renewalDeadline('2026-03-20', waterRenewalNotice, published)).toBe('2026-02-03');
    expect(renewalDeadline('2026-03-20', { amount: 30, unit: 'workday' }, published)).toBe('2026-02-02');
  });

  it('in time and undecided at the end of the last day: renewed by law', () => {
    expect(renewalOutcome({ ...facts, asOf: '2026-03-20' }, published)).toBe('pending');
    expect(renewalOutcome({ ...facts, asOf: '2026-03-21' }, published)).toBe('renewedByLaw');
    expect(renewalOutcome({ ...facts, decidedOn: '2026-03-20', asOf: '2026-03-21' }, published)).toBe('decided');
    expect(renewalOutcome({ ...facts, decidedOn: '2026-03-23', asOf: '2026-03-24' }, published)).toBe('renewedByLaw');
  });

  it('asked for one day late has no protection', () => {
    expect(renewalOutcome({ ...facts, appliedOn: '2026-02-19', asOf: '2026-03-21' }, published)).toBe('tooLate');
  });
});

describe('Remedies (T9, R1-R4)', () => {
  it('reconsideration is 60 calendar days, rolled over days off', () => {
    expect(remedyDates('2026-08-03', published).reconsiderationUntil.due).toBe('2026-10-08');
    expect(remedyDates('2026-07-31', published).reconsiderationUntil.due).toBe('2026-09-29');
  });

  it('suit is 6 months, rolled over days off, provisional in an unpublished year', () => {
    expect(remedyDates('2026-04-03', published).litigationUntil.due).toBe('2026-10-08');
    expect(remedyDates('2026-03-31', published).litigationUntil.due).toBe('2026-09-30');
    expect(remedyDates('2026-08-31', published).litigationUntil).toEqual({ due: null, provisional: true, missingYear: 2027, notBefore: '2027-02-28' });
  });

  it('after reconsideration 15 days; when no remedy was told, a year', () => {
    expect(litigationAfterReconsideration('2026-09-17', published).due).toBe('2026-10-08');
    expect(remedyDates('2025-03-07', published, { remedyTold: false })).toEqual({ reconsiderationUntil: { due: '2026-03-09', provisional: false }, litigationUntil: { due: '2026-03-09', provisional: false } });
  });
});

describe('Validity of permits (T9)', () => {
  it('works start within 3 months, extended twice at most, each from the original day of the month', () => {
    expect([0, 1, 2].map((extensions) => worksStartBy('2026-01-31', extensions))).toEqual(['2026-04-30', '2026-07-31', '2026-10-31']);
    expect(() => worksStartBy('2026-01-31', 3)).toThrow(expect.objectContaining({ code: 'PERMIT_START_EXTENSIONS_EXHAUSTED', details: { voidAfter: '2026-10-31' } }));
    expect(() => worksStartBy('2026-01-31', -1)).toThrow(expect.objectContaining({ code: 'PERIOD_INVALID' }));
  });

  it('the extension of a verification is asked for 30 working days before: that act says so', () => {
    expect(lapsesAfter('projectVerification', '2024-03-13')).toBe('2026-03-13');
    expect(renewalDeadline('2026-03-13', verificationExtensionNotice, published)).toBe('2026-01-26');
  });

  it('approvals lapse without a start; stopped works report within a month', () => {
    expect(lapsesAfter('environmentalAssessment', '2024-02-29')).toBe('2029-02-28');
    expect(lapsesAfter('waterAbstraction', '2024-05-10')).toBe('2027-05-10');
    expect(stoppedWorksDates('2026-01-31')).toEqual({ reportBy: '2026-02-28', verifyAgainAfter: '2027-01-31' });
  });
});

describe('Hearing (T16, 许可法 47-48)', () => {
  it('is asked for within 5 working days, held within 20, announced 7 before', () => {
    expect(hearingRequestUntil('2026-04-28', published).due).toBe('2026-05-08');
    expect(hearingHeldBy('2026-05-07', published).due).toBe('2026-06-03');
    expect(hearingNoticeBy('2026-06-24', published)).toBe('2026-06-12');
  });
});

describe('Delivery (B5, R6)', () => {
  it('is due 10 working days after the decision', () => {
    expect(deliveryDue('2026-09-29', published).due).toBe('2026-10-19');
    expect(deliveryDue('2026-12-25', published)).toMatchObject({ due: null, provisional: true, missingYear: 2027 });
  });

  it('by public notice takes effect after 30 days', () => {
    expect(servedByPublicNoticeOn('2026-03-02')).toBe('2026-04-01');
  });
});
