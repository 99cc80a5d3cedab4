import type { CaseView } from '../../../src/api/contract.js';
import { Office, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';
import { fileUnder, flows, happened, openSteps, publish, say, step } from '../../support/stage-diagram.js';

const start = '<bpmn:startEvent id="start"/>';
const end = (id = 'end', definition = ''): string => `<bpmn:endEvent id="${id}">${definition}</bpmn:endEvent>`;
const sub = (id: string, inner: string, more = ''): string => `<bpmn:subProcess id="${id}" name="${id}" ${more}>${inner}</bpmn:subProcess>`;
const error = '<bpmn:error id="e" errorCode="WRONG"/>';
const escalation = '<bpmn:escalation id="esc" escalationCode="HELP"/>';

describe('What a flow does within its scopes and with its data', () => {
  let test: TestProduct;
  let office: Office;

  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 120_000);
  afterAll(() => test.remove());

  const acts = async (application: Application, ...names: string[]): Promise<void> => {
    for (const name of names) await application.act('clerk', name);
  };

  it('an error end leaves its sub-process at the border and withdraws the work inside', async () => {
    const inner = `<bpmn:startEvent id="s1"/><bpmn:parallelGateway id="fork"/>${step('check', 'oa:outcomes="ok:对,no:错"')}<bpmn:exclusiveGateway id="x"/>${step('other')}${end('right')}${end('ok')}${end('wrong', '<bpmn:errorEventDefinition errorRef="e"/>')}${flows('s1 -> fork', 'fork -> check', 'fork -> other', 'check -> x', 'x -[outcome = "ok"]-> right', 'x -[outcome = "no"]-> wrong', 'other -> ok')}`;
    const application = await fileUnder(office, { definitions: error, process: `${start}${sub('examine', inner)}<bpmn:boundaryEvent id="caught" attachedToRef="examine"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>${step('repair')}${end()}${end('end2')}${flows('start -> examine', 'examine -> end', 'caught -> repair', 'repair -> end2')}` });
    expect(await openSteps(application)).toEqual(['check', 'other']);
    await acts(application, 'no');
    expect(await openSteps(application)).toEqual(['repair']);
  });

  it('an error that nobody catches ends the case, and its people are told', async () => {
    const application = await fileUnder(office, { definitions: error, process: `${start}${step('check')}${end('wrong', '<bpmn:errorEventDefinition errorRef="e"/>')}${flows('start -> check', 'check -> wrong')}` });
    await acts(application, 'check');
    expect(await application.view('clerk')).toMatchObject({ status: 'stopped', statusText: '停办', workItems: [] });
    expect(await happened(application)).toEqual(['stepDone', 'endedByError']);
    expect((await office.get<{ items: { caseId: string }[] }>('admin', '/audit/invariants')).items.filter(({ caseId }) => caseId === application.id)).toEqual([]);
  });

  it('an escalation is heard beside the work that raised it; one that nobody hears is noted', async () => {
    const raise = `<bpmn:intermediateThrowEvent id="raise"><bpmn:escalationEventDefinition escalationRef="esc"/></bpmn:intermediateThrowEvent>`;
    const inner = `<bpmn:startEvent id="s1"/>${step('look')}${raise}${step('goOn')}${end('e1')}${flows('s1 -> look', 'look -> raise', 'raise -> goOn', 'goOn -> e1')}`;
    const heard = await fileUnder(office, { definitions: escalation, process: `${start}${sub('work', inner)}<bpmn:boundaryEvent id="hear" attachedToRef="work" cancelActivity="false"><bpmn:escalationEventDefinition escalationRef="esc"/></bpmn:boundaryEvent>${step('help')}${end()}${end('helped')}${flows('start -> work', 'work -> end', 'hear -> help', 'help -> helped')}` });
    await acts(heard, 'look');
    expect(await openSteps(heard)).toEqual(['goOn', 'help']);
    const unheard = await fileUnder(office, { definitions: escalation, process: `${start}${step('look')}${raise}${step('goOn')}${end()}${flows('start -> look', 'look -> raise', 'raise -> goOn', 'goOn -> end')}` });
    await acts(unheard, 'look');
    expect(await openSteps(unheard)).toEqual(['goOn']);
    expect((await unheard.events()).find(({ type }) => type === 'escalated')?.text).toBe('上报：HELP');
  });

  it('compensation undoes what is done, the last first', async () => {
    const undoable = (id: string): string => `${step(id)}<bpmn:boundaryEvent id="undo_${id}" attachedToRef="${id}"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>${step(`un_${id}`, 'isForCompensation="true"')}<bpmn:association id="as_${id}" sourceRef="undo_${id}" targetRef="un_${id}" associationDirection="One"/>`;
    const application = await fileUnder(office, { process: `${start}${undoable('first')}${undoable('second')}<bpmn:intermediateThrowEvent id="undo"><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>${step('last')}${end()}${flows('start -> first', 'first -> second', 'second -> undo', 'undo -> last', 'last -> end')}` });
    await acts(application, 'first', 'second');
    expect(await openSteps(application)).toEqual(['un_second']);
    await acts(application, 'un_second');
    expect(await openSteps(application)).toEqual(['un_first']);
    await acts(application, 'un_first');
    expect(await openSteps(application)).toEqual(['last']);
  });

  it('a cancelled transaction is undone and goes on at its border', async () => {
    const inner = `<bpmn:startEvent id="s1"/>${step('pay')}<bpmn:boundaryEvent id="undo" attachedToRef="pay"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>${step('refund', 'isForCompensation="true"')}<bpmn:association id="as" sourceRef="undo" targetRef="refund" associationDirection="One"/>${step('book', 'oa:outcomes="ok:成功,no:失败"')}<bpmn:exclusiveGateway id="x"/>${end('booked')}${end('cancelled', '<bpmn:cancelEventDefinition/>')}${flows('s1 -> pay', 'pay -> book', 'book -> x', 'x -[outcome = "ok"]-> booked', 'x -[outcome = "no"]-> cancelled')}`;
    const application = await fileUnder(office, { process: `${start}<bpmn:transaction id="trip">${inner}</bpmn:transaction><bpmn:boundaryEvent id="stopped" attachedToRef="trip"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent>${step('tell')}${end()}${end('end2')}${flows('start -> trip', 'trip -> end', 'stopped -> tell', 'tell -> end2')}` });
    await acts(application, 'pay', 'no');
    expect(await openSteps(application)).toEqual(['refund']);
    await acts(application, 'refund');
    expect(await openSteps(application)).toEqual(['tell']);
  });

  it('a terminate end takes all other work of the case away', async () => {
    const application = await fileUnder(office, { process: `${start}<bpmn:parallelGateway id="fork"/>${step('one')}${step('two')}${end('over', '<bpmn:terminateEventDefinition/>')}${end()}${flows('start -> fork', 'fork -> one', 'fork -> two', 'one -> over', 'two -> end')}` });
    await acts(application, 'one');
    expect(await application.view('clerk')).toMatchObject({ status: 'closed', workItems: [] });
  });

  it('an event sub-process by message takes the place of everything', async () => {
    const handler = `<bpmn:subProcess id="stop" triggeredByEvent="true"><bpmn:startEvent id="heard"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>${step('wind')}${end('wound')}${flows('heard -> wind', 'wind -> wound')}</bpmn:subProcess>`;
    const application = await fileUnder(office, { definitions: '<bpmn:message id="m" name="giveUp"/>', process: `${start}${step('work')}${end()}${handler}${flows('start -> work', 'work -> end')}` });
    await say(office, application.id, 'giveUp');
    expect(await openSteps(application)).toEqual(['wind']);
    await acts(application, 'wind');
    expect((await application.view('clerk')).status).toBe('closed');
  });

  it('a timer reminds beside the work as often as it says; a timer in the flow and links go on by themselves', async () => {
    await office.on('2026-03-02');
    const application = await fileUnder(office, { process: `${start}${step('work')}<bpmn:boundaryEvent id="again" attachedToRef="work" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeCycle>R2/P2D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>${step('remind')}${end('reminded')}<bpmn:intermediateThrowEvent id="out"><bpmn:linkEventDefinition name="on"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id="in"><bpmn:linkEventDefinition name="on"/></bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="pause"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>${step('later')}${end()}${flows('start -> work', 'again -> remind', 'remind -> reminded', 'work -> out', 'in -> pause', 'pause -> later', 'later -> end')}` });
    await office.on('2026-03-05');
    await office.on('2026-03-07');
    await office.on('2026-03-12');
    expect(await openSteps(application)).toEqual(['remind', 'remind', 'work']);
    await acts(application, 'work');
    expect(await openSteps(application)).toEqual(['remind', 'remind']);
    await office.on('2026-03-14');
    expect(await openSteps(application)).toEqual(['later', 'remind', 'remind']);
    await office.on('2026-03-02');
  });

  it('a conditional event goes on as soon as a correction makes its condition true', async () => {
    const waiting = `<bpmn:intermediateCatchEvent id="wait"><bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">application.S01.projectName = "新名称"</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>`;
    const application = await fileUnder(office, { process: `${start}<bpmn:parallelGateway id="fork"/>${step('check')}${waiting}${step('renamed')}<bpmn:parallelGateway id="join"/>${end()}${flows('start -> fork', 'fork -> check', 'fork -> wait', 'wait -> renamed', 'check -> join', 'renamed -> join', 'join -> end')}` });
    expect(await openSteps(application)).toEqual(['check']);
    await application.act('clerk', 'correctOnTheSpot', { values: { '/S01/projectName': '新名称' }, remarks: '申请人到场确认' });
    expect(await openSteps(application)).toEqual(['check', 'renamed']);
    expect(await happened(application)).toEqual(['correctedOnTheSpot', 'applicationChanged']);
  });

  it('a conditional start begins a case whose application fits, and a conditional border event hears a script', async () => {
    const conditional = (text: string): string => `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${text}</bpmn:condition></bpmn:conditionalEventDefinition>`;
    const application = await fileUnder(office, { attributes: 'oa:startVariables="n"', process: `<bpmn:startEvent id="small">${conditional('count(items) = 1')}</bpmn:startEvent><bpmn:parallelGateway id="fork"/>${step('work')}<bpmn:boundaryEvent id="changed" attachedToRef="work">${conditional('n = 2')}</bpmn:boundaryEvent>${step('first')}<bpmn:scriptTask id="compute" scriptFormat="feel"><bpmn:script>{ n: 2 }</bpmn:script></bpmn:scriptTask>${step('redo')}${end()}${end('end2')}${end('end3')}${flows('small -> fork', 'fork -> work', 'fork -> first', 'first -> compute', 'compute -> end2', 'work -> end', 'changed -> redo', 'redo -> end3')}` });
    expect(await openSteps(application)).toEqual(['first', 'work']);
    await acts(application, 'first');
    expect(await openSteps(application)).toEqual(['redo']);
  });

  it('steps repeat over the office’s data, in parallel until a condition, one after another, and in a loop', async () => {
    const many = (sequential: boolean, more = ''): string => `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}" oa:collection="[1, 2, 3]" oa:elementVariable="n">${more}</bpmn:multiInstanceLoopCharacteristics>`;
    const task = (id: string, inner: string): string => `<bpmn:userTask id="${id}" name="${id}" oa:act="${id}" oa:role="clerk">${inner}</bpmn:userTask>`;
    const parallel = task('all', many(false, '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">numberOfCompletedInstances >= 2</bpmn:completionCondition>'));
    const sequential = task('each', many(true));
    const loop = task('again', '<bpmn:standardLoopCharacteristics loopMaximum="2"/>');
    const application = await fileUnder(office, { process: `${start}${parallel}${sequential}${loop}${sub('part', `<bpmn:startEvent id="s1"/>${step('inside')}${end('e1')}${flows('s1 -> inside', 'inside -> e1')}<bpmn:multiInstanceLoopCharacteristics oa:collection="items" oa:elementVariable="one"/>`)}${end()}${flows('start -> all', 'all -> each', 'each -> again', 'again -> part', 'part -> end')}` });
    const doOne = async (): Promise<void> => {
      const [work] = (await application.view('clerk')).workItems;
      const { version } = await application.view('clerk');
      await office.post('clerk', `/cases/${application.id}/actions`, { action: work?.step, workItem: work?.id, version });
    };
    expect(await openSteps(application)).toEqual(['all', 'all', 'all']);
    await doOne();
    await doOne();
    for (let n = 0; n < 3; n += 1) {
      expect(await openSteps(application)).toEqual(['each']);
      await doOne();
    }
    for (let n = 0; n < 2; n += 1) {
      expect(await openSteps(application)).toEqual(['again']);
      await doOne();
    }
    expect(await openSteps(application)).toEqual(['inside']);
    await doOne();
    expect((await application.view('clerk')).status).toBe('closed');
  });

  describe('between a stage and its items', () => {
    const call = '<bpmn:callActivity id="examineItems" name="examineItems" calledElement="item-standard"><bpmn:multiInstanceLoopCharacteristics oa:collection="items" oa:elementVariable="item"/></bpmn:callActivity>';
    const border = (id: string, definition: string, interrupts = true): string => `<bpmn:boundaryEvent id="${id}" attachedToRef="examineItems" cancelActivity="${interrupts}">${definition}</bpmn:boundaryEvent>`;
    const stage = (border1: string, definitions: string): Parameters<typeof fileUnder>[1] => ({ definitions, process: `${start}${call}${border1}${step('aside')}${step('last')}${end()}${end('end2')}${flows('start -> examineItems', 'examineItems -> last', 'b -> aside', 'aside -> end2', 'last -> end')}` });
    const items = ['bx-construction-waste', 'bx-eia-form'];
    const itemStep = (id: string, more = ''): string => `<bpmn:userTask id="${id}" name="${id}" oa:act="${id}" oa:role="reviewer" oa:department="=item.department" ${more}/>`;

    it('an interrupted call stops the item cases where they stand, with their work', async () => {
      await publish(office, 'item-standard', { process: `${start}${itemStep('look')}${end()}${flows('start -> look', 'look -> end')}` });
      const application = await fileUnder(office, stage(border('b', '<bpmn:messageEventDefinition messageRef="m"/>'), '<bpmn:message id="m" name="enough"/>'), { items });
      const waste = await application.item('bx-construction-waste');
      await say(office, application.id, 'enough');
      const page = await application.view('clerk');
      expect(page.items.map(({ status }) => status)).toEqual(['stopped', 'stopped']);
      expect(page.workItems.map(({ name }) => name)).toEqual(['aside']);
      expect((await office.get<CaseView>('clerk', `/cases/${waste}`)).workItems).toEqual([]);
    });

    it('an error and an escalation of one item come out at the call, and its sibling is interrupted only by the error', async () => {
      await publish(office, 'item-standard', { definitions: error, process: `${start}${itemStep('look', 'oa:outcomes="ok:对,no:错"')}<bpmn:exclusiveGateway id="x"/>${end()}${end('wrong', '<bpmn:errorEventDefinition errorRef="e"/>')}${flows('start -> look', 'look -> x', 'x -[outcome = "ok"]-> end', 'x -[outcome = "no"]-> wrong')}` });
      const failing = await fileUnder(office, stage(border('b', '<bpmn:errorEventDefinition errorRef="e"/>'), error), { items });
      await failing.actIn(await failing.item('bx-construction-waste'), 'reviewer-ggsy', 'no');
      expect((await failing.view('clerk')).workItems.map(({ name }) => name)).toEqual(['aside']);
      expect((await failing.view('clerk')).items.map(({ status }) => status)).toEqual(['stopped', 'stopped']);
      expect(await happened(failing)).toContain('itemFailed');

      await publish(office, 'item-standard', { definitions: escalation, process: `${start}${itemStep('look')}<bpmn:intermediateThrowEvent id="raise"><bpmn:escalationEventDefinition escalationRef="esc"/></bpmn:intermediateThrowEvent>${itemStep('goOn')}${end()}${flows('start -> look', 'look -> raise', 'raise -> goOn', 'goOn -> end')}` });
      const raising = await fileUnder(office, stage(border('b', '<bpmn:escalationEventDefinition escalationRef="esc"/>', false), escalation), { items });
      await raising.actIn(await raising.item('bx-construction-waste'), 'reviewer-ggsy', 'look');
      expect((await raising.view('clerk')).workItems.map(({ name }) => name).sort()).toEqual(['aside', 'goOn', 'look']);
    });

    it('an item tells its stage by message, and the stage its items by signal', async () => {
      await publish(office, 'item-standard', { definitions: '<bpmn:message id="m" name="found"/><bpmn:signal id="s" name="freeze"/>', process: `${start}${itemStep('look')}<bpmn:boundaryEvent id="frozen" attachedToRef="look" cancelActivity="false"><bpmn:signalEventDefinition signalRef="s"/></bpmn:boundaryEvent>${itemStep('note')}${end('noted')}<bpmn:intermediateThrowEvent id="tell"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateThrowEvent>${end()}${flows('start -> look', 'look -> tell', 'tell -> end', 'frozen -> note', 'note -> noted')}` });
      const application = await fileUnder(office, { definitions: '<bpmn:message id="m" name="found"/><bpmn:signal id="s" name="freeze"/>', process: `${start}<bpmn:parallelGateway id="fork"/>${call}<bpmn:receiveTask id="hear" messageRef="m"/><bpmn:intermediateThrowEvent id="freeze"><bpmn:signalEventDefinition signalRef="s"/></bpmn:intermediateThrowEvent><bpmn:parallelGateway id="join"/>${end()}${flows('start -> fork', 'fork -> examineItems', 'fork -> hear', 'hear -> freeze', 'freeze -> join', 'examineItems -> join', 'join -> end')}` }, { items });
      await application.actIn(await application.item('bx-construction-waste'), 'reviewer-ggsy', 'look');
      await test.product.settle();
      // The other item has heard what the stage threw when it heard the first.
      expect((await application.view('clerk')).workItems.map(({ name }) => name).sort()).toEqual(['look', 'note']);
    });
  });
});
