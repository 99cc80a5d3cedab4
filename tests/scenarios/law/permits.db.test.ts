import type { PermitRequestView, PermitView, PublicVerifyView } from '../../../src/api/contract.js';
import { allItems, licensed, Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('After the decision', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  const show = (permit: string): Promise<PermitView> => office.get('enterprise', `/permits/${permit}`);
  const ask = (permit: string, kind: string): Promise<PermitRequestView> => office.post('enterprise', `/permits/${permit}/requests`, { kind, content: '申请办理' });
  const decide = (permit: string, request: PermitRequestView, outcome = 'granted', reasons = '符合条件'): Promise<PermitRequestView> => office.post('leader', `/permits/${permit}/requests/${request.id}/decision`, { outcome, reasons });
  const end = (permit: string, state: string, ground: string, more: object = {}): Promise<{ document: string }> => office.post('leader', `/permits/${permit}/end`, { state, ground, reasons: '经查证属实', ...more });

  async function certificateOf(application: Application): Promise<PublicVerifyView> {
    const code = (await application.documentsReady()).find((document) => document.kind === 'certificate')?.verifyCode;
    return office.get('clerk', `/public/verify/${code}`);
  }

  it('T8 renews by law a licence whose renewal was asked for in time and left undecided', async () => {
    const { application, permit } = await licensed(office, { on: '2026-01-26', decision: { validFrom: '2026-01-26', validUntil: '2026-03-20' } });
    await office.on('2026-02-18');
    const request = await ask(permit, 'renewal');
    expect(request).toMatchObject({ askableUntil: '2026-02-18', decideBy: '2026-03-20', status: 'pending' });
    expect(await refusalOf(ask(permit, 'renewal'))).toMatchObject({ code: 'PERMIT_REQUEST_OPEN' });
    expect((await application.work('leader')).map((work) => work.step)).toEqual(['decidePermitRequest']);
    await office.on('2026-03-20');
    expect(await show(permit)).toMatchObject({ validUntil: '2026-03-20', state: 'valid', requests: [{ status: 'pending' }] });
    await office.on('2026-03-21');
    expect(await show(permit)).toMatchObject({ validUntil: '2026-05-20', state: 'valid', requests: [{ status: 'grantedByLaw' }] });
    expect((await application.events(permit)).at(-1)).toMatchObject({ type: 'renewedByLaw', actor: '系统' });
    expect(await application.work('leader')).toEqual([]);
  }, 60_000);

  it('T8 gives a renewal that comes a day late no protection: the licence lapses, and its certificate says so to everybody', async () => {
    const { application, permit } = await licensed(office, { on: '2026-01-26', decision: { validFrom: '2026-01-26', validUntil: '2026-03-20' } });
    await office.on('2026-02-19');
    expect(await refusalOf(ask(permit, 'renewal'))).toMatchObject({ code: 'RENEWAL_TOO_LATE' });
    await application.sealAndDeliver();
    expect(await certificateOf(application)).toMatchObject({ verdict: 'valid' });
    await office.on('2026-03-21');
    expect(await show(permit)).toMatchObject({ state: 'lapsed', stateText: '失效', endedOn: '2026-03-21' });
    const verdict = await certificateOf(application);
    expect(verdict).toMatchObject({ verdict: 'revoked', permit: { state: 'lapsed' } });
    expect(verdict.text).toContain('失效');
    expect(await refusalOf(ask(permit, 'change'))).toMatchObject({ code: 'PERMIT_NOT_VALID' });
    await end(permit, 'deregistered', 'expired');
    expect(await show(permit)).toMatchObject({ state: 'deregistered' });
  }, 60_000);

  it('renews and changes by decision, and refuses only with reasons', async () => {
    const { application, permit } = await licensed(office, { on: '2026-01-26', decision: { validFrom: '2026-01-26', validUntil: '2026-07-26' } });
    const renewal = await ask(permit, 'renewal');
    expect(await refusalOf(decide(permit, renewal, 'refused', ' '))).toMatchObject({ code: 'FORM_INVALID' });
    await application.actIn(permit, 'leader', 'decidePermitRequest', { outcome: 'granted', reasons: '符合条件' });
    expect(await show(permit)).toMatchObject({ validUntil: '2027-01-26', requests: [{ status: 'granted' }] });
    const change = await ask(permit, 'change');
    expect(await decide(permit, change, 'refused', '受纳场地不符合规划')).toMatchObject({ status: 'refused' });
    expect(await refusalOf(decide(permit, change))).toMatchObject({ code: 'PERMIT_REQUEST_NOT_FOUND' });
  }, 60_000);

  it('T9 extends the day to start works twice from the day of issue, never a third time; unused, the permit is void', async () => {
    const application = await office.accepted({ on: '2026-01-30', items: allItems, form: { S14: { awardedOn: '2026-01-12' } } });
    await office.on('2026-01-31');
    const permit = await application.item('sg-construction-permit');
    await decideAll(application);
    expect(await show(permit)).toMatchObject({ issuedOn: '2026-01-31', startBy: '2026-04-30', validUntil: null });
    await decide(permit, await ask(permit, 'startExtension'));
    expect(await show(permit)).toMatchObject({ startBy: '2026-07-31' });
    await decide(permit, await ask(permit, 'startExtension'));
    expect(await show(permit)).toMatchObject({ startBy: '2026-10-31', startExtensions: 2 });
    expect(await refusalOf(ask(permit, 'startExtension'))).toMatchObject({ code: 'PERMIT_START_EXTENSIONS_EXHAUSTED' });
    await office.on('2026-10-31');
    expect(await show(permit)).toMatchObject({ state: 'valid' });
    await office.on('2026-11-01');
    expect(await show(permit)).toMatchObject({ state: 'lapsed' });
    const eia = await application.item('bx-eia-form');
    await office.post('enterprise', `/permits/${eia}/start`, {});
    expect(await show(eia)).toMatchObject({ startBy: null, startedOn: '2026-11-01' });
  }, 120_000);

  it.each([
    ['revoked', 'fraud', '撤销'],
    ['recalled', 'lawChanged', '撤回'],
    ['forfeited', 'penalty', '吊销'],
    ['deregistered', 'entityEnded', '注销'],
  ])('ends a permit as %s on its own ground (%s), publicly, with a sealed decision', async (state, ground, word) => {
    const { application, permit } = await licensed(office, { on: '2026-03-02' });
    await application.sealAndDeliver();
    await end(permit, state, ground);
    expect(await show(permit)).toMatchObject({ state, stateText: word, endedOn: '2026-03-02' });
    expect((await certificateOf(application)).text).toContain(word);
    await application.actIn(permit, 'sealkeeper', 'sealPapers', { contentChecked: true });
    const paper = (await application.documentsReady()).find((document) => document.kind === 'permit-end');
    expect(paper).toMatchObject({ status: 'sealed', state: 'valid', title: `${word}行政许可决定书` });
    expect(await office.get('clerk', '/public/register?q=&pageSize=200')).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ state: 'revoked' })]) });
    if (state !== 'deregistered') await end(permit, 'deregistered', 'endedBefore');
  }, 60_000);

  it('keeps the four ends apart: each only on its own grounds, a wrong permit not where its end would harm the public, fraud always', async () => {
    const { permit } = await licensed(office, { on: '2026-03-02' });
    expect(await refusalOf(end(permit, 'recalled', 'fraud'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
    expect(await refusalOf(end(permit, 'revoked', 'lawChanged'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
    expect(await refusalOf(end(permit, 'deregistered', 'expired'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
    expect(await refusalOf(end(permit, 'revoked', 'procedure', { publicHarm: true }))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
    await end(permit, 'revoked', 'fraud', { publicHarm: true });
    expect(await refusalOf(end(permit, 'recalled', 'lawChanged'))).toMatchObject({ code: 'REVOCATION_GROUND_WRONG' });
    expect(await refusalOf(office.post('reviewer-ggsy', `/permits/${permit}/end`, { state: 'revoked', ground: 'fraud', reasons: 'x' }))).toMatchObject({ code: 'ROLE_REQUIRED' });
  }, 60_000);

  /** Examines, reviews, discusses and decides all six items of the demonstrated application on one day. */
  async function decideAll(application: Application): Promise<void> {
    const reviewers = ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy'];
    await application.review('reviewer-zjj');
    for (const reviewer of reviewers) for (const work of await application.work(reviewer)) if (work.step === 'examine') await application.actIn(work.caseId, reviewer, 'pass', { opinion: '同意' });
    for (const work of await application.work('leader')) await application.actIn(work.caseId, 'leader', 'agree', { opinion: '同意' });
    await application.meet('2026-01-31', reviewers);
    const order = ['施工图', '消防', '施工许可证'];
    const work = (await application.work('leader')).sort((one, other) => order.findIndex((word) => one.caseTitle.includes(word)) - order.findIndex((word) => other.caseTitle.includes(word)));
    for (const each of work) await application.actIn(each.caseId, 'leader', 'approve', { content: '准予' });
  }
});
