import { prepareFlow } from '../../../src/workflows/prepare-flow.js';
import type { ScenarioStep } from '../../../src/workflows/scenario/scenario.js';
import { diagram, flowsOf, play, process, traces } from '../machine/play.js';

// The twenty patterns of van der Aalst, ter Hofstede, Kiepuszewski and Barros (Workflow Patterns, 2003), each as BPMN draws it.

const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';
const user = (...ids: string[]): string => ids.map((id) => `<userTask id="${id}"/>`).join('');
const message = (name: string): string => `<messageEventDefinition messageRef="m-${name}"/>`;
const times = (count: string, more = ''): string => `<multiInstanceLoopCharacteristics><loopCardinality>${count}</loopCardinality>${more}</multiInstanceLoopCharacteristics>`;

/** A pattern is a sound diagram that may be published, and runs as the pattern says. */
async function lives(xml: string, steps: ScenarioStep[]): Promise<string[]> {
  const { findings } = await prepareFlow(xml);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return traces(await play(xml, steps));
}

describe('Basic control flow', () => {
  it('1 sequence: the second step opens when the first is done', async () => {
    const xml = diagram(process('P', `${start}${user('A', 'B')}${end}`, 'S -> A -> B -> E'));
    expect(await lives(xml, [{ start: 'P' }, { complete: 'B' }, { complete: 'A' }, { complete: 'B' }])).toEqual(['S | A', 'refused | A', 'A | B', 'B E | completed']);
  });

  const forked = diagram(process('P', `${start}<parallelGateway id="F"/>${user('A', 'B', 'C')}<parallelGateway id="J"/>${end}`, 'S -> F -> A -> J\nF -> B -> J -> C -> E'));
  it('2 parallel split: both branches open at once', async () => {
    expect(await lives(forked, [{ start: 'P' }])).toEqual(['S F | A B']);
  });

  it('3 synchronization: what follows waits for both branches and opens once', async () => {
    expect(await lives(forked, [{ start: 'P' }, { complete: 'B' }, { complete: 'A' }, { complete: 'C' }])).toEqual(['S F | A B', 'B | A (J)', 'A J | C', 'C E | completed']);
  });

  const chosen = diagram(process('P', `${start}<exclusiveGateway id="G" default="G_B"/>${user('A', 'B', 'C')}<exclusiveGateway id="M"/>${end}`, 'S -> G\nG -> A [big]\nG -> B [default]\nA -> M\nB -> M -> C -> E'));
  it('4 exclusive choice: one of the branches opens, by the data', async () => {
    expect(await lives(chosen, [{ start: 'P', variables: { big: true } }])).toEqual(['S G | A']);
    expect(await lives(chosen, [{ start: 'P', variables: { big: false } }])).toEqual(['S G | B']);
  });

  it('5 simple merge: what follows opens whichever branch was taken', async () => {
    expect(await lives(chosen, [{ start: 'P', variables: { big: true } }, { complete: 'A' }])).toEqual(['S G | A', 'A M | C']);
    expect(await lives(chosen, [{ start: 'P', variables: { big: false } }, { complete: 'B' }])).toEqual(['S G | B', 'B M | C']);
  });
});

