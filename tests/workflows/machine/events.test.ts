import { diagram, flowsOf, play, process, traces } from './play.js';

const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';
const message = (name: string): string => `<messageEventDefinition messageRef="m-${name}"/>`;
const timer = (kind: string, value: string): string => `<timerEventDefinition><time${kind}>${value}</time${kind}></timerEventDefinition>`;

describe('events', () => {
  it('catching message, signal, timer and condition wait until theirs comes', async () => {
    const xml = diagram(process('P', `${start}<intermediateCatchEvent id="M">${message('go')}</intermediateCatchEvent><intermediateCatchEvent id="G"><signalEventDefinition signalRef="s-ring"/></intermediateCatchEvent>
      <intermediateCatchEvent id="T">${timer('Duration', 'PT1M')}</intermediateCatchEvent><intermediateCatchEvent id="C"><conditionalEventDefinition><condition xsi:type="tFormalExpression">x > 3</condition></conditionalEventDefinition></intermediateCatchEvent>${end}`, 'S -> M -> G -> T -> C -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { signal: 'ring' }, { message: 'go', variables: { x: 1 } }, { signal: 'ring' }, { advance: 'PT59S' }, { advance: 'PT1S' }, { setVariables: { x: 2 } }, { setVariables: { x: 4 } }])))
      .toEqual(['S | (M)', 'refused | (M)', 'M | (G)', 'G | (T)', ' | (T)', 'T | (C)', ' | (C)', 'C E | completed']);
  });

  it('a task that sends the message which stops its own scope is done all the same', async () => {
    const handler = `<subProcess id="H" triggeredByEvent="true"><startEvent id="HS">${message('stop')}</startEvent><userTask id="X"/><endEvent id="HE"/>${flowsOf('HS -> X -> HE')}</subProcess>`;
    const xml = diagram(process('P', `${start}<sendTask id="A" messageRef="m-stop"/><userTask id="B"/>${handler}${end}`, 'S -> A -> B -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'X' }]))).toEqual(['S A HS | X', 'X HE H | completed']);
  });

  it('an interrupting boundary timer takes the token from its task', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"/><boundaryEvent id="B" attachedToRef="A">${timer('Duration', 'PT10S')}</boundaryEvent><userTask id="Late"/>${end}`, 'S -> A -> E\nB -> Late -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { advance: 'PT10S' }, { complete: 'A' }, { complete: 'Late' }]))).toEqual(['S | A', 'B | Late', 'refused | Late', 'Late E | completed']);
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { advance: 'PT1H' }]))).toEqual(['S | A', 'A E | completed', ' | completed']);
  });

  it('a reminder runs beside its task, as often as its cycle says', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"/><boundaryEvent id="B" attachedToRef="A" cancelActivity="false">${timer('Cycle', 'R2/PT10S')}</boundaryEvent><task id="Remind"/><endEvent id="Reminded"/>${end}`, 'S -> A -> E\nB -> Remind -> Reminded'));
    expect(traces(await play(xml, [{ start: 'P' }, { advance: 'PT10S' }, { advance: 'PT1M' }, { complete: 'A' }]))).toEqual(['S | A', 'B Remind Reminded | A', 'B Remind Reminded | A', 'A E | completed']);
  });

  it('a date and a repeating start timer begin by the virtual clock', async () => {
    const xml = diagram(process('P', `<startEvent id="S">${timer('Cycle', 'R2/PT1H')}</startEvent>${end}`, 'S -> E'));
    expect(traces(await play(xml, [{ advance: 'PT59M' }, { advance: 'PT1M' }, { advance: 'P1D' }]))).toEqual([' | ', 'S E | completed', 'S E | completed / completed']);
  });

  it('working days count from Monday to Friday unless the host knows the calendar', async () => {
    // The virtual clock begins on Thursday, 1 January 2026.
    const xml = diagram(process('P', `${start}<intermediateCatchEvent id="T"><timerEventDefinition oa:workdays="2"/></intermediateCatchEvent>${end}`, 'S -> T -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { advance: 'P3D' }, { advance: 'P1D' }]))).toEqual(['S | (T)', ' | (T)', 'T E | completed']);
  });

  it('a message start, a signal start and an instantiating receive task begin an instance', async () => {
    const xml = diagram(
      process('P', `<startEvent id="S1">${message('go')}</startEvent><startEvent id="S2"><signalEventDefinition signalRef="s-ring"/></startEvent><userTask id="A"/>${end}`, 'S1 -> A\nS2 -> A -> E'),
      process('Q', `<receiveTask id="R" instantiate="true" messageRef="m-stop"/><userTask id="B"/>`, 'R -> B'),
    );
    expect(traces(await play(xml, [{ message: 'go', variables: { a: 1 } }, { signal: 'ring' }, { message: 'stop' }, { start: 'P' }]))).toEqual(['S1 | A', 'S2 | A / A', 'R | A / A / B', 'refused | A / A / B']);
  });

  it('an event-based gateway can begin an instance with the message that comes', async () => {
    const xml = diagram(process('P', `<eventBasedGateway id="G" instantiate="true"/><intermediateCatchEvent id="M1">${message('go')}</intermediateCatchEvent><intermediateCatchEvent id="M2">${message('stop')}</intermediateCatchEvent><userTask id="A"/><userTask id="B"/>`, 'G -> M1 -> A\nG -> M2 -> B'));
    expect(traces(await play(xml, [{ message: 'stop' }]))).toEqual(['G M2 | B']);
  });

  it('a thrown message goes to one that waits, in any instance; a signal goes to all', async () => {
    const xml = diagram(
      process('P', `${start}<intermediateThrowEvent id="T">${message('go')}</intermediateThrowEvent><intermediateThrowEvent id="T2"><signalEventDefinition signalRef="s-ring"/></intermediateThrowEvent>${end}`, 'S -> T -> T2 -> E'),
      process('Q', `<startEvent id="QS"/><intermediateCatchEvent id="C">${message('go')}</intermediateCatchEvent><endEvent id="QE"/>`, 'QS -> C -> QE'),
      process('R', `<startEvent id="RS"/><intermediateCatchEvent id="D"><signalEventDefinition signalRef="s-ring"/></intermediateCatchEvent><endEvent id="RE"/>`, 'RS -> D -> RE'),
    );
    expect(traces(await play(xml, [{ start: 'Q' }, { start: 'Q' }, { start: 'R' }, { start: 'R' }, { start: 'P' }])).at(-1)).toBe('S T T2 E C QE D RE D RE | completed / (C) / completed / completed / completed');
  });

  it('a branch hears the signal that its sister throws', async () => {
    const xml = diagram(process('P', `${start}<parallelGateway id="F"/><intermediateThrowEvent id="T"><signalEventDefinition signalRef="s-ring"/></intermediateThrowEvent><intermediateCatchEvent id="C"><signalEventDefinition signalRef="s-ring"/></intermediateCatchEvent><parallelGateway id="J"/>${end}`, 'S -> F -> T -> J\nF -> C -> J -> E'));
    expect(traces(await play(xml, [{ start: 'P' }]))).toEqual(['S F C T J E | completed']);
  });

  it('links jump within their level', async () => {
    const xml = diagram(process('P', `${start}<intermediateThrowEvent id="L1"><linkEventDefinition name="x"/></intermediateThrowEvent><intermediateCatchEvent id="L2"><linkEventDefinition name="x"/></intermediateCatchEvent>${end}`, 'S -> L1\nL2 -> E'));
    expect(traces(await play(xml, [{ start: 'P' }]))).toEqual(['S L1 L2 E | completed']);
  });

  it('a terminate end takes every other token of its level away', async () => {
    const xml = diagram(process('P', `${start}<parallelGateway id="F"/><userTask id="A"/><userTask id="B"/><endEvent id="X"><terminateEventDefinition/></endEvent>${end}`, 'S -> F -> A -> X\nF -> B -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }]))).toEqual(['S F | A B', 'A X | completed']);
  });

  it('an error goes to the nearest handler: its code before any, and ends the instance when nobody catches it', async () => {
    const elements = `${start}<subProcess id="U"><startEvent id="US"/><serviceTask id="T"/><endEvent id="UE"/>${flowsOf('US -> T -> UE')}</subProcess>
      <boundaryEvent id="Any" attachedToRef="U"><errorEventDefinition/></boundaryEvent><boundaryEvent id="One" attachedToRef="U"><errorEventDefinition errorRef="e-1"/></boundaryEvent><userTask id="A"/><userTask id="B"/>${end}`;
    const xml = diagram(process('P', elements, 'S -> U -> E\nAny -> A -> E\nOne -> B -> E'));
    expect(traces(await play(xml, [{ start: 'P' }], { T: { error: 'E1' } }))).toEqual(['S US One | B']);
    expect(traces(await play(xml, [{ start: 'P' }], { T: { error: 'E2' } }))).toEqual(['S US Any | A']);
    expect(traces(await play(xml, [{ start: 'P' }], { T: { result: { n: '=1 + 1' } } }))).toEqual(['S US T UE U E | completed']);
    const bare = diagram(process('P', `${start}<serviceTask id="T"/>${end}`, 'S -> T -> E'));
    expect((await play(bare, [{ start: 'P' }], { T: { error: 'E9' } }))[0]?.instances[0]).toMatchObject({ status: 'ended-by-error', error: 'E9' });
  });

  it('a person can throw a BPMN error at an open step', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"/><boundaryEvent id="B" attachedToRef="A"><errorEventDefinition errorRef="e-1"/></boundaryEvent><userTask id="C"/>`, 'S -> A\nB -> C'));
    expect(traces(await play(xml, [{ start: 'P' }, { bpmnError: 'E1', at: 'A' }]))).toEqual(['S | A', 'B | C']);
  });

  it('an escalation lets the thrower go on when its catcher does not interrupt', async () => {
    const sub = (throwing: string): string => `<subProcess id="U"><startEvent id="US"/>${throwing}<userTask id="T"/><endEvent id="UE"/>${flowsOf('US -> X -> T -> UE')}</subProcess>`;
    const throwing = '<intermediateThrowEvent id="X"><escalationEventDefinition escalationRef="esc-1"/></intermediateThrowEvent>';
    const caught = (interrupting: boolean): string => diagram(process('P', `${start}${sub(throwing)}<boundaryEvent id="B" attachedToRef="U" cancelActivity="${interrupting}"><escalationEventDefinition escalationRef="esc-1"/></boundaryEvent><userTask id="H"/><endEvent id="E1"/>${end}`, 'S -> U -> E\nB -> H -> E1'));
    expect(traces(await play(caught(false), [{ start: 'P' }]))).toEqual(['S US X B | H T']);
    expect(traces(await play(caught(true), [{ start: 'P' }]))).toEqual(['S US X B | H']);
    const uncaught = diagram(process('P', `${start}${sub(throwing)}`, 'S -> U'));
    expect(traces(await play(uncaught, [{ start: 'P' }]))).toEqual(['S US X | T']);
  });
});
