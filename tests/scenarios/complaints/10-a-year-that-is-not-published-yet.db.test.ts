import { Office } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { year2027 } from '../../support/year-2027.js';

describe('Complaint 10: a deadline falls into a year whose calendar is not loaded', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('open limits that were provisional get their date, those concerned are told, and the sent paper stays as it was', async () => {
    const application = await office.accepted({ on: '2026-12-04' });
    const item = await application.item();
    expect(await application.clock(item)).toMatchObject({ due: null, provisional: true });
    const noticeBefore = (await application.documentsReady()).find((document) => document.kind === 'acceptance-notice');
    const late = await office.accepted({ on: '2026-12-30' });
    expect((await late.view()).due).toBeNull();
    await office.on('2026-12-31');
    const admin = await office.as('admin');
    expect(await admin.post('/calendar/years', year2027)).toMatchObject({ year: 2027, version: 1 });
    await test.product.settle();
    expect(await application.clock(item)).toMatchObject({ due: '2027-01-04', provisional: false });
    expect((await application.events(item)).at(-1)).toMatchObject({ type: 'dueMoved', actor: '系统', data: { before: null, after: '2027-01-04' } });
    // The promise of the stage, fifteen working days, now has its date too.
    expect((await late.view()).due).toBe('2027-01-21');
    const texts = (await office.get<{ items: { text: string }[] }>('enterprise', '/notices')).items.map((notice) => notice.text);
    expect(texts.some((text) => text.includes('暂定 → 2027-01-04'))).toBe(true);
    expect((await office.get<{ items: { text: string }[] }>('reviewer-ggsy', '/notices')).items.some((notice) => notice.text.includes('2027-01-04'))).toBe(true);
    const noticeAfter = (await application.documentsReady()).find((document) => document.kind === 'acceptance-notice');
    expect(noticeAfter?.sha256).toBe(noticeBefore?.sha256);

    const corrected = { ...year2027, holidays: [{ ...year2027.holidays[0], to: '2027-01-04' }, ...year2027.holidays.slice(1)] };
    expect(await admin.post('/calendar/years', corrected)).toMatchObject({ version: 2 });
    await test.product.settle();
    expect(await application.clock(item)).toMatchObject({ due: '2027-01-05' });
    const moves = async (): Promise<unknown[]> => (await application.events(item)).filter((event) => event.type === 'dueMoved').map((event) => event.data.after);
    expect(await moves()).toEqual(['2027-01-04', '2027-01-05']);
    expect(await admin.post('/calendar/years', corrected)).toMatchObject({ version: 3 });
    await test.product.settle();
    expect(await moves()).toHaveLength(2);
    await admin.post('/calendar/years', year2027);
    await test.product.settle();
    expect(await moves()).toEqual(['2027-01-04', '2027-01-05', '2027-01-04']);
  });
});
