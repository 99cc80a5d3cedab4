import { samplePage } from '../../../src/cli/demo/sample-page.js';
import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const contract = 'bx-construction-waste.transport-contract-and-route';

describe('A paper that follows later 容缺受理', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('is owed with its own day, stops no clock, and holds back the approval until it is there', async () => {
      const filed = await Scene.filed(office, place, { on: '2026-03-02', without: [contract] });
      const { application } = filed;
      const accept = (owedMaterials?: object[]): Promise<unknown> => application.act('clerk', 'accept', owedMaterials && { owedMaterials });
      expect(await refusalOf(accept())).toMatchObject({ code: 'MATERIALS_NOT_PROMISED' });
      expect(await refusalOf(accept([{ materialCode: contract, dueOn: '2026-03-02' }]))).toMatchObject({ code: 'DEBT_DATE_WRONG' });
      expect(await refusalOf(accept([{ materialCode: 'bx-construction-waste.disposal-plan', dueOn: '2026-03-09' }]))).toMatchObject({ code: 'MATERIAL_NOT_TOLERABLE' });
      await filed.undisturbed(() => accept([{ materialCode: contract, dueOn: '2026-03-09' }]));
      expect(await application.clock(await filed.item())).toMatchObject({ state: 'running' });
      await filed.examineAll('2026-03-02');
      const item = await filed.item();
      expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });
      await (await office.as('enterprise')).upload(application.id, contract, '运输合同.pdf', samplePage('Contract'));
      await filed.undisturbed(() => application.act('enterprise', 'handInOwed'));
      expect(await office.get('clerk', `/promises?caseId=${application.id}`)).toMatchObject({ items: [{ status: 'handedIn', kind: 'tolerance' }] });
      await filed.undisturbed(() => application.actIn(item, 'leader', 'approve', { content: '准予' }));
    });

    it('that does not come no longer undoes the whole once an item was decided; both ways to withdraw say what is possible instead', async () => {
      const filed = await Scene.filed(office, place, { on: '2026-03-02', without: [contract] });
      const { application } = filed;
      await application.act('clerk', 'accept', { owedMaterials: [{ materialCode: contract, dueOn: '2026-03-09' }] });
      await filed.examineAll('2026-03-02');
      const item = await filed.item();
      await application.actIn(item, 'leader', 'refuse', { facts: '场地不符', reasons: '不符合法定条件', legalBasis: '《行政许可法》第三十八条' });
      await office.on('2026-03-10');
      const offers = async (person: string): Promise<string[]> => (await application.view(person)).availableActions.map((offer) => offer.action);
      expect(await offers('clerk')).not.toContain('treatAsWithdrawn');
      expect(await offers('enterprise')).not.toContain('withdraw');
      const refusals = [await refusalOf(application.act('clerk', 'treatAsWithdrawn')), await refusalOf(application.act('enterprise', 'withdraw', { reason: '调整' }))];
      for (const refusal of refusals) expect(refusal).toMatchObject({ status: 409, code: 'WITHDRAWAL_AFTER_DECISION', message: expect.stringContaining('终止办理') });
    });

    it('that does not come warns and blocks; the window, never the clock, treats the application as withdrawn', async () => {
      const filed = await Scene.filed(office, place, { on: '2026-03-02', without: [contract] });
      const { application } = filed;
      await application.act('clerk', 'accept', { owedMaterials: [{ materialCode: contract, dueOn: '2026-03-09' }] });
      expect(await refusalOf(application.act('clerk', 'treatAsWithdrawn'))).toMatchObject({ code: 'DEBT_NOT_FOUND' });
      await office.on('2026-03-10');
      expect((await application.view()).status).toBe('accepted');
      expect((await application.events()).map((event) => event.type)).toContain('debtOverdue');
      expect((await application.view('clerk')).availableActions.map((offer) => offer.action)).toContain('treatAsWithdrawn');
      await application.act('clerk', 'treatAsWithdrawn');
      expect(await application.view('clerk')).toMatchObject({ status: 'withdrawn', workItems: [] });
    });
  });
});
