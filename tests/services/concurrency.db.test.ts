import type { CaseView, WorkItemView } from '../../src/api/contract.js';
import { allItems, Office, refusalOf, type Application } from '../support/application.js';
import { startTestProduct, type TestProduct } from '../support/product.js';

describe('Acting at the same time', () => {
  let test: TestProduct;
  let office: Office;

  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  const intact = async (application: Application): Promise<void> => {
    await application.events();
    for (const item of (await application.view('clerk')).items) if (item.caseId) await application.events(item.caseId);
  };

  it('the departments examine all items of one application at once, and the stage hears of each exactly once', async () => {
    const application = await office.accepted({ items: allItems });
    const desks = await Promise.all(['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy'].map(async (who) => (await application.work(who)).filter((work) => work.step === 'examine').map((work) => ({ who, work }))));
    const works = desks.flat();
    expect(works).toHaveLength(6);
    await Promise.all(works.map(({ who, work }) => application.actIn(work.caseId, who, 'pass', { opinion: '通过' })));
    const verifications = (await application.work('leader')).filter((work: WorkItemView) => work.step === 'verify');
    expect(verifications).toHaveLength(6);
    await Promise.all(verifications.map((work) => application.actIn(work.caseId, 'leader', 'agree', {})));
    const types = (await application.events()).map((event) => event.type);
    expect(types.filter((type) => type === 'itemReturned')).toHaveLength(6);
    await intact(application);
  }, 60_000);

  it('of eight tries to complete the same work exactly one succeeds, and the others learn the version of now', async () => {
    const application = await office.file();
    const { version } = await application.view('clerk');
    const tries = Array.from({ length: 8 }, () => office.post('clerk', `/cases/${application.id}/actions`, { action: 'accept', form: {}, version }));
    const outcomes = await Promise.all(tries.map((each) => each.then(() => 'done', async (error: unknown) => (await refusalOf(Promise.reject(error))).code)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(new Set(outcomes.filter((outcome) => outcome !== 'done'))).toEqual(new Set(['STALE_VERSION']));
    const notices = (await application.documents()).filter((document) => document.kind === 'acceptance-notice');
    expect(notices).toHaveLength(1);
    await intact(application);
  });

  it('a dozen applications filed at once get a dozen different numbers, without a gap', async () => {
    const drafts = [];
    for (let count = 0; count < 6; count += 1) drafts.push(await office.draft());
    const results = await Promise.all(drafts.map((draft) => draft.act('enterprise', 'submit')));
    const serials = results.map((result) => Number(result.number.slice(-5))).sort((one, other) => one - other);
    expect(new Set(serials).size).toBe(6);
    expect((serials.at(-1) as number) - (serials[0] as number)).toBe(5);
    const numbers = (await Promise.all(drafts.map((draft) => draft.documents()))).flat().map((document) => document.number);
    expect(new Set(numbers).size).toBe(numbers.length);
  }, 60_000);

  it('the same Idempotency-Key acts once and answers the same each time, also when sent five times at once', async () => {
    const application = await office.file();
    const { version } = await application.view('clerk');
    const token = await tokenOf(test, 'clerk');
    const send = (body: object, key: string): Promise<{ status: number; answer: unknown }> =>
      fetch(`${test.product.url}/api/v1/cases/${application.id}/actions`, { method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key }, body: JSON.stringify(body) }).then(async (response) => ({ status: response.status, answer: await response.json() }));
    const body = { action: 'accept', form: { remarks: '齐全' }, version };
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(body, 'key-1')));
    expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill(200));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.answer))).size).toBe(1);
    expect(await send(body, 'key-1')).toEqual(answers[0]);
    expect(await send({ ...body, action: 'refuse' }, 'key-1')).toMatchObject({ status: 409, answer: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect((await application.events()).filter((event) => event.type === 'accepted')).toHaveLength(1);
    expect(((await application.view('clerk')) as CaseView).status).toBe('accepted');
  });
});

async function tokenOf(test: TestProduct, username: string): Promise<string> {
  const response = await fetch(`${test.product.url}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password: 'Onestop-2026' }) });
  return ((await response.json()) as { token: string }).token;
}
