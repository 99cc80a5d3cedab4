import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places } from '../../support/branches.js';
import { Permits } from '../../support/permits.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Renewal of a permit 延续 (article 50)', () => {
  let test: TestProduct;
  let office: Office;
  let permits: Permits;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    permits = new Permits(office);
  });
  afterAll(() => test.remove());

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('is granted for the same term by decision', async () => {
      const { scene, application, permit } = await permits.granted(place, { on: '2026-01-26', validFrom: '2026-01-26', validUntil: '2026-07-26' });
      await permits.ask(permit, 'renewal');
      expect(await refusalOf(permits.ask(permit, 'renewal'))).toMatchObject({ code: 'PERMIT_REQUEST_OPEN' });
      await scene.undisturbed(() => application.actIn(permit, 'leader', 'decidePermitRequest', { outcome: 'granted', reasons: '符合条件' }));
      expect(await permits.show(permit)).toMatchObject({ validUntil: '2027-01-26', requests: [{ status: 'granted' }] });
    });

    it('asked for in time and left undecided is granted by the law; asked for a day late it is refused', async () => {
      const { application, permit } = await permits.granted(place, { on: '2026-01-26', validFrom: '2026-01-26', validUntil: '2026-03-20' });
      const late = await permits.granted(place, { on: '2026-01-26', validFrom: '2026-01-26', validUntil: '2026-03-20' });
      await office.on('2026-02-18');
      expect(await permits.ask(permit, 'renewal')).toMatchObject({ askableUntil: '2026-02-18', decideBy: '2026-03-20', status: 'pending' });
      await office.on('2026-02-19');
      expect(await refusalOf(permits.ask(late.permit, 'renewal'))).toMatchObject({ code: 'RENEWAL_TOO_LATE' });
      await office.on('2026-03-20');
      expect(await permits.show(permit)).toMatchObject({ validUntil: '2026-03-20', requests: [{ status: 'pending' }] });
      await office.on('2026-03-21');
      expect(await permits.show(permit)).toMatchObject({ validUntil: '2026-05-20', state: 'valid', requests: [{ status: 'grantedByLaw' }] });
      expect((await application.events(permit)).at(-1)).toMatchObject({ type: 'renewedByLaw', actor: '系统' });
      expect((await application.work('leader')).map((work) => work.step)).not.toContain('decidePermitRequest');
    });
  });
});
