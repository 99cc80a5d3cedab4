import { Office, refusalOf, type Application } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const received = { method: 'counter', deliveredOn: '2026-03-02', recipient: '苏日娜' };

describe('Service of papers with receipts 送达 (rules B5, R6)', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  const served = (application: Application, person = 'enterprise'): Promise<{ items: { id: string; confirmedOn: string | null }[] }> => office.get(person, `/deliveries?caseId=${application.id}`);

  it('of a refusal starts the periods for its remedies, and says until when it was due', async () => {
    const application = await refusedOn('2026-07-27');
    await office.on('2026-08-03');
    await application.sealAndDeliver();
    const service = await office.get<{ items: object[]; deliverBy: object[] }>('enterprise', `/deliveries?caseId=${application.id}`);
    expect(service.items[0]).toMatchObject({ deliveredOn: '2026-08-03', remedies: { reconsiderationUntil: { due: '2026-10-08' } } });
    expect(service.deliverBy).toMatchObject([{ decidedOn: '2026-07-27', due: { due: '2026-08-10' }, servedOn: '2026-08-03' }]);
    expect((await application.documents()).map((document) => document.kind)).toEqual(expect.arrayContaining(['refusal', 'delivery-receipt']));
  });

  it('by public notice takes effect after thirty days, and the periods run from there', async () => {
    const application = await refusedOn('2026-03-02');
    await application.documentsReady();
    await application.act('sealkeeper', 'seal', { contentChecked: true });
    await application.documentsReady();
    await application.act('clerk', 'deliver', { method: 'public', result: 'received', deliveredOn: '2026-03-02', recipient: '内蒙古云枢数据科技有限公司' });
    expect(await office.get('enterprise', `/deliveries?caseId=${application.id}`)).toMatchObject({ items: [{ effectiveOn: '2026-04-01', remedies: { litigationUntil: { due: '2026-10-08' } } }] });
  });

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('of a single paper has its own receipt; left with a refusing recipient it needs a reason and two witnesses; the recipient confirms', async () => {
      const scene = await Scene.filed(office, place, { on: '2026-03-02' });
      const { application } = scene;
      await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }] });
      const notice = (await application.documentsReady()).find((document) => document.kind === 'correction-notice');
      const form = { ...received, documents: [notice?.id] };
      expect(await refusalOf(application.act('clerk', 'serve', { ...form, result: 'left' }))).toMatchObject({ code: 'FORM_INVALID' });
      await scene.undisturbed(() => application.act('clerk', 'serve', { ...form, result: 'left', refusalReason: '拒绝签收', witnesses: ['王某', '李某'] }));
      const { items } = await served(application);
      expect(items).toMatchObject([{ confirmedOn: null, documents: [{ kind: 'correction-notice' }] }]);
      await scene.undisturbed(() => office.post('enterprise', `/deliveries/${items[0]?.id}/receipt`, {}));
      expect(await served(application)).toMatchObject({ items: [{ confirmedOn: '2026-03-02' }] });
      expect((await application.documentsReady()).filter((document) => document.kind === 'delivery-receipt')).toMatchObject([{ status: 'sealed' }]);
    });
  });

  async function refusedOn(day: string): Promise<Application> {
    const application = await office.accepted({ on: day });
    await application.actIn(await application.examine(), 'leader', 'refuse', { reasons: '受纳场地不符合规划', legalBasis: '《城市建筑垃圾管理规定》第七条' });
    return application;
  }
});
