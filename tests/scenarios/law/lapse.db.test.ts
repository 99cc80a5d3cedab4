import { licensed, Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places } from '../../support/branches.js';
import { Permits } from '../../support/permits.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Lapse of a permit 失效', () => {
  let test: TestProduct;
  let office: Office;
  let permits: Permits;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    permits = new Permits(office);
  });
  afterAll(() => test.remove());

  it('turns what anybody reads who checks the served certificate', async () => {
    const { application, permit } = await licensed(office, { on: '2026-01-26', decision: { validFrom: '2026-01-26', validUntil: '2026-03-20' } });
    await application.sealAndDeliver();
    await office.on('2026-03-20');
    expect(await permits.certificate(application, permit)).toMatchObject({ verdict: 'valid' });
    await office.on('2026-03-21');
    expect(await permits.certificate(application, permit)).toMatchObject({ verdict: 'revoked', text: expect.stringContaining('失效') });
  });

  it('before the seal leaves nothing to seal or to serve; the application ends, and its record says why', async () => {
    const { application } = await licensed(office, { on: '2026-01-26', decision: { validFrom: '2026-01-26', validUntil: '2026-03-20' } });
    await office.on('2026-03-21');
    await application.sealAndDeliver();
    expect((await application.view('clerk')).status).toBe('closed');
    const texts = (await application.events()).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['用印：没有需要用印的文书', '没有需要送达的文书：所作许可在用印之前已经终止或者失效']));
    expect((await application.documents()).filter(({ kind }) => kind === 'delivery-receipt')).toEqual([]);
    expect((await office.get<{ items: unknown[] }>('admin', '/audit/invariants')).items).toEqual([]);
  });

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('comes by itself the day after its term, is told to everybody who asks, and leaves only the deregistration', async () => {
      const { scene, application, permit } = await permits.granted(place, { on: '2026-01-26', validFrom: '2026-01-26', validUntil: '2026-03-20' });
      await office.on('2026-03-20');
      expect(await permits.show(permit)).toMatchObject({ state: 'valid' });
      await office.on('2026-03-21');
      expect(await permits.show(permit)).toMatchObject({ state: 'lapsed', stateText: '失效', endedOn: '2026-03-21' });
      expect((await permits.certificate(application, permit)).permit).toMatchObject({ state: 'lapsed' });
      expect(await refusalOf(permits.ask(permit, 'change'))).toMatchObject({ code: 'PERMIT_NOT_VALID' });
      await scene.undisturbed(() => permits.end(permit, 'deregistered', 'expired'));
      expect(await permits.show(permit)).toMatchObject({ state: 'deregistered' });
    });
  });
});
