import type { CaseView } from '../../../src/api/contract.js';
import { wordsOf } from '../../documents/pdf-readers.js';
import { Office } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Complaint 19: the date in the letter of the law', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('the acceptance notice names the statutory limit and the day on which it ends; the internal target is on the desk alone', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const item = await application.item();
    const statutory = (await application.clock(item)).due;
    const target = (await office.get<CaseView>('reviewer-ggsy', `/cases/${item}`)).workItems[0]?.dueOn;
    expect([statutory, target]).toEqual(['2026-03-30', '2026-03-04']);
    const words = await letter(application.documentsReady(), 'acceptance-notice');
    expect(words).toContain('2026年3月30日');
    expect(words).not.toContain('2026年3月4日');
  });

  it('the notice of an extension names the new statutory day', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const item = await application.item();
    await application.actIn(item, 'leader', 'extend', { workdays: 10, approvedBy: 'authorityHead', reason: '案情复杂，需进一步核实' });
    const { due } = await application.clock(item);
    expect(due).toBe('2026-04-14');
    expect(await letter(application.documentsReady(), 'extension-notice')).toContain('2026年4月14日');
  });

  /** What the PDF of that kind says, as its reader sees it. */
  async function letter(documents: Promise<{ id: string; kind: string }[]>, kind: string): Promise<string> {
    const id = (await documents).find((document) => document.kind === kind)?.id;
    const { token } = (await office.as('enterprise')) as unknown as { token: string };
    const response = await fetch(`${test.product.url}/api/v1/documents/${id}/content`, { headers: { Authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    return wordsOf(new Uint8Array(await response.arrayBuffer()));
  }
});
