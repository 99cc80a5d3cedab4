import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FlowView } from '../../../src/api/contract.js';
import type { InvariantFinding } from '../../../src/services/invariants/finding.js';
import { watchOffice } from '../../../src/services/invariants/watch-office.js';
import { Office, refusalOf, type Application } from '../../support/application.js';
import { carryThrough } from '../../support/carry-through.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

/** A reminder on the acceptance, so that a flow waits for a time too. */
const reminder = `<bpmn:boundaryEvent id="remind" name="提醒" attachedToRef="accept" cancelActivity="false">
      <bpmn:outgoing>toReminded</bpmn:outgoing>
      <bpmn:timerEventDefinition id="remindAfter" oa:workdays="10" />
    </bpmn:boundaryEvent>
    <bpmn:endEvent id="reminded"><bpmn:incoming>toReminded</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="toReminded" sourceRef="remind" targetRef="reminded" />
    <bpmn:userTask id="accept"`;

describe('What could lose a case is found, mended, and the case comes to its end', () => {
  let test: TestProduct;
  let office: Office;
  /** Number of the application that the test is about. */
  let number = '';
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    office.stopWatching();
    const key = 'stage-construction-permit';
    const admin = await office.as('admin');
    const { draftVersion } = await admin.get<FlowView>(`/flows/${key}`);
    const xml = (await readFile(path.resolve('seeds/flows/stage-construction-permit.bpmn'), 'utf8')).replace('<bpmn:userTask id="accept"', reminder);
    const draft = await admin.put<FlowView>(`/flows/${key}/draft`, { xml, version: draftVersion });
    await admin.post(`/flows/${key}/versions`, { version: draft.draftVersion });
  }, 60_000);
  afterAll(() => test.remove());

  const breakRows = (sql: string, values: unknown[]): Promise<void> => test.product.services.database.inTransaction(async (tx) => tx.write(sql, values));
  const findings = async (): Promise<InvariantFinding[]> => (await office.get<{ items: InvariantFinding[] }>('supervisor', '/audit/invariants')).items.filter((finding) => finding.number.startsWith(number));
  const repair = ({ rule, caseId, workItem, subject }: InvariantFinding): Promise<InvariantFinding> => office.post('admin', '/audit/invariants/repair', { rule, caseId, ...(workItem && { workItem }), ...(subject && { subject }) });

  /** Repairs everything that is found; answers the rules, each once. */
  async function mended(): Promise<string[]> {
    const rules: string[] = [];
    for (let found = await findings(); found.length > 0; found = await findings()) {
      rules.push(...found.map((finding) => finding.rule));
      if (rules.length > 10) throw new Error(`It does not come right: ${JSON.stringify(found)}`);
      await repair(found[0] as InvariantFinding);
    }
    return [...new Set(rules)].sort();
  }

  async function filed(): Promise<Application> {
    const application = await office.file({ on: '2026-03-02' });
    ({ number } = await application.view('clerk'));
    return application;
  }

  async function examining(): Promise<{ application: Application; item: string }> {
    const application = await office.accepted({ on: '2026-03-02' });
    ({ number } = await application.view('clerk'));
    return { application, item: await application.item() };
  }

  async function expectClosed(application: Application): Promise<void> {
    expect(await carryThrough(application)).toMatchObject({ status: 'closed', items: [{ status: 'approved' }] });
    await application.events();
    await application.events(await application.item());
    expect(await findings()).toEqual([]);
  }

  it('work of somebody who left lies in the queue again', async () => {
    const { application, item } = await examining();
    await breakRows("UPDATE work_items SET assigneeId = 'left-long-ago' WHERE caseId = ? AND status = 'open'", [item]);
    expect(await mended()).toEqual(['work-for-disabled-person']);
    await expectClosed(application);
  }, 60_000);

  it('work that was given to somebody who cannot do it any more lies in the queue again', async () => {
    const { application, item } = await examining();
    const clerk = String((await test.product.services.database.read.query("SELECT id FROM people WHERE username = 'clerk'", []))[0]?.id);
    await breakRows("UPDATE work_items SET assigneeId = ? WHERE caseId = ? AND status = 'open'", [clerk, item]);
    expect(await mended()).toEqual(['work-without-person']);
    await expectClosed(application);
  }, 60_000);

  it('work that nobody in office can do is told with who has to settle it, and is nobody’s to repair by itself', async () => {
    const { application, item } = await examining();
    await breakRows("UPDATE people SET enabled = 0 WHERE username = 'reviewer-ggsy'", []);
    const [finding] = await findings();
    expect(finding).toMatchObject({ rule: 'work-without-person', caseId: item, repairable: false, remedy: expect.stringContaining('管理员') });
    expect(await refusalOf(repair(finding as InvariantFinding))).toMatchObject({ code: 'FINDING_NOT_REPAIRABLE', message: expect.stringContaining('配备在岗人员') });
    await breakRows("UPDATE people SET enabled = 1 WHERE username = 'reviewer-ggsy'", []);
    await expectClosed(application);
  }, 60_000);

  it('a work item that is gone is opened again as the flow asked for it', async () => {
    const { application, item } = await examining();
    await breakRows("DELETE FROM work_items WHERE caseId = ? AND status = 'open'", [item]);
    expect(await mended()).toEqual(['case-in-nobodys-queue', 'token-without-work']);
    expect((await application.view('clerk')).workItems).toMatchObject([{ step: 'examine', form: 'examination', role: 'reviewer', department: { id: 'xq-ggsy' }, dueOn: '2026-03-04' }]);
    await expectClosed(application);
  }, 60_000);

  it('a case in nobody’s queue comes back with one repair of everything it lacks', async () => {
    const { application, item } = await examining();
    await breakRows("UPDATE work_items SET status = 'cancelled' WHERE caseId = ?", [item]);
    const lost = (await findings()).find((finding) => finding.rule === 'case-in-nobodys-queue') as InvariantFinding;
    expect(lost).toMatchObject({ caseId: application.id, repairable: true, remedy: '按流程重新生成待办' });
    await repair(lost);
    await expectClosed(application);
  }, 60_000);

  it('a case whose flow is lost is told with who has to settle it', async () => {
    const application = await filed();
    const rows = await test.product.services.database.read.query('SELECT flowState FROM cases WHERE id = ?', [application.id]);
    await breakRows("UPDATE cases SET flowState = NULL WHERE id = ?", [application.id]);
    await breakRows('DELETE FROM flow_timers WHERE caseId = ?', [application.id]);
    await breakRows("UPDATE work_items SET status = 'cancelled' WHERE caseId = ?", [application.id]);
    const [finding] = await findings();
    expect(finding).toMatchObject({ rule: 'case-in-nobodys-queue', repairable: false, remedy: expect.stringContaining('管理员') });
    expect(await refusalOf(repair(finding as InvariantFinding))).toMatchObject({ code: 'FINDING_NOT_REPAIRABLE' });
    await breakRows('UPDATE cases SET flowState = ? WHERE id = ?', [rows[0]?.flowState, application.id]);
    await mended();
    await expectClosed(application);
  }, 60_000);

  it('work that the flow knows nothing of, and work that is there twice, is cancelled', async () => {
    const { application, item } = await examining();
    await breakRows("INSERT INTO work_items SELECT 'twice-1', caseId, stepKey, step, name, act, form, outcomes, role, departmentId, organisationId, assigneeId, delegatedBy, urgedTimes, status, outcome, '2026-03-02T05:00:00.000Z', dueOn, doneAt, doneBy FROM work_items WHERE caseId = ? AND status = 'open'".replace('INSERT INTO work_items SELECT', 'INSERT INTO work_items (id, caseId, stepKey, step, name, act, form, outcomes, role, departmentId, organisationId, assigneeId, delegatedBy, urgedTimes, status, outcome, openedAt, dueOn, doneAt, doneBy) SELECT'), [item]);
    expect(await mended()).toEqual(['work-without-token']);
    expect((await application.view('clerk')).workItems).toHaveLength(1);
    await breakRows("UPDATE work_items SET stepKey = 'nowhere' WHERE caseId = ? AND status = 'open'", [item]);
    expect(await mended()).toEqual(['case-in-nobodys-queue', 'token-without-work', 'work-without-token']);
    await expectClosed(application);
  }, 60_000);

  it('a timer that is gone runs again, one that nothing waits for is removed', async () => {
    const application = await filed();
    await breakRows('DELETE FROM flow_timers WHERE caseId = ?', [application.id]);
    expect(await mended()).toEqual(['token-without-timer']);
    expect(await test.product.services.database.read.query('SELECT dueAt FROM flow_timers WHERE caseId = ?', [application.id])).toHaveLength(1);
    await breakRows("UPDATE flow_timers SET timerKey = 'nowhere' WHERE caseId = ?", [application.id]);
    expect(await mended()).toEqual(['timer-without-token', 'token-without-timer']);
    await expectClosed(application);
  }, 60_000);

  it('an item that is done is told to the stage that still waits for it', async () => {
    const { application, item } = await examining();
    const waiting = await test.product.services.database.read.query('SELECT flowState FROM cases WHERE id = ?', [application.id]);
    await application.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '通过' });
    await application.actIn(item, 'leader', 'agree', { opinion: '同意' });
    // As if the report had been lost: the stage waits as before, the item stands where its examination ended.
    await breakRows('UPDATE cases SET flowState = ? WHERE id = ?', [waiting[0]?.flowState, application.id]);
    await breakRows("UPDATE cases SET flowState = ?, callKey = ?, status = 'examined' WHERE id = ?", [emptied(String(waiting[0]?.flowState)), callKeyOf(String(waiting[0]?.flowState)), item]);
    await breakRows("UPDATE work_items SET status = 'cancelled' WHERE caseId = ?", [item]);
    expect(await mended()).toEqual(['call-without-case', 'case-in-nobodys-queue']);
    await expectClosed(application);
  }, 60_000);

  it('an item that never came to run is opened again by its stage', async () => {
    const { application, item } = await examining();
    await breakRows('UPDATE cases SET flowState = NULL WHERE id = ?', [item]);
    await breakRows("UPDATE work_items SET status = 'cancelled' WHERE caseId = ?", [item]);
    expect(await mended()).toEqual(['call-without-case', 'case-in-nobodys-queue']);
    await expectClosed(application);
  }, 60_000);

  it('an item and its stage that lost each other are linked again', async () => {
    const { application, item } = await examining();
    await breakRows("UPDATE cases SET callKey = 'nowhere' WHERE id = ?", [item]);
    expect(await mended()).toEqual(['case-without-call']);
    await expectClosed(application);
  }, 60_000);

  it('an item that outlives its stage ends with it', async () => {
    const { application, item } = await examining();
    await application.act('enterprise', 'withdraw', { reason: '不办了' });
    await breakRows("UPDATE cases SET closedAt = NULL, status = 'examining' WHERE id = ?", [item]);
    expect(await mended()).toEqual(['case-without-call']);
    expect((await application.view('clerk')).items).toMatchObject([{ status: 'withdrawn' }]);
  }, 60_000);

  it('a case whose flow has ended is closed, an item whose examination has ended goes on', async () => {
    const { application } = await examining();
    await carryThrough(application);
    await breakRows("UPDATE cases SET closedAt = NULL, status = 'accepted' WHERE id = ?", [application.id]);
    expect(await mended()).toEqual(['case-in-nobodys-queue', 'flow-and-status-differ']);
    await expectClosed(application);
    const next = await examining();
    const before = await test.product.services.database.read.query('SELECT flowState FROM cases WHERE id = ?', [next.item]);
    await breakRows("UPDATE work_items SET status = 'cancelled' WHERE caseId = ?", [next.item]);
    await breakRows('UPDATE cases SET flowState = ? WHERE id = ?', [emptied(String(before[0]?.flowState)), next.item]);
    expect(await mended()).toEqual(['case-in-nobodys-queue', 'flow-and-status-differ']);
    await expectClosed(next.application);
  }, 60_000);

  it('a notice of corrections lies on the applicant’s desk, and a case waits for none that is not there', async () => {
    const application = await filed();
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S01/projectName', reason: '名称与备案不一致', norm: '备案证' }] });
    await breakRows("UPDATE work_items SET status = 'cancelled' WHERE caseId = ? AND step = 'correction'", [application.id]);
    expect(await mended()).toEqual(['correction-without-work']);
    await application.act('enterprise', 'answerCorrection', { values: { '/S01/projectName': '云枢数据中心一期' } });
    await breakRows("UPDATE cases SET status = 'awaitingCorrection' WHERE id = ?", [application.id]);
    await breakRows("UPDATE work_items SET status = 'open' WHERE caseId = ? AND step = 'correction' AND status = 'done'", [application.id]);
    expect(await mended()).toEqual(['correction-without-work']);
    await expectClosed(application);
  }, 60_000);

  it('a procedure that is over does not stand in the way of the decision', async () => {
    const { application, item } = await examining();
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 3, reason: '检测' });
    await breakRows("UPDATE pauses SET status = 'closed', endedOn = '2026-03-02' WHERE caseId = ?", [item]);
    expect(await mended()).toEqual(['matter-without-record']);
    await expectClosed(application);
  }, 60_000);

  it.each([
    ['has no last day', 'capOn = NULL, neededWorkdays = 0', []],
    ['has lost its last day', 'capOn = NULL', ['endPause']],
    ['outlived its last day', "capOn = '2026-02-27', startedOn = '2026-02-24'", []],
  ])('a special procedure that %s comes to its end', async (_what, change, acts) => {
    const { application, item } = await examining();
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 3, reason: '检测' });
    await breakRows(`UPDATE pauses SET ${change} WHERE caseId = ?`, [item]);
    expect(await mended()).toEqual(['endless-pause']);
    for (const act of acts) await application.actIn(item, 'reviewer-ggsy', act);
    await expectClosed(application);
  }, 60_000);

  it('a special procedure that its item has forgotten can be ended by hand again', async () => {
    const { application, item } = await examining();
    await application.actIn(item, 'reviewer-ggsy', 'startPause', { kind: 'testing', neededWorkdays: 3, reason: '检测' });
    await breakRows('UPDATE cases SET openMatters = NULL WHERE id = ?', [item]);
    expect(await mended()).toEqual(['endless-pause']);
    await application.actIn(item, 'reviewer-ggsy', 'endPause');
    await expectClosed(application);
  }, 60_000);

  it('a case that forgot the end of its record finds it; a changed record is the supervisor’s', async () => {
    const { application, item } = await examining();
    const [row] = await test.product.services.database.read.query('SELECT lastEventSeq, hash FROM cases c JOIN case_events e ON e.caseId = c.id AND e.seq = 1 WHERE c.id = ?', [item]);
    await breakRows('UPDATE cases SET lastEventSeq = 1, lastEventHash = ? WHERE id = ?', [row?.hash, item]);
    expect(await mended()).toEqual(['record-broken']);
    const [event] = await test.product.services.database.read.query('SELECT data FROM case_events WHERE caseId = ? AND seq = 2', [item]);
    await breakRows("UPDATE case_events SET data = '{\"changed\":true}' WHERE caseId = ? AND seq = 2", [item]);
    const [finding] = await findings();
    expect(finding).toMatchObject({ rule: 'record-broken', subject: '2', repairable: false, remedy: expect.stringContaining('督查人员') });
    expect(await refusalOf(repair(finding as InvariantFinding))).toMatchObject({ code: 'FINDING_NOT_REPAIRABLE' });
    await breakRows('UPDATE case_events SET data = ? WHERE caseId = ? AND seq = 2', [event?.data, item]);
    await expectClosed(application);
  }, 60_000);

  it('a paper that was given up is made after all', async () => {
    const { application } = await examining();
    await test.product.settle();
    await breakRows("UPDATE documents SET status = 'pending', filePath = NULL, sha256 = NULL WHERE caseId = ? AND kind = 'acceptance-notice'", [application.id]);
    await breakRows("UPDATE outbox_messages SET status = 'failed', attempts = 8, doneAt = NULL WHERE topic = 'renderDocument' AND subject IN (SELECT id FROM documents WHERE caseId = ? AND kind = 'acceptance-notice')", [application.id]);
    const [finding] = await findings();
    expect(finding).toMatchObject({ rule: 'message-given-up', caseId: application.id, repairable: true });
    await repair(finding as InvariantFinding);
    await test.product.settle();
    expect((await application.documents()).find((document) => document.kind === 'acceptance-notice')?.status).toBe('sealed');
    await expectClosed(application);
  }, 60_000);

  it('is checked once an hour, however many servers do it', async () => {
    const checks = await Promise.all([watchOffice(test.product.services), watchOffice(test.product.services), watchOffice(test.product.services)]);
    expect(checks.filter((check) => check !== undefined)).toHaveLength(1);
    expect(await watchOffice(test.product.services)).toBeUndefined();
  }, 60_000);
});

/** The key of the one call that a state waits for. */
function callKeyOf(flowState: string): string {
  const { acts } = JSON.parse(flowState) as { acts: Record<string, { kind: string }> };
  return Object.entries(acts).find(([, act]) => act.kind === 'call')?.[0] ?? '';
}

/** The state of a flow that has come to its end. */
function emptied(flowState: string): string {
  return JSON.stringify({ ...(JSON.parse(flowState) as object), status: 'completed', acts: {}, subscriptions: {}, scopes: {} });
}
