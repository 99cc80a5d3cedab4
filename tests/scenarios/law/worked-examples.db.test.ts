import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseView, FlowView, PauseView, PermitRequestView, PermitView, ProjectView } from '../../../src/api/contract.js';
import { allItems, licensed, Office, publishFlowFor, refusalOf, type Application, type FilingChoice } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const phone = { target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' };
const planning = { plotRatio: 0.89, countedFloorArea: 46_500, buildingDensity: 40, greenRatio: 15, buildingHeight: 24, parkingSpaces: 120 };
const business = { entityName: '内蒙古云枢数据科技有限公司', entityType: 'limitedCompany', premises: '和林格尔新区云谷大道 8 号', businessScope: '数据处理和存储服务' };
const governmentProject = { projectType: 'GOV_BUILDING', initiationType: 'approval', investmentSource: 'government', fundNature: 'fiscal' };

/**
 * The ten rules that a naive build gets wrong and the seven next in line, with their dates. T8 (c), the silence of a consulted department,
 * needs a flow of its own: silence.db.test.ts.
 */
describe('Worked examples of the law', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    for (const stage of ['LX', 'JG', 'QY']) await publishFlowFor(office, stage);
  });
  afterAll(() => test.remove());

  const inStage = (stage: string, items: string[], more: FilingChoice = {}): FilingChoice => ({ stage, items, ...more });
  const due = (from: string, workdays: number): Promise<{ due: string }> => office.get('clerk', `/calendar/due?from=${from}&workdays=${workdays}`);
  const statusOn = async (day: string, application: Application): Promise<string> => {
    await office.on(day);
    return (await application.view()).status;
  };

  it('T1 no correction notice in time means accepted as of the day of receipt', async () => {
    const application = await office.file({ on: '2026-02-13' });
    expect(await statusOn('2026-02-27', application)).toBe('submitted');
    expect(await statusOn('2026-02-28', application)).toBe('accepted');
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-02-13', due: '2026-03-19', acceptance: 'deemed' });
    const late = { items: [phone], ground: 'weMissedIt' };
    await application.act('clerk', 'requestCorrection', late);
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-02-13', due: '2026-03-19' });
  });

  it('T1 a notice on the last day counts: accepted on the day on which everything arrived', async () => {
    const application = await office.file({ on: '2026-02-13' });
    await office.on('2026-02-27');
    await application.act('clerk', 'requestCorrection', { items: [phone] });
    await office.on('2026-03-03');
    await application.act('enterprise', 'answerCorrection', { values: { [phone.target]: '13800000003' } });
    await application.act('clerk', 'accept');
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-03-03', due: '2026-03-31' });
  });

  it('T2 the notice window is five working days in general', async () => {
    const general = await office.file({ on: '2026-04-30' });
    expect(await general.clock()).toMatchObject({ correctionNoticeUntil: '2026-05-11' });
    expect(await statusOn('2026-05-11', general)).toBe('submitted');
    expect(await statusOn('2026-05-12', general)).toBe('accepted');
  });

  it('T2 the notice window of a discharge permit is three days', async () => {
    const discharge = await office.file({ on: '2026-04-30', items: ['bx-discharge-permit'], form: { S17: business } });
    expect(await discharge.clock()).toMatchObject({ correctionNoticeUntil: '2026-05-08' });
    expect(await statusOn('2026-05-08', discharge)).toBe('submitted');
    expect(await statusOn('2026-05-09', discharge)).toBe('accepted');
    expect(await discharge.clock(await discharge.item())).toMatchObject({ acceptedOn: '2026-04-30', acceptance: 'deemed' });
  });

  it('T2 real-estate registration tells what is missing on the same day, or is accepted as of it', async () => {
    const application = await office.file(inStage('JG', ['jg-realestate-registration'], { on: '2026-04-30', form: { S16: { completedOn: '2026-04-01', acceptedOn: '2026-04-10', surveyNumber: 'CH-2026-1' } } }));
    expect(await application.clock()).toMatchObject({ correctionNoticeUntil: '2026-04-30' });
    expect(await statusOn('2026-05-01', application)).toBe('accepted');
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-04-30', acceptance: 'deemed' });
  });

  it('T2 the filing of an enterprise project has no window and is never accepted by silence', async () => {
    const filing = await enterpriseFiling('2026-04-30');
    expect(await statusOn('2026-05-20', filing)).toBe('submitted');
    expect(await filing.clock()).toMatchObject({ state: 'received', correctionNoticeUntil: null });
  });

  it('T3 working Saturdays and Sundays count, extra days off do not', async () => {
    const application = await office.accepted({ on: '2025-09-24' });
    expect(await application.clock(await application.item())).toMatchObject({ due: '2025-10-28' });
    expect(await due('2026-05-08', 1)).toMatchObject({ due: '2026-05-09' });
    expect(await due('2026-01-05', 80)).toMatchObject({ due: '2026-05-07' });
  });

  it('T4 a works permit and an EIA count from receipt, other items of the same application from acceptance', async () => {
    const application = await office.accepted({ on: '2026-02-11', acceptedOn: '2026-02-13', items: allItems });
    expect(await application.clock(await application.item('sg-construction-permit'))).toMatchObject({ startedOn: '2026-02-11', due: '2026-02-27' });
    expect(await application.clock(await application.item('bx-eia-form'))).toMatchObject({ startedOn: '2026-02-11' });
    expect(await application.clock(await application.item('bx-construction-waste'))).toMatchObject({ startedOn: '2026-02-13' });
  });

  it('T4 a pre-sale permit and an HR licence count from receipt', async () => {
    const days = { on: '2026-02-11', acceptedOn: '2026-02-13' };
    const presale = await office.accepted(inStage('QY', ['qy-presale-permit'], { ...days, form: { S14: { awardedOn: '2026-01-12' } } }));
    // Ten from 02-11: 12, 13, Saturday 14, 24 to 27, Saturday 28, 03-02 and 03-03; from acceptance it would be 03-05.
    expect(await presale.clock(await presale.item())).toMatchObject({ startedOn: '2026-02-11', due: '2026-03-03' });
    const licence = await office.accepted(inStage('QY', ['qy-hr-service'], { ...days, projectType: 'ENTERPRISE', form: { S17: business } }));
    expect(await licence.clock(await licence.item())).toMatchObject({ startedOn: '2026-02-11', due: '2026-03-17' });
  });

  it('T5 a single pause takes its working days out', async () => {
    const application = await office.accepted({ on: '2026-04-27' });
    const item = await application.item();
    await office.on('2026-05-06');
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 15, reason: '渣土须检测' });
    await office.on('2026-05-20');
    await application.actIn(item, 'reviewer-ggsy', 'endPause');
    expect(await application.clock(item)).toMatchObject({ due: '2026-06-11' });
    expect(await struck(item, await pauseKeys(item))).toMatchObject({ ifStruck: { due: '2026-05-27' }, workdaysRestored: 11 });
  });

  it('T5 overlapping pauses are united, and without their written notice neither counts', async () => {
    const application = await office.accepted({ on: '2026-05-25', items: allItems });
    const waste = await application.item('bx-construction-waste');
    await office.on('2026-06-01');
    const commission = await application.suggestion('reviewer-zjj', 'commissionReview');
    await application.act('reviewer-zjj', 'commissionReview', { ...commission, itemCodes: ['bx-construction-waste', 'bx-eia-form'], dueOn: '2026-06-23', conflictsChecked: true });
    await office.on('2026-06-08');
    await application.actIn(waste, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 11, reason: '检测' });
    await office.on('2026-06-12');
    await application.act('agency', 'submitReviewReport', { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] });
    await office.on('2026-06-23');
    await application.actIn(waste, 'reviewer-ggsy', 'endPause');
    expect(await application.clock(waste)).toMatchObject({ due: '2026-07-14' });
    await office.on('2026-06-24');
    expect(await application.clock(waste)).toMatchObject({ overdue: false });
    expect(await struck(waste, await pauseKeys(waste))).toMatchObject({ ifStruck: { due: '2026-06-23', overdue: true }, workdaysRestored: 15 });
  });

  it('T6 the project uses each of its working days once, whatever runs side by side', async () => {
    expect(await daysUsedByThree({ pauseOfB: false })).toBe(12);
    expect(await daysUsedByThree({ pauseOfB: true })).toBe(10);
  });

  it('T7 an ordinary item is extended once, by ten days, by the head of the authority, not later than on its last day', async () => {
    const application = await office.accepted({ on: '2026-09-10' });
    const late = await office.accepted({ on: '2026-09-10' });
    const item = await application.item();
    expect(await application.clock(item)).toMatchObject({ due: '2026-10-14' });
    await office.on('2026-10-14');
    await extend(application, item, 10, 'authorityHead');
    expect(await application.clock(item)).toMatchObject({ due: '2026-10-28' });
    expect(await refusalOf(extend(application, item, 10, 'authorityHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    await office.on('2026-10-15');
    expect(await refusalOf(extend(late, await late.item(), 10, 'authorityHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
  });

  it('T7 the verification of an enterprise project is extended by forty days, by its principal head alone', async () => {
    const application = await verification('2026-09-10');
    const item = await application.item();
    await office.on('2026-10-14');
    expect(await refusalOf(extend(application, item, 40, 'authorityHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    await extend(application, item, 40, 'principalHead');
    expect(await application.clock(item)).toMatchObject({ due: '2026-12-09' });
  });

  it('T7 joint handling has 45 working days, fifteen more with the head of the government; special limits are not extended at all', async () => {
    const joint = await office.accepted({ on: '2026-03-02', items: allItems });
    const outer = async (): Promise<string> => (await office.get<{ joint: { due: string } }>('clerk', `/cases/${joint.id}/clock`)).joint.due;
    expect(await outer()).toBe('2026-05-08');
    expect(await refusalOf(extend(joint, joint.id, 15, 'authorityHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    await extend(joint, joint.id, 15, 'governmentHead');
    expect(await outer()).toBe('2026-05-28');
    for (const code of ['sg-fire-design', 'sg-construction-permit']) expect(await refusalOf(extend(joint, await joint.item(code), 10, 'authorityHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    const discharge = await office.accepted({ on: '2026-03-02', items: ['bx-discharge-permit'], form: { S17: business } });
    expect(await refusalOf(extend(discharge, await discharge.item(), 10, 'authorityHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
  });

  it('T8 silence approves no first application: undecided on its last day it runs on, overdue and unlicensed', async () => {
    const application = await office.accepted({ on: '2026-09-10' });
    const item = await application.item();
    await office.on('2026-10-15');
    expect(await application.clock(item)).toMatchObject({ state: 'running', light: 'red', overdue: true });
    expect((await application.view()).items[0]).toMatchObject({ status: 'examining' });
    expect((await application.events(item)).filter((event) => event.type === 'overdue')).toHaveLength(1);
    expect((await application.documents()).map((document) => document.kind)).not.toContain('certificate');
  });

  it('T8 a renewal asked for 30 calendar days before the end and left undecided is granted by law; a day later it has no protection', async () => {
    const term = { on: '2026-01-26', decision: { validFrom: '2026-01-26', validUntil: '2026-03-20' } };
    const { application, permit } = await licensed(office, term);
    const other = await licensed(office, term);
    await office.on('2026-02-18');
    expect(await askOf(permit, 'renewal')).toMatchObject({ askableUntil: '2026-02-18', decideBy: '2026-03-20' });
    await office.on('2026-02-19');
    expect(await refusalOf(askOf(other.permit, 'renewal'))).toMatchObject({ code: 'RENEWAL_TOO_LATE' });
    await office.on('2026-03-20');
    expect(await permitOf(permit)).toMatchObject({ requests: [{ status: 'pending' }] });
    await office.on('2026-03-21');
    expect(await permitOf(permit)).toMatchObject({ state: 'valid', requests: [{ status: 'grantedByLaw' }] });
    expect((await application.events(permit)).at(-1)).toMatchObject({ type: 'renewedByLaw' });
    expect(await permitOf(other.permit)).toMatchObject({ state: 'lapsed' });
  });

  it('T8 the renewal of a discharge permit is asked for 60 days before the end', async () => {
    const granted = async (): Promise<string> => {
      const application = await office.accepted({ on: '2026-01-05', items: ['bx-discharge-permit'], form: { S17: business } });
      await application.review('reviewer-sthj');
      const item = await application.examine('reviewer-sthj');
      await application.actIn(item, 'leader', 'approve', { content: '准予', validUntil: '2026-03-20' });
      return item;
    };
    const [inTime, late] = [await granted(), await granted()];
    await office.on('2026-01-19');
    expect(await askOf(inTime, 'renewal')).toMatchObject({ askableUntil: '2026-01-19', status: 'pending' });
    await office.on('2026-01-20');
    const refused = await refusalOf(askOf(late, 'renewal'));
    expect(refused.code).toBe('RENEWAL_TOO_LATE');
    expect(refused.message).toContain('2026-01-19');
  });

  it.each([
    ['2026-08-03', { reconsiderationUntil: { due: '2026-10-08' } }],
    ['2026-07-31', { reconsiderationUntil: { due: '2026-09-29' } }],
    ['2026-04-03', { litigationUntil: { due: '2026-10-08' } }],
    ['2026-03-31', { litigationUntil: { due: '2026-09-30' } }],
    ['2026-08-31', { litigationUntil: { provisional: true } }],
  ])('T9 the periods of the applicant are calendar periods: served on %s', async (servedOn, until) => {
    expect(await office.get('clerk', `/calendar/remedies?servedOn=${servedOn}`)).toMatchObject(until);
  });

  it('T9 a refusal that was served carries those dates', async () => {
    const application = await office.accepted({ on: '2026-07-27' });
    await application.actIn(await application.examine(), 'leader', 'refuse', { reasons: '受纳场地不符合规划', legalBasis: '《城市建筑垃圾管理规定》第七条' });
    await office.on('2026-08-03');
    await application.sealAndDeliver();
    expect(await office.get('enterprise', `/deliveries?caseId=${application.id}`)).toMatchObject({ items: [{ deliveredOn: '2026-08-03', remedies: { reconsiderationUntil: { due: '2026-10-08' } } }] });
  });

  it('T9 the start of works is put off twice, counted from the day of issue, never a third time; unused, the permit is void', async () => {
    const application = await office.accepted({ on: '2026-01-30', items: allItems, form: { S14: { awardedOn: '2026-01-12' } } });
    await office.on('2026-01-31');
    const permit = await application.item('sg-construction-permit');
    await decideAll(application, '2026-01-31');
    expect(await permitOf(permit)).toMatchObject({ issuedOn: '2026-01-31', startBy: '2026-04-30' });
    for (const startBy of ['2026-07-31', '2026-10-31']) {
      const request = await askOf(permit, 'startExtension');
      await office.post('leader', `/permits/${permit}/requests/${request.id}/decision`, { outcome: 'granted', reasons: '符合条件' });
      expect(await permitOf(permit)).toMatchObject({ startBy });
    }
    expect(await refusalOf(askOf(permit, 'startExtension'))).toMatchObject({ code: 'PERMIT_START_EXTENSIONS_EXHAUSTED' });
    await office.on('2026-10-31');
    expect(await permitOf(permit)).toMatchObject({ state: 'valid' });
    await office.on('2026-11-01');
    expect(await permitOf(permit)).toMatchObject({ state: 'lapsed' });
    const eia = await application.item('bx-eia-form');
    await office.post('enterprise', `/permits/${eia}/start`, {});
    expect(await permitOf(eia)).toMatchObject({ startBy: null, startedOn: '2026-11-01' });
  });

  it('T9 the extension of a verification is asked for 30 working days before the end of its two years', async () => {
    const application = await verification('2026-03-02');
    await application.review('reviewer-jfj');
    const item = await application.examine('reviewer-jfj');
    await application.meet('2026-03-02', ['reviewer-jfj']);
    await application.actIn(item, 'leader', 'approve', { content: '准予', validFrom: '2024-03-13' });
    expect(await permitOf(item)).toMatchObject({ startBy: '2026-03-13' });
    const refused = await refusalOf(askOf(item, 'startExtension'));
    expect(refused.code).toBe('RENEWAL_TOO_LATE');
    expect(refused.message).toContain('2026-01-26');
  });

  it.each([
    ['entrusted', 'hhht-csgl', 'bx-construction-waste'],
    ['empowered', 'xq-ggsy', 'bx-road-occupy-dig'],
  ])('T10 one seal cannot hide the delegator: an item that is %s is decided in the name of %s', async (mode, signing, itemCode) => {
    const delegation = { itemCode, mode, delegatingBody: 'hhht-csgl', receivingBody: 'xq-ggsy', regionCodes: ['150123'], validFrom: '2026-04-01', basis: '呼政办字〔2026〕1号' };
    const admin = await office.as('admin');
    await admin.post('/delegations', { delegations: [delegation] });
    if (mode === 'entrusted') expect(await refusalOf(admin.post('/delegations', { delegations: [{ ...delegation, delegatingBody: 'xq-ggsy', receivingBody: 'xq-gjj' }] }))).toMatchObject({ code: 'DELEGATIONS_INVALID' });
    const { application } = await licensed(office, { on: '2026-04-07', items: [itemCode] });
    const { items: bodies } = await office.get<{ items: { id: string; nameZh: string }[] }>('clerk', '/departments');
    const body = bodies.find((each) => each.id === signing)?.nameZh ?? '?';
    await application.sealAndDeliver();
    const decision = (await application.documents()).find((document) => document.kind === 'decision');
    expect((await office.get<{ document: object }>('clerk', `/public/verify/${decision?.verifyCode}`)).document).toMatchObject({ issuer: body, sealName: expect.stringContaining(body) });

    // The same item for a parcel outside, or filed one day before the delegation: refused at once, never corrected.
    for (const elsewhere of [{ on: '2026-03-31' }, { on: '2026-04-07', form: { S01: { regionCode: '150121' } } }]) {
      const foreign = await office.file({ ...elsewhere, items: [itemCode] });
      const refused = await refusalOf(foreign.act('clerk', 'accept'));
      expect(refused.code).toBe('NOT_COMPETENT');
      expect(refused.message).toContain(bodies.find((each) => each.id === 'hhht-csgl')?.nameZh);
      expect(await refusalOf(foreign.act('clerk', 'requestCorrection', { items: [phone] }))).toMatchObject({ code: 'NOT_COMPETENT' });
    }
  });

  it('T11 allocated land: the planning permit is decided before the allocation, be it in the same step', async () => {
    const both = ['lx-land-planning-permit', 'lx-land-allocation'];
    const form = { S01: governmentProject, S05: { landSupply: 'allocation' }, S06: planning };
    const allocationAlone = office.file(inStage('LX', ['lx-land-allocation'], { on: '2026-03-02', projectType: 'GOV_BUILDING', form, without: ['result-lx-land-planning-permit'] }));
    expect((await refusalOf(allocationAlone)).message).toContain('建设用地规划许可证');
    const application = await office.accepted(inStage('LX', both, { on: '2026-03-02', projectType: 'GOV_BUILDING', form }));
    const permit = await application.examine('reviewer-zjj', both[0]);
    const allocation = await application.examine('reviewer-zjj', both[1]);
    expect(await refusalOf(application.actIn(allocation, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'PREREQUISITE_MISSING' });
    await application.actIn(permit, 'leader', 'approve', { content: '准予' });
    await application.actIn(allocation, 'leader', 'approve', { content: '准予' });
  });

  it('T11 sold land: no planning permit before the land contract', async () => {
    const sold = (contract: object): Promise<Application> => office.file(inStage('LX', ['lx-land-planning-permit'], { on: '2026-03-02', projectType: 'SOCIAL_GENERAL', form: { S05: { landSupply: 'sale', ...contract }, S06: planning } }));
    const without = await sold({ landPaperNumber: undefined, landPaperDate: undefined });
    const refused = await refusalOf(without.act('clerk', 'accept'));
    expect(refused.code).toBe('PREREQUISITE_MISSING');
    expect(refused.message).toContain('使用权合同');
    expect(refused.message).not.toContain('land-transfer-contract');
    expect(await refusalOf(sold({ landPaperNumber: 'HXQ-CR-2026-011', landPaperDate: '2026-03-03' }))).toMatchObject({ code: 'FORM_INVALID' });
  });

  it('T12 a filing has no approve button: whoever handles it can file it, and nothing else', async () => {
    const application = await enterpriseFiling('2026-04-30');
    await application.act('clerk', 'accept');
    const item = await application.item();
    const offers = (await office.get<CaseView>('reviewer-jfj', `/cases/${item}`)).availableActions.filter((offer) => offer.workItem);
    expect(offers.map((offer) => offer.action)).toEqual(['filed']);
    expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
    await application.actIn(item, 'reviewer-jfj', 'filed', { informationComplete: true });
    expect((await application.view()).items[0]?.status).toBe('filed');
  });

  it('T13 a report and a form of the same EIA exclude each other', async () => {
    const enterprise = await office.as('enterprise');
    const project = await enterprise.post<ProjectView>('/projects', { name: '互斥', projectType: 'SOCIAL_GENERAL' });
    expect(await refusalOf(enterprise.post('/cases', { projectId: project.id, stage: 'SG', items: ['bx-eia-report', 'bx-eia-form'] }))).toMatchObject({ code: 'ITEMS_EXCLUSIVE' });
  });

  it('T14 names no date that an unpublished year would have to give', async () => {
    const application = await office.accepted({ on: '2026-12-04' });
    expect(await application.clock(await application.item())).toMatchObject({ due: null, provisional: true });
  });

  it('T15 a refusal without reasons and basis cannot be issued', async () => {
    const application = await office.accepted({ on: '2026-04-08' });
    const item = await application.examine();
    for (const form of [{}, { reasons: '不符合规划' }, { legalBasis: '第七条' }]) expect(await refusalOf(application.actIn(item, 'leader', 'refuse', form))).toMatchObject({ code: 'FORM_INVALID' });
    expect((await application.documentsReady()).map((document) => document.kind)).not.toContain('refusal');
  });

  it('T16 a hearing is asked for within five working days, held within twenty, told seven before, and not chaired by the reviewer', async () => {
    const application = await office.accepted({ on: '2026-04-28' });
    const item = await application.item();
    const hearing = async (): Promise<object> => (await office.get<{ items: object[] }>('enterprise', `/hearings?caseId=${item}`)).items[0] ?? {};
    const schedule = (form: object): Promise<unknown> => application.actIn(item, 'reviewer-ggsy', 'scheduleHearing', { place: '第一会议室', chair: 'supervisor', ...form });
    await application.actIn(item, 'reviewer-ggsy', 'tellHearingRight', { reason: '处置场地紧邻居民区' });
    expect(await hearing()).toMatchObject({ requestUntil: '2026-05-08' });
    await office.on('2026-05-07');
    await application.actIn(item, 'enterprise', 'requestHearing');
    expect(await hearing()).toMatchObject({ holdBy: '2026-06-03' });
    expect(await refusalOf(schedule({ heldOn: '2026-06-24' }))).toMatchObject({ code: 'HEARING_TOO_LATE' });
  });

  it('T16 the notice of a hearing on 24 June goes out by 12 June', async () => {
    const application = await office.accepted({ on: '2026-05-25' });
    const item = await application.examine();
    await application.actIn(item, 'leader', 'tellHearingRight', { reason: '涉及相邻权利人重大利益' });
    await office.on('2026-05-27');
    await application.actIn(item, 'enterprise', 'requestHearing');
    const schedule = (chair: string): Promise<unknown> => application.actIn(item, 'reviewer-ggsy', 'scheduleHearing', { place: '第一会议室', heldOn: '2026-06-24', chair });
    await office.on('2026-06-15');
    expect(await refusalOf(schedule('supervisor'))).toMatchObject({ code: 'HEARING_NOTICE_SHORT' });
    await office.on('2026-06-12');
    expect(await refusalOf(schedule('reviewer-ggsy'))).toMatchObject({ code: 'HEARING_CHAIR_REVIEWED' });
    await schedule('supervisor');
  });

  it('T17 a flow that is published on 1 June does not change the cases filed on 29 May', async () => {
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
    expect((await before.view()).items[0]?.status).toBe('approved');
  });

  const enterpriseFiling = (on: string): Promise<Application> => office.file(inStage('LX', ['lx-ent-filing'], { on, form: { S01: { initiationType: 'filing' } } }));
  const verification = (on: string): Promise<Application> => office.accepted(inStage('LX', ['lx-ent-verification'], { on, form: { S01: { initiationType: 'verification' }, S06: planning, S09: { annualEnergyTce: 900, annualElectricityKwh: 4_000_000 } } }));
  const extend = (application: Application, caseId: string, workdays: number, approvedBy: string): Promise<unknown> => application.actIn(caseId, 'leader', 'extend', { workdays, approvedBy, reason: '案情复杂，需进一步核实' });
  const permitOf = (permit: string): Promise<PermitView> => office.get('enterprise', `/permits/${permit}`);
  const askOf = (permit: string, kind: string): Promise<PermitRequestView> => office.post('enterprise', `/permits/${permit}/requests`, { kind, content: '申请办理' });
  const pauseKeys = async (item: string): Promise<string> => (await office.get<{ items: PauseView[] }>('clerk', `/pauses?caseId=${item}`)).items.map((pause) => encodeURIComponent(pause.key)).join(',');
  const struck = async (item: string, keys: string): Promise<object> => (await office.get<{ ifStruck: object }>('clerk', `/cases/${item}/clock?strike=${keys}`)).ifStruck;

  /** A from 03-02 to 03-09, B from 03-04 to 03-13, C from 03-23 to 03-26, in one project. */
  async function daysUsedByThree({ pauseOfB }: { pauseOfB: boolean }): Promise<number> {
    const decide = async (application: Application, day: string): Promise<void> => {
      await office.on(day);
      await application.actIn(await application.examine(), 'leader', 'approve', { content: '准予' });
    };
    const a = await office.accepted({ on: '2026-03-02' });
    const more = { projectId: a.projectId };
    const b = await office.accepted({ on: '2026-03-04', items: ['bx-road-attached-lines'], ...more });
    await office.on('2026-03-05');
    if (pauseOfB) await b.actIn(await b.item(), 'reviewer-ggsy', 'startPause', { kind: 'hearing', neededWorkdays: 5, reason: '听证' });
    await decide(a, '2026-03-09');
    await office.on('2026-03-11');
    if (pauseOfB) await b.actIn(await b.item(), 'reviewer-ggsy', 'endPause');
    await decide(b, '2026-03-13');
    const c = await office.accepted({ on: '2026-03-23', items: ['bx-green-space-trees'], ...more });
    await decide(c, '2026-03-26');
    return (await office.get<{ usedWorkdays: number }>('enterprise', `/projects/${a.projectId}/clock`)).usedWorkdays;
  }

  /** Examines, reviews, discusses and decides all six items of the demonstrated application on one day. */
  async function decideAll(application: Application, day: string): Promise<void> {
    const reviewers = ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy'];
    await application.review('reviewer-zjj');
    for (const reviewer of reviewers) for (const work of await application.work(reviewer)) if (work.step === 'examine') await application.actIn(work.caseId, reviewer, 'pass', { opinion: '同意' });
    for (const work of await application.work('leader')) await application.actIn(work.caseId, 'leader', 'agree', { opinion: '同意' });
    await application.meet(day, reviewers);
    const order = ['施工图', '消防', '施工许可证'];
    const work = (await application.work('leader')).sort((one, other) => order.findIndex((word) => one.caseTitle.includes(word)) - order.findIndex((word) => other.caseTitle.includes(word)));
    for (const each of work) await application.actIn(each.caseId, 'leader', 'approve', { content: '准予' });
  }
});
