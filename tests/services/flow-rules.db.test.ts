import { readFile } from 'node:fs/promises';
import type { CaseView, FlowRow } from '../../src/api/contract.js';
import { allItems, Office, refusalOf } from '../support/application.js';
import { startTestProduct, type TestProduct } from '../support/product.js';

describe('What an office may not do', () => {
  let test: TestProduct;
  let office: Office;

  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('a returned examination is done again by its department, and the second verification ends it', async () => {
    const application = await office.accepted();
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    expect((await refusalOf(application.actIn(item, 'leader', 'return', {}))).code).toBe('FORM_INVALID');
    await application.actIn(item, 'leader', 'return', { opinion: '请补充消纳场说明' });
    expect((await application.work('reviewer-ggsy')).map((work) => work.step)).toEqual(['examine']);
    await application.examine();
    expect((await application.events(item)).map((event) => event.type)).toEqual(expect.arrayContaining(['examined', 'returned', 'verified']));
    expect(((await office.get<CaseView>('clerk', `/cases/${item}`)) as CaseView).status).toBe('deciding');
  });

  it('T15: a refusal without reasons cannot be made; with reasons it ends in 不予许可 with remedies and no certificate', async () => {
    const application = await office.accepted();
    const item = await application.examine();
    expect((await refusalOf(application.actIn(item, 'leader', 'refuse', {}))).code).toBe('FORM_INVALID');
    await application.actIn(item, 'leader', 'refuse', { reasons: '处置场地不符合规划', legalBasis: '《城市建筑垃圾管理规定》第七条' });
    const kinds = (await application.documentsReady()).map((document) => document.kind);
    expect(kinds).toContain('refusal');
    expect(kinds).not.toContain('certificate');
    await application.sealAndDeliver();
    expect((await application.view()).items[0]).toMatchObject({ status: 'refused' });
  });

  it('items of one application are decided in the order of the law: no works permit before the drawings are reviewed', async () => {
    const application = await office.accepted({ items: allItems });
    await application.act('reviewer-zjj', 'commissionReview', { ...(await application.suggestion('reviewer-zjj', 'commissionReview')), conflictsChecked: true });
    expect((await refusalOf(application.act('reviewer-zjj', 'commissionReview', {}))).status).toBe(409);
    for (const who of ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy']) for (const work of (await application.work(who)).filter((each) => each.step === 'examine')) await application.actIn(work.caseId, who, 'pass', { opinion: '通过' });
    for (const work of (await application.work('leader')).filter((each) => each.step === 'verify')) await application.actIn(work.caseId, 'leader', 'agree', {});
    await application.act('agency', 'submitReviewReport', { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] });
    await application.meet('2026-03-02', ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy']);
    const permit = await application.item('sg-construction-permit');
    const refusal = await refusalOf(application.actIn(permit, 'leader', 'approve', { content: '准予' }));
    expect(refusal.code).toBe('PREREQUISITE_MISSING');
    expect(refusal.message).toContain('施工图设计文件联合审查');
    for (const code of ['sg-joint-drawing-review', 'sg-fire-design', 'sg-quality-safety', 'sg-construction-permit', 'bx-eia-form', 'bx-construction-waste']) await application.actIn(await application.item(code), 'leader', 'approve', { content: '准予' });
    expect((await refusalOf(application.act('clerk', 'deliver', {}))).code).toBe('ACTION_NOT_AVAILABLE');
    await application.sealAndDeliver();
    expect((await application.view()).status).toBe('closed');
  }, 60_000);

  it('T17: a new flow version does not change a case that was filed before', async () => {
    const before = await office.file();
    const admin = await office.as('admin');
    const xml = (await readFile('seeds/flows/stage-construction-permit.bpmn', 'utf8')).replace('name="受理审查"', 'name="受理审查（新版）"');
    const { items } = await admin.get<{ items: FlowRow[] }>('/flows');
    const { draftVersion } = await admin.put<FlowRow>('/flows/stage-construction-permit/draft', { xml, version: items.find((flow) => flow.key === 'stage-construction-permit')?.draftVersion });
    expect(await admin.post('/flows/stage-construction-permit/versions', { version: draftVersion })).toMatchObject({ number: 2 });
    const after = await office.file();
    expect((await before.view('clerk')).flow).toMatchObject({ version: 1 });
    expect((await after.view('clerk')).flow).toMatchObject({ version: 2 });
    expect((await after.work('clerk')).map((work) => work.name)).toContain('受理审查（新版）');
    expect((await before.work('clerk')).map((work) => work.name)).toContain('受理审查');
    await before.act('clerk', 'accept', {});
  });

  it('values given once in the life of a project come back in its next application', async () => {
    const first = await office.file({ items: ['bx-construction-waste'] });
    const enterprise = await office.as('enterprise');
    const next = await enterprise.post<CaseView>('/cases', { projectId: first.projectId, stage: 'SG', items: ['sg-fire-design'] });
    const page = await first.view();
    expect(next.form.S02).toEqual(page.form.S02);
    expect(next.form.S01?.projectCode).toBe(page.form.S01?.projectCode);
    expect(next.form.S18 ?? {}).toEqual({});
  });

  it('a changed event is found by anyone who recomputes the chain', async () => {
    const application = await office.accepted();
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    expect(await office.get('clerk', `/cases/${item}/events`)).toMatchObject({ intact: true });
    await test.product.services.database.inTransaction(async (tx) => tx.write(`UPDATE case_events SET data = ? WHERE caseId = ? AND type = 'examined'`, ['{"outcome":"fail"}', item]));
    expect(await office.get('clerk', `/cases/${item}/events`)).toMatchObject({ intact: false });
  });

  it('the enterprise sees no minutes, no commission and no decision before its seal', async () => {
    const application = await office.accepted();
    const item = await application.examine();
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
    await application.documentsReady();
    const certificate = (await application.documents()).find((document) => document.kind === 'certificate');
    expect(certificate?.status).toBe('awaitingSeal');
    expect((await application.documents('enterprise')).map((document) => document.kind)).not.toContain('certificate');
    const refusal = await refusalOf(office.get('enterprise', `/documents/${certificate?.id}`));
    expect(refusal.status).toBe(404);
    const verdict = await office.get<{ verdict: string }>('enterprise', `/public/verify/${certificate?.verifyCode}`);
    expect(verdict.verdict).toBe('notSealedYet');
  });
});
