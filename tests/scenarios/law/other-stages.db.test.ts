import { Office, publishFlowFor, refusalOf, type Application, type FilingChoice } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const planning = { plotRatio: 0.89, countedFloorArea: 46_500, buildingDensity: 40, greenRatio: 15, buildingHeight: 24, parkingSpaces: 120 };

describe('Items of the other stages', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    for (const stage of ['LX', 'JG']) await publishFlowFor(office, stage);
  }, 60_000);
  afterAll(() => test.remove());

  const inStage = (stage: string, items: string[], more: FilingChoice = {}): FilingChoice => ({ stage, items, ...more });

  it('T2 a filing has no window and is never accepted by silence; T12 whoever handles it can file it, and nothing else', async () => {
    const application = await office.file(inStage('LX', ['lx-ent-filing'], { on: '2026-04-30', form: { S01: { initiationType: 'filing' } } }));
    await office.on('2026-05-20');
    expect((await application.view()).status).toBe('submitted');
    expect(await application.clock()).toMatchObject({ state: 'received', correctionNoticeUntil: null });
    await application.act('clerk', 'accept');
    const item = await application.item();
    const offers = (await office.get<{ availableActions: { action: string; workItem?: string }[] }>('reviewer-jfj', `/cases/${item}`)).availableActions.filter((offer) => offer.workItem);
    expect(offers.map((offer) => offer.action)).toEqual(['filed']);
    expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
    await application.actIn(item, 'reviewer-jfj', 'filed', { informationComplete: true });
    expect((await application.view()).items[0]?.status).toBe('filed');
  }, 60_000);

  it('T2 real-estate registration tells what is missing on the same day, or is accepted as of it', async () => {
    const application = await office.file(inStage('JG', ['jg-realestate-registration'], { on: '2026-04-30', form: { S16: { completedOn: '2026-04-01', acceptedOn: '2026-04-10', surveyNumber: 'CH-2026-1' } } }));
    expect(await application.clock()).toMatchObject({ correctionNoticeUntil: '2026-04-30' });
    await office.on('2026-05-01');
    expect((await application.view()).status).toBe('accepted');
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-04-30', acceptance: 'deemed' });
  }, 60_000);

  it('T7 extends the verification of an enterprise project by 40 days, with its principal head alone', async () => {
    const application = await verificationAcceptedOn('2026-09-10');
    const item = await application.item();
    await office.on('2026-10-14');
    const extend = (approvedBy: string): Promise<unknown> => application.actIn(item, 'leader', 'extend', { workdays: 40, approvedBy, reason: '需进一步论证' });
    expect(await refusalOf(extend('authorityHead'))).toMatchObject({ code: 'EXTENSION_REFUSED' });
    await extend('principalHead');
    expect(await application.clock(item)).toMatchObject({ due: '2026-12-09' });
  }, 60_000);

  it('T9 the two years of a verification are extended when asked 30 working days before their end, not later', async () => {
    const application = await verificationAcceptedOn('2026-03-02');
    await application.review('reviewer-jfj');
    const item = await application.examine('reviewer-jfj');
    await application.meet('2026-03-02', ['reviewer-jfj']);
    await application.actIn(item, 'leader', 'approve', { content: '准予', validFrom: '2024-03-13' });
    expect(await office.get('enterprise', `/permits/${item}`)).toMatchObject({ startBy: '2026-03-13' });
    const refused = await refusalOf(office.post('enterprise', `/permits/${item}/requests`, { kind: 'startExtension', content: '资金未到位' }));
    expect(refused.code).toBe('RENEWAL_TOO_LATE');
    expect(refused.message).toContain('2026-01-26');
  }, 60_000);

  it('T11 allocated land: the allocation decision does not come before the planning permit; sold land: the contract comes first', async () => {
    const allocated = await office.file(
      inStage('LX', ['lx-land-allocation'], { on: '2026-03-02', projectType: 'GOV_BUILDING', form: { S01: { projectType: 'GOV_BUILDING', initiationType: 'approval', investmentSource: 'government', fundNature: 'fiscal' }, S05: { landSupply: 'allocation' } } }),
    );
    expect(await refusalOf(allocated.act('clerk', 'accept'))).toMatchObject({ code: 'PREREQUISITE_MISSING' });
  }, 60_000);

  function verificationAcceptedOn(day: string): Promise<Application> {
    return office.accepted(inStage('LX', ['lx-ent-verification'], { on: day, form: { S01: { initiationType: 'verification' }, S06: planning, S09: { annualEnergyTce: 900, annualElectricityKwh: 4_000_000 } } }));
  }
});