describe('Advanced branching and synchronization', () => {
  const several = diagram(process('P', `${start}<inclusiveGateway id="O" default="O_C"/>${user('A', 'B', 'C', 'D')}<inclusiveGateway id="J"/>${end}`, 'S -> O\nO -> A [a]\nO -> B [b]\nO -> C [default]\nA -> J\nB -> J\nC -> J -> D -> E'));
  it('6 multi-choice: every branch whose condition holds opens', async () => {
    expect(await lives(several, [{ start: 'P', variables: { a: true, b: true } }])).toEqual(['S O | A B']);
    expect(await lives(several, [{ start: 'P', variables: { a: false, b: true } }])).toEqual(['S O | B']);
  });

  it('7 synchronizing merge: what follows waits for exactly the branches that were taken', async () => {
    expect(await lives(several, [{ start: 'P', variables: { a: true, b: true } }, { complete: 'A' }, { complete: 'B' }])).toEqual(['S O | A B', 'A | B (J)', 'B J | D']);
    expect(await lives(several, [{ start: 'P' }, { complete: 'C' }])).toEqual(['S O | C', 'C J | D']);
  });

  it('8 multi-merge: what follows opens once for every branch, where the merge says that it means it', async () => {
    const merged = (mark: string): string => diagram(process('P', `${start}<parallelGateway id="F"/>${user('A', 'B')}<exclusiveGateway id="M"${mark}/><userTask id="C"${mark}/><endEvent id="E"${mark}/>`, 'S -> F -> A -> M\nF -> B -> M -> C -> E'));
    const { findings } = await prepareFlow(merged(''));
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['lack-of-synchronisation']);
    expect(await lives(merged(' oa:multiMerge="true"'), [{ start: 'P' }, { complete: 'A' }, { complete: 'B' }, { complete: 'C' }, { complete: 'C' }])).toEqual(['S F | A B', 'A M | B C', 'B M | C C', 'C E | C', 'C E | completed']);
  });

  it('9 discriminator: the first branch lets the case go on once, the others are finished without effect', async () => {
    const race = `<subProcess id="R"><startEvent id="RS"/><parallelGateway id="F"/>${user('A', 'B')}<parallelGateway id="J"/><endEvent id="RE"/>${flowsOf('RS -> F -> A -> J\nF -> B -> J -> RE')}</subProcess>`;
    const first = '<boundaryEvent id="X" attachedToRef="R" cancelActivity="false"><conditionalEventDefinition><condition>aDone = true or bDone = true</condition></conditionalEventDefinition></boundaryEvent>';
    const xml = diagram(process('P', `${start}${race}${first}${user('C')}<endEvent id="Rest"/>${end}`, 'S -> R -> Rest\nX -> C -> E'));
    expect(await lives(xml, [{ start: 'P' }, { complete: 'B', variables: { bDone: true } }, { complete: 'C' }, { complete: 'A', variables: { aDone: true } }])).toEqual(['S RS F | A B', 'B X | A C (J)', 'C E | A (J)', 'A J RE R Rest | completed']);
  });

  it('9 discriminator, cancelling: the first branch lets the case go on, the others are withdrawn', async () => {
    const stop = '<terminateEventDefinition/>';
    const race = `<subProcess id="R"><startEvent id="RS"/><parallelGateway id="F"/>${user('A', 'B')}<endEvent id="E1">${stop}</endEvent><endEvent id="E2">${stop}</endEvent>${flowsOf('RS -> F -> A -> E1\nF -> B -> E2')}</subProcess>`;
    const xml = diagram(process('P', `${start}${race}${user('C')}${end}`, 'S -> R -> C -> E'));
    expect(await lives(xml, [{ start: 'P' }, { complete: 'B' }, { complete: 'A' }, { complete: 'C' }])).toEqual(['S RS F | A B', 'B E2 R | C', 'refused | C', 'C E | completed']);
  });
});

describe('Structural patterns', () => {
  it('10 arbitrary cycles: a loop with two ways in and two ways out', async () => {
    const xml = diagram(process('P', `${start}<exclusiveGateway id="G" default="G_MB"/><exclusiveGateway id="MA"/>${user('A', 'B')}<exclusiveGateway id="MB"/><exclusiveGateway id="XA" default="XA_MB"/><exclusiveGateway id="XB" default="XB_MA"/><endEvent id="EA"/><endEvent id="EB"/>`,
      'S -> G\nG -> MA [first]\nG -> MB [default]\nMA -> A -> XA\nXA -> EA [done]\nXA -> MB [default]\nMB -> B -> XB\nXB -> EB [done]\nXB -> MA [default]'));
    expect(await lives(xml, [{ start: 'P', variables: { first: false, done: false } }, { complete: 'B' }, { complete: 'A' }, { complete: 'B', variables: { done: true } }])).toEqual(['S G MB | B', 'B XB MA | A', 'A XA MB | B', 'B XB EB | completed']);
  });

  it('11 implicit termination: the case ends when nothing is left to do, without a common end', async () => {
    const xml = diagram(process('P', `${start}<parallelGateway id="F"/>${user('A', 'B')}`, 'S -> F -> A\nF -> B'));
    expect(await lives(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'B' }])).toEqual(['S F | A B', 'A | B', 'B | completed']);
  });
});

describe('Multiple instances', () => {
  it('12 without synchronization: a case begins others and does not wait for them', async () => {
    const tell = `<intermediateThrowEvent id="T"><multiInstance/></intermediateThrowEvent>`.replace('<multiInstance/>', message('go'));
    const xml = diagram(
      process('P', `${start}<subProcess id="R">${times('2')}<startEvent id="RS"/>${tell}<endEvent id="RE"/>${flowsOf('RS -> T -> RE')}</subProcess>${user('A')}${end}`, 'S -> R -> A -> E'),
      process('Q', `<startEvent id="QS">${message('go')}</startEvent>${user('B')}<endEvent id="QE"/>`, 'QS -> B -> QE'),
    );
    const steps = await lives(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'B' }, { complete: 'B' }]);
    expect(steps.map((step) => step.split(' | ')[1])).toEqual(['A / B / B', 'completed / B / B', 'completed / completed / B', 'completed / completed / completed']);
  });

  it('13 with a number that is drawn: as many open as the diagram says, and all are waited for', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A">${times('3')}</userTask>${user('B')}${end}`, 'S -> A -> B -> E'));
    expect(await lives(xml, [{ start: 'P' }, { complete: 'A' }, { complete: 'A' }, { complete: 'A' }])).toEqual(['S | A A A', 'A | A A', 'A | A', 'A | B']);
  });

  it('14 with a number that the data say: as many open as departments are concerned', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"><multiInstanceLoopCharacteristics oa:collection="departments" oa:elementVariable="department"/></userTask>${user('B')}${end}`, 'S -> A -> B -> E'));
    expect(await lives(xml, [{ start: 'P', variables: { departments: ['zrzy', 'zjj'] } }, { complete: 'A' }, { complete: 'A' }])).toEqual(['S | A A', 'A | A', 'A | B']);
  });

  it('15 with a number that nobody knows before: more open while the first are worked on, and all are waited for', async () => {
    const xml = diagram(process('P', `${start}${user('A', 'More')}<boundaryEvent id="B" attachedToRef="A" cancelActivity="false">${message('go')}</boundaryEvent><endEvent id="ME"/>${end}`, 'S -> A -> E\nB -> More -> ME'));
    expect(await lives(xml, [{ start: 'P' }, { message: 'go' }, { message: 'go' }, { complete: 'A' }, { complete: 'More' }, { complete: 'More' }])).toEqual(['S | A', 'B | A More', 'B | A More More', 'A E | More More', 'More ME | More', 'More ME | completed']);
  });
});

