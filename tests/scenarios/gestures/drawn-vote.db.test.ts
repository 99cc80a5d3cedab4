import type { CaseView, CountersigningView, WorkItemView } from '../../../src/api/contract.js';
import { OfficeRefusal } from '../../../src/cli/demo/office-client.js';
import { Office, refusalOf, type Application } from '../../support/application.js';
import { inside, places, type Place } from '../../support/branches.js';
import { hire } from '../../support/people.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

/** An item flow in which several people vote; inside, beside the examination and in a branch of their own. */
const diagram = (signing: string, place: Place): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:oa="urn:onestop-approval:bpmn:1" id="definitions" targetNamespace="urn:test">
  <bpmn:process id="item-standard" name="集体审议流程" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="deliberate" name="集体审议" oa:act="deliberate" oa:role="reviewer" oa:department="=item.department" oa:outcomes="consent:审议通过,dissent:审议未通过" oa:limitWorkdays="2" ${signing} />
    <bpmn:exclusiveGateway id="isConsented" default="toEnd" />
    <bpmn:userTask id="explain" name="书面说明" oa:act="explain" oa:role="leader" oa:department="=item.department" oa:limitWorkdays="1" />
    <bpmn:endEvent id="end" />
    <bpmn:endEvent id="explained" />
    ${place === inside ? besideExamination : '<bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="deliberate" /><bpmn:sequenceFlow id="f5" sourceRef="deliberate" targetRef="isConsented" />'}
    <bpmn:sequenceFlow id="toEnd" sourceRef="isConsented" targetRef="end" />
    <bpmn:sequenceFlow id="toExplain" sourceRef="isConsented" targetRef="explain"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">deliberateOutcome = "dissent"</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f9" sourceRef="explain" targetRef="explained" />
  </bpmn:process>
