import { diagram, flowsOf, play, process, traces } from './play.js';

const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';
const cardinality = (number: string): string => `<loopCardinality xsi:type="tFormalExpression">${number}</loopCardinality>`;
const until = (condition: string): string => `<completionCondition xsi:type="tFormalExpression">${condition}</completionCondition>`;

describe('repetition', () => {
  it('parallel instances are open together; the activity is done when the last one is', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"><multiInstanceLoopCharacteristics>${cardinality('n')}</multiInstanceLoopCharacteristics></userTask>${end}`, 'S -> A -> E'));
    expect(traces(await play(xml, [{ start: 'P', variables: { n: 3 } }, { complete: 'A', nth: 2 }, { complete: 'A' }, { complete: 'A', nth: 1 }, { complete: 'A' }]))).toEqual(['S | A A A', 'A | A A', 'A | A', 'refused | A', 'A E | completed']);
    expect(traces(await play(xml, [{ start: 'P', variables: { n: 0 } }]))).toEqual(['S E | completed']);
    expect(traces(await play(xml, [{ start: 'P', variables: { n: 'three' } }]))).toEqual(['S | invalid-cardinality@A']);
  });

  it('sequential instances are open one after another, each with its element', async () => {
    const xml = diagram(process('P', `${start}<scriptTask id="A"><multiInstanceLoopCharacteristics isSequential="true" oa:collection="names" oa:elementVariable="name"/><script>{all: concatenate(all, [name]), last: loopCounter}</script></scriptTask>${end}`, 'S -> A -> E'));
    const [step] = await play(xml, [{ start: 'P', variables: { names: ['甲', '乙', '丙'], all: [] } }]);
    expect(step?.executed).toEqual(['S', 'A', 'A', 'A', 'E']);
    expect(step?.instances[0]?.variables).toEqual({ names: ['甲', '乙', '丙'], all: ['甲', '乙', '丙'], last: 3 });
  });

  it('a completion condition ends the rest', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"><multiInstanceLoopCharacteristics>${cardinality('5')}${until('numberOfCompletedInstances / numberOfInstances >= 0.4')}</multiInstanceLoopCharacteristics></userTask>${end}`, 'S -> A -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'A' }]))).toEqual(['S | A A A A A', 'A | A A A A', 'A E | completed']);
  });

  it('a repeated sub-process has tokens of its own in each instance', async () => {
    const xml = diagram(process('P', `${start}<subProcess id="U"><multiInstanceLoopCharacteristics oa:collection="items" oa:elementVariable="item"/><startEvent id="US"/><exclusiveGateway id="G"/><userTask id="A"/><userTask id="B"/><endEvent id="UE"/>${flowsOf('US -> G\nG -> A [item > 1]\nG -> B [item = 1]\nA -> UE\nB -> UE')}</subProcess>${end}`, 'S -> U -> E'));
    expect(traces(await play(xml, [{ start: 'P', variables: { items: [1, 2] } }, { complete: 'A' }, { complete: 'B' }]))).toEqual(['S US G US G | B A', 'A UE U | B', 'B UE U E | completed']);
  });

  it('a boundary event guards the repetition as a whole', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"><multiInstanceLoopCharacteristics>${cardinality('3')}</multiInstanceLoopCharacteristics></userTask><boundaryEvent id="B" attachedToRef="A"><messageEventDefinition messageRef="m-stop"/></boundaryEvent><userTask id="C"/>${end}`, 'S -> A -> E\nB -> C'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { message: 'stop' }]))).toEqual(['S | A A A', 'A | A A', 'B | C']);
  });

  it('a standard loop repeats while its condition holds and no longer than its maximum', async () => {
    const loop = (attributes: string, condition: string): string => diagram(process('P', `${start}<scriptTask id="A"><standardLoopCharacteristics ${attributes}><loopCondition xsi:type="tFormalExpression">${condition}</loopCondition></standardLoopCharacteristics><script>{n: n + 1}</script></scriptTask>${end}`, 'S -> A -> E'));
    const runs = async (xml: string, n: number): Promise<unknown> => (await play(xml, [{ start: 'P', variables: { n } }]))[0]?.instances[0]?.variables['n'];
    expect(await runs(loop('', 'n &lt; 3'), 0)).toBe(3);
    expect(await runs(loop('', 'n &lt; 3'), 5)).toBe(6);
    expect(await runs(loop('testBefore="true"', 'n &lt; 3'), 5)).toBe(5);
    expect(await runs(loop('loopMaximum="2"', 'n &lt; 9'), 0)).toBe(2);
    expect(await runs(loop('testBefore="true"', 'loopCounter &lt; 4'), 0)).toBe(4);
  });

  it('open tasks stand once for each instance; an event at which several instances wait stands once', async () => {
    const catching = '<intermediateCatchEvent id="C"><messageEventDefinition messageRef="m-go"/></intermediateCatchEvent>';
    const xml = diagram(process('P', `${start}<subProcess id="U"><multiInstanceLoopCharacteristics>${cardinality('3')}</multiInstanceLoopCharacteristics><startEvent id="US"/><parallelGateway id="F"/>${catching}<userTask id="A"/><parallelGateway id="J"/><endEvent id="UE"/>${flowsOf('US -> F -> C -> J\nF -> A -> J -> UE')}</subProcess>${end}`, 'S -> U -> E'));
    expect((await play(xml, [{ start: 'P' }]))[0]?.instances[0]).toMatchObject({ open: ['A', 'A', 'A'], waitingAt: ['C'] });
    expect((await play(xml, [{ start: 'P' }, { completeAllOpen: true }]))[1]?.instances[0]).toMatchObject({ open: [], waitingAt: ['C', 'J'] });
  });
});
