import { prepareFlow } from '../../../src/workflows/prepare-flow.js';
import { diagram, flowsOf, play, process, traces } from './play.js';

// Elements that the other files of this folder use in passing or not at all, each alone.

const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';
const user = (...ids: string[]): string => ids.map((id) => `<userTask id="${id}"/>`).join('');
const message = (name: string): string => `<messageEventDefinition messageRef="m-${name}"/>`;
const signal = (name: string): string => `<signalEventDefinition signalRef="s-${name}"/>`;
const condition = (text: string): string => `<conditionalEventDefinition><condition>${text}</condition></conditionalEventDefinition>`;
const escalation = '<escalationEventDefinition escalationRef="esc-late"/>';
const roots = '<signal id="s-go" name="go"/><escalation id="esc-late" escalationCode="late"/>';

const run = async (xml: string, steps: Parameters<typeof play>[1]): Promise<string[]> => traces(await play(xml, steps));

describe('starts', () => {
  it('several start events each begin an instance of their own', async () => {
    const xml = diagram(roots, process('P', `<startEvent id="S1"/><startEvent id="S2">${message('go')}</startEvent>${user('A', 'B')}<endEvent id="E1"/><endEvent id="E2"/>`, 'S1 -> A -> E1\nS2 -> B -> E2'));
    const steps = await play(xml, [{ start: 'P' }, { message: 'go' }]);
    expect(steps[1]?.instances.map(({ open }) => open)).toEqual([['A'], ['B']]);
  });

  it('a conditional start begins an instance whose variables fulfil it, and no other', async () => {
    const xml = diagram(process('P', `<startEvent id="S">${condition('area > 500')}</startEvent>${user('A')}${end}`, 'S -> A -> E'));
    expect(await run(xml, [{ start: 'P', variables: { area: 501 } }])).toEqual(['S | A']);
    expect((await play(xml, [{ start: 'P', variables: { area: 500 } }]))[0]?.accepted).toBe(false);
  });
});

describe('ends', () => {
  it('a message end tells another process, a signal end all that wait', async () => {
    const xml = diagram(roots,
      process('P', `${start}<parallelGateway id="F"/><endEvent id="EM">${message('go')}</endEvent><endEvent id="ES">${signal('go')}</endEvent>`, 'S -> F -> EM\nF -> ES'),
      process('Q', `<startEvent id="QS">${message('go')}</startEvent><intermediateCatchEvent id="W">${signal('go')}</intermediateCatchEvent>${user('QA')}<endEvent id="QE"/>`, 'QS -> W -> QA -> QE'));
    const [step] = await play(xml, [{ start: 'P' }]);
    expect(step?.instances.map(({ process: key, status, open }) => [key, status, ...open])).toEqual([['P', 'completed'], ['Q', 'active', 'QA']]);
  });

  it('a compensation end undoes what was finished before the process is done', async () => {
    const xml = diagram(process('P', `${start}${user('A', 'B')}<boundaryEvent id="C" attachedToRef="A"><compensateEventDefinition/></boundaryEvent><userTask id="U" isForCompensation="true"/><association id="a" associationDirection="One" sourceRef="C" targetRef="U"/><endEvent id="E"><compensateEventDefinition/></endEvent>`, 'S -> A -> B -> E'));
    expect(await run(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'B' }, { complete: 'U' }])).toEqual(['S | A', 'A | B', 'B | U', 'U E | completed']);
  });

  it('an escalation end of a sub-process is caught at its border, and the rest goes on', async () => {
    const xml = diagram(roots, process('P', `${start}<subProcess id="R"><startEvent id="RS"/><parallelGateway id="F"/>${user('A')}<endEvent id="RE"/><endEvent id="RX">${escalation}</endEvent>${flowsOf('RS -> F -> A -> RE\nF -> RX')}</subProcess><boundaryEvent id="B" attachedToRef="R" cancelActivity="false">${escalation}</boundaryEvent>${user('C')}<endEvent id="BE"/>${end}`, 'S -> R -> E\nB -> C -> BE'));
    const steps = await play(xml, [{ start: 'P' }, { complete: 'C' }, { complete: 'A' }]);
    expect(steps.map(({ instances }) => instances[0]).map((one) => `${one?.open.toSorted().join()} ${one?.status}`)).toEqual(['A,C active', 'A active', ' completed']);
  });
});

describe('boundary events', () => {
  it.each([
    ['message', message('go'), { message: 'go' }],
    ['signal', signal('go'), { signal: 'go' }],
    ['condition', condition('x = 1'), { setVariables: { x: 1 } }],
    ['timer', '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>', { advance: 'PT1H' }],
  ])('an interrupting %s withdraws the step, one that does not interrupt leaves it open', async (_what, definition, step) => {
    const xml = (mark: string): string => diagram(roots, process('P', `${start}${user('A', 'B')}<boundaryEvent id="X" attachedToRef="A"${mark}>${definition}</boundaryEvent><endEvent id="XE"/>${end}`, 'S -> A -> E\nX -> B -> XE'));
    expect(await run(xml(''), [{ start: 'P' }, step])).toEqual(['S | A', 'X | B']);
    expect(await run(xml(' cancelActivity="false"'), [{ start: 'P' }, step])).toEqual(['S | A', 'X | A B']);
  });
});

