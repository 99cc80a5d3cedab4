import type { FlowModel } from '../../../src/workflows/bpmn/flow-model.js';
import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import { compileFlow } from '../../../src/workflows/compile/compile-flow.js';
import type { CompiledFlow } from '../../../src/workflows/compile/compiled-flow.js';
import { loadFlow } from '../../../src/workflows/machine/load-flow.js';
import { planMigration, type MigrationGroup, type MigrationOptions } from '../../../src/workflows/migration/plan-migration.js';
import { World } from '../../../src/workflows/scenario/world.js';
import { diagram, flowsOf, process } from '../machine/play.js';

const user = (...ids: string[]): string => ids.map((id) => `<userTask id="${id}"/>`).join('');
const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';

async function versions(...processes: string[]): Promise<CompiledFlow[]> {
  const { model, findings } = await readFlow(diagram(...processes));
  expect(findings).toEqual([]);
  return (model as FlowModel).processes.map((one) => compileFlow(one));
}

/** Plays the first flow of `from` and says what becomes of its case in the first flow of `to`. */
async function plan(from: string[], to: string[], played: (world: World) => void, options: Pick<MigrationOptions, 'map'> = {}): Promise<MigrationGroup> {
  const [before, after] = [await versions(...from), await versions(...to)];
  const world = new World(before.map(loadFlow), {}, {});
  world.start('P', {});
  played(world);
  const [first] = world.instances;
  if (first === undefined) throw new Error('No case was begun');
  const [group] = planMigration(before[0] as CompiledFlow, after[0] as CompiledFlow, [{ id: 'case', state: first.state }], { ...options, called: after }).groups;
  if (group === undefined) throw new Error('The case has ended');
  return group;
}

const complete = (...steps: string[]) => (world: World): void => {
  for (const step of steps) world.complete(step, { nth: 0 });
};
const nothing = (): void => undefined;
const completes = { verdict: 'completes', reasons: [] };
const because = (verdict: MigrationGroup['verdict'], rule: string, ...elements: string[]): object => ({ verdict, reasons: [expect.objectContaining({ rule, elements, message: expect.stringMatching(/[\u4e00-\u9fff]/), messageEn: expect.stringMatching(/^[A-Z].*\.$/s) })] });

describe('a case whose reminder has come twice', () => {
  it('goes on although the step of the reminder is open twice and ends everything at once', async () => {
    const flow = process('P', `${start}<userTask id="A"/><boundaryEvent id="B" attachedToRef="A" cancelActivity="false"><messageEventDefinition messageRef="m-go"/></boundaryEvent><userTask id="C"/>${end}<endEvent id="T"><terminateEventDefinition/></endEvent>`, 'S -> A -> E\n B -> C -> T');
    const again = (world: World): void => {
      world.message('go', {});
      world.message('go', {});
    };
    const group = await plan([flow], [flow], again);
    expect(group).toMatchObject({ ...completes, places: ['A', 'C'] });
  });
});

describe('a case inside sub-processes', () => {
  const nested = (inner: string, innerFlows: string, outer = '', outerFlows = 'S -> U -> E', middle = '', middleFlows = 'US -> W -> UE'): string =>
    process('P', `${start}<subProcess id="U"><startEvent id="US"/><subProcess id="W"><startEvent id="WS"/>${inner}<endEvent id="WE"/>${flowsOf(innerFlows)}</subProcess>${middle}<endEvent id="UE"/>${flowsOf(middleFlows)}</subProcess>${outer}${end}`, outerFlows);
  const before = nested(user('A'), 'WS -> A -> WE');

  it('goes on in a version that adds steps on every level', async () => {
    const after = nested(user('A', 'B'), 'WS -> A -> B -> WE', user('D'), 'S -> U -> D -> E', user('C'), 'US -> W -> C -> UE');
    expect(await plan([before], [after], nothing)).toMatchObject(completes);
  });

  it('cannot go on at a step that has left its sub-process', async () => {
    const after = nested(user('B'), 'WS -> B -> WE', '', 'S -> U -> E', user('A'), 'US -> W -> A -> UE');
    expect(await plan([before], [after], nothing)).toMatchObject(because('element-gone', 'other-scope', 'A'));
  });

  it('cannot go on in a sub-process that has become a single step', async () => {
    const after = process('P', `${start}<subProcess id="U"><startEvent id="US"/>${user('W')}<endEvent id="UE"/>${flowsOf('US -> W -> UE')}</subProcess>${end}`, 'S -> U -> E');
    const { verdict, reasons } = await plan([before], [after], nothing);
    expect(verdict).toBe('element-gone');
    expect(reasons).toContainEqual(expect.objectContaining({ rule: 'other-kind', elements: ['W'] }));
  });

  it('follows an explicit map of the sub-process and of the step in it', async () => {
    const after = before.replaceAll('"W"', '"Work"').replaceAll('"A"', '"Examine"');
    expect(await plan([before], [after], nothing)).toMatchObject({ verdict: 'element-gone' });
    expect(await plan([before], [after], nothing, { map: { W: 'Work', A: 'Examine' } })).toMatchObject(completes);
  });

  it('is held up by a deadlock that the new version has behind the sub-process', async () => {
    const after = nested(user('A'), 'WS -> A -> WE', '<exclusiveGateway id="X" default="X_C"/><parallelGateway id="J"/><userTask id="B"/><userTask id="C"/>', 'S -> U -> X\nX -> B [b]\nX -> C [default]\nB -> J -> E\nC -> J');
    expect(await plan([before], [after], nothing)).toMatchObject(because('may-not-complete', 'deadlock', 'J'));
  });
});