</bpmn:definitions>`;
const besideExamination = `
    <bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="examine" name="经办审查" oa:act="examine" oa:role="reviewer" oa:department="=item.department" oa:form="examination" oa:outcomes="pass:通过,fail:不通过" oa:limitWorkdays="2" />
    <bpmn:parallelGateway id="join" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="fork" />
    <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="examine" />
    <bpmn:sequenceFlow id="f3" sourceRef="fork" targetRef="deliberate" />
    <bpmn:sequenceFlow id="f4" sourceRef="examine" targetRef="join" />
    <bpmn:sequenceFlow id="f5" sourceRef="deliberate" targetRef="join" />
    <bpmn:sequenceFlow id="f6" sourceRef="join" targetRef="isConsented" />`;
const four = 'oa:signers="person:reviewer-zjj,person:reviewer-sthj,person:reviewer-zrzy,person:reviewer-jfj"';
const voters = ['reviewer-zjj', 'reviewer-sthj', 'reviewer-zrzy', 'reviewer-jfj'] as const;

describe.each(places)('A flow has a step signed by several people, %s', (place) => {
  let test: TestProduct;
  let office: Office;
  let application: Application;
  let caseId: string;
  let examined: unknown;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    await hire(test, 'reviewer-ggsy', { username: 'reviewer-ggsy2', name: '图雅' });
  }, 60_000);
  afterAll(() => test.remove());
  afterEach(async () => {
    // The examination in the other branch is where it was, with its draft.
    expect(await examination()).toEqual(examined);
    expect((await office.get<{ items: unknown[] }>('supervisor', '/audit/invariants')).items).toEqual([]);
    for (const person of [...voters, 'reviewer-ggsy', 'reviewer-ggsy2', 'leader']) {
      expect((await office.get<{ open: number }>(person, '/work-items/counts')).open).toBe((await office.get<{ total: number }>(person, '/work-items?pageSize=200')).total);
    }
    await application.events(caseId);
  }, 60_000);

  async function open(signing: string): Promise<void> {
    const admin = await office.as('admin');
    const { draftVersion } = await admin.get<{ draftVersion: number }>('/flows/item-standard');
    const draft = await admin.put<{ draftVersion: number; check: { ok: boolean; findings: { severity: string; message: string }[] } }>('/flows/item-standard/draft', { xml: diagram(signing, place), version: draftVersion });
    expect(draft.check.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    await admin.post('/flows/item-standard/versions', { version: draft.draftVersion });
    application = await office.accepted();
    caseId = await application.item();
    const work = (await view('reviewer-ggsy')).workItems.find((item) => item.step === 'examine');
    if (place === inside) await (await office.as('reviewer-ggsy')).put(`/work-items/${work?.id}/draft`, { form: { opinion: '待核' } });
    examined = await examination();
  }
  const view = (person: string): Promise<CaseView> => office.get<CaseView>(person, `/cases/${caseId}`);
  async function examination(): Promise<unknown> {
    if (place !== inside) return undefined;
    const work = (await view('reviewer-ggsy')).workItems.find((item) => item.step === 'examine');
    return { id: work?.id, status: work?.status, dueOn: work?.dueOn, draft: await office.get('reviewer-ggsy', `/work-items/${work?.id}/draft`) };
  }
  const tasks = async (person: string, status = 'open'): Promise<WorkItemView[]> => (await office.get<{ items: WorkItemView[] }>(person, `/work-items?pageSize=200&status=${status}`)).items.filter((item) => item.caseId === caseId && item.act === 'countersign');
  const vote = async (person: string, choice: string, opinion = '另有意见'): Promise<unknown> => office.post(person, `/work-items/${(await tasks(person))[0]?.id ?? 'none'}/signatures`, { choice, ...(choice === 'disagree' && { opinion }) });
  const signing = async (): Promise<CountersigningView> => (await office.get<{ items: CountersigningView[] }>('clerk', `/countersignings?caseId=${caseId}`)).items[0] as CountersigningView;
  const texts = async (): Promise<string[]> => (await application.events(caseId)).map((event) => event.text);
  const done = async (): Promise<number> => (await application.events(caseId)).filter((event) => event.type === 'stepDone').length;

  it('complaint 5: at 50 % of four a refusal counts, two approvals pass it, and the dissent is in the files', async () => {
    await open(`oa:signing="ratio" oa:signingRatio="50%" ${four}`);
    expect((await view('leader')).countersignings).toMatchObject([{ name: '票签（50%）', drawn: true, status: 'open', tally: { agree: 0, pending: 4 } }]);
    expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy', 'consent'))).toMatchObject({ status: 409, code: 'SIGNERS_PENDING' });
    await vote('reviewer-zjj', 'disagree', '交通组织未论证');
    await vote('reviewer-sthj', 'agree');
    expect((await view('leader')).countersignings?.[0]).toMatchObject({ status: 'open', tally: { agree: 1, disagree: 1, pending: 2 } });
    await vote('reviewer-zrzy', 'agree');
    expect(await signing()).toMatchObject({ status: 'passed', tally: { agree: 2, disagree: 1, pending: 0 }, signatures: [{ choice: 'disagree', opinion: '交通组织未论证' }, { choice: 'agree' }, { choice: 'agree' }, { state: 'notNeeded' }] });
    expect(await tasks('reviewer-jfj')).toEqual([]);
    expect(await tasks('reviewer-jfj', 'done')).toEqual([]);
    expect(await texts()).toContain('“集体审议”票签（50%）通过：同意 2、不同意 1、弃权 0；不同意见：张建军“交通组织未论证”');
    expect((await view('leader')).opinions).toContainEqual(expect.objectContaining({ kind: 'countersign', person: '张建军', conclusion: '不同意' }));
    if (place === inside) expect((await view('leader')).workItems.map((item) => item.step)).toEqual(['examine']);
    else expect((await view('leader')).status).not.toBe('examining');
    expect((await application.events(caseId)).findLast((event) => event.type === 'stepDone')?.data).toMatchObject({ outcome: 'consent' });
  }, 60_000);

  it('complaint 6: in 或签 one speaks for all; the others find it neither to do nor done', async () => {
    await open(`oa:signing="any" ${four}`);
    await vote('reviewer-zjj', 'abstain');
    expect(await signing()).toMatchObject({ status: 'open' });
    await vote('reviewer-sthj', 'disagree');
    expect(await signing()).toMatchObject({ status: 'notPassed' });
    for (const person of ['reviewer-zrzy', 'reviewer-jfj']) {
      expect(await tasks(person)).toEqual([]);
      expect(await tasks(person, 'done')).toEqual([]);
      expect(await refusalOf(view(person))).toMatchObject({ code: 'NOT_YOURS' });
    }
    expect(await tasks('reviewer-sthj', 'done')).toMatchObject([{ outcome: 'disagree' }]);
    expect(await view('reviewer-sthj')).toMatchObject({ id: caseId });
    expect((await application.events(caseId)).findLast((event) => event.type === 'stepDone')?.data).toMatchObject({ outcome: 'dissent' });
  }, 60_000);

  it('依次: each is asked when the one before has agreed', async () => {
    await open(`oa:signing="sequence" ${four}`);
    for (const [index, person] of voters.entries()) {
      for (const later of voters.slice(index + 1)) expect(await tasks(later)).toEqual([]);
      await vote(person, 'agree');
    }
    expect(await signing()).toMatchObject({ status: 'passed', tally: { agree: 4 } });
    expect(await done()).toBe(1);
  }, 60_000);

  it('of four who vote at once exactly as many count as are needed, and the step is done once', async () => {
    await open(`oa:signing="ratio" oa:signingRatio=">1/2" ${four}`);
    const ids = await Promise.all(voters.map(async (person) => (await tasks(person))[0]?.id as string));
    const answers = await Promise.all(voters.map((person, index) => office.post(person, `/work-items/${ids[index]}/signatures`, { choice: 'agree' }).then(() => 'signed', (error: unknown) => (error instanceof OfficeRefusal ? error.code : String(error)))));
    expect(answers.sort()).toEqual(['WORK_ITEM_NOT_OPEN', 'signed', 'signed', 'signed']);
    expect(await signing()).toMatchObject({ status: 'passed', tally: { agree: 3 } });
    expect(await done()).toBe(1);
  }, 60_000);

  it('weights are those of the diagram, and everybody who may do the step votes where it names nobody', async () => {
    await open('oa:signing="ratio" oa:signingRatio="2/3" oa:signers="person:reviewer-zjj*2,person:reviewer-sthj"');
    await vote('reviewer-zjj', 'agree');
    expect(await signing()).toMatchObject({ status: 'passed', tally: { agree: 2 } });
    examined = await examination();
    await open('oa:signing="all"');
    expect((await signing()).signatures.map(({ person }) => person)).toEqual(['刘洋', '图雅']);
    const owner = (await view('reviewer-ggsy')).workItems.find((item) => item.step === 'deliberate' && item.act !== 'countersign')?.id as string;
    expect(await refusalOf(office.post('reviewer-ggsy', `/work-items/${owner}/signer-removals`, { signer: 'reviewer-ggsy2' }))).toMatchObject({ code: 'SIGNER_NAMED_BY_FLOW' });
    await vote('reviewer-ggsy', 'agree');
    await vote('reviewer-ggsy2', 'agree');
    expect(await done()).toBe(1);
  }, 60_000);

  it('where nobody is found the step is an ordinary one, and the record says so', async () => {
    await open('oa:signing="all" oa:signers="person:nobody"');
    expect(await texts()).toContain('“集体审议”没有找到可以会签的在岗人员，按一般环节办理');
    await application.actIn(caseId, 'reviewer-ggsy', 'consent');
    expect(await done()).toBe(1);
  }, 60_000);

  it('complaint 15: the request of somebody who leaves goes to whom it is handed over, and he signs', async () => {
    await open('oa:signing="sequence" oa:signers="person:reviewer-ggsy2,person:reviewer-zjj"');
    expect(await refusalOf(office.post('admin', '/people/reviewer-ggsy2/disabling', { reason: '调离' }))).toMatchObject({ code: 'PERSON_HAS_WORK' });
    await office.post('admin', '/people/reviewer-ggsy2/disabling', { reason: '调离', handOverTo: 'reviewer-ggsy' });
    await vote('reviewer-ggsy', 'agree');
    await vote('reviewer-zjj', 'agree');
    expect(await signing()).toMatchObject({ status: 'passed', signatures: [{ person: '刘洋' }, { person: '张建军' }] });
    await test.product.services.database.inTransaction(async (tx) => tx.write("UPDATE people SET enabled = 1 WHERE username = 'reviewer-ggsy2'"));
    office = new Office(test);
    application = Object.assign(Object.create(Object.getPrototypeOf(application) as object), application, { office }) as Application;
  }, 60_000);
});
