import { diagram, flowsOf, play, process, traces } from './play.js';

const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';

describe('sub-processes', () => {
  it('a sub-process ends when its last token does', async () => {
    const xml = diagram(process('P', `${start}<subProcess id="U"><startEvent id="US"/><parallelGateway id="F"/><userTask id="A"/><userTask id="B"/>${flowsOf('US -> F -> A\nF -> B')}</subProcess>${end}`, 'S -> U -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'B' }]))).toEqual(['S US F | A B', 'A | B', 'B U E | completed']);
  });

  it('a sub-process without start event begins at every step without incoming flow', async () => {
    const xml = diagram(process('P', `${start}<subProcess id="U"><userTask id="A"/><userTask id="B"/></subProcess>${end}`, 'S -> U -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'B' }]))).toEqual(['S | A B', 'A | B', 'B U E | completed']);
  });

  it('terminate inside a sub-process ends only that', async () => {
    const xml = diagram(process('P', `${start}<subProcess id="U"><startEvent id="US"/><parallelGateway id="F"/><userTask id="A"/><userTask id="B"/><endEvent id="X"><terminateEventDefinition/></endEvent>${flowsOf('US -> F -> A -> X\nF -> B')}</subProcess><userTask id="C"/>`, 'S -> U -> C'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }]))).toEqual(['S US F | A B', 'A X U | C']);
  });

  it('an interrupting event sub-process takes the place of everything in its scope', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"/>${end}<subProcess id="H" triggeredByEvent="true"><startEvent id="HS"><messageEventDefinition messageRef="m-stop"/></startEvent><userTask id="B"/><endEvent id="HE"/>${flowsOf('HS -> B -> HE')}</subProcess>`, 'S -> A -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { message: 'stop' }, { message: 'stop' }, { complete: 'B' }]))).toEqual(['S | A', 'HS | B', 'refused | B', 'B HE H | completed']);
  });

  it('a non-interrupting event sub-process runs beside, as often as its event comes, and the scope waits for it', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"/>${end}<subProcess id="H" triggeredByEvent="true"><startEvent id="HS" isInterrupting="false"><messageEventDefinition messageRef="m-go"/></startEvent><userTask id="B"/><endEvent id="HE"/>${flowsOf('HS -> B -> HE')}</subProcess>`, 'S -> A -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { message: 'go' }, { message: 'go' }, { complete: 'A' }, { complete: 'B' }, { complete: 'B' }])))
      .toEqual(['S | A', 'HS | A B', 'HS | A B B', 'A E | B B', 'B HE H | B', 'B HE H | completed']);
  });

  it('an error event sub-process is nearer than a boundary event', async () => {
    const xml = diagram(process('P', `${start}<subProcess id="U"><startEvent id="US"/><serviceTask id="T"/><endEvent id="UE"/>${flowsOf('US -> T -> UE')}
      <subProcess id="H" triggeredByEvent="true"><startEvent id="HS"><errorEventDefinition/></startEvent><userTask id="R"/>${flowsOf('HS -> R')}</subProcess></subProcess>
      <boundaryEvent id="B" attachedToRef="U"><errorEventDefinition/></boundaryEvent><userTask id="C"/>${end}`, 'S -> U -> E\nB -> C'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'R' }], { T: { error: 'E1' } }))).toEqual(['S US HS | R', 'R H U E | completed']);
  });

  it('a called flow is an instance of its own, gets all variables and gives them back', async () => {
    const xml = diagram(
      process('P', `${start}<callActivity id="C" calledElement="Q"/><userTask id="A"/>`, 'S -> C -> A'),
      process('Q', `<startEvent id="QS"/><userTask id="B"/><endEvent id="QE"/>`, 'QS -> B -> QE'),
    );
    const steps = await play(xml, [{ start: 'P', variables: { a: 1 } }, { complete: 'B', variables: { b: 2 } }]);
    expect(traces(steps)).toEqual(['S QS |  / B', 'B QE C | A / completed']);
    expect(steps[0]?.instances[1]).toMatchObject({ id: '2', parent: '1', process: 'Q', variables: { a: 1 } });
    expect(steps[1]?.instances[0]?.variables).toEqual({ a: 1, b: 2 });
  });

  it('an error of a called flow comes out at its call, and an interrupted call cancels it', async () => {
    const xml = diagram(
      process('P', `${start}<callActivity id="C" calledElement="Q"/><boundaryEvent id="B" attachedToRef="C"><errorEventDefinition errorRef="e-1"/></boundaryEvent><boundaryEvent id="M" attachedToRef="C"><messageEventDefinition messageRef="m-stop"/></boundaryEvent><userTask id="A"/>${end}`, 'S -> C -> E\nB -> A\nM -> A'),
      process('Q', `<startEvent id="QS"/><userTask id="T"/><endEvent id="QE"><errorEventDefinition errorRef="e-1"/></endEvent>`, 'QS -> T -> QE'),
    );
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'T' }]))).toEqual(['S QS |  / T', 'T QE B | A / ended-by-error']);
    expect(traces(await play(xml, [{ start: 'P' }, { message: 'stop' }]))).toEqual(['S QS |  / T', 'M | A / cancelled']);
  });

  it('a call of a flow that is not there is an incident', async () => {
    const xml = diagram(process('P', `${start}<callActivity id="C" calledElement="Gone"/>${end}`, 'S -> C -> E'));
    expect(traces(await play(xml, [{ start: 'P' }]))).toEqual(['S | called-flow-missing@C']);
  });

  it('a case that can never go on is an incident that names the join', async () => {
    const xml = diagram(process('P', `${start}<exclusiveGateway id="X"/><userTask id="A"/><userTask id="B"/><parallelGateway id="J"/>${end}`, 'S -> X\nX -> A [a]\nX -> B [not(a)]\nA -> J\nB -> J -> E'));
    expect(traces(await play(xml, [{ start: 'P', variables: { a: true } }, { complete: 'A' }]))).toEqual(['S X | A', 'A | stuck@J']);
  });
});

