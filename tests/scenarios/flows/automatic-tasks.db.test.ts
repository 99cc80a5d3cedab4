import type { IncidentView } from '../../../src/api/contract.js';
import { OutboxMessage } from '../../../src/entities/index.js';
import { Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { checkStage, fileUnder, flows, happened, openSteps, say, step } from '../../support/stage-diagram.js';
import { table } from '../../workflows/dmn/table.js';

const start = '<bpmn:startEvent id="start"/>';
const end = '<bpmn:endEvent id="end"/>';
const service = (id: string, handler: string, more = ''): string => `<bpmn:serviceTask id="${id}" name="${id}" oa:handler="${handler}" ${more}/>`;

describe('What a flow has done by itself', () => {
  let test: TestProduct;
  let office: Office;
  /** How the neighbouring system behaves. */
  let registry: 'answers' | 'fails' | 'refuses' = 'answers';
  let asked = 0;

  beforeAll(async () => {
    const askRegistry = {
      name: 'ask-registry', zh: '查询登记系统', en: 'Asks the land registry', gives: ['registered'],
      run: async () => {
        asked += 1;
        if (registry === 'fails') throw new Error('登记系统没有应答');
        return registry === 'refuses' ? { error: 'NOT_REGISTERED' } : { variables: { registered: true } };
      },
    };
    test = await startTestProduct('2026-03-02', { automaticTasks: [askRegistry] });
    office = new Office(test);
  }, 120_000);
  afterAll(() => test.remove());
  beforeEach(() => {
    registry = 'answers';
    asked = 0;
  });

  const asking = { definitions: '<bpmn:error id="e" errorCode="NOT_REGISTERED"/>', process: `${start}${service('ask', 'ask-registry')}<bpmn:boundaryEvent id="unknown" attachedToRef="ask"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>${step('check')}${step('clarify')}${end}<bpmn:endEvent id="end2"/>${flows('start -> ask', 'ask -> check', 'unknown -> clarify', 'check -> end', 'clarify -> end2')}` };

  /** Every try that the outbox would make in the next minutes. */
  async function tryUntilSettled(): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      await test.product.settle();
      await test.product.services.database.inTransaction(async (tx) => tx.write("UPDATE outbox_messages SET availableAt = '2000-01-01T00:00:00.000Z' WHERE status = 'waiting'"));
    }
  }

  async function incidentOf(application: Application): Promise<IncidentView> {
    const { items } = await office.get<{ items: IncidentView[] }>('admin', '/incidents');
    const found = items.find(({ caseId }) => caseId === application.id);
    if (!found) throw new Error('No incident of this case is open');
    return found;
  }

  it('a service task is carried out after the commit, and its variables steer the flow', async () => {
    const application = await fileUnder(office, asking);
    await test.product.settle();
    expect(await openSteps(application)).toEqual(['check']);
    expect(asked).toBe(1);
    expect((await application.events()).find(({ type }) => type === 'taskDone')?.text).toBe('自动环节“ask”执行完毕');
  });

  it('its BPMN error is caught at the border', async () => {
    registry = 'refuses';
    const application = await fileUnder(office, asking);
    await test.product.settle();
    expect(await openSteps(application)).toEqual(['clarify']);
  });

  it('a task that keeps failing is tried again, then an incident that an administrator retries or takes for done, with a reason', async () => {
    registry = 'fails';
    const retried = await fileUnder(office, asking);
    const skipped = await office.file();
    await tryUntilSettled();
    expect(asked).toBe(8);
    const page = await retried.view('clerk');
    expect(page.waitingFor).toContain('登记系统没有应答');
    expect(page.openMatters.map(({ kind }) => kind)).toEqual(['incident']);
    expect(await happened(retried)).toEqual(['incident']);
    const incident = await incidentOf(retried);
    expect(incident).toMatchObject({ element: 'ask', caseNumber: page.number, status: 'open', reason: expect.stringContaining('自动环节多次执行失败') as string });

    expect((await refusalOf(office.post('clerk', `/incidents/${incident.id}/resolutions`, { how: 'retry', explanation: '重试' }))).code).toBe('ROLE_REQUIRED');
    expect((await refusalOf(office.post('admin', `/incidents/${incident.id}/resolutions`, { how: 'retry' }))).status).toBe(400);
    expect((await refusalOf(office.post('admin', `/incidents/${incident.id}/resolutions`, { how: 'retry', explanation: '重试', version: 1 }))).code).toBe('STALE_VERSION');
    registry = 'answers';
    expect(await office.post('admin', `/incidents/${incident.id}/resolutions`, { how: 'retry', explanation: '登记系统已恢复' })).toMatchObject({ standsAgain: false });
    await test.product.settle();
    expect(await openSteps(retried)).toEqual(['check']);
    expect((await retried.events()).find(({ type }) => type === 'incidentResolved')?.text).toContain('登记系统已恢复');
    expect((await refusalOf(office.post('admin', `/incidents/${incident.id}/resolutions`, { how: 'retry', explanation: '再试' }))).code).toBe('INCIDENT_NOT_OPEN');
    expect((await retried.view('clerk')).openMatters).toEqual([]);

    await office.post('admin', `/incidents/${(await incidentOf(skipped)).id}/resolutions`, { how: 'skip', explanation: '已电话核实登记情况', variables: { registered: true } });
    expect(await openSteps(skipped)).toEqual(['check']);
    expect(asked).toBe(9);
  });

  it('an incident in one branch leaves the other at work, and a withdrawn case takes its incident along', async () => {
    registry = 'fails';
    const application = await fileUnder(office, { process: `${start}<bpmn:parallelGateway id="fork"/>${service('ask', 'ask-registry')}${step('check')}${step('go')}<bpmn:parallelGateway id="join"/>${end}${flows('start -> fork', 'fork -> ask', 'fork -> check', 'ask -> join', 'check -> go', 'go -> join', 'join -> end')}` });
    await tryUntilSettled();
    const incident = await incidentOf(application);
    await application.act('clerk', 'check');
    expect(await openSteps(application)).toEqual(['go']);
    await application.act('enterprise', 'withdraw', { reason: '不再建设' });
    expect((await office.get<{ items: IncidentView[] }>('admin', '/incidents?status=ended')).items.map(({ id }) => id)).toContain(incident.id);
    expect((await refusalOf(office.post('admin', `/incidents/${incident.id}/resolutions`, { how: 'retry', explanation: '重试' }))).code).toBe('INCIDENT_NOT_OPEN');
  });

  it('an interrupted task is not carried out any more', async () => {
    registry = 'fails';
    const application = await fileUnder(office, { definitions: '<bpmn:message id="m" name="enough"/>', process: `${start}${service('ask', 'ask-registry')}<bpmn:boundaryEvent id="enough" attachedToRef="ask"><bpmn:messageEventDefinition messageRef="m"/></bpmn:boundaryEvent>${step('check')}${end}<bpmn:endEvent id="end2"/>${flows('start -> ask', 'ask -> end', 'enough -> check', 'check -> end2')}` });
    await test.product.settle();
    await say(office, application.id, 'enough');
    const tries = asked;
    await tryUntilSettled();
    expect(asked).toBe(tries);
    expect(await openSteps(application)).toEqual(['check']);
    expect(await test.product.services.database.read.count(OutboxMessage, "topic = 'runTask' AND status = 'waiting'")).toBe(0);
  });

  it('the handlers of the office tell people and read clock and permits', async () => {
    const application = await fileUnder(office, { process: `${start}${service('tell', 'notify-applicant')}${service('tellDepartment', 'notify-department')}${service('clock', 'read-clock')}<bpmn:sendTask id="permits" name="permits" oa:handler="read-permits"/><bpmn:exclusiveGateway id="held" default="f_held_check"/>${step('check')}${step('skip')}<bpmn:exclusiveGateway id="merge"/>${end}${flows('start -> tell', 'tell -> tellDepartment', 'tellDepartment -> clock', 'clock -> permits', 'permits -> held', 'held -[count(permitsHeld) = 0 and usedWorkdays = 0]-> skip', 'held -> check', 'skip -> merge', 'check -> merge', 'merge -> end')}` });
    await test.product.settle();
    expect(await openSteps(application)).toEqual(['skip']);
    expect((await application.events()).filter(({ type }) => type === 'taskDone')).toHaveLength(4);
  });

  it('a gateway without a way is an incident that goes on once the missing variable is given', async () => {
    const application = await fileUnder(office, { process: `${start}${step('first')}<bpmn:exclusiveGateway id="way"/>${step('left')}${step('right')}<bpmn:exclusiveGateway id="merge"/>${end}${flows('start -> first', 'first -> way', 'way -[side = "left"]-> left', 'way -[side = "right"]-> right', 'left -> merge', 'right -> merge', 'merge -> end')}` });
    await application.act('clerk', 'first');
    const incident = await incidentOf(application);
    expect(incident.reason).toBe('没有一条分支的条件成立');
    const resolve = (body: object): Promise<unknown> => office.post('admin', `/incidents/${incident.id}/resolutions`, { explanation: '补充去向', ...body });
    expect((await refusalOf(resolve({ how: 'skip' }))).code).toBe('INCIDENT_NOT_SKIPPABLE');
    expect((await refusalOf(resolve({ how: 'retry', variables: { outcome: 'x' } }))).code).toBe('VARIABLES_REFUSED');
    await resolve({ how: 'retry', variables: { side: 'right' } });
    expect(await openSteps(application)).toEqual(['right']);
  });

  it('a script computes, and one without result is an incident', async () => {
    const draw = (script: string): Parameters<typeof fileUnder>[1] => ({ process: `${start}<bpmn:scriptTask id="compute" name="compute" scriptFormat="feel"><bpmn:script>${script}</bpmn:script></bpmn:scriptTask><bpmn:exclusiveGateway id="way" default="f_way_small"/>${step('big')}${step('small')}<bpmn:exclusiveGateway id="merge"/>${end}${flows('start -> compute', 'compute -> way', 'way -[n > 5]-> big', 'way -> small', 'big -> merge', 'small -> merge', 'merge -> end')}` });
    expect(await openSteps(await fileUnder(office, draw('{ n: count(items) + 5 }')))).toEqual(['big']);
    const empty = await fileUnder(office, draw('count(items)'));
    expect((await incidentOf(empty)).reason).toBe('脚本没有得出结果');
  });

  describe('Decision tables', () => {
    const dmn = (rows: string[], more: object = {}): string => table({ inputs: ['count(items)'], outputs: ['track'], rows, ...more }).replace('<decision id="d"', '<decision id="track-choice"');
    const deciding = { process: `${start}<bpmn:businessRuleTask id="choose" name="choose" oa:decision="track-choice"/><bpmn:exclusiveGateway id="way" default="f_way_slow"/>${step('fast')}${step('slow')}<bpmn:exclusiveGateway id="merge"/>${end}${flows('start -> choose', 'choose -> way', 'way -[track = "fast"]-> fast', 'way -> slow', 'fast -> merge', 'slow -> merge', 'merge -> end')}` };
    const publishTable = (xml: string, version: number): Promise<{ number: number }> => office.post('admin', '/decisions/track-choice/versions', { xml, version });

    it('a flow that asks an unknown table, or an invalid table, is not published', async () => {
      const check = await checkStage(office, deciding);
      expect(check.ok).toBe(false);
      expect(check.findings).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'unknown-name', elements: ['choose'], severity: 'error' })]));
      expect((await refusalOf(publishTable(dmn(['1 +=> "fast"']), 0))).code).toBe('DECISION_TABLE_NOT_PUBLISHABLE');
      expect((await refusalOf(office.post('admin', '/decisions/other/versions', { xml: dmn(['1 => "fast"']), version: 0 }))).message).toContain('track-choice');
    });

    it('an administrator tries a table before publishing it, and sees which rules applied', async () => {
      const xml = dmn(['1 => "fast"', '> 1 => "slow"']);
      expect(await office.post('admin', '/decisions/check', { xml })).toMatchObject({ ok: true, key: 'track-choice' });
      expect(await office.post('admin', '/decisions/trials', { xml, values: { items: [1] } })).toEqual({ value: 'fast', variables: { track: 'fast' }, rules: ['r1'] });
      expect((await refusalOf(office.post('admin', '/decisions/trials', { key: 'track-choice', values: {} }))).code).toBe('DECISION_TABLE_NOT_FOUND');
      expect((await refusalOf(office.post('clerk', '/decisions/trials', { xml, values: {} }))).code).toBe('ROLE_REQUIRED');
    });

    it('the flow asks the version in force when it was filed; the record names the rules', async () => {
      expect(await publishTable(dmn(['1 => "fast"', '> 1 => "slow"']), 0)).toMatchObject({ number: 1, key: 'track-choice' });
      const early = { process: deciding.process.replace(flows('start -> choose'), `${step('first')}${flows('start -> first', 'first -> choose')}`) };
      const before = await fileUnder(office, early);
      expect((await refusalOf(publishTable(dmn(['- => "slow"']), 0))).code).toBe('STALE_VERSION');
      await publishTable(dmn(['- => "slow"']), 1);
      const after = await office.file();
      for (const each of [before, after]) await each.act('clerk', 'first');
      expect(await openSteps(before)).toEqual(['fast']);
      expect(await openSteps(after)).toEqual(['slow']);
      expect((await before.events()).find(({ type }) => type === 'ruleDecided')?.text).toContain('r1');
      expect((await office.get<{ items: { number: number }[] }>('leader', '/decisions')).items).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'track-choice', number: 2 })]));
      expect(await office.post('admin', '/decisions/trials', { key: 'track-choice', number: 1, values: { items: [1] } })).toMatchObject({ value: 'fast' });
    });

    it('no rule that applies is an incident, unless the table has a default', async () => {
      await publishTable(dmn(['9 => "fast"']), 2);
      const stopped = await fileUnder(office, deciding);
      const incident = await incidentOf(stopped);
      expect(incident.reason).toContain('没有一条规则适用');
      await publishTable(dmn(['9 => "fast"'], { defaults: ['"slow"'] }), 3);
      expect(await openSteps(await office.file())).toEqual(['slow']);
      // The stopped case keeps the table of its filing; what it lacks is said by the administrator.
      await office.post('admin', `/incidents/${incident.id}/resolutions`, { how: 'skip', explanation: '经核定走普通程序', variables: { track: 'slow' } });
      expect(await openSteps(stopped)).toEqual(['slow']);
    });
  });

  it('which items apply is decided by a table that administrators change, for guidance and filing alike', async () => {
    const ask = async (energyTce: number): Promise<string | undefined> => {
      const { items } = await office.post<{ items: { code: string; applies: string }[] }>('enterprise', '/guidance', { projectType: 'GOV_BUILDING', stage: 'BX', answers: { energyTce, energyKwh: 0 } });
      return items.find(({ code }) => code === 'bx-energy-review')?.applies;
    };
    expect([await ask(999), await ask(2000)]).toEqual(['no', 'yes']);
    const [{ number }] = (await office.get<{ items: { number: number }[] }>('admin', '/decisions/item-conditions/versions')).items as [{ number: number }];
    const { xml } = await office.get<{ xml: string }>('admin', `/decisions/item-conditions/versions/${number}`);
    await office.post('admin', '/decisions/item-conditions/versions', { xml: xml.replaceAll('&gt;= 1000</text>', '&gt;= 3000</text>'), version: number });
    expect([await ask(2000), await ask(3000)]).toEqual(['no', 'yes']);
    await office.post('admin', '/decisions/item-conditions/versions', { xml, version: number + 1 });
    expect(await ask(2000)).toBe('yes');
  });

  it('what has no meaning in an office is refused with what to draw instead', async () => {
    const refusals = async (drawing: Parameters<typeof checkStage>[1]): Promise<string> => (await checkStage(office, drawing)).findings.filter(({ severity }) => severity === 'error').map(({ message }) => message).join();
    const by = (definition: string): Parameters<typeof checkStage>[1] => ({ definitions: '<bpmn:message id="m" name="go"/><bpmn:signal id="s" name="go"/>', process: `<bpmn:startEvent id="start">${definition}</bpmn:startEvent>${step('check')}${end}${flows('start -> check', 'check -> end')}` });
    expect(await refusals(by('<bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition>'))).toContain('行政许可法第二十九条');
    expect(await refusals(by('<bpmn:messageEventDefinition messageRef="m"/>'))).toContain('其后等待消息');
    expect(await refusals(by('<bpmn:signalEventDefinition signalRef="s"/>'))).toContain('其后等待信号');
    const within = (element: string): Parameters<typeof checkStage>[1] => ({ process: `${start}${element}${end}${flows('start -> x', 'x -> end')}` });
    expect(await refusals(within('<bpmn:serviceTask id="x"/>'))).toContain('oa:handler');
    expect(await refusals(within('<bpmn:serviceTask id="x" oa:handler="launch-rocket"/>'))).toContain('launch-rocket');
    expect(await refusals(within('<bpmn:sendTask id="x"/>'))).toContain('请填写其一');
    expect(await refusals(within('<bpmn:businessRuleTask id="x"/>'))).toContain('oa:decision');
  });
});