describe('a case whose event sub-process has begun', () => {
  const guarded = (interrupting: boolean, inside: string, insideFlows: string, id = 'H'): string =>
    process('P', `${start}${user('A')}<subProcess id="${id}" triggeredByEvent="true"><startEvent id="HS" isInterrupting="${interrupting}"><messageEventDefinition messageRef="m-stop"/></startEvent>${inside}<endEvent id="HE"/>${flowsOf(insideFlows)}</subProcess>${end}`, 'S -> A -> E');
  const stopped = (world: World): void => world.message('stop', undefined);

  it.each([['stopped', true], ['was joined by', false]])('goes on in the handler that %s its main path', async (_, interrupting) => {
    const before = guarded(interrupting, user('X'), 'HS -> X -> HE');
    expect(await plan([before], [guarded(interrupting, user('X', 'Y'), 'HS -> X -> Y -> HE')], stopped)).toMatchObject(completes);
  });

  it('is not held up by a deadlock on the main path that was stopped for good', async () => {
    const before = guarded(true, user('X'), 'HS -> X -> HE');
    const after = before.replace('<endEvent id="E"/>', '<endEvent id="E"/><exclusiveGateway id="G" default="G_J"/><parallelGateway id="J"/>').replace('<sequenceFlow id="A_E" sourceRef="A" targetRef="E"/>', flowsOf('A -> G -> J -> E\nG -> A [again]\nA -> J'));
    expect(await plan([before], [after], stopped)).toMatchObject(completes);
  });

  it('cannot go on where the handler is gone', async () => {
    const before = guarded(true, user('X'), 'HS -> X -> HE');
    const { verdict, reasons } = await plan([before], [process('P', `${start}${user('A')}${end}`, 'S -> A -> E')], stopped);
    expect(verdict).toBe('element-gone');
    expect(reasons).toContainEqual(expect.objectContaining({ rule: 'element-gone', elements: ['H'] }));
  });
});

describe('a case with work that may have to be undone', () => {
  const booked = (handler: string): string =>
    process('P', `${start}${user('A', 'B')}${handler}<intermediateThrowEvent id="Undo"><compensateEventDefinition/></intermediateThrowEvent>${end}`, 'S -> A -> B -> Undo -> E');
  const withHandler = (id: string): string => booked(`<boundaryEvent id="C" attachedToRef="A"><compensateEventDefinition/></boundaryEvent><userTask id="${id}" isForCompensation="true"/><association id="as" associationDirection="One" sourceRef="C" targetRef="${id}"/>`);

  it('goes on where the handler is still there, before it is called and while it runs', async () => {
    expect(await plan([withHandler('Return')], [withHandler('Return')], complete('A'))).toMatchObject(completes);
    expect(await plan([withHandler('Return')], [withHandler('Return')], complete('A', 'B'))).toMatchObject(completes);
  });

  it('cannot go on where nothing would undo what is done, until the map names the new handler', async () => {
    expect(await plan([withHandler('Return')], [booked('')], complete('A'))).toMatchObject(because('element-gone', 'element-gone', 'Return'));
    expect(await plan([withHandler('Return')], [withHandler('TakeBack')], complete('A'), { map: { Return: 'TakeBack' } })).toMatchObject(completes);
  });

  it('needs no handler as long as nothing is done', async () => {
    expect(await plan([withHandler('Return')], [booked('')], nothing)).toMatchObject(completes);
  });
});

