import type { CaseView } from '../../src/api/contract.js';
import { allItems, Office, type Application } from '../support/application.js';
import { countStatements } from '../support/count-statements.js';
import { startTestProduct, type TestProduct } from '../support/product.js';

/** Everybody who may open the case at some time. */
const people = ['enterprise', 'clerk', 'reviewer-zjj', 'reviewer-ggsy', 'reviewer-scjg', 'reviewer-zwfw', 'agency', 'secretary', 'leader', 'sealkeeper', 'supervisor', 'admin'];
const MOST = 7;

describe('The case page', () => {
  let test: TestProduct;
  let office: Office;
  let application: Application;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  /** Statements for each page that opens now, by person and case; whoever is not let in is left out. Who asks has to be found out anew each time. */
  async function pages(): Promise<Map<string, string[]>> {
    await test.product.settle();
    const found = new Map<string, string[]>();
    const { items } = await application.view();
    for (const [name, caseId] of [['stage', application.id], ...items.filter((item) => item.caseId).map((item) => [item.code, item.caseId as string])] as [string, string][]) {
      await test.today('2026-03-02');
      for (const person of people) {
        const client = await office.as(person);
        let isOpen = true;
        const queries = await countStatements(test.product.services.database, () => client.get(`/cases/${caseId}`).catch(() => void (isOpen = false)));
        // The dispatcher of the outbox may look after its messages meanwhile.
        if (isOpen) found.set(`${person} ${name}`, queries.filter((sql) => !sql.includes('outbox_messages')));
      }
    }
    return found;
  }

  async function expectFew(): Promise<number> {
    const found = await pages();
    const many = [...found].filter(([, queries]) => queries.length > MOST);
    expect(many).toEqual([]);
    return Math.max(...[...found.values()].map((queries) => queries.length));
  }

  it('needs fewer than eight queries for everybody in every state of the case, finding out who asks included', async () => {
    application = await office.draft({ items: allItems });
    await expectFew();
    await application.act('enterprise', 'submit');
    await expectFew();
    await application.act('clerk', 'accept', { remarks: '材料齐全' });
    await expectFew();
    await application.review('reviewer-zjj');
    await expectFew();
    const waste = await application.item('bx-construction-waste');
    await office.post('reviewer-ggsy', '/reading-copies', { caseId: waste, people: ['reviewer-scjg'] });
    const [work] = (await office.get<CaseView>('reviewer-ggsy', `/cases/${waste}`)).workItems;
    await office.post('reviewer-ggsy', `/work-items/${work?.id}/countersignings`, { kind: 'before', signers: [{ person: 'reviewer-zwfw' }, { person: 'secretary' }] });
    await expectFew();
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S01/projectName', reason: '与所附材料不一致', norm: '《行政许可法》第三十一条' }], handInWorkdays: 5, ground: 'newFact', explanation: '审查中发现' });
    await expectFew();
    await application.act('leader', 'suspend', { ground: 'dispute', reason: '相邻关系争议' });
    await expectFew();
  }, 240_000);

  it('needs no more of them after a history of a thousand entries', async () => {
    application = await office.accepted();
    const caseId = await application.item();
    await application.actIn(caseId, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    const young = await expectFew();
    const { length } = await application.events(caseId);
    const { services } = test.product;
    for (let round = 0; round < 500; round += 1) {
      const act = async (person: string, action: string, form: object): Promise<void> => {
        const { version } = (await services.database.read.query('SELECT version FROM cases WHERE id = ?', [caseId]))[0] as { version: number };
        await (await office.as(person)).post(`/cases/${caseId}/actions`, { action, form, version });
      };
      await act('leader', 'return', { opinion: '退回重审' });
      await act('reviewer-ggsy', 'pass', { opinion: '通过' });
    }
    expect((await application.events(caseId)).length).toBeGreaterThanOrEqual(length + 1000);
    expect(await expectFew()).toBe(young);
    const { opinions } = await office.get<CaseView>('leader', `/cases/${caseId}`);
    expect(opinions).toHaveLength(1001);
    expect(opinions.map(({ at }) => at)).toEqual(opinions.map(({ at }) => at).toSorted());
  }, 240_000);
});
