import { Office, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { fileUnder, flows, happened, openSteps, say, step } from '../../support/stage-diagram.js';

const start = '<bpmn:startEvent id="start"/>';
const end = '<bpmn:endEvent id="end"/>';
const message = '<bpmn:message id="m" name="paid"/>';

describe('What a flow hears and says', () => {
  let test: TestProduct;
  let office: Office;

  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 120_000);
  afterAll(() => test.remove());

  it('an intermediate message is waited for, delivered by case number, and refused when nobody waits', async () => {
    const application = await fileUnder(office, { definitions: message, process: `${start}<bpmn:intermediateCatchEvent id="wait" name="等待缴费"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>${step('check')}${end}${flows('start -> wait', 'wait -> check', 'check -> end')}` });
    const { number, waitingFor } = await application.view('clerk');
    expect(waitingFor).toContain('paid');
    expect(await refusalOf(say(office, number, 'refunded'))).toMatchObject({ code: 'MESSAGE_NOT_AWAITED', status: 409, message: expect.stringContaining('paid') as string });
    expect((await refusalOf(say(office, number, 'paid', { items: [] }))).code).toBe('VARIABLES_REFUSED');
    expect((await refusalOf(office.post('enterprise', '/messages', { name: 'paid', case: number }))).code).toBe('ROLE_REQUIRED');
    expect(await say(office, number, 'paid', { amount: 12 })).toMatchObject({ caseId: application.id });
    expect(await openSteps(application)).toEqual(['check']);
    expect((await refusalOf(say(office, number, 'paid'))).code).toBe('MESSAGE_NOT_AWAITED');
    await application.act('clerk', 'check');
    expect(await happened(application)).toEqual(['messageReceived', 'stepDone', 'closed']);
    expect((await application.view('clerk')).status).toBe('closed');
  });

  it('a receive task goes on with its message', async () => {
    const application = await fileUnder(office, { definitions: message, process: `${start}<bpmn:receiveTask id="wait" messageRef="m"/>${step('check')}${end}${flows('start -> wait', 'wait -> check', 'check -> end')}` });
    expect(await openSteps(application)).toEqual([]);
    expect((await office.get<{ items: { caseId: string }[] }>('admin', '/audit/invariants')).items.filter(({ caseId }) => caseId === application.id)).toEqual([]);
    await say(office, application.id, 'paid');
    expect(await openSteps(application)).toEqual(['check']);
  });

  it('an interrupting message boundary event withdraws the work it guards; another one adds a step each time', async () => {
    const boundary = (id: string, name: string, interrupts: boolean): string => `<bpmn:boundaryEvent id="${id}" attachedToRef="work" cancelActivity="${interrupts}"><bpmn:messageEventDefinition messageRef="${name}"/></bpmn:boundaryEvent>`;
    const application = await fileUnder(office, {
      definitions: `<bpmn:message id="ask" name="asked"/><bpmn:message id="stop" name="stopped"/>`,
      process: `${start}${step('work')}${boundary('asked', 'ask', false)}${boundary('stopped', 'stop', true)}${step('answer')}${step('wind')}${end}<bpmn:endEvent id="answered"/><bpmn:endEvent id="wound"/>${flows('start -> work', 'work -> end', 'asked -> answer', 'answer -> answered', 'stopped -> wind', 'wind -> wound')}`,
    });
    await say(office, application.id, 'asked');
    await say(office, application.id, 'asked');
    expect(await openSteps(application)).toEqual(['answer', 'answer', 'work']);
    await say(office, application.id, 'stopped');
    expect(await openSteps(application)).toEqual(['answer', 'answer', 'wind']);
  });

  it('an event-based gateway takes the first of message and timer', async () => {
    const draw = { definitions: message, process: `${start}<bpmn:eventBasedGateway id="first"/><bpmn:intermediateCatchEvent id="paidEvent"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="late"><bpmn:timerEventDefinition oa:workdays="3"/></bpmn:intermediateCatchEvent>${step('go')}${step('remind')}${end}<bpmn:endEvent id="end2"/>${flows('start -> first', 'first -> paidEvent', 'first -> late', 'paidEvent -> go', 'late -> remind', 'go -> end', 'remind -> end2')}` };
    await office.on('2026-03-02');
    const paid = await fileUnder(office, draw);
    const late = await office.file();
    await say(office, paid.id, 'paid');
    await office.on('2026-03-06');
    expect(await openSteps(paid)).toEqual(['go']);
    expect(await openSteps(late)).toEqual(['remind']);
    expect((await refusalOf(say(office, late.id, 'paid'))).code).toBe('MESSAGE_NOT_AWAITED');
  });

  it('one case sends a message to another of its project: first within the application, else to another, and what nobody awaits is told', async () => {
    const thrower = `<bpmn:intermediateThrowEvent id="tell"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateThrowEvent>`;
    const waiting = await fileUnder(office, { definitions: message, process: `${start}<bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>${step('check')}${end}${flows('start -> wait', 'wait -> check', 'check -> end')}` });
    const stranger = await office.file();
    const telling = await fileUnder(office, { definitions: message, process: `${start}${step('first')}${thrower}${end}${flows('start -> first', 'first -> tell', 'tell -> end')}` }, { projectId: waiting.projectId });
    await telling.act('clerk', 'first');
    await test.product.settle();
    expect(await openSteps(waiting)).toEqual(['check']);
    expect(await openSteps(stranger)).toEqual([]);
    expect((await waiting.events()).find(({ type }) => type === 'messageReceived')?.text).toContain((await telling.view('clerk')).number);
    const again = await office.file({ projectId: waiting.projectId });
    await again.act('clerk', 'first');
    await test.product.settle();
    expect(await happened(again)).toContain('messageUnheard');
  });

  it('a send task and a message end event throw as well', async () => {
    const waiting = await fileUnder(office, { definitions: `${message}<bpmn:message id="n" name="done"/>`, process: `${start}<bpmn:receiveTask id="wait" messageRef="m"/><bpmn:receiveTask id="wait2" messageRef="n"/>${step('check')}${end}${flows('start -> wait', 'wait -> wait2', 'wait2 -> check', 'check -> end')}` });
    const sending = await fileUnder(office, { definitions: `${message}<bpmn:message id="n" name="done"/>`, process: `${start}<bpmn:sendTask id="send" messageRef="m"/>${step('last')}<bpmn:endEvent id="end"><bpmn:messageEventDefinition messageRef="n"/></bpmn:endEvent>${flows('start -> send', 'send -> last', 'last -> end')}` }, { projectId: waiting.projectId });
    await test.product.settle();
    expect(await openSteps(waiting)).toEqual([]);
    await sending.act('clerk', 'last');
    await test.product.settle();
    expect((await sending.view('clerk')).status).toBe('closed');
    expect(await openSteps(waiting)).toEqual(['check']);
  });

  it('a signal is heard by every case that waits when it is thrown, in the middle, at the border and in an event sub-process, and by nobody later', async () => {
    const signal = '<bpmn:signal id="s" name="ruleChanged"/>';
    const catching = await fileUnder(office, {
      definitions: signal,
      process: `${start}<bpmn:parallelGateway id="fork"/><bpmn:intermediateCatchEvent id="wait"><bpmn:signalEventDefinition signalRef="s"/></bpmn:intermediateCatchEvent>${step('check')}${step('work')}<bpmn:boundaryEvent id="hear" attachedToRef="work"><bpmn:signalEventDefinition signalRef="s"/></bpmn:boundaryEvent>${step('redo')}<bpmn:exclusiveGateway id="either"/><bpmn:parallelGateway id="join"/>${end}<bpmn:subProcess id="handler" triggeredByEvent="true"><bpmn:startEvent id="heard" isInterrupting="false"><bpmn:signalEventDefinition signalRef="s"/></bpmn:startEvent>${step('look')}<bpmn:endEvent id="looked"/>${flows('heard -> look', 'look -> looked')}</bpmn:subProcess>${flows('start -> fork', 'fork -> wait', 'fork -> work', 'wait -> check', 'check -> join', 'work -> either', 'hear -> redo', 'redo -> either', 'either -> join', 'join -> end')}`,
    });
    const other = await office.file();
    expect(await openSteps(other)).toEqual(['work']);
    expect((await refusalOf(office.post('admin', '/signals', { name: 'nothing' }))).message).toContain('ruleChanged');
    expect((await refusalOf(office.post('clerk', '/signals', { name: 'ruleChanged' }))).code).toBe('ROLE_REQUIRED');
    const throwing = await fileUnder(office, { definitions: signal, process: `${start}${step('first')}<bpmn:endEvent id="end"><bpmn:signalEventDefinition signalRef="s"/></bpmn:endEvent>${flows('start -> first', 'first -> end')}` });
    await throwing.act('clerk', 'first');
    await test.product.settle();
    for (const each of [catching, other]) {
      expect(await openSteps(each)).toEqual(['check', 'look', 'redo']);
      expect((await happened(each)).filter((type) => type === 'signalReceived')).toHaveLength(1);
    }
    expect(await office.post('admin', '/signals', { name: 'ruleChanged' })).toEqual({ name: 'ruleChanged', cases: 2 });
    await test.product.settle();
    expect(await openSteps(other)).toEqual(['check', 'look', 'look', 'redo']);
  });
});
