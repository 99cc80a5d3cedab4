import { Office, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('What a day that passes brings about', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('an administrator may let everything fall due now, and doing so twice changes nothing more', async () => {
    await office.file({ on: '2026-03-02' });
    expect(await refusalOf(office.post('clerk', '/calendar/due-now', {}))).toMatchObject({ code: 'ROLE_REQUIRED' });
    await office.post('admin', '/calendar/due-now', {});
    expect(await office.post('admin', '/calendar/due-now', {})).toMatchObject({ acceptedByLaw: 0, pausesResumed: 0, debtsOverdue: 0, timersFired: 0, lapsed: 0, overdueItems: 0 });
  });

  it('however many servers look at the clock at once, each thing happens once', async () => {
    const application = await office.file({ on: '2026-05-06' });
    const paused = await office.accepted({ on: '2026-05-06' });
    const item = await paused.item();
    await paused.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 2, reason: '检测' });
    const { expireTimeLimits } = await import('../../../src/services/time-limits/expire-time-limits.js');
    const later = { ...test.product.services, clock: { now: () => new Date('2026-05-20T10:00:00+08:00') } };
    await Promise.all(Array.from({ length: 4 }, () => expireTimeLimits(later)));
    expect((await application.events()).filter((event) => event.type === 'accepted')).toHaveLength(1);
    expect((await paused.events(item)).filter((event) => event.type === 'pauseExpired')).toHaveLength(1);
    expect((await application.view('clerk')).workItems.map((work) => work.step)).toEqual(['examine']);
  });
});