describe('State-based patterns', () => {
  it('16 deferred choice: what happens first decides, and the other way is closed', async () => {
    const xml = diagram(process('P', `${start}<eventBasedGateway id="G"/><intermediateCatchEvent id="C1">${message('go')}</intermediateCatchEvent><intermediateCatchEvent id="C2"><timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition></intermediateCatchEvent>${user('A', 'B')}<endEvent id="E1"/><endEvent id="E2"/>`, 'S -> G -> C1 -> A -> E1\nG -> C2 -> B -> E2'));
    expect(await lives(xml, [{ start: 'P' }, { message: 'go' }, { advance: 'P9D' }])).toEqual(['S | (G)', 'G C1 | A', ' | A']);
    expect(await lives(xml, [{ start: 'P' }, { advance: 'P5D' }, { message: 'go' }])).toEqual(['S | (G)', 'G C2 | B', 'refused | B']);
  });

  it('17 interleaved routing: all steps in whichever order, never two together', async () => {
    const choice = '<exclusiveGateway id="M"/><userTask id="Next"/><exclusiveGateway id="G" default="G_M"/><exclusiveGateway id="X" default="X_M"/>';
    const xml = diagram(process('P', `${start}${choice}${user('A', 'B', 'C')}${end}`,
      'S -> M -> Next -> G\nG -> A [next = "A" and a != true]\nG -> B [next = "B" and b != true]\nG -> C [next = "C" and c != true]\nG -> M [default]\nA -> X\nB -> X\nC -> X\nX -> E [a = true and b = true and c = true]\nX -> M [default]'));
    const choose = (next: string): ScenarioStep => ({ complete: 'Next', variables: { next } });
    expect(await lives(xml, [{ start: 'P' }, choose('C'), { complete: 'C', variables: { c: true } }, choose('C'), choose('A'), { complete: 'A', variables: { a: true } }, choose('B'), { complete: 'B', variables: { b: true } }])).toEqual([
      'S M | Next', 'Next G | C', 'C X M | Next', 'Next G M | Next', 'Next G | A', 'A X M | Next', 'Next G | B', 'B X E | completed',
    ]);
  });

  it('18 milestone: a step may be done only while the case is in a certain state', async () => {
    const xml = diagram(process('P', `${start}${user('Open', 'Later', 'Comment')}<boundaryEvent id="B" attachedToRef="Open" cancelActivity="false">${message('go')}</boundaryEvent><endEvent id="CE"/>${end}`, 'S -> Open -> Later -> E\nB -> Comment -> CE'));
    expect(await lives(xml, [{ start: 'P' }, { message: 'go' }, { complete: 'Comment' }, { complete: 'Open' }, { message: 'go' }])).toEqual(['S | Open', 'B | Open Comment', 'Comment CE | Open', 'Open | Later', 'refused | Later']);
  });
});

describe('Cancellation', () => {
  it('19 cancel activity: the step is withdrawn and the case goes another way', async () => {
    const xml = diagram(process('P', `${start}${user('A', 'B')}<boundaryEvent id="X" attachedToRef="A">${message('stop')}</boundaryEvent><endEvent id="XE"/>${end}`, 'S -> A -> E\nX -> B -> XE'));
    expect(await lives(xml, [{ start: 'P' }, { message: 'stop' }, { complete: 'A' }, { complete: 'B' }])).toEqual(['S | A', 'X | B', 'refused | B', 'B XE | completed']);
  });

  it('20 cancel case: everything that is open is withdrawn', async () => {
    const handler = `<subProcess id="H" triggeredByEvent="true"><startEvent id="HS">${message('stop')}</startEvent><endEvent id="HE"/>${flowsOf('HS -> HE')}</subProcess>`;
    const xml = diagram(process('P', `${start}<parallelGateway id="F"/>${user('A', 'B')}<endEvent id="E1"/><endEvent id="E2"/>${handler}`, 'S -> F -> A -> E1\nF -> B -> E2'));
    expect(await lives(xml, [{ start: 'P' }, { message: 'stop' }])).toEqual(['S F | A B', 'HS HE H | completed']);
  });
});