describe('tasks', () => {
  it('a manual task waits for a person, an abstract task does not', async () => {
    const xml = diagram(process('P', `${start}<task id="T"/><manualTask id="M"/>${end}`, 'S -> T -> M -> E'));
    expect(await run(xml, [{ start: 'P' }, { complete: 'M' }])).toEqual(['S T | M', 'M E | completed']);
  });

  it('a send task tells its message to the receive task that waits for it', async () => {
    const xml = diagram(
      process('Q', `<startEvent id="QS"/><receiveTask id="R" messageRef="m-go"/><endEvent id="QE"/>`, 'QS -> R -> QE'),
      process('P', `${start}<sendTask id="T" messageRef="m-go"/>${end}`, 'S -> T -> E'));
    expect((await play(xml, [{ start: 'Q' }, { start: 'P' }]))[1]?.instances.map(({ status }) => status)).toEqual(['completed', 'completed']);
  });

  it('a business rule task hands on what its table answers', async () => {
    const xml = diagram(process('P', `${start}<businessRuleTask id="D"/>${user('A')}${end}`, 'S -> D -> A -> E'));
    expect((await play(xml, [{ start: 'P' }], { D: { result: { level: '=if 2 > 1 then "city" else "banner"' } } }))[0]?.instances[0]).toMatchObject({ open: ['A'], variables: { level: 'city' } });
  });
});

describe('repeated sub-processes and calls', () => {
  it('a sub-process with a standard loop begins again while its condition holds', async () => {
    const xml = diagram(process('P', `${start}<subProcess id="R"><standardLoopCharacteristics><loopCondition>again = true</loopCondition></standardLoopCharacteristics><startEvent id="RS"/>${user('A')}<endEvent id="RE"/>${flowsOf('RS -> A -> RE')}</subProcess>${end}`, 'S -> R -> E'));
    expect(await run(xml, [{ start: 'P' }, { complete: 'A', variables: { again: true } }, { complete: 'A', variables: { again: false } }])).toEqual(['S RS | A', 'A RE R RS | A', 'A RE R E | completed']);
  });

  it('a call over a collection begins an instance for each of its elements and waits for all', async () => {
    const xml = diagram(
      process('P', `${start}<callActivity id="C" calledElement="Q"><multiInstanceLoopCharacteristics oa:collection="items" oa:elementVariable="item"/></callActivity>${end}`, 'S -> C -> E'),
      process('Q', `<startEvent id="QS"/>${user('A')}<endEvent id="QE"/>`, 'QS -> A -> QE'));
    const steps = await play(xml, [{ start: 'P', variables: { items: ['a', 'b'] } }, { complete: 'A' }, { completeAllOpen: true }]);
    expect(steps.map(({ instances }) => instances.map(({ status }) => status).join())).toEqual(['active,active,active', 'active,completed,active', 'completed,completed,completed']);
    expect(steps[0]?.instances.slice(1).map(({ variables }) => variables['item'])).toEqual(['a', 'b']);
  });
});

describe('what only explains', () => {
  it('lanes, pools, data, text and groups change nothing in how the process runs', async () => {
    const bare = process('P', `${start}${user('A')}${end}`, 'S -> A -> E');
    const decorated = process('P', `<laneSet id="L"><lane id="L1" name="窗口"><flowNodeRef>A</flowNodeRef></lane></laneSet><dataObject id="D"/><dataObjectReference id="DR" dataObjectRef="D"/><textAnnotation id="N"><text>注</text></textAnnotation><group id="G"/>${start}${user('A')}${end}`, 'S -> A -> E');
    const pool = '<collaboration id="K"><participant id="K1" processRef="P"/></collaboration>';
    const steps = [{ start: 'P' }, { complete: 'A' }];
    expect(await run(diagram(pool, decorated), steps)).toEqual(await run(diagram(bare), steps));
  });

  it.each([
    ['a complex gateway', '<complexGateway id="U"/>'],
    ['an ad-hoc sub-process', '<adHocSubProcess id="U"><task id="T"/></adHocSubProcess>'],
    ['a script in another language', '<scriptTask id="U" scriptFormat="javascript"><script>x = 1</script></scriptTask>'],
  ])('%s is refused, never ignored', async (_what, element) => {
    const { ok, findings } = await prepareFlow(diagram(process('P', `${start}${element}${end}`, 'S -> U -> E')));
    expect({ ok, rules: findings.filter(({ severity }) => severity === 'error').map(({ rule, elements }) => `${rule} ${elements.join()}`) }).toEqual({ ok: false, rules: ['unsupported-element U'] });
  });

  it('a choreography is refused, never ignored', async () => {
    const { ok, findings } = await prepareFlow(diagram(process('P', `${start}${end}`, 'S -> E'), '<choreography id="CH"/>'));
    expect({ ok, rules: findings.map(({ rule }) => rule) }).toEqual({ ok: false, rules: ['unsupported-element'] });
  });
});
