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

  it('a case whose row is broken keeps no other from what the day brings it; it is named at the end, and comes to its own once it is mended', async () => {
    await office.on('2026-06-01');
    const broken = await office.file();
    const sound = await office.file();
    office.stopWatching();
    const { database } = test.product.services;
    const setList = (version: number): Promise<void> => database.inTransaction(async (tx) => tx.write('UPDATE cases SET itemListVersion = ? WHERE id = ?', [version, broken.id]));
    await setList(99);
    const { expireTimeLimits } = await import('../../../src/services/time-limits/expire-time-limits.js');
    const later = { ...test.product.services, clock: { now: () => new Date('2026-06-15T10:00:00+08:00') } };
    const failure = await expireTimeLimits(later).then(() => undefined, (error: unknown) => error as AggregateError);
    expect(failure).toMatchObject({ message: expect.stringContaining('2026-06-15'), errors: [{ errors: [{ message: `Case ${broken.id}` }] }] });
    expect((await sound.events()).map(({ type }) => type)).toContain('accepted');
    await setList(1);
    await expireTimeLimits(later);
    expect((await broken.events()).map(({ type }) => type)).toContain('accepted');
  });
});