describe('transactions and compensation', () => {
  const undoable = (id: string): string => `<task id="${id}"/><boundaryEvent id="b${id}" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><task id="undo${id}" isForCompensation="true"/><association id="as${id}" sourceRef="b${id}" targetRef="undo${id}"/>`;

  it('a compensation throw undoes what is finished, the last first, then goes on', async () => {
    const xml = diagram(process('P', `${start}${undoable('A')}${undoable('B')}<userTask id="C"/><intermediateThrowEvent id="X"><compensateEventDefinition/></intermediateThrowEvent>${end}`, 'S -> A -> B -> C -> X -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'C' }]))).toEqual(['S A B | C', 'C undoB undoA X E | completed']);
  });

  it('a compensation of one activity undoes that one only', async () => {
    const xml = diagram(process('P', `${start}${undoable('A')}${undoable('B')}<endEvent id="X"><compensateEventDefinition activityRef="A"/></endEvent>`, 'S -> A -> B -> X'));
    expect(traces(await play(xml, [{ start: 'P' }]))).toEqual(['S A B undoA X | completed']);
  });

  it('a finished sub-process is undone from inside', async () => {
    const xml = diagram(process('P', `${start}<subProcess id="U"><startEvent id="US"/>${undoable('A')}${flowsOf('US -> A')}</subProcess><endEvent id="X"><compensateEventDefinition/></endEvent>`, 'S -> U -> X'));
    expect(traces(await play(xml, [{ start: 'P' }]))).toEqual(['S US A U undoA X | completed']);
  });

  it('a cancelled transaction is undone and goes on at its cancel boundary event', async () => {
    const xml = diagram(process('P', `${start}<transaction id="T"><startEvent id="TS"/>${undoable('A')}<userTask id="B"/><exclusiveGateway id="G"/><endEvent id="TC"><cancelEventDefinition/></endEvent><endEvent id="TE"/>${flowsOf('TS -> A -> B -> G\nG -> TC [no]\nG -> TE [not(no)]')}</transaction>
      <boundaryEvent id="BC" attachedToRef="T"><cancelEventDefinition/></boundaryEvent><userTask id="H"/>${end}`, 'S -> T -> E\nBC -> H'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'B', variables: { no: true } }]))).toEqual(['S TS A | B', 'B G TC undoA BC | H']);
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'B', variables: { no: false } }]))).toEqual(['S TS A | B', 'B G TE T E | completed']);
  });
});
