import { allItems, Office, oneItem, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const owner = '呼和浩特市城市管理综合执法局';
const delegation = { itemCode: oneItem[0], mode: 'entrusted', delegatingBody: 'hhht-csgl', receivingBody: 'xq-ggsy', regionCodes: ['150123'], validFrom: '2026-04-01', basis: '呼政办字〔2026〕1号' };

describe('Not competent 无管辖权', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    const elsewhere = { ...delegation, mode: 'empowered', receivingBody: 'hhht-lhzg', regionCodes: ['150121'], basis: '呼政办字〔2026〕9号' };
    await office.post('admin', '/delegations', { delegations: [delegation, elsewhere] });
  });
  afterAll(() => test.remove());

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('filed a day before the delegation: neither accepted nor corrected; the window is told the right authority and tells it to the applicant', async () => {
      const scene = await Scene.filed(office, place, { on: '2026-03-31' });
      const { application } = scene;
      const refused = await scene.undisturbed(() => refusalOf(application.act('clerk', 'accept')));
      expect(refused.code).toBe('NOT_COMPETENT');
      expect(refused.message).toContain('2026-04-01');
      const correction = { items: [{ target: '/S02/contactPhone', reason: 'x', norm: 'y' }] };
      expect(await scene.undisturbed(() => refusalOf(application.act('clerk', 'requestCorrection', correction)))).toMatchObject({ code: 'NOT_COMPETENT' });

      const suggestion = await application.suggestion('clerk', 'refuse');
      expect(suggestion).toMatchObject({ refusalGround: 'notCompetent', competentAuthority: owner, reasons: expect.stringContaining('呼政办字〔2026〕1号') });
      expect(await application.suggestion('clerk', 'accept')).toEqual({});
      await application.act('clerk', 'refuse', suggestion);
      expect(await application.view('clerk')).toMatchObject({ status: 'notAccepted', workItems: [] });
      expect((await application.events()).find((event) => event.type === 'notAccepted')).toMatchObject({ data: { competentAuthority: owner, competence: [{ item: oneItem[0] }] }, text: expect.stringContaining(owner) });
      const notice = (await application.documentsReady()).find((document) => document.kind === 'not-accepted');
      expect(notice?.title).toBe('不予受理决定书');
      expect((await office.get<{ items: { text: string }[] }>('enterprise', '/notices')).items.some((each) => each.text.includes(`请向${owner}提出`))).toBe(true);
    });
  });

  it('delegations are entered by administrators alone, among bodies and in ways that exist', async () => {
    expect(await refusalOf(office.post('leader', '/delegations', { delegations: [delegation] }))).toMatchObject({ code: 'ROLE_REQUIRED' });
    expect(await refusalOf(office.post('admin', '/delegations', { delegations: [{ ...delegation, receivingBody: 'nobody', mode: 'lent' }] }))).toMatchObject({ code: 'DELEGATIONS_INVALID' });
  });

  it('names the body to which the item was handed over for that place', async () => {
    const application = await office.file({ on: '2026-04-07', form: { S01: { regionCode: '150121' } } });
    expect(await office.get('clerk', `/cases/${application.id}/competence`)).toMatchObject({ items: [{ item: oneItem[0], competent: false, rightAuthority: expect.stringContaining('绿化'), basis: '呼政办字〔2026〕9号' }] });
    expect(await application.suggestion('clerk', 'refuse')).toMatchObject({ competentAuthority: expect.stringContaining('绿化') });
  });

  it('names each authority with its items where several are right', async () => {
    await office.post('admin', '/delegations', { delegations: [{ ...delegation, itemCode: 'bx-temp-building', delegatingBody: 'hhht-zrzy', receivingBody: 'xq-gjj', basis: '呼政办字〔2026〕3号' }] });
    const application = await office.file({ on: '2026-03-31', items: [...oneItem, 'bx-temp-building'] });
    const { competentAuthority } = await application.suggestion('clerk', 'refuse');
    expect(competentAuthority).toBe(`${owner}（办理“城市建筑垃圾处置核准”）、呼和浩特市自然资源局（办理“临时建设工程规划许可”）`);
  });

  it('lets the window name another authority with a reason alone; both stand in the record', async () => {
    const application = await office.file({ on: '2026-03-31' });
    const form = { ...(await application.suggestion('clerk', 'refuse')), competentAuthority: '和林格尔县住房和城乡建设局' };
    const refused = await refusalOf(application.act('clerk', 'refuse', form));
    expect(refused.code).toBe('AUTHORITY_REASON_NEEDED');
    expect(refused.message).toContain(owner);
    await application.act('clerk', 'refuse', { ...form, authorityReason: '县级权限，依据县政府 2026 年清单' });
    expect((await application.events()).find((event) => event.type === 'notAccepted')?.data).toMatchObject({ competentAuthority: '和林格尔县住房和城乡建设局', suggestedAuthority: owner, authorityReason: '县级权限，依据县政府 2026 年清单' });
  });

  it('without any delegation the list of items names the authority, and an application that we are competent for is suggested nothing', async () => {
    const application = await office.file({ on: '2026-04-07', items: ['bx-road-occupy-dig'] });
    expect(await office.get('clerk', `/cases/${application.id}/competence`)).toMatchObject({ items: [{ competent: true, signingBody: '新区公共事业服务局' }] });
    expect(await application.suggestion('clerk', 'refuse')).toEqual({});
    const form = { refusalGround: 'notCompetent', reasons: '位于国道用地范围' };
    expect(await refusalOf(application.act('clerk', 'refuse', { ...form, competentAuthority: '某局' }))).toMatchObject({ code: 'AUTHORITY_REASON_NEEDED' });
    await application.act('clerk', 'refuse', { ...form, competentAuthority: owner });
  });

  it('silence makes no authority competent', async () => {
    const application = await office.file({ on: '2026-03-31', items: allItems });
    await office.on('2026-04-20');
    expect((await application.view()).status).toBe('submitted');
  });

  it('a parcel outside the outline on the map is elsewhere, inside it is ours', async () => {
    // The parcel lies at 111.80, 40.51.
    const lines = { ...delegation, itemCode: 'bx-road-attached-lines', mode: 'empowered', regionCodes: [], validFrom: '2026-01-01' };
    await office.post('admin', '/delegations', { delegations: [{ ...lines, polygon: [[111.9, 40.4], [112.1, 40.4], [112.1, 40.6], [111.9, 40.6]] }] });
    const application = await office.file({ on: '2026-04-07', items: [lines.itemCode] });
    expect(await refusalOf(application.act('clerk', 'accept'))).toMatchObject({ code: 'NOT_COMPETENT' });
    await office.post('admin', '/delegations', { delegations: [{ ...lines, polygon: [[111.7, 40.4], [111.9, 40.4], [111.9, 40.6], [111.7, 40.6]] }] });
    await application.act('clerk', 'accept');
  });
});
