import { besideActions } from '../../../src/services/cases/beside-actions.js';
import { allItems, Office, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const people = ['enterprise', 'clerk', 'reviewer-ggsy', 'leader', 'sealkeeper'];
const junk: unknown[] = [
  {},
  { values: 'x', items: 'x', documents: 'x', kind: 7, reason: ['a'], heldOn: '2026-02-30', workdays: -1, conclusion: {}, outcome: [] },
  { values: { '/__proto__/x': 1, '/S02': null, 'no-pointer': 1 }, items: [null, 1, {}], documents: [null, {}], objection: {}, request: {}, pause: [] },
  { items: [{ target: '/S02/../x', reason: ' ', norm: ' ' }], closesOn: 'tomorrow', title: 'x'.repeat(10_000), content: '', chair: "' OR 1=1 --", place: '\u202e', owedMaterials: [{}] },
];

describe('Whatever is sent with a legal act', () => {
  let test: TestProduct;
  let office: Office;
  let running: Application;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    running = await office.accepted({ on: '2026-03-02', items: allItems });
  }, 60_000);
  afterAll(() => test.remove());

  async function send(person: string, address: string, body: unknown): Promise<{ status: number; code?: string }> {
    const client = await office.as(person);
    const token = (client as unknown as { token: string }).token;
    const response = await fetch(`${test.product.url}/api/v1${address}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
    return { status: response.status, code: ((await response.json().catch(() => ({}))) as { code?: string }).code };
  }

  it.each(Object.keys(besideActions).filter((action) => action !== 'withdraw'))('%s answers with a refusal, never with an error of ours', async (action) => {
    const filed = await office.file();
    const asked = await office.file();
    await asked.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }] });
    const places = [filed.id, asked.id, running.id, await running.item('bx-construction-waste')];
    for (const caseId of places) {
      let version = -1;
      for (const person of people) {
        for (const form of junk) {
          let answer = await send(person, `/cases/${caseId}/actions`, { action, form, version });
          if (answer.code === 'STALE_VERSION') {
            version = (await office.get<{ version: number }>('clerk', `/cases/${caseId}`)).version;
            answer = await send(person, `/cases/${caseId}/actions`, { action, form, version });
          }
          if (answer.status >= 500) throw new Error(`${person} ${action} ${JSON.stringify(form).slice(0, 200)} in ${caseId === filed.id ? 'a filed' : 'a running'} case: ${answer.status} ${answer.code}`);
        }
      }
    }
  }, 60_000);

  it.each([
    ['reviewer-ggsy', '/corrections/requests', [{}, { caseId: 'x', items: [] }, { caseId: 'x', items: [null] }, { caseId: 1, items: 'x' }]],
    ['reviewer-ggsy', '/pauses', [{}, { caseId: 'x', kind: 'testing', neededWorkdays: 1, reason: 'x', version: 1 }, { caseId: 'x', neededWorkdays: 1e9 }]],
    ['admin', '/delegations', [{}, { delegations: [] }, { delegations: [null] }, { delegations: [{}] }, { delegations: [{ itemCode: {}, mode: [], regionCodes: 'x', polygon: 'x', validFrom: 1, basis: 7, penaltyMoved: 'x' }] }]],
    ['enterprise', '/permits/nothing/requests', [{}, { kind: 'renewal', content: 'x' }, { kind: 'x', content: {} }]],
    ['leader', '/permits/nothing/end', [{}, { state: 'revoked', ground: '__proto__', reasons: 'x' }, { state: 'revoked', ground: 'constructor', reasons: 'x' }]],
    ['leader', '/permits/nothing/requests/nothing/decision', [{}, { outcome: 'granted', reasons: 'x', validUntil: '2026-13-01' }]],
    ['leader', '/promises/nothing/check', [{}, { outcome: 'kept', finding: 'x' }]],
    ['enterprise', '/deliveries/nothing/receipt', [{}]],
    ['clerk', '/projects', [{ name: 'x', projectType: 'SOCIAL_GENERAL' }, { name: 'x', projectType: 'SOCIAL_GENERAL', applicant: 'x' }, { name: 'x', projectType: 'SOCIAL_GENERAL', applicant: { creditCode: 'x', name: 'y' } }]],
  ])('%s sends nonsense to %s and is refused', async (person, address, bodies) => {
    for (const body of bodies) {
      const { status, code } = await send(person, address, body);
      expect([status, code]).toEqual([expect.any(Number), expect.any(String)]);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  }, 60_000);
});