describe('a case with several instances of a step, some of them done', () => {
  const several = (loop: string, more = '', flows = 'S -> A -> E'): string => process('P', `${start}<userTask id="A">${loop}</userTask>${more}${end}`, flows);
  const three = (sequential: boolean, count = 3): string => `<multiInstanceLoopCharacteristics isSequential="${sequential}"><loopCardinality>${count}</loopCardinality></multiInstanceLoopCharacteristics>`;

  it.each([['at once', false], ['one after another', true]])('goes on where they are still asked %s', async (_, sequential) => {
    expect(await plan([several(three(sequential))], [several(three(sequential, 5), user('B'), 'S -> A -> B -> E')], complete('A'))).toMatchObject(completes);
  });

  it.each([['only one is asked', ''], ['they are asked one after another', three(true)]])('cannot go on where %s', async (_, loop) => {
    expect(await plan([several(three(false))], [several(loop)], complete('A'))).toMatchObject(because('element-gone', 'other-kind', 'A'));
  });

  it('stands together with a case of which other instances are done, when they are alike inside', async () => {
    const [flow] = await versions(several(three(false)));
    const worlds = [0, 2].map((nth) => {
      const world = new World([loadFlow(flow as CompiledFlow)], {}, {});
      world.start('P', {});
      world.complete('A', { nth });
      return world;
    });
    const open = worlds.map(({ instances }, index) => ({ id: String(index), state: (instances[0] as World['instances'][number]).state }));
    expect(planMigration(flow as CompiledFlow, flow as CompiledFlow, open).groups).toMatchObject([{ cases: ['0', '1'], verdict: 'completes' }]);
  });
});

describe('a case that waits for a called flow', () => {
  const caller = process('P', `${start}<callActivity id="K" calledElement="Q"/>${end}`, 'S -> K -> E');
  const called = process('Q', `<startEvent id="QS"/>${user('QA')}<endEvent id="QE"/>`, 'QS -> QA -> QE');

  it('goes on in a version that adds a step behind the call', async () => {
    expect(await plan([caller, called], [process('P', `${start}<callActivity id="K" calledElement="Q"/>${user('B')}${end}`, 'S -> K -> B -> E'), called], nothing)).toMatchObject(completes);
  });

  it('is held up where the flow that is called now may hang', async () => {
    const hanging = process('Q', `<startEvent id="QS"/><exclusiveGateway id="QX" default="QX_QB"/>${user('QA', 'QB')}<parallelGateway id="QJ"/><endEvent id="QE"/>`, 'QS -> QX\nQX -> QA [a]\nQX -> QB [default]\nQA -> QJ -> QE\nQB -> QJ');
    expect(await plan([caller, called], [caller, hanging], nothing)).toMatchObject(because('may-not-complete', 'deadlock', 'QJ'));
  });

  it('cannot go on where a step of its own has taken the place of the call', async () => {
    expect(await plan([caller, called], [process('P', `${start}${user('K')}${end}`, 'S -> K -> E')], nothing)).toMatchObject(because('element-gone', 'other-kind', 'K'));
  });
});

describe('a case that waits for a time', () => {
  const timer = (duration: string): string => `<timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition>`;
  const waiting = (definition: string): string => process('P', `${start}<intermediateCatchEvent id="T">${definition}</intermediateCatchEvent>${end}`, 'S -> T -> E');

  it('goes on where the time has changed', async () => {
    expect(await plan([waiting(timer('P3D'))], [waiting(timer('P5D'))], nothing)).toMatchObject(completes);
  });

  it('cannot go on where a message is waited for instead', async () => {
    expect(await plan([waiting(timer('P3D'))], [waiting('<messageEventDefinition messageRef="m-go"/>')], nothing)).toMatchObject(because('element-gone', 'other-kind', 'T'));
  });

  it('goes on where its step gets a deadline, and is held up where what the deadline leads to may hang', async () => {
    const plain = process('P', `${start}${user('A')}${end}`, 'S -> A -> E');
    const dated = (more: string, flows: string): string => process('P', `${start}${user('A')}<boundaryEvent id="B" attachedToRef="A">${timer('P9D')}</boundaryEvent>${more}${end}`, `S -> A -> E\n${flows}`);
    expect(await plan([plain], [dated(`${user('C')}<endEvent id="F"/>`, 'B -> C -> F')], nothing)).toMatchObject(completes);
    expect(await plan([plain], [dated('<parallelGateway id="J"/><endEvent id="F"/>', 'B -> J -> F\nA -> J')], nothing)).toMatchObject({ verdict: 'may-not-complete' });
  });
});

describe('tokens that wait at a join', () => {
  const joined = (flow: string): string => process('P', `${start}<parallelGateway id="Fork"/>${user('A', 'B')}<parallelGateway id="Join"/>${end}`, 'S -> Fork -> A\nFork -> B -> Join -> E').replace('</process>', `<sequenceFlow id="${flow}" sourceRef="A" targetRef="Join"/></process>`);

  it('are found again by source and join where their flow got another id', async () => {
    expect(await plan([joined('x1')], [joined('x2')], complete('A'))).toMatchObject(completes);
  });

  it('are moved by the map where another join takes their place', async () => {
    const after = joined('x1').replaceAll('"Join"', '"Gather"').replaceAll('"x1"', '"y1"');
    expect(await plan([joined('x1')], [after], complete('A'))).toMatchObject({ verdict: 'element-gone' });
    expect(await plan([joined('x1')], [after], complete('A'), { map: { Join: 'Gather' } })).toMatchObject(completes);
  });
});
