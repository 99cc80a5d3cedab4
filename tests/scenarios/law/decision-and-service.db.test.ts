import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseView, FlowView } from '../../../src/api/contract.js';
import { licensed, Office, oneItem, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Who decides, how, and what reaches the applicant', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  const refusal = { reasons: '受纳场地不符合规划', legalBasis: '《城市建筑垃圾管理规定》第七条' };

  async function refusedOn(day: string): Promise<Application> {
    const application = await office.accepted({ on: day });
    const item = await application.examine();
    await application.actIn(item, 'leader', 'refuse', refusal);
    return application;
  }

  it('T15 refuses only with reasons and basis; the paper adds the remedies, and T9 their dates follow from the day of service', async () => {
    const application = await office.accepted({ on: '2026-07-27' });
    const item = await application.examine();
    expect(await refusalOf(application.actIn(item, 'leader', 'refuse', {}))).toMatchObject({ code: 'FORM_INVALID' });
    await application.actIn(item, 'leader', 'refuse', refusal);
    await office.on('2026-08-03');
    await application.sealAndDeliver();
    const service = await office.get<{ items: { remedies: object }[]; deliverBy: object[] }>('enterprise', `/deliveries?caseId=${application.id}`);
    expect(service.items[0]).toMatchObject({ deliveredOn: '2026-08-03', remedies: { reconsiderationUntil: { due: '2026-10-08' } } });
    expect(service.deliverBy).toMatchObject([{ decidedOn: '2026-07-27', due: { due: '2026-08-10' }, servedOn: '2026-08-03' }]);
    expect((await application.documents()).map((document) => document.kind)).toEqual(expect.arrayContaining(['refusal', 'delivery-receipt']));
  }, 60_000);

  it('R6 service by public notice takes effect after thirty days, and the periods run from there', async () => {
    const application = await refusedOn('2026-03-02');
    await application.documentsReady();
    await application.act('sealkeeper', 'seal', { contentChecked: true });
    await application.documentsReady();
    await application.act('clerk', 'deliver', { method: 'public', result: 'received', deliveredOn: '2026-03-02', recipient: '内蒙古云枢数据科技有限公司' });
    expect(await office.get('enterprise', `/deliveries?caseId=${application.id}`)).toMatchObject({ items: [{ effectiveOn: '2026-04-01', remedies: { litigationUntil: { due: '2026-10-08' } } }] });
  }, 60_000);

  it.each([
    ['2026-08-03', '2026-10-08', undefined],
    ['2026-07-31', '2026-09-29', undefined],
    ['2026-04-03', undefined, '2026-10-08'],
    ['2026-03-31', undefined, '2026-09-30'],
  ])('T9 served %s: reconsideration until %s, suit until %s', async (servedOn, reconsideration, suit) => {
    const dates = await office.get('clerk', `/calendar/remedies?servedOn=${servedOn}`);
    expect(dates).toMatchObject({ ...(reconsideration && { reconsiderationUntil: { due: reconsideration } }), ...(suit && { litigationUntil: { due: suit } }) });
  });

  it('T9 says that a last day in an unknown year is provisional', async () => {
    expect(await office.get('clerk', '/calendar/remedies?servedOn=2026-08-31')).toMatchObject({ litigationUntil: { provisional: true } });
  });

  it('serves a single paper with its own receipt, and the recipient confirms', async () => {
    const application = await office.file({ on: '2026-03-02' });
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }] });
    const notice = (await application.documentsReady()).find((document) => document.kind === 'correction-notice');
    const form = { documents: [notice?.id], method: 'counter', deliveredOn: '2026-03-02', recipient: '苏日娜' };
    expect(await refusalOf(application.act('clerk', 'serve', { ...form, result: 'left' }))).toMatchObject({ code: 'FORM_INVALID' });
    await application.act('clerk', 'serve', { ...form, result: 'left', refusalReason: '拒绝签收', witnesses: ['王某', '李某'] });
    const { items } = await office.get<{ items: { id: string; confirmedOn: string | null }[] }>('enterprise', `/deliveries?caseId=${application.id}`);
    expect(items).toMatchObject([{ confirmedOn: null, documents: [{ kind: 'correction-notice' }] }]);
    await office.post('enterprise', `/deliveries/${items[0]?.id}/receipt`, {});
    expect(await office.get('enterprise', `/deliveries?caseId=${application.id}`)).toMatchObject({ items: [{ confirmedOn: '2026-03-02' }] });
    expect((await application.documentsReady()).filter((document) => document.kind === 'delivery-receipt')).toMatchObject([{ status: 'sealed' }]);
  }, 60_000);

  it('T6 uses each working day of a project once, whatever runs side by side, and not the days of a hearing', async () => {
    const first = await office.accepted({ on: '2026-03-02' });
    const more = { projectId: first.projectId };
    const decide = async (application: Application, day: string): Promise<void> => {
      await office.on(day);
      await application.actIn(await application.examine('reviewer-ggsy'), 'leader', 'approve', { content: '准予' });
    };
    const second = await office.accepted({ on: '2026-03-04', items: ['bx-road-occupy-dig'], ...more });
    await office.on('2026-03-05');
    await second.actIn(await second.item(), 'reviewer-ggsy', 'startPause', { kind: 'hearing', neededWorkdays: 5, reason: '听证' });
    await decide(first, '2026-03-09');
    await office.on('2026-03-11');
    await second.actIn(await second.item(), 'reviewer-ggsy', 'endPause');
    await decide(second, '2026-03-13');
    const third = await office.accepted({ on: '2026-03-23', items: ['bx-green-space-trees'], ...more });
    await decide(third, '2026-03-26');
    expect(await office.get('enterprise', `/projects/${first.projectId}/clock`)).toMatchObject({ usedWorkdays: 10 });
  }, 60_000);

  it('T10 an entrusted item is decided in the name of the entrusting body, under its seal, with it in the remedies', async () => {
    const delegation = { itemCode: oneItem[0], mode: 'entrusted', delegatingBody: 'hhht-csgl', receivingBody: 'xq-ggsy', regionCodes: ['150123'], validFrom: '2026-04-01', basis: '呼政办字〔2026〕1号' };
    const admin = await office.as('admin');
    expect(await refusalOf(admin.post('/delegations', { delegations: [{ ...delegation, receivingBody: 'nobody', mode: 'lent' }] }))).toMatchObject({ code: 'DELEGATIONS_INVALID' });
    expect(await refusalOf((await office.as('leader')).post('/delegations', { delegations: [delegation] }))).toMatchObject({ code: 'ROLE_REQUIRED' });
    await admin.post('/delegations', { delegations: [delegation] });
    expect(await refusalOf(admin.post('/delegations', { delegations: [{ ...delegation, delegatingBody: 'xq-ggsy', receivingBody: 'xq-gjj' }] }))).toMatchObject({ code: 'DELEGATIONS_INVALID' });

    const { application } = await licensed(office, { on: '2026-04-07' });
    const decision = (await application.documentsReady()).find((document) => document.kind === 'decision');
    const { items: bodies } = await office.get<{ items: { id: string; nameZh: string }[] }>('clerk', '/departments');
    const owner = bodies.find((body) => body.id === 'hhht-csgl')?.nameZh ?? '?';
    await application.sealAndDeliver();
    expect((await office.get<{ document: object }>('clerk', `/public/verify/${decision?.verifyCode}`)).document).toMatchObject({ issuer: owner });
  }, 60_000);

  it('T10 filed a day early or for a parcel outside: not competent, decided at once with the right authority, never corrected', async () => {
    const early = await office.file({ on: '2026-03-31' });
    const refused = await refusalOf(early.act('clerk', 'accept'));
    expect(refused.code).toBe('NOT_COMPETENT');
    expect(refused.message).toContain('2026-04-01');
    expect(await refusalOf(early.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: 'x', norm: 'y' }] }))).toMatchObject({ code: 'NOT_COMPETENT' });
    await early.act('clerk', 'refuse', { refusalGround: 'notCompetent', reasons: '不属于本机关职权范围', competentAuthority: '呼和浩特市城市管理综合执法局' });
    expect((await early.view()).status).toBe('notAccepted');

    // Silence makes no authority competent: rule A6 speaks of incomplete papers.
    const silent = await office.file({ on: '2026-03-31' });
    await office.on('2026-04-20');
    expect((await silent.view()).status).toBe('submitted');

    const outside = await office.file({ on: '2026-04-07', form: { S01: { regionCode: '150121' } } });
    expect(await refusalOf(outside.act('clerk', 'accept'))).toMatchObject({ code: 'NOT_COMPETENT' });

    // The same item within an outline on the map: the parcel lies at 111.80, 40.51.
    const road = { itemCode: 'bx-road-occupy-dig', mode: 'empowered', delegatingBody: 'hhht-csgl', receivingBody: 'xq-ggsy', validFrom: '2026-01-01', basis: '呼政办字〔2026〕2号' };
    await office.post('admin', '/delegations', { delegations: [{ ...road, polygon: [[111.9, 40.4], [112.1, 40.4], [112.1, 40.6], [111.9, 40.6]] }] });
    const parcel = await office.file({ on: '2026-04-07', items: [road.itemCode] });
    expect(await refusalOf(parcel.act('clerk', 'accept'))).toMatchObject({ code: 'NOT_COMPETENT' });
    await office.post('admin', '/delegations', { delegations: [{ ...road, polygon: [[111.7, 40.4], [111.9, 40.4], [111.9, 40.6], [111.7, 40.6]] }] });
    await parcel.act('clerk', 'accept');
  }, 60_000);

  it('T17 a flow that is published later does not change the cases that were filed before', async () => {
    const before = await office.accepted({ on: '2026-05-29' });
    const admin = await office.as('admin');
    const flow = await admin.get<FlowView>('/flows/stage-construction-permit');
    await office.on('2026-06-01');
    const xml = (await readFile(path.resolve('seeds/flows/stage-construction-permit.bpmn'), 'utf8')).replace('name="施工许可阶段并联审批"', 'name="施工许可阶段并联审批（新版）"');
    const { draftVersion } = await admin.put<FlowView>('/flows/stage-construction-permit/draft', { xml, version: flow.draftVersion });
    await admin.post('/flows/stage-construction-permit/versions', { version: draftVersion });
    const after = await office.file({ on: '2026-06-02' });
    expect((await before.view()).flow?.version).toBe(1);
    expect((await after.view()).flow?.version).toBe(2);
    await before.actIn(await before.examine(), 'leader', 'approve', { content: '准予' });
    expect((await office.get<CaseView>('clerk', `/cases/${before.id}`)).items[0]?.status).toBe('approved');
  }, 60_000);

  it('a refused item leaves no permit behind', async () => {
    const application = await refusedOn('2026-04-08');
    expect((await application.view()).items[0]?.status).toBe('refused');
    expect(await office.get('enterprise', `/permits?state=valid&pageSize=200`)).toMatchObject({ items: expect.not.arrayContaining([expect.objectContaining({ id: await application.item() })]) });
  }, 60_000);
});
