import type { CaseView, CountersigningView, WorkItemView } from '../../../src/api/contract.js';
import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { hire } from '../../support/people.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const people = ['reviewer-ggsy', 'reviewer-ggsy2', 'reviewer-zjj', 'reviewer-sthj', 'leader', 'clerk', 'secretary'] as const;

describe.each([
  ['alone', ['bx-construction-waste']],
  ['inside a parallel branch', allItems],
])('Others sign a piece of work, %s', (_, items) => {
  let test: TestProduct;
  let office: Office;
  let application: Application;
  let caseId: string;
  let siblings: string[];
  let before: unknown;

  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    await hire(test, 'reviewer-ggsy', { username: 'reviewer-ggsy2', name: '图雅' });
    await hire(test, 'reviewer-zjj', { username: 'reviewer-zjj2', name: '苏日娜' });
  }, 60_000);
  afterAll(() => test.remove());

  beforeEach(async () => {
    application = await office.accepted({ items });
    caseId = await application.item('bx-construction-waste');
    siblings = (await application.view('clerk')).items.map((item) => item.caseId as string).filter((id) => id !== caseId);
    const sibling = (await application.work('reviewer-sthj'))[0];
    if (sibling) await (await office.as('reviewer-sthj')).put(`/work-items/${sibling.id}/draft`, { form: { opinion: '待核' } });
    before = await others();
  }, 60_000);

  afterEach(async () => {
    expect((await office.get<{ items: unknown[] }>('supervisor', '/audit/invariants')).items).toEqual([]);
    for (const person of people) {
      const { open } = await office.get<{ open: number }>(person, '/work-items/counts');
      expect(open).toBe((await office.get<{ total: number }>(person, '/work-items?pageSize=200')).total);
    }
    expect(await others()).toEqual(before);
    await application.events(caseId);
  }, 60_000);

  /** What must not change by anything that is signed in one item: the siblings' versions, work, drafts, opinions and clocks. */
  const others = (): Promise<unknown> => Promise.all(siblings.map(async (id) => {
    const { version, workItems, opinions, clock } = await office.get<CaseView>('clerk', `/cases/${id}`);
    const drafts = await Promise.all(workItems.map((item) => office.get('reviewer-sthj', `/work-items/${item.id}/draft`).catch(() => null)));
    return { version, work: workItems.map((item) => item.id), opinions, clock, drafts };
  }));
  const view = (person: string): Promise<CaseView> => office.get<CaseView>(person, `/cases/${caseId}`);
  const workOf = async (person: string, status = 'open'): Promise<WorkItemView[]> => (await office.get<{ items: WorkItemView[] }>(person, `/work-items?pageSize=200&status=${status}`)).items.filter((item) => item.caseId === caseId);
  const own = async (): Promise<string> => (await view('clerk')).workItems.find((item) => item.act !== 'countersign')?.id as string;
  const begin = async (body: object, person = 'reviewer-ggsy'): Promise<unknown> => office.post(person, `/work-items/${await own()}/countersignings`, body);
  const sign = async (person: string, choice: string, opinion?: string): Promise<unknown> => {
    const task = (await workOf(person)).find((item) => item.act === 'countersign');
    return office.post(person, `/work-items/${task?.id ?? 'none'}/signatures`, { choice, ...(opinion && { opinion }) });
  };
  const pass = (person = 'reviewer-ggsy'): Promise<unknown> => application.actIn(caseId, person, 'pass', { opinion: '材料齐全，建议通过' });
  const signing = async (): Promise<CountersigningView> => (await office.get<{ items: CountersigningView[] }>('clerk', `/countersignings?caseId=${caseId}`)).items.at(-1) as CountersigningView;
  const texts = async (): Promise<string[]> => (await application.events(caseId)).map((event) => event.text);

  it('before-signers give their opinions first; the owner completes the work once they are in', async () => {
    await begin({ kind: 'before', signers: [{ person: 'reviewer-zjj' }, { person: 'leader' }], question: '处置场所是否可行' });
    expect(await workOf('reviewer-ggsy2')).toEqual([]);
    const page = await view('reviewer-ggsy');
    expect(page.availableActions.map((offer) => offer.action)).not.toContain('pass');
    expect(page.unavailableActions).toContainEqual({ action: 'pass', label: '通过', why: '等待其他人员签署' });
    expect(page.countersignings).toMatchObject([{ name: '前加签', status: 'open', tally: { pending: 2 }, signatures: [{ person: '张建军', state: 'asked' }, { person: '吴主任', state: 'asked' }] }]);
    expect(await refusalOf(pass())).toMatchObject({ status: 409, code: 'SIGNERS_PENDING', message: expect.stringContaining('张建军、吴主任') });

    expect((await view('reviewer-zjj')).availableActions).toMatchObject([{ action: 'countersign', form: 'countersignature' }]);
    await sign('reviewer-zjj', 'agree', '处置场所符合规划');
    expect(await refusalOf(sign('leader', 'disagree'))).toMatchObject({ code: 'FORM_INVALID' });
    await sign('leader', 'disagree', '运输路线应避开学校');
    expect(await workOf('reviewer-zjj')).toEqual([]);
    expect(await workOf('reviewer-zjj', 'done')).toMatchObject([{ act: 'countersign', outcome: 'agree' }]);
    expect((await view('reviewer-ggsy')).opinions).toMatchObject([{ kind: 'countersign', person: '张建军', conclusion: '同意' }, { person: '吴主任', conclusion: '不同意', text: '运输路线应避开学校' }]);
    expect((await texts()).at(-1)).toBe('“经办审查”前加签意见收齐：同意 1、不同意 1、弃权 0；不同意见：吴主任“运输路线应避开学校”');
    await pass();
    expect(await workOf('leader')).toMatchObject([{ step: 'verify' }]);
  }, 60_000);

  it('a signer who was taken out is told, finds nothing on his desk and can no longer open the case', async () => {
    await begin({ kind: 'before', signers: [{ person: 'reviewer-zjj' }] });
    await begin({ kind: 'before', signers: [{ person: 'secretary' }] });
    expect(await refusalOf(begin({ kind: 'before', signers: [{ person: 'reviewer-zjj' }] }))).toMatchObject({ code: 'SIGNER_UNFIT', message: expect.stringContaining('已在签署人员之中') });
    expect(await view('reviewer-zjj')).toMatchObject({ id: caseId });
    const remove = async (signer: string, person = 'reviewer-ggsy'): Promise<unknown> => office.post(person, `/work-items/${await own()}/signer-removals`, { signer, reason: '已另行征询' });
    expect(await refusalOf(remove('reviewer-zjj', 'reviewer-zjj'))).toMatchObject({ status: 403 });
    expect(await refusalOf(remove('clerk'))).toMatchObject({ code: 'SIGNER_NOT_PENDING', message: expect.stringContaining('张建军、其木格') });
    await remove('reviewer-zjj');
    expect(await workOf('reviewer-zjj')).toEqual([]);
    expect(await workOf('reviewer-zjj', 'done')).toEqual([]);
    if (items.length === 1) expect(await refusalOf(view('reviewer-zjj'))).toMatchObject({ code: 'NOT_YOURS' });
    expect((await office.get<{ items: { text: string }[] }>('reviewer-zjj', '/notices')).items[0]?.text).toContain('已减签');
    await sign('secretary', 'abstain');
    expect(await refusalOf(remove('secretary'))).toMatchObject({ code: 'SIGNER_NOT_PENDING' });
    await pass();
    expect((await texts()).filter((text) => text.includes('减签'))).toEqual(['“经办审查”减签张建军：已另行征询']);
  }, 60_000);

  it('after-signers hold the completion until they have signed; it is the owner\'s in the record', async () => {
    await begin({ kind: 'after', signers: [{ person: 'reviewer-zjj' }, { person: 'clerk' }] });
    expect(await workOf('reviewer-zjj')).toEqual([]);
    await pass();
    expect(await workOf('reviewer-ggsy')).toMatchObject([{ step: 'examine', countersignings: [{ kind: 'after', status: 'open' }] }]);
    expect(await refusalOf(pass())).toMatchObject({ code: 'SIGNERS_PENDING' });
    await sign('reviewer-zjj', 'agree');
    expect(await workOf('leader')).toEqual([]);
    await sign('clerk', 'abstain');
    expect(await workOf('leader')).toMatchObject([{ step: 'verify' }]);
    const events = await application.events(caseId);
    expect(events.find((event) => event.type === 'examined')).toMatchObject({ actor: '刘洋' });
    expect(await workOf('reviewer-ggsy', 'done')).toMatchObject([{ step: 'examine' }]);
  }, 60_000);

  it('an after-signer who objects gives the work back to its owner with the reason; nothing is lost', async () => {
    await begin({ kind: 'after', signers: [{ person: 'reviewer-zjj' }, { person: 'clerk' }] });
    await pass();
    await sign('reviewer-zjj', 'disagree', '未核对处置合同');
    expect(await workOf('clerk')).toEqual([]);
    const [work] = await workOf('reviewer-ggsy');
    expect(await office.get('reviewer-ggsy', `/work-items/${work?.id}/draft`)).toMatchObject({ form: { opinion: '材料齐全，建议通过' } });
    expect(await texts()).toContain('“经办审查”退回办理人：后加签人员提出不同意见');
    await pass();
    expect(await workOf('leader')).toMatchObject([{ step: 'verify' }]);
  }, 60_000);

  it('the owner takes a held completion back; who still had to sign is told', async () => {
    await begin({ kind: 'after', signers: [{ person: 'reviewer-zjj' }] });
    await pass();
    const recall = async (person: string): Promise<unknown> => office.post(person, `/work-items/${await own()}/completion-recalls`, {});
    expect(await refusalOf(recall('reviewer-zjj'))).toMatchObject({ status: 403 });
    await recall('reviewer-ggsy');
    expect(await workOf('reviewer-zjj')).toEqual([]);
    expect((await office.get<{ items: { text: string }[] }>('reviewer-zjj', '/notices')).items[0]?.text).toContain('已由办理人收回');
    expect(await refusalOf(recall('reviewer-ggsy'))).toMatchObject({ code: 'COMPLETION_NOT_HELD' });
    await pass();
    expect(await workOf('leader')).toMatchObject([{ step: 'verify' }]);
  }, 60_000);

  it('a vote binds the owner: he can choose no other outcome than it leaves', async () => {
    await begin({ kind: 'vote', mode: 'ratio', ratio: '>1/2', signers: [{ person: 'reviewer-zjj', weight: 2 }, { person: 'leader' }, { person: 'clerk' }] });
    expect(await refusalOf(begin({ kind: 'vote', signers: [{ person: 'secretary' }] }))).toMatchObject({ code: 'VOTE_UNDER_WAY' });
    await sign('reviewer-zjj', 'disagree', '场所不在名录内');
    expect((await signing())).toMatchObject({ status: 'notPassed', tally: { agree: 0, disagree: 2 } });
    expect(await workOf('clerk')).toEqual([]);
    expect((await view('reviewer-ggsy')).availableActions.filter((offer) => offer.step === 'examine').map((offer) => offer.action)).toEqual(['fail']);
    expect(await refusalOf(pass())).toMatchObject({ code: 'OUTCOME_AGAINST_VOTE', message: expect.stringContaining('不通过') });
    await begin({ kind: 'vote', mode: 'sequence', signers: [{ person: 'clerk' }, { person: 'leader' }] });
    expect(await workOf('leader')).toEqual([]);
    await sign('clerk', 'agree');
    await sign('leader', 'agree');
    await pass();
    expect(await workOf('leader')).toMatchObject([{ step: 'verify' }]);
  }, 60_000);

  it('rules that cannot work, people who cannot sign and other people\'s work are refused', async () => {
    expect(await refusalOf(begin({ kind: 'vote', mode: 'ratio', signers: [{ person: 'clerk' }] }))).toMatchObject({ status: 400, code: 'SIGNING_RULE_INVALID' });
    expect(await refusalOf(begin({ kind: 'vote', mode: 'ratio', ratio: '50%', quorum: 2, signers: [{ person: 'clerk' }] }))).toMatchObject({ code: 'SIGNING_RULE_INVALID' });
    for (const person of ['enterprise', 'agency', 'supervisor', 'nobody', 'reviewer-ggsy']) expect(await refusalOf(begin({ kind: 'before', signers: [{ person }] }))).toMatchObject({ status: 400, code: 'SIGNER_UNFIT' });
    expect(await refusalOf(begin({ kind: 'before', signers: [{ person: 'clerk' }] }, 'secretary'))).toMatchObject({ code: 'NOT_YOURS' });
    expect(await refusalOf(begin({ kind: 'before', signers: [{ person: 'clerk' }], version: 0 }))).toMatchObject({ status: 409, code: 'STALE_VERSION' });
    await pass();
    await refusalOf(begin({ kind: 'vote', signers: [{ person: 'reviewer-ggsy' }] }, 'leader')).then((refusal) => expect(refusal).toMatchObject({ code: 'NOT_YOUR_OWN_WORK' }));
  }, 60_000);

  it('a request passes to a colleague who signs it, once each', async () => {
    await begin({ kind: 'before', signers: [{ person: 'reviewer-ggsy2' }, { person: 'leader' }] });
    const task = (await workOf('reviewer-ggsy2'))[0]?.id as string;
    expect(await refusalOf(office.post('reviewer-ggsy2', `/work-items/${task}/release`, {}))).toMatchObject({ code: 'SIGNATURE_NOT_RELEASED' });
    expect(await refusalOf(office.post('leader', `/work-items/${task}/signatures`, { choice: 'agree' }))).toMatchObject({ code: 'NOT_YOURS' });
    await sign('reviewer-ggsy2', 'agree');
    expect(await refusalOf(office.post('reviewer-ggsy2', `/work-items/${task}/signatures`, { choice: 'agree' }))).toMatchObject({ status: 409, code: 'WORK_ITEM_NOT_OPEN' });
    await sign('leader', 'agree');
  }, 60_000);

  it('a request that comes to somebody who has signed there is his to pass on, not to sign a second time', async () => {
    await begin({ kind: 'before', signers: [{ person: 'reviewer-zjj' }, { person: 'reviewer-zjj2' }] });
    await sign('reviewer-zjj', 'agree');
    const task = (await workOf('reviewer-zjj2'))[0]?.id as string;
    const passOn = (from: string, to: string): Promise<unknown> => office.post(from, `/work-items/${task}/transfer`, { to, reason: '外出踏勘' });
    await passOn('reviewer-zjj2', 'reviewer-zjj');
    expect(await workOf('reviewer-zjj')).toMatchObject([{ id: task }]);
    const offered = (await view('reviewer-zjj')).availableActions.map((offer) => offer.action);
    expect(offered).not.toContain('countersign');
    expect(await refusalOf(sign('reviewer-zjj', 'disagree', '再议'))).toMatchObject({ status: 409, code: 'SIGNED_ALREADY', message: expect.stringContaining('转办给其他人员') });
    expect(await signing()).toMatchObject({ status: 'open', tally: { agree: 1, disagree: 0, pending: 1 } });
    await passOn('reviewer-zjj', 'reviewer-zjj2');
    expect((await view('reviewer-zjj2')).availableActions).toMatchObject([{ action: 'countersign' }]);
    await sign('reviewer-zjj2', 'agree');
    await pass();
    expect(await workOf('leader')).toMatchObject([{ step: 'verify' }]);
  }, 60_000);

  it('the applicant sees that work goes on, and nothing of who signs what', async () => {
    await begin({ kind: 'vote', signers: [{ person: 'reviewer-zjj' }] });
    const page = await view('enterprise');
    expect(page.workItems.map((item) => item.name)).toEqual(['经办审查']);
    expect(page.countersignings).toBeUndefined();
    expect(page.waitingFor).not.toContain('会签');
    const { items: events } = await office.get<{ items: { text: string }[] }>('enterprise', `/cases/${caseId}/events`);
    expect(events.at(-1)?.text).toBe('内部办理');
    expect(await refusalOf(office.get('enterprise', `/countersignings?caseId=${caseId}`))).toMatchObject({ code: 'NOT_YOURS' });
  }, 60_000);

  it('complaint 7: the owner can still send the work back while a signer is asked; the signer is told', async () => {
    await pass();
    await begin({ kind: 'before', signers: [{ person: 'reviewer-zjj' }] }, 'leader');
    await office.post('leader', `/work-items/${await own()}/return`, { to: 'examine', reason: '补充处置合同' });
    expect(await workOf('reviewer-zjj')).toEqual([]);
    expect(await signing()).toMatchObject({ status: 'ended', signatures: [{ state: 'dismissed' }] });
    expect((await office.get<{ items: { text: string }[] }>('reviewer-zjj', '/notices')).items[0]?.text).toContain('无需再签署');
    expect(await workOf('reviewer-ggsy')).toMatchObject([{ step: 'examine' }]);
    await pass();
    await application.actIn(caseId, 'leader', 'agree', { opinion: '同意' });
  }, 60_000);

  it('what was signed is part of the basis of the decision, dissent included', async () => {
    if (items.length > 1) return;
    await application.examine();
    await begin({ kind: 'vote', mode: 'ratio', ratio: '50%', signers: [{ person: 'reviewer-zjj' }, { person: 'clerk' }] }, 'leader');
    await sign('reviewer-zjj', 'disagree', '建议附条件');
    await sign('clerk', 'agree');
    await application.actIn(caseId, 'leader', 'approve', { content: '准予' });
    const [row] = await test.product.services.database.read.query('SELECT terms FROM decisions WHERE caseId = ?', [caseId]);
    expect(JSON.parse(String(row?.terms))).toMatchObject({ signed: [{ kind: 'vote', result: 'passed', opinions: [{ person: '张建军', choice: 'disagree', opinion: '建议附条件' }, { choice: 'agree' }] }] });
  }, 60_000);

  it('the check of open cases finds a request that is lost, or that nobody needs, and mends it', async () => {
    await begin({ kind: 'before', signers: [{ person: 'reviewer-zjj' }] });
    const task = (await workOf('reviewer-zjj'))[0]?.id as string;
    const change = (sql: string, id: string): Promise<void> => test.product.services.database.inTransaction(async (tx) => tx.write(sql, [id]));
    const findings = async (): Promise<{ rule: string; caseId: string; subject?: string; workItem?: string }[]> => (await office.get<{ items: never[] }>('admin', '/audit/invariants')).items;
    const mend = async (): Promise<void> => {
      for (const { rule, caseId: id, subject, workItem } of await findings()) await office.post('admin', '/audit/invariants/repair', { rule, caseId: id, ...(subject && { subject }), ...(workItem && { workItem }) });
    };
    await change("UPDATE work_items SET status = 'cancelled' WHERE id = ?", task);
    expect(await findings()).toMatchObject([{ rule: 'signing-differs', caseId }]);
    await mend();
    expect(await workOf('reviewer-zjj')).toMatchObject([{ act: 'countersign' }]);
    await change("UPDATE work_items SET status = 'open' WHERE id = ?", task);
    expect(await findings()).toMatchObject([{ rule: 'signing-differs', workItem: task }]);
    await mend();
    await sign('reviewer-zjj', 'agree');
    await pass();
  }, 60_000);

  it('withdrawing the application lets everybody off who was asked', async () => {
    await begin({ kind: 'before', signers: [{ person: 'reviewer-zjj' }] });
    siblings = [];
    before = [];
    await application.act('enterprise', 'withdraw', { reason: '方案调整' });
    expect(await workOf('reviewer-zjj')).toEqual([]);
    expect((await signing())).toMatchObject({ status: 'ended', signatures: [{ state: 'dismissed' }] });
    expect((await office.get<{ items: { text: string }[] }>('reviewer-zjj', '/notices')).items[0]?.text).toContain('无需再签署');
  }, 60_000);
});
