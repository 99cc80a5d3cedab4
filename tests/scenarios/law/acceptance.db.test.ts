import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseView, ProjectView } from '../../../src/api/contract.js';
import { samplePage } from '../../../src/cli/demo/sample-page.js';
import { allItems, Application, Office, oneItem, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const contract = 'bx-construction-waste.transport-contract-and-route';

describe('Filing and acceptance', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('receives what is filed online late at night or on a day off on that very day, and counts from the next working day', async () => {
    const draft = await office.draft({ on: '2026-02-21' });
    await (await office.as('admin')).put('/calendar/now', { now: '2026-02-21T23:30:00+08:00' });
    await draft.act('enterprise', 'submit');
    expect((await draft.events())[0]).toMatchObject({ type: 'received', on: '2026-02-21' });
    await office.on('2026-02-24');
    await draft.act('clerk', 'accept');
    expect(await draft.clock()).toMatchObject({ receivedOn: '2026-02-21', acceptedOn: '2026-02-24' });
  }, 60_000);

  it('T4 counts a works permit from receipt and other items of the same application from acceptance', async () => {
    const application = await office.accepted({ on: '2026-02-11', acceptedOn: '2026-02-13', items: allItems });
    expect(await application.clock(await application.item('sg-construction-permit'))).toMatchObject({ startedOn: '2026-02-11', due: '2026-02-27' });
    expect(await application.clock(await application.item('bx-eia-form'))).toMatchObject({ startedOn: '2026-02-11' });
    expect(await application.clock(await application.item('bx-construction-waste'))).toMatchObject({ startedOn: '2026-02-13' });
  }, 60_000);

  it('puts an obvious error right on the spot: no notice, no window used up, the earlier revision kept', async () => {
    const application = await office.file({ on: '2026-03-02' });
    expect(await refusalOf(application.act('clerk', 'correctOnTheSpot', { values: { '/S02/contactPhone': '1' }, remarks: '电话确认' }))).toMatchObject({ code: 'FORM_INVALID' });
    await application.act('clerk', 'correctOnTheSpot', { values: { '/S02/contactPhone': '13800000007' }, remarks: '申请人到场确认' });
    const view = await application.view();
    expect(view).toMatchObject({ status: 'submitted', formRevision: 2, corrections: [] });
    expect(await application.clock()).toMatchObject({ state: 'received' });
    expect(await office.get('clerk', `/cases/${application.id}/changes`)).toMatchObject({ fields: [{ pointer: '/S02/contactPhone' }] });
    expect(await refusalOf(application.act('enterprise', 'correctOnTheSpot', { values: {}, remarks: '' }))).toMatchObject({ code: 'ROLE_REQUIRED' });
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '仍无法接通', norm: '《行政许可法》第三十一条' }] });
  }, 60_000);

  it('says that no permit is needed, without remedies and without a decision', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await application.act('clerk', 'refuse', { refusalGround: 'noPermitNeeded', reasons: '依法不需要取得行政许可' });
    const documents = await application.documentsReady();
    expect(documents.find((document) => document.kind === 'not-accepted')?.title).toBe('不受理告知书');
    expect((await application.view()).status).toBe('notAccepted');
  }, 60_000);

  it('容缺: accepts with a paper that follows on its own day, and approves only once it is there', async () => {
    const application = await office.file({ on: '2026-03-02', without: [contract] });
    expect(await refusalOf(application.act('clerk', 'accept'))).toMatchObject({ code: 'MATERIALS_NOT_PROMISED' });
    expect(await refusalOf(application.act('clerk', 'accept', { owedMaterials: [{ materialCode: contract, dueOn: '2026-03-02' }] }))).toMatchObject({ code: 'DEBT_DATE_WRONG' });
    expect(await refusalOf(application.act('clerk', 'accept', { owedMaterials: [{ materialCode: 'bx-construction-waste.disposal-plan', dueOn: '2026-03-09' }] }))).toMatchObject({ code: 'MATERIAL_NOT_TOLERABLE' });
    await application.act('clerk', 'accept', { owedMaterials: [{ materialCode: contract, dueOn: '2026-03-09' }] });
    const item = await application.examine();
    expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });
    expect(await application.clock(item)).toMatchObject({ state: 'running' });
    await (await office.as('enterprise')).upload(application.id, contract, '运输合同.pdf', samplePage('Contract'));
    await application.act('enterprise', 'handInOwed');
    expect(await office.get('clerk', `/promises?caseId=${application.id}`)).toMatchObject({ items: [{ status: 'handedIn', kind: 'tolerance' }] });
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
  }, 60_000);

  it('容缺: a paper that does not follow warns, blocks, and lets the window – never the clock – treat the application as withdrawn', async () => {
    const application = await office.file({ on: '2026-03-02', without: [contract] });
    await application.act('clerk', 'accept', { owedMaterials: [{ materialCode: contract, dueOn: '2026-03-09' }] });
    expect(await refusalOf(application.act('clerk', 'treatAsWithdrawn'))).toMatchObject({ code: 'DEBT_NOT_FOUND' });
    await office.on('2026-03-10');
    expect((await application.view()).status).toBe('accepted');
    expect((await application.events()).map((event) => event.type)).toContain('debtOverdue');
    expect((await application.view('clerk')).availableActions.map((offer) => offer.action)).toContain('treatAsWithdrawn');
    await application.act('clerk', 'treatAsWithdrawn');
    expect(await application.view('clerk')).toMatchObject({ status: 'withdrawn', workItems: [] });
  }, 60_000);

  it('告知承诺: a commitment replaces the paper, is checked later, and a broken one shuts the door to the next', async () => {
    const road = 'bx-road-occupy-dig';
    const undertaking = `${road}.repair-undertaking`;
    const byCommitment = { items: [road], without: [undertaking], form: { S18: { commitmentItems: [road] } } };
    const application = await office.accepted({ on: '2026-03-02', ...byCommitment });
    const { items: promises } = await office.get<{ items: { id: string; kind: string }[] }>('clerk', `/promises?caseId=${application.id}`);
    expect(promises).toMatchObject([{ kind: 'commitment', material: undertaking, status: 'owed' }]);
    await application.examine();
    await application.actIn(await application.item(), 'leader', 'approve', { content: '准予' });
    await office.post('reviewer-ggsy', `/promises/${promises[0]?.id}/check`, { outcome: 'broken', finding: '未按承诺修复路面' });
    const next = await office.file({ on: '2026-03-03', ...byCommitment });
    expect(await refusalOf(next.act('clerk', 'accept'))).toMatchObject({ code: 'COMMITMENT_EXCLUDED' });
  }, 60_000);

  it('the window enters an application at the counter with the authority of the agent', async () => {
    await office.on('2026-03-02');
    const { form } = JSON.parse(await readFile(path.resolve('seeds/demo/data-centre-application.json'), 'utf8')) as { form: Record<string, Record<string, unknown>> };
    const clerk = await office.as('clerk');
    expect(await refusalOf(clerk.post('/projects', { name: '柜台项目', projectType: 'SOCIAL_GENERAL', applicant: { creditCode: '91350100M000100Y43' } }))).toMatchObject({ code: 'APPLICANT_UNKNOWN' });
    const project = await clerk.post<ProjectView>('/projects', { name: '柜台项目', projectType: 'SOCIAL_GENERAL', applicant: { creditCode: '91150100MA0QT2X3WB' } });
    const draft = await clerk.post<CaseView>('/cases', { projectId: project.id, stage: 'SG', items: oneItem });
    await clerk.put(`/cases/${draft.id}/form`, { form: Object.fromEntries(draft.sections.map((section) => [section, form[section] ?? {}])), version: draft.version });
    const application = new Application(office, draft.id, project.id);
    for (const material of (await application.view('clerk')).materials) if (material.required && material.source !== 'system') await clerk.upload(draft.id, material.key, '扫描件.pdf', samplePage(material.nameEn));
    expect(await refusalOf(application.act('clerk', 'submit'))).toMatchObject({ code: 'AGENT_AUTHORITY_MISSING' });
    await application.act('clerk', 'submit', { applicantPresent: true });
    expect((await application.events())[0]).toMatchObject({ type: 'received', actor: '王丽', data: { channel: 'counter' } });
    expect((await application.view('enterprise')).organisation.creditCode).toBe('91150100MA0QT2X3WB');
    expect(await refusalOf((await office.as('clerk')).put(`/cases/${draft.id}/form`, { form: {}, version: (await application.view('clerk')).version }))).toMatchObject({ code: 'NOT_YOURS' });
    await application.act('clerk', 'accept');
  }, 60_000);

  it('the applicant takes a running application back: everything open in it ends, in every branch', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: allItems });
    const waste = await application.item('bx-construction-waste');
    await application.actIn(waste, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 5, reason: '检测' });
    await office.post('reviewer-sthj', '/corrections/requests', { caseId: application.id, items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }], ground: 'newFact' });
    await application.act('clerk', 'requestCorrection');
    await application.act('enterprise', 'withdraw', { reason: '项目调整' });
    const view = await application.view('clerk');
    expect(view).toMatchObject({ status: 'withdrawn', workItems: [], openMatters: [] });
    expect(view.items.map((item) => item.status)).toEqual(Array(6).fill('withdrawn'));
    expect(await office.get('clerk', `/pauses?caseId=${application.id}&status=open`)).toMatchObject({ total: 0 });
    expect(await application.clock(waste)).toMatchObject({ state: 'withdrawn', light: 'done' });
    await office.on('2026-04-20');
    expect((await application.events(waste)).map((event) => event.type)).not.toContain('overdue');
  }, 60_000);

  it('T13 a report and a form of the same assessment exclude each other', async () => {
    const enterprise = await office.as('enterprise');
    const project = await enterprise.post<ProjectView>('/projects', { name: '互斥', projectType: 'SOCIAL_GENERAL' });
    expect(await refusalOf(enterprise.post('/cases', { projectId: project.id, stage: 'SG', items: ['bx-eia-report', 'bx-eia-form'] }))).toMatchObject({ code: 'ITEMS_EXCLUSIVE' });
  }, 60_000);
});
