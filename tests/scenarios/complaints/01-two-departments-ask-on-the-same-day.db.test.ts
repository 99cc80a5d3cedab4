import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const phone = { target: '/S02/contactPhone', reason: '电话无法接通', norm: '《行政许可法》第三十一条' };
const address = { target: '/S02/registeredAddress', reason: '住所与营业执照不一致', norm: '《行政许可法》第三十一条' };
const plan = { target: 'bx-construction-waste.disposal-plan', reason: '处置方案缺少运输路线图', norm: '《城市建筑垃圾管理规定》第七条' };

describe('Complaint 1: two departments ask for corrections on the same day', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  const propose = (application: Application, person: string, items: object[], more: object = {}): Promise<unknown> => office.post(person, '/corrections/requests', { caseId: application.id, items, ...more });

  it('what two departments ask for on the same day reaches the applicant in one notice, in whatever order', async () => {
    const application = await office.file({ on: '2026-03-02', items: allItems });
    expect(await office.get('reviewer-ggsy', '/corrections/windows')).toMatchObject({ items: [{ caseId: application.id, last: '2026-03-09', waiting: 0 }] });
    await propose(application, 'reviewer-ggsy', [plan, phone]);
    await propose(application, 'reviewer-sthj', [phone]);
    expect(await refusalOf(propose(application, 'reviewer-rcfw', [phone]))).toMatchObject({ code: 'NOT_YOURS' });
    expect(await office.get('reviewer-sthj', `/corrections/requests?caseId=${application.id}`)).toMatchObject({ total: 1 });
    await application.act('clerk', 'requestCorrection', { items: [address] });
    const view = await application.view();
    expect(view.status).toBe('awaitingCorrection');
    expect(view.correction?.items.map((item) => item.target).sort()).toEqual([address.target, phone.target, plan.target].sort());
    expect(view.corrections).toHaveLength(1);
    expect((await application.documentsReady()).filter((document) => document.kind === 'correction-notice')).toHaveLength(1);
    expect(await refusalOf(application.act('clerk', 'requestCorrection', { items: [phone] }))).toMatchObject({ code: 'CORRECTION_OPEN' });
  });
});
