import { prepareFlow } from '../../../src/workflows/prepare-flow.js';
import { diagram, play, process, traces } from '../machine/play.js';

// Diagrams on which public engines hang, ask twice or go on too early.

const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';
const user = (...ids: string[]): string => ids.map((id) => `<userTask id="${id}"/>`).join('');
const errorsOf = async (xml: string): Promise<string[]> => (await prepareFlow(xml)).findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

describe('What other engines got wrong', () => {
  const vanishing = diagram(process('P', `${start}<parallelGateway id="F"/>${user('A', 'B')}<boundaryEvent id="X" attachedToRef="B"><errorEventDefinition errorRef="e-1"/></boundaryEvent><endEvent id="Lost"/><inclusiveGateway id="J"/>${user('C')}${end}`, 'S -> F -> A -> J\nF -> B -> J -> C -> E\nX -> Lost'));
  it('an inclusive join goes on when an error takes away the token for which it waited', async () => {
    expect(await errorsOf(vanishing)).toEqual([]);
    expect(traces(await play(vanishing, [{ start: 'P' }, { complete: 'A' }, { bpmnError: 'E1', at: 'B' }, { complete: 'C' }]))).toEqual(['S F | A B', 'A | B (J)', 'X J Lost | C', 'C E | completed']);
  });

  it('an inclusive join goes on when a message cancels the step for which it waited', async () => {
    const xml = vanishing.replace('<errorEventDefinition errorRef="e-1"/>', '<messageEventDefinition messageRef="m-stop"/>');
    expect(traces(await play(xml, [{ start: 'P' }, { complete: 'A' }, { message: 'stop' }]))).toEqual(['S F | A B', 'A | B (J)', 'X J Lost | C']);
  });

  it('a parallel join waits for the branch that comes through an exclusive join', async () => {
    const xml = diagram(process('P', `${start}<parallelGateway id="F"/>${user('A', 'B', 'C')}<exclusiveGateway id="G" default="G_C"/><exclusiveGateway id="M"/><parallelGateway id="J"/>${end}`, 'S -> F -> A -> J\nF -> G\nG -> B [b]\nG -> C [default]\nB -> M\nC -> M -> J -> E'));
    expect(await errorsOf(xml)).toEqual([]);
    expect(traces(await play(xml, [{ start: 'P', variables: { b: true } }, { complete: 'A' }, { complete: 'B' }]))).toEqual(['S F G | A B', 'A | B (J)', 'B M J E | completed']);
  });

  it('a loop that leads back before an inclusive gateway goes round and comes out', async () => {
    const xml = diagram(process('P', `${start}<exclusiveGateway id="M"/><inclusiveGateway id="O" default="O_B"/>${user('A', 'B')}<inclusiveGateway id="J"/><exclusiveGateway id="X" default="X_M"/>${end}`, 'S -> M -> O\nO -> A [a]\nO -> B [default]\nA -> J\nB -> J -> X\nX -> E [done]\nX -> M [default]'));
    expect(await errorsOf(xml)).toEqual([]);
    expect(traces(await play(xml, [{ start: 'P', variables: { a: true, done: false } }, { complete: 'A', variables: { a: false } }, { complete: 'B', variables: { done: true } }]))).toEqual(['S M O | A', 'A J X M O | B', 'B J X E | completed']);
  });

  it('a loop that leads straight into an inclusive join does not hold it up', async () => {
    const xml = diagram(process('P', `${start}<inclusiveGateway id="J"/>${user('A')}<exclusiveGateway id="X" default="X_J"/>${end}`, 'S -> J -> A -> X\nX -> E [done]\nX -> J [default]'));
    expect(await errorsOf(xml)).toEqual([]);
    expect(traces(await play(xml, [{ start: 'P', variables: { done: false } }, { complete: 'A' }, { complete: 'A', variables: { done: true } }]))).toEqual(['S J | A', 'A X J | A', 'A X E | completed']);
  });

  it('a reminder that joins the main path is refused: the join would wait for a reminder that may never come', async () => {
    const xml = diagram(process('P', `${start}${user('A', 'B')}<boundaryEvent id="R" attachedToRef="A" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><parallelGateway id="J"/>${end}`, 'S -> A -> J\nR -> B -> J -> E'));
    expect(await errorsOf(xml)).toContain('deadlock');
  });

  it('a reminder that comes back to a step of the main path is refused: the step would be asked twice', async () => {
    const xml = diagram(process('P', `${start}${user('A', 'B', 'C')}<boundaryEvent id="R" attachedToRef="A" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><exclusiveGateway id="M"/>${end}`, 'S -> A -> M\nR -> B -> M -> C -> E'));
    expect(await errorsOf(xml)).toContain('lack-of-synchronisation');
  });
});
