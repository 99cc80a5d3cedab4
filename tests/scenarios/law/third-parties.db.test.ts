import type { CaseView } from '../../../src/api/contract.js';
import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const committee = { name: '云谷小区业主委员会', contact: '13800000008', interest: '运输路线经过小区出入口' };
const school = { name: '新区实验学校', contact: '13800000009', interest: '上下学时段扬尘和噪声' };
const received = { method: 'counter', result: 'received', recipient: '业委会主任' };

interface Person {
  id: string;
  name: string;
  status: string;
  stateUntil: string | null;
  statement: string | null;
  way: string | null;
}

describe('Third parties 利害关系人 (rule of article 36)', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  const personsOf = async (item: string, person = 'reviewer-ggsy'): Promise<Person[]> => (await office.get<{ items: Person[] }>(person, `/third-parties?caseId=${item}`)).items;
  const idOf = async (item: string, name: string): Promise<string> => (await personsOf(item)).find((each) => each.name === name)?.id ?? '';
  const offersTo = async (person: string, item: string): Promise<string[]> => (await office.get<CaseView>(person, `/cases/${item}`)).availableActions.map((offer) => offer.action);

  it('the right to a hearing lasts five working days from the service on the last of them, also when the applicant has let his pass', async () => {
    const application = await office.accepted({ on: '2026-04-28' });
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'nameThirdParties', { persons: [committee], hearingRight: true });
    const hearing = async (): Promise<object> => (await office.get<{ items: object[] }>('clerk', `/hearings?caseId=${item}`)).items[0] ?? {};
    expect(await hearing()).toMatchObject({ status: 'told', requestUntil: '2026-05-08' });
    await office.on('2026-05-11');
    expect(await hearing()).toMatchObject({ status: 'notRequested' });
    await application.documentsReady();
    await application.actIn(item, 'clerk', 'serveThirdParty', { ...received, deliveredOn: '2026-05-11' });
    expect(await hearing()).toMatchObject({ status: 'told', requestUntil: '2026-05-18' });
    await office.on('2026-05-18');
    await application.actIn(item, 'clerk', 'requestHearing', { requestedBy: committee.name });
    await application.actIn(item, 'reviewer-ggsy', 'scheduleHearing', { place: '第一会议室', heldOn: '2026-06-01', chair: 'supervisor' });
    expect((await application.documentsReady()).filter((document) => document.title === '行政许可听证通知书')).toHaveLength(2);
    await office.on('2026-06-01');
    await application.actIn(item, 'reviewer-ggsy', 'recordHearing', { present: ['申请人', '业委会'], statements: '双方陈述', findings: '可控', signedBy: ['申请人', '业委会'] });
    expect(await hearing()).toMatchObject({ status: 'held' });
    expect(await personsOf(item)).toMatchObject([{ status: 'silent' }]);
  });

  it('who is told of the hearing and comes to it is heard there', async () => {
    const application = await office.accepted({ on: '2026-04-28' });
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'nameThirdParties', { persons: [committee], hearingRight: true, statementWorkdays: 30 });
    await application.documentsReady();
    await application.actIn(item, 'clerk', 'serveThirdParty', { ...received, deliveredOn: '2026-04-28' });
    await application.actIn(item, 'enterprise', 'requestHearing');
    await application.actIn(item, 'reviewer-ggsy', 'scheduleHearing', { place: '第一会议室', heldOn: '2026-05-12', chair: 'supervisor' });
    await office.on('2026-05-12');
    await application.actIn(item, 'reviewer-ggsy', 'recordHearing', { present: ['申请人', '业委会'], statements: '双方陈述', findings: '可控', signedBy: ['申请人', '业委会'] });
    expect(await personsOf(item)).toMatchObject([{ status: 'heard', way: 'hearing' }]);
    expect(await office.get('leader', `/cases/${item}`)).toMatchObject({ openMatters: [] });
  });

  it('answers by himself with the code of his notice, once', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'nameThirdParties', { persons: [committee] });
    const [notice] = (await application.documentsReady()).filter((document) => document.kind === 'third-party-notice');
    const state = (verifyCode: unknown): Promise<Response> => fetch(`${test.product.url}/api/v1/public/statements`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ verifyCode, statement: '反对夜间运输' }) });
    expect((await state('AAAA-BBBB')).status).toBe(404);
    expect((await state(notice?.verifyCode)).status).toBe(201);
    expect((await state(notice?.verifyCode)).status).toBe(404);
    expect(await personsOf(item)).toMatchObject([{ status: 'heard', way: 'written', statement: '反对夜间运输' }]);
  });

  it('service by public notice takes effect after thirty days, and a notice to a third party is served in its item alone', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'nameThirdParties', { persons: [committee] });
    const [notice] = (await application.documentsReady()).filter((document) => document.kind === 'third-party-notice');
    const form = { ...received, deliveredOn: '2026-03-02' };
    expect(await refusalOf(application.act('clerk', 'serve', { ...form, documents: [notice?.id] }))).toMatchObject({ code: 'THIRD_PARTY_SERVED_IN_ITEM' });
    expect(await refusalOf(application.actIn(item, 'clerk', 'serveThirdParty', { ...form, deliveredOn: '2026-03-03' }))).toMatchObject({ code: 'FORM_INVALID' });
    await application.actIn(item, 'clerk', 'serveThirdParty', { ...form, method: 'public' });
    expect(await personsOf(item)).toMatchObject([{ toldOn: '2026-04-01', stateUntil: '2026-04-09' }]);
    expect(await refusalOf(application.actIn(item, 'clerk', 'serveThirdParty', form))).toMatchObject({ code: 'THIRD_PARTY_SERVED' });
  });

  it('who was named in error is released with a reason before he was told, not afterwards', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const item = await application.item();
    await application.actIn(item, 'reviewer-ggsy', 'nameThirdParties', { persons: [committee, school] });
    const release = async (name: string): Promise<unknown> => application.actIn(item, 'reviewer-ggsy', 'releaseThirdParty', { thirdParty: await idOf(item, name), reason: '不在影响范围内' });
    await release(school.name);
    await application.documentsReady();
    await application.actIn(item, 'clerk', 'serveThirdParty', { ...received, deliveredOn: '2026-03-02' });
    const refused = await refusalOf(release(committee.name));
    expect(refused.code).toBe('THIRD_PARTY_SERVED');
    expect((await personsOf(item)).map((person) => person.status).sort()).toEqual(['released', 'told']);
    expect(await office.get('leader', `/cases/${item}`)).toMatchObject({ openMatters: [{ kind: 'thirdParty', state: 'told' }] });
  });

  it('a decided item names nobody any more', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const item = await application.examine();
    await application.actIn(item, 'leader', 'approve', { content: '准予' });
    expect(await refusalOf(application.actIn(item, 'leader', 'nameThirdParties', { persons: [committee] }))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
  });

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('those whom the reviewer names are told by a notice, served with a receipt, heard, and only then the item is decided', async () => {
      const scene = await Scene.examined(office, place, { on: '2026-03-02' });
      const { application } = scene;
      const item = await scene.item();
      expect(await refusalOf(application.actIn(item, 'reviewer-zjj', 'nameThirdParties', { persons: [committee] }))).toMatchObject({ code: 'NOT_YOURS' });
      await scene.undisturbed(() => application.actIn(item, 'reviewer-ggsy', 'nameThirdParties', { persons: [committee, school] }));
      expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });
      const notices = (await application.documentsReady()).filter((document) => document.kind === 'third-party-notice');
      expect(notices).toMatchObject([{ status: 'sealed' }, { status: 'sealed' }]);
      // The applicant learns that others are heard, not what is written to them.
      expect((await application.documents('enterprise')).map((document) => document.kind)).not.toContain('third-party-notice');
      expect((await personsOf(item, 'enterprise')).map((person) => person.name)).toEqual(['', '']);

      expect(await offersTo('clerk', item)).toContain('serveThirdParty');
      const serve = async (name: string): Promise<unknown> => application.actIn(item, 'clerk', 'serveThirdParty', { ...received, thirdParty: await idOf(item, name), deliveredOn: '2026-03-03' });
      await office.on('2026-03-03');
      await scene.undisturbed(() => serve(committee.name));
      await serve(school.name);
      expect((await personsOf(item)).map((person) => person.stateUntil)).toEqual(['2026-03-10', '2026-03-10']);
      expect((await application.documentsReady()).filter((document) => document.kind === 'delivery-receipt')).toHaveLength(2);
      const statement = { thirdParty: await idOf(item, committee.name), way: 'oral', statement: '请避开上下班时段' };
      await scene.undisturbed(() => application.actIn(item, 'clerk', 'recordStatement', statement));
      expect(await refusalOf(application.actIn(item, 'clerk', 'recordStatement', statement))).toMatchObject({ code: 'THIRD_PARTY_NOT_FOUND' });
      const view = await office.get<CaseView>('leader', `/cases/${item}`);
      expect(view.opinions.at(-1)).toMatchObject({ kind: 'thirdParty', conclusion: '利害关系人陈述申辩', text: '云谷小区业主委员会：请避开上下班时段' });
      expect(await refusalOf(application.actIn(item, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN' });

      await office.on('2026-03-10');
      expect((await personsOf(item)).find((person) => person.name === school.name)).toMatchObject({ status: 'told' });
      await office.on('2026-03-11');
      expect((await personsOf(item)).find((person) => person.name === school.name)).toMatchObject({ status: 'silent' });
      expect((await application.events(item)).map((event) => event.type)).toContain('thirdPartySilent');
      await application.actIn(item, 'leader', 'approve', { content: '准予' });
      expect((await application.view()).items.find((each) => each.caseId === item)?.status).toBe('approved');
    });
  });
});
