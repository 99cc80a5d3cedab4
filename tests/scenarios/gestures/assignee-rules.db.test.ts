import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Person } from '../../../src/entities/index.js';
import type { CaseView, WorkItemView } from '../../../src/api/contract.js';
import { allItems, Office, refusalOf, type Application, type FilingChoice } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const seeded = await readFile(path.resolve(import.meta.dirname, '../../../seeds/flows/item-standard.bpmn'), 'utf8');

describe('The flow says who gets a step', () => {
  let test: TestProduct;
  let office: Office;
  let projectId: string;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    await hire('reviewer-ggsy2', '图雅');
    ({ projectId } = await office.draft());
  }, 60_000);
  afterAll(() => test.remove());

  async function hire(username: string, name: string, more: Partial<Person> = {}): Promise<void> {
    await test.product.services.database.inTransaction(async (tx) => {
      const like = (await tx.findOne(Person, 'username = ?', ['reviewer-ggsy'])) as Person;
      tx.insert(Person, { ...like, id: test.product.services.newId(), username, name, ...more });
    });
  }
  async function publish(xml: string): Promise<void> {
    const { draftVersion: version } = await office.get<{ draftVersion: number }>('admin', '/flows/item-standard');
    const { draftVersion } = await (await office.as('admin')).put<{ draftVersion: number }>('/flows/item-standard/draft', { xml, version });
    await office.post('admin', '/flows/item-standard/versions', { version: draftVersion });
  }
  /** The standard flow with rules on the step in which an item is examined. */
  const withRules = (rules: string): Promise<void> => publish(seeded.replace('id="examine" name="经办审查"', `id="examine" name="经办审查" oa:assignment="${rules}"`));
  const waste = (choice: FilingChoice = {}): Promise<Application> => office.accepted({ projectId, ...choice });
  async function work(application: Application): Promise<WorkItemView & { assignee: string | undefined }> {
    const caseId = await application.item('bx-construction-waste');
    const [item] = (await office.get<CaseView>('clerk', `/cases/${caseId}`)).workItems;
    const person = item?.assigneeId === undefined ? undefined : await test.product.services.database.read.findOne(Person, 'id = ?', [item.assigneeId]);
    return { ...(item as WorkItemView), assignee: person?.username };
  }
  const fallBacks = async (application: Application): Promise<string[]> => (await application.events(await application.item('bx-construction-waste'))).filter((event) => event.type === 'assignmentFellBack').map((event) => event.text);
  const adminNotices = async (): Promise<number> => (await office.get<{ total: number }>('admin', '/notices')).total;
  const set = (username: string, change: Partial<Person>): Promise<void> => test.product.services.database.inTransaction(async (tx) => tx.update(Person, change, 'username = ?', [username]));

  it.each([
    ['a person by name', 'person:reviewer-ggsy2', {}],
    ['a word that is computed', '=if item.department = &quot;xq-ggsy&quot; then &quot;reviewer-ggsy2&quot; else null', {}],
    ['whom a field of the application names', 'field:S02.contactName', { S02: { contactName: 'reviewer-ggsy2' } }],
    ['the next rule where the first finds nobody', 'handler-of:verify; person:reviewer-ggsy2', {}],
  ])('%s', async (_, rules, form) => {
    await withRules(rules);
    const application = await waste({ form });
    const item = await work(application);
    expect(item).toMatchObject({ assignee: 'reviewer-ggsy2', role: 'reviewer', department: { id: 'xq-ggsy' } });
    expect((await application.work('reviewer-ggsy2')).map(({ id }) => id)).toContain(item.id);
    expect((await application.work('reviewer-ggsy')).map(({ id }) => id)).not.toContain(item.id);
    // Given back it lies in the queue of the department, as any other work.
    await office.post('reviewer-ggsy2', `/work-items/${item.id}/release`, {});
    expect((await application.work('reviewer-ggsy')).map(({ id }) => id)).toContain(item.id);
  }, 60_000);

  it.each([
    ['a role', 'role:leader', { role: 'leader', department: { id: 'xq-ggsy' } }],
    ['a department', 'department:xq-gjj', { role: 'reviewer', department: { id: 'xq-gjj' } }],
    ['the lead department of the application', 'lead-department', { role: 'reviewer', department: { id: 'xq-ggsy' } }],
  ])('the queue of %s', async (_, rules, queue) => {
    await withRules(rules);
    const application = await waste();
    expect(await work(application)).toMatchObject({ ...queue, assignee: undefined });
    expect(await fallBacks(application)).toEqual([]);
  }, 60_000);

  it('work that is sent back goes to whoever did it before', async () => {
    await withRules('handler-of:examine');
    const application = await waste();
    const caseId = await application.item('bx-construction-waste');
    expect(await fallBacks(application)).toEqual([]);
    await application.actIn(caseId, 'reviewer-ggsy2', 'pass', { opinion: '通过' });
    await application.actIn(caseId, 'leader', 'return', { opinion: '补充说明' });
    expect(await work(application)).toMatchObject({ name: '经办审查', assignee: 'reviewer-ggsy2' });
  }, 60_000);

  it.each<[string, () => Promise<void>, string]>([
    ['left the office', () => set('reviewer-ggsy2', { enabled: false }), '图雅已离岗'],
    ['belongs to the enterprise that applies', async () => set('reviewer-ggsy2', { organisationId: (await (await waste()).view('clerk')).organisation.id }), '应当回避'],
    ['lost the role', () => set('reviewer-ggsy2', { roles: ['clerk'] }), '不具有该环节的岗位或部门'],
  ])('somebody who %s is passed over: the queue gets it, the record and the administrator are told', async (_, change, why) => {
    await withRules('person:reviewer-ggsy2');
    await change();
    try {
      const before = await adminNotices();
      const application = await waste();
      const item = await work(application);
      expect(item).toMatchObject({ role: 'reviewer', department: { id: 'xq-ggsy' }, assignee: undefined });
      expect(await fallBacks(application)).toEqual([expect.stringContaining(why)]);
      expect(await adminNotices()).toBe(before + 1);
      expect((await office.get<{ items: { text: string }[] }>('admin', '/notices')).items[0]?.text).toContain('经办审查');
      expect((await office.get<{ items: { text: string }[] }>('enterprise', '/notices')).items.map(({ text }) => text).join()).not.toContain('指派规则');
      const { items } = await office.get<{ items: { workItem?: string }[] }>('supervisor', '/audit/invariants');
      expect(items.filter((finding) => finding.workItem === item.id)).toEqual([]);
    } finally {
      await set('reviewer-ggsy2', { enabled: true, organisationId: null, roles: ['reviewer'] });
    }
  }, 60_000);

  it('when nobody of the department is in office the leaders of the area get it: never nobody', async () => {
    await withRules('person:nobody-of-that-name');
    for (const username of ['reviewer-ggsy', 'reviewer-ggsy2']) await set(username, { enabled: false });
    const application = await waste();
    for (const username of ['reviewer-ggsy', 'reviewer-ggsy2']) await set(username, { enabled: true });
    const item = await work(application);
    expect(item).toMatchObject({ role: 'leader', assignee: undefined });
    expect((await application.work('leader')).map(({ id }) => id)).toContain(item.id);
    expect(await fallBacks(application)).toEqual([expect.stringMatching(/没有人员 nobody-of-that-name；.*没有在岗人员/)]);
  }, 60_000);

  describe('in a parallel branch within one flow, beside items of other departments', () => {
    /** After the verification, two steps side by side: one of a colleague from elsewhere, one of the examiner again. */
    const forked = seeded
      .replace('name="同意" sourceRef="isAgreed" targetRef="examined"', 'name="同意" sourceRef="isAgreed" targetRef="fork"')
      .replace(
        '<bpmn:endEvent id="examined"',
        `<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>
         <bpmn:userTask id="consult" name="征询意见" oa:role="reviewer" oa:assignment="person:reviewer-zjj"/>
         <bpmn:userTask id="confirm" name="经办确认" oa:role="reviewer" oa:department="=item.department" oa:assignment="handler-of:examine"/>
         <bpmn:sequenceFlow id="k1" sourceRef="fork" targetRef="consult"/><bpmn:sequenceFlow id="k2" sourceRef="fork" targetRef="confirm"/>
         <bpmn:sequenceFlow id="k3" sourceRef="consult" targetRef="join"/><bpmn:sequenceFlow id="k4" sourceRef="confirm" targetRef="join"/>
         <bpmn:sequenceFlow id="k5" sourceRef="join" targetRef="examined"/><bpmn:endEvent id="examined"`,
      )
      .replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');

    it.each([
      ['one item', ['bx-construction-waste']],
      ['six items', allItems],
    ])('each branch finds its own person, and neither takes anything of the other, with %s', async (_, items) => {
      await publish(forked);
      const application = await waste({ items });
      const caseId = await application.item('bx-construction-waste');
      await application.actIn(caseId, 'reviewer-ggsy2', 'pass', { opinion: '通过' });
      await application.actIn(caseId, 'leader', 'agree', { opinion: '同意' });
      const open = (): Promise<WorkItemView[]> => office.get<CaseView>('clerk', `/cases/${caseId}`).then((view) => view.workItems);
      const both = await open();
      expect(both.map((item) => item.name).sort()).toEqual(['征询意见', '经办确认'].sort());
      const confirm = both.find((item) => item.step === 'confirm') as WorkItemView;
      await (await office.as('reviewer-ggsy2')).put(`/work-items/${confirm.id}/draft`, { form: { note: '待确认' } });
      expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy', 'confirm'))).toMatchObject({ code: 'ACTION_NOT_YOURS' });
      await application.actIn(caseId, 'reviewer-zjj', 'consult');
      expect(await open()).toEqual([{ ...confirm, availableActions: expect.anything() }]);
      expect(await office.get('reviewer-ggsy2', `/work-items/${confirm.id}/draft`)).toMatchObject({ form: { note: '待确认' } });
      await application.actIn(caseId, 'reviewer-ggsy2', 'confirm');
      expect((await office.get<CaseView>('clerk', `/cases/${caseId}`)).workItems.filter((item) => item.step !== 'decide')).toEqual([]);
      expect(await office.get('supervisor', '/audit/invariants')).toMatchObject({ items: [] });
    }, 60_000);
  });
});
