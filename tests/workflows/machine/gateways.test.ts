import { diagram, play, process, traces } from './play.js';

const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';

describe('gateways', () => {
  it('an exclusive split takes the first flow in document order whose condition holds', async () => {
    const xml = diagram(process('P', `${start}<exclusiveGateway id="G" default="G_C"/><task id="A"/><task id="B"/><task id="C"/>${end}`, `S -> G
      G -> A [n > 10]
      G -> B [n > 5]
      G -> C [default]
      A -> E
      B -> E
      C -> E`));
    expect(traces(await play(xml, [{ start: 'P', variables: { n: 20 } }, { start: 'P', variables: { n: 6 } }, { start: 'P', variables: {} }])).map((trace) => trace.split(' | ')[0])).toEqual(['S G A E', 'S G B E', 'S G C E']);
  });

  it('a step may have any name that XML allows', async () => {
    const names = ['created', 'constructor', 'toString', '__proto__', 'hasOwnProperty'];
    const chain = diagram(process('P', `${start}${names.map((id) => `<userTask id="${id}"/>`).join('')}${end}`, `S -> ${names.join(' -> ')} -> E`));
    expect(traces(await play(chain, [{ start: 'P' }, ...names.map((id) => ({ complete: id }))]))).toEqual(['S | created', 'created | constructor', 'constructor | toString', 'toString | __proto__', '__proto__ | hasOwnProperty', 'hasOwnProperty E | completed']);

    const branches = diagram(process('P', `${start}<inclusiveGateway id="G" default="G_skipped"/><userTask id="choice"/><userTask id="skipped"/><inclusiveGateway id="J"/>${end}`, `S -> G
      G -> choice [n > 1]
      G -> skipped [default]
      choice -> J -> E
      skipped -> J`));
    expect(traces(await play(branches, [{ start: 'P', variables: { n: 2 } }, { complete: 'choice' }]))).toEqual(['S G | choice', 'choice J E | completed']);
  });

  it('a case that falls into the gap between conditions stops as an incident and names the gateway', async () => {
    const xml = diagram(process('P', `${start}<exclusiveGateway id="G"/><task id="A"/>${end}`, 'S -> G\nG -> A [n > 1]\nG -> E [n < 0]\nA -> E'));
    expect(traces(await play(xml, [{ start: 'P', variables: { n: 0 } }]))).toEqual(['S | no-outgoing-flow@G']);
  });

  it('a parallel join waits for all its flows', async () => {
    const xml = diagram(process('P', `${start}<parallelGateway id="F"/><userTask id="A"/><userTask id="B"/><parallelGateway id="J"/>${end}`, 'S -> F -> A -> J\nF -> B -> J -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'B' }, { complete: 'B' }, { complete: 'A' }]))).toEqual(['S F | A B', 'B | A (J)', 'refused | A (J)', 'A J E | completed']);
  });

  it('branches that end by themselves let the process end when the last one does', async () => {
    const xml = diagram(process('P', `${start}<parallelGateway id="F"/><userTask id="A"/><userTask id="B"/><endEvent id="E1"/><endEvent id="E2"/>`, 'S -> F -> A -> E1\nF -> B -> E2'));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'B' }]))).toEqual(['S F | A B', 'A E1 | B', 'B E2 | completed']);
  });

  it('overlapping concurrency that has no nested form runs all the same', async () => {
    const xml = diagram(process('P', `${start}<parallelGateway id="F"/><userTask id="A"/><userTask id="B"/><parallelGateway id="FA"/><userTask id="C"/><parallelGateway id="J1"/><userTask id="D"/><parallelGateway id="J2"/>${end}`, `S -> F -> A -> FA -> C -> J2
      F -> B -> J1
      FA -> J1 -> D -> J2 -> E`));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'C' }, { complete: 'B' }, { complete: 'D' }]))).toEqual(['S F | A B', 'A FA | B C (J1)', 'C | B (J1) (J2)', 'B J1 | D (J2)', 'D J2 E | completed']);
  });

  it('an inclusive split takes every flow that holds, and its join waits for exactly those', async () => {
    const xml = diagram(process('P', `${start}<inclusiveGateway id="O" default="O_C"/><userTask id="A"/><userTask id="B"/><userTask id="C"/><inclusiveGateway id="J"/>${end}`, `S -> O
      O -> A [a]
      O -> B [b]
      O -> C [default]
      A -> J
      B -> J
      C -> J -> E`));
    expect(traces(await play(xml, [{ start: 'P', variables: { a: true, b: true } }, { complete: 'A' }, { complete: 'B' }]))).toEqual(['S O | A B', 'A | B (J)', 'B J E | completed']);
    expect(traces(await play(xml, [{ start: 'P', variables: { a: true, b: false } }, { complete: 'A' }]))).toEqual(['S O | A', 'A J E | completed']);
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'C' }]))).toEqual(['S O | C', 'C J E | completed']);
  });

  it('an inclusive join goes on when the token that it waited for vanishes at another end', async () => {
    const xml = diagram(process('P', `${start}<inclusiveGateway id="O"/><userTask id="A"/><userTask id="B"/><exclusiveGateway id="X"/><endEvent id="Lost"/><inclusiveGateway id="J"/>${end}`, `S -> O
      O -> A [true]
      O -> B [true]
      A -> J
      B -> X
      X -> Lost [lost]
      X -> J [not(lost)]
      J -> E`));
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'B', variables: { lost: true } }]))).toEqual(['S O | A B', 'A | B (J)', 'B X J Lost E | completed']);
  });

  it('an activity with several flows splits, and its conditions choose among them', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A" default="A_D"/><userTask id="B"/><userTask id="C"/><userTask id="D"/><endEvent id="E1"/><endEvent id="E2"/><endEvent id="E3"/>`, `S -> A
      A -> B [b]
      A -> C [c]
      A -> D [default]
      B -> E1
      C -> E2
      D -> E3`));
    expect(traces(await play(xml, [{ start: 'P', variables: { b: true, c: true } }, { complete: 'A' }]))[1]).toBe('A | B C');
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }]))[1]).toBe('A | D');
  });

  it('an event-based gateway follows the first event and forgets the others', async () => {
    const xml = diagram(process('P', `${start}<eventBasedGateway id="G"/><intermediateCatchEvent id="M"><messageEventDefinition messageRef="m-go"/></intermediateCatchEvent><intermediateCatchEvent id="T"><timerEventDefinition><timeDuration>PT10S</timeDuration></timerEventDefinition></intermediateCatchEvent><userTask id="A"/><userTask id="B"/>${end}`, 'S -> G -> M -> A -> E\nG -> T -> B -> E'));
    expect(traces(await play(xml, [{ start: 'P' }, { message: 'go' }, { advance: 'PT1H' }]))).toEqual(['S | (G)', 'G M | A', ' | A']);
    expect(traces(await play(xml, [{ start: 'P' }, { advance: 'PT10S' }, { message: 'go' }]))).toEqual(['S | (G)', 'G T | B', 'refused | B']);
  });

  it('a loop of gateways alone is an incident and does not hang', async () => {
    const xml = diagram(process('P', `${start}<exclusiveGateway id="G"/><exclusiveGateway id="H"/>${end}`, 'S -> G -> H\nH -> G [true]\nH -> E [false]'));
    const [step] = await (async () => {
      const { readFlow } = await import('../../../src/workflows/bpmn/read-flow.js');
      const { compileFlow } = await import('../../../src/workflows/compile/compile-flow.js');
      const { loadFlow } = await import('../../../src/workflows/machine/load-flow.js');
      const { runScenario } = await import('../../../src/workflows/scenario/run-scenario.js');
      const { model } = await readFlow(xml);
      return runScenario((model?.processes ?? []).map((flow) => loadFlow(compileFlow(flow))), { steps: [{ start: 'P' }] }).steps;
    })();
    expect(step?.instances[0]?.incident?.reason).toBe('endless-loop');
  });
});

describe('inclusive blocks', () => {
  const block = (flows: string, mark = ''): string => diagram(process('P', `${start}<inclusiveGateway id="O"${mark}/><userTask id="A"/><userTask id="B"/><userTask id="C"/><inclusiveGateway id="J"/>${end}`, `S -> O\n${flows}\nA -> J\nB -> J\nC -> J -> E`));

  it('a default beside a flow without condition is never taken', async () => {
    const xml = block('O -> A\nO -> B [b]\nO -> C [default]', ' default="O_C"');
    expect(traces(await play(xml, [{ start: 'P', variables: { b: false } }, { start: 'P', variables: { b: true } }]))).toEqual(['S O | A', 'S O | A / A B']);
  });

  it('a split of which no condition holds is an incident that can be repaired by its variables', async () => {
    const xml = block('O -> A [a]\nO -> B [b]\nO -> C [c]');
    expect(traces(await play(xml, [{ start: 'P' }]))).toEqual(['S | no-outgoing-flow@O']);
  });

  it('is carried by nested states, the join by the end of all of them', async () => {
    const { readFlow } = await import('../../../src/workflows/bpmn/read-flow.js');
    const { compileFlow } = await import('../../../src/workflows/compile/compile-flow.js');
    const { model } = await readFlow(block('O -> A [a]\nO -> B [b]\nO -> C [default]', ' default="O_C"'));
    const definition = model && compileFlow(model.processes[0] as never).definition['P'];
    expect(definition?.shape).toBe('nested');
    expect(Object.keys(definition?.machine.states?.['O split']?.states ?? {})).toEqual(['branch 1', 'branch 2', 'branch 3']);
  });
});
