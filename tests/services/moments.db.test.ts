import type { CaseView } from '../../src/api/contract.js';
import { Office, allItems, refusalOf, type Application } from '../support/application.js';
import { startTestProduct, type TestProduct } from '../support/product.js';

const reviewers = ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy'];

describe('Each act has its moment', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  /** Nothing of an application that ended lies on a desk. */
  async function expectEnded(application: Application, status: string): Promise<void> {
    const page = await application.view();
    expect([page.status, page.workItems, page.availableActions]).toEqual([status, [], []]);
    for (const person of ['clerk', 'leader', 'secretary', 'sealkeeper', ...reviewers]) expect([person, await application.work(person)]).toEqual([person, []]);
    await application.events();
    for (const { caseId } of page.items) if (caseId) await application.events(caseId);
  }

  async function examined(application: Application): Promise<void> {
    for (const who of reviewers) for (const work of (await application.work(who)).filter((each) => each.step === 'examine')) await application.actIn(work.caseId, who, 'pass', { opinion: '通过' });
    for (const work of (await application.work('leader')).filter((each) => each.step === 'verify')) await application.actIn(work.caseId, 'leader', 'agree', {});
  }

  it.each<[string, (application: Application) => Promise<unknown>]>([
    ['as a draft', async () => undefined],
    ['before acceptance', (application) => application.act('enterprise', 'submit')],
    [
      'while a correction is open',
      async (application) => {
        await application.act('enterprise', 'submit');
        await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '无法接通', norm: '《行政许可法》第三十一条' }] });
      },
    ],
    [
      'while departments examine and an agency reviews',
      async (application) => {
        await application.act('enterprise', 'submit');
        await application.act('clerk', 'accept', {});
        await application.act('reviewer-zjj', 'commissionReview', { ...(await application.suggestion('reviewer-zjj', 'commissionReview')), conflictsChecked: true });
        const [work] = await application.work('reviewer-sthj');
        await application.actIn(work?.caseId ?? '', 'reviewer-sthj', 'pass', { opinion: '通过' });
      },
    ],
    [
      'between the meeting and the first decision',
      async (application) => {
        await application.act('enterprise', 'submit');
        await application.act('clerk', 'accept', {});
        await examined(application);
        await application.review('reviewer-zjj');
        await application.meet('2026-03-02', reviewers);
      },
    ],
  ])('an application is taken back %s, and nothing of it is left on any desk', async (moment, upTo) => {
    const application = await office.draft({ items: allItems });
    await upTo(application);
    await application.act('enterprise', 'withdraw', { reason: '项目调整' });
    if (moment === 'as a draft') expect((await application.view()).status).toBe('withdrawn');
    else await expectEnded(application, 'withdrawn');
    expect((await refusalOf(application.act('enterprise', 'withdraw', {}))).code).toBe('ACTION_NOT_AVAILABLE');
    expect((await refusalOf(application.act('enterprise', 'submit'))).status).toBe(409);
  }, 60_000);

  it('once an item is decided the application can no longer be taken back, by nobody', async () => {
    const application = await office.accepted();
    const item = await application.examine();
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
    expect((await application.view()).availableActions.map((offer) => offer.action)).not.toContain('withdraw');
    expect((await refusalOf(application.act('enterprise', 'withdraw', {}))).code).toBe('WITHDRAWAL_AFTER_DECISION');
    expect((await refusalOf(application.act('clerk', 'withdraw', {}))).status).toBe(403);
  });

  it('what is not accepted says its ground and where to go, ends the case and leaves no item case', async () => {
    const application = await office.file();
    expect((await refusalOf(application.act('clerk', 'refuse', {}))).code).toBe('FORM_INVALID');
    expect((await refusalOf(application.act('clerk', 'refuse', { refusalGround: 'notCompetent', reasons: '不属于本机关职权范围' }))).message).toContain('/competentAuthority');
    await application.act('clerk', 'refuse', { refusalGround: 'notCompetent', reasons: '不属于本机关职权范围', competentAuthority: '呼和浩特市城市管理综合执法局' });
    await expectEnded(application, 'notAccepted');
    expect((await application.view()).items.every((item) => item.caseId === undefined)).toBe(true);
    expect((await application.documentsReady()).filter((document) => document.kind === 'not-accepted')).toMatchObject([{ status: 'sealed', ready: true }]);
  });

  it('nobody verifies or decides what he examined himself', async () => {
    // No service gives an officer a second post yet; the check has to hold when one has.
    const setRoles = (roles: string[]): Promise<unknown> => test.product.services.database.inTransaction(async (tx) => tx.write("UPDATE people SET roles = ? WHERE username = 'reviewer-jfj'", [JSON.stringify(roles)]));
    const department = (await test.product.services.database.read.query("SELECT departmentId FROM people WHERE username = 'reviewer-ggsy'"))[0]?.departmentId as string;
    await setRoles(['reviewer', 'leader']);
    await test.product.services.database.inTransaction(async (tx) => tx.write("UPDATE people SET departmentId = ? WHERE username = 'reviewer-jfj'", [department]));
    const application = await office.accepted();
    const item = await application.item();
    await application.actIn(item, 'reviewer-jfj', 'pass', { opinion: '通过' });
    expect((await refusalOf(application.actIn(item, 'reviewer-jfj', 'agree', {}))).code).toBe('NOT_YOUR_OWN_WORK');
    await application.actIn(item, 'leader', 'agree', {});
    expect((await refusalOf(application.actIn(item, 'reviewer-jfj', 'approve', { content: '准予' }))).code).toBe('NOT_YOUR_OWN_WORK');
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
  });

  it('there is one review and one meeting; each department says its opinion once', async () => {
    const application = await office.accepted({ items: allItems });
    await examined(application);
    await application.review('reviewer-zjj');
    expect((await refusalOf(application.act('reviewer-zjj', 'commissionReview', {}))).status).toBe(409);
    expect((await refusalOf(application.act('agency', 'submitReviewReport', { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] }))).status).toBe(409);
    await application.act('secretary', 'callMeeting', { ...(await application.suggestion('secretary', 'callMeeting')), heldOn: '2026-03-02', startsAt: '09:30', place: '会议室' });
    expect((await refusalOf(application.act('secretary', 'callMeeting', {}))).status).toBe(409);
    expect((await refusalOf(application.act('reviewer-zjj', 'giveOpinion', { opinion: 'disagree' }))).code).toBe('FORM_INVALID');
    await application.act('reviewer-zjj', 'giveOpinion', { opinion: 'disagree', reason: '交通组织未说明' });
    expect((await refusalOf(application.act('reviewer-zjj', 'giveOpinion', { opinion: 'agree' }))).status).toBeGreaterThanOrEqual(403);
    expect((await refusalOf(application.act('secretary', 'recordMinutes', {}))).status).toBe(409);
    for (const who of reviewers.slice(1)) await application.act(who, 'giveOpinion', { opinion: 'agree' });
    await application.act('secretary', 'recordMinutes', { ...(await application.suggestion('secretary', 'recordMinutes')), chair: '吴主任', conclusion: '同意' });
    const page = await application.view('clerk');
    expect(page.meeting?.opinions).toHaveLength(reviewers.length);
    expect((await application.documentsReady()).map((document) => document.kind).filter((kind) => ['review-commission', 'meeting-minutes'].includes(kind)).sort()).toEqual(['meeting-minutes', 'review-commission']);
  }, 60_000);

  it('sealing waits for the last decision, service for the seal, and neither is done twice', async () => {
    const application = await office.accepted();
    expect((await refusalOf(application.act('sealkeeper', 'seal', { contentChecked: true }))).code).toBe('ACTION_NOT_AVAILABLE');
    const item = await application.examine();
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
    expect((await refusalOf(application.act('clerk', 'deliver', {}))).code).toBe('ACTION_NOT_AVAILABLE');
    expect((await refusalOf(application.act('clerk', 'seal', { contentChecked: true }))).status).toBe(403);
    expect((await refusalOf(application.act('sealkeeper', 'seal', {}))).code).toBe('FORM_INVALID');
    await application.documentsReady();
    const version = (await application.view('clerk')).version;
    await application.act('sealkeeper', 'seal', { contentChecked: true });
    expect((await refusalOf(application.act('sealkeeper', 'seal', { contentChecked: true }))).code).toBe('ACTION_NOT_AVAILABLE');
    expect((await refusalOf(office.post('sealkeeper', `/cases/${application.id}/actions`, { action: 'seal', form: { contentChecked: true }, version }))).code).toBe('STALE_VERSION');
    await application.documentsReady();
    const offer = (await application.view('clerk')).availableActions.find((each) => each.action === 'deliver');
    await application.act('clerk', 'deliver', offer?.suggestion ?? {});
    expect((await refusalOf(application.act('clerk', 'deliver', offer?.suggestion ?? {}))).code).toBe('ACTION_NOT_AVAILABLE');
    const uses = await office.get<{ items: { documentId?: string; number?: string }[]; total: number }>('sealkeeper', '/seals/uses?pageSize=200');
    const numbers = (await application.documents()).filter((document) => ['decision', 'certificate'].includes(document.kind)).map((document) => document.number);
    expect(numbers).toHaveLength(2);
    for (const number of numbers) expect([number, JSON.stringify(uses.items).split(`"${number}"`).length - 1]).toEqual([number, 1]);
    expect((await application.view()).status).toBe('closed');
  });

  it('what officers think stays in the office: the applicant reads that they examined, not what they said', async () => {
    const application = await office.accepted();
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '内部意见：建议尽快' });
    const told = JSON.stringify(await office.get('enterprise', `/cases/${item}/events`)) + JSON.stringify(await office.get('enterprise', `/cases/${item}`)) + JSON.stringify(await application.view());
    expect(told).not.toContain('内部意见');
    expect(told).toContain('经办审查完毕');
    expect(JSON.stringify(await office.get('clerk', `/cases/${item}/events`))).toContain('内部意见');
  });

  it('a reviewer sees the sections of his own items, in earlier revisions and changes too', async () => {
    const application = await office.accepted({ items: allItems });
    const own = (await office.get<CaseView>('reviewer-ggsy', `/cases/${application.id}`)).sections;
    const { data } = await office.get<{ data: object }>('reviewer-ggsy', `/cases/${application.id}/form/1`);
    expect(own.length).toBeLessThan((await application.view()).sections.length);
    expect(Object.keys(data).filter((section) => !own.includes(section))).toEqual([]);
    expect(Object.keys((await office.get<{ data: object }>('clerk', `/cases/${application.id}/form/1`)).data).length).toBeGreaterThan(own.length);
  });
});
