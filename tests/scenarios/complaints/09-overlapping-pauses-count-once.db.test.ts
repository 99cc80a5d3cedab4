import type { PauseView } from '../../../src/api/contract.js';
import { allItems, Office } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Complaint 9: overlapping pauses, and a pause beyond its time', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('two overlapping pauses are counted once, and striking out one of them restores only the days that it alone took out', async () => {
    const application = await office.accepted({ on: '2026-05-25', items: allItems });
    const waste = await application.item('bx-construction-waste');
    await office.on('2026-06-01');
    const commission = await application.suggestion('reviewer-zjj', 'commissionReview');
    await application.act('reviewer-zjj', 'commissionReview', { ...commission, itemCodes: ['bx-construction-waste', 'bx-eia-form'], dueOn: '2026-06-23', conflictsChecked: true });
    await office.on('2026-06-08');
    await application.actIn(waste, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 11, reason: '检测' });
    await office.on('2026-06-12');
    await application.act('agency', 'submitReviewReport', { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] });
    await office.on('2026-06-23');
    await application.actIn(waste, 'reviewer-ggsy', 'endPause');
    expect(await application.clock(waste)).toMatchObject({ due: '2026-07-14' });
    const { items: pauses } = await office.get<{ items: PauseView[] }>('clerk', `/pauses?caseId=${waste}`);
    const restored = async (kind: string): Promise<number> => (await office.get<{ workdaysRestored: number }>('clerk', `/pauses/${pauses.find((pause) => pause.kind === kind)?.id}/if-struck`)).workdaysRestored;
    // Review (06-01, 06-12] is nine days, testing (06-08, 06-23] ten, four of them both.
    expect([await restored('expertReview'), await restored('testing')]).toEqual([5, 6]);
  });

  it('a pause that outlives its time resumes by itself and warns the department', async () => {
    const application = await office.accepted({ on: '2026-04-27' });
    const item = await application.item();
    await office.on('2026-05-06');
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 5, reason: '渣土须检测' });
    await office.on('2026-05-13');
    expect(await application.clock(item)).toMatchObject({ state: 'running' });
    const { items: notices } = await office.get<{ items: { text: string }[] }>('reviewer-ggsy', '/notices');
    expect(notices.some((notice) => notice.text.startsWith('预警') && notice.text.includes('2026-05-12'))).toBe(true);
  });
});
