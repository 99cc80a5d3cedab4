import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import { compileFlow } from '../../../src/workflows/compile/compile-flow.js';
import { advance } from '../../../src/workflows/machine/advance.js';
import type { FlowState } from '../../../src/workflows/machine/flow-state.js';
import type { FlowInput } from '../../../src/workflows/machine/input.js';
import { loadFlow, type LoadedFlow } from '../../../src/workflows/machine/load-flow.js';
import { reroute, reroutesOf } from '../../../src/workflows/machine/reroute.js';
import { followsDirectly, missingBefore, passedAgain, passedSteps, skippedSteps } from '../../../src/workflows/machine/steps-around.js';
import { diagram, flowsOf, process } from './play.js';

const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';
const task = (...ids: string[]): string => ids.map((id) => `<userTask id="${id}"/>`).join('');

const inTurn = diagram(process('P', `${start}${task('A', 'B', 'C', 'D')}${end}`, 'S -> A -> B -> C -> D -> E'));
/** First, then two branches of two steps, then the last. */
const sideBySide = diagram(process('P', `${start}${task('First', 'A1', 'A2', 'B1', 'B2', 'Last')}<parallelGateway id="F"/><parallelGateway id="J"/>${end}`, 'S -> First -> F -> A1 -> A2 -> J -> Last -> E\nF -> B1 -> B2 -> J'));

/** Both shapes of every flow: nested states and the net. */
async function shapes(xml: string): Promise<{ shape: string; flow: LoadedFlow }[]> {
  const { model, findings } = await readFlow(xml);
  expect(findings).toEqual([]);
  const main = model?.processes[0];
  if (!main) throw new Error('no process');
  return [{ shape: 'nested', flow: loadFlow(compileFlow(main)) }, { shape: 'net', flow: loadFlow(compileFlow(main, { shape: 'net' })) }];
}

function after(flow: LoadedFlow, done: (string | FlowInput)[], variables = {}): FlowState {
  const inputs: FlowInput[] = [{ type: 'start', variables }, ...done.map((each): FlowInput => (typeof each === 'string' ? { type: 'complete', key: each } : each))];
  return inputs.reduce<FlowState | undefined>((state, input) => advance(flow, state, input).state, undefined) as FlowState;
}

const open = (state: FlowState): string[] => Object.keys(state.acts).sort();
const codeOf = (call: () => unknown): unknown => {
  try {
    call();
  } catch (error) {
    return { code: (error as { code: string }).code, possible: (error as { details: { possible: string[] } }).details.possible };
  }
  return 'not refused';
};

describe('Moving open work to another step of its branch', () => {
  it('goes back and ahead within a sequence; the work left is closed as interrupted, the other opened for the person named', async () => {
    for (const { flow } of await shapes(inTurn)) {
      const state = after(flow, ['A', 'B']);
      const back = reroute(flow, state, { type: 'reroute', key: 'C', to: 'A', person: 'li' });
      expect(open(back.state)).toEqual(['A~2']);
      expect(back.effects.map((effect) => [effect.type, 'key' in effect && effect.key])).toEqual([['closeWorkItem', 'C'], ['openWorkItem', 'A~2']]);
      expect(back.effects[0]).toMatchObject({ reason: 'interrupted' });
      expect(back.effects[1]).toMatchObject({ assignment: { person: 'li' } });
      expect(open(reroute(flow, state, { type: 'reroute', key: 'C', to: 'D' }).state)).toEqual(['D']);
      expect(reroutesOf(flow, state, 'C')).toEqual(['A', 'B', 'D']);
      expect(open(after(flow, ['A', 'B', { type: 'reroute', key: 'C', to: 'A' }, 'A~2']))).toEqual(['B~2']);
      expect(state).toEqual(after(flow, ['A', 'B']));
    }
  });

  it('comes straight back to the step that sent it, through steps that sent it further, each to its person', async () => {
    for (const { flow } of await shapes(inTurn)) {
      const sent = after(flow, ['A', 'B', { type: 'reroute', key: 'C', to: 'B', back: { person: 'wu' } }, { type: 'reroute', key: 'B~2', to: 'A', back: { person: 'li' } }]);
      const once = advance(flow, sent, { type: 'complete', key: 'A~2' });
      expect(open(once.state)).toEqual(['B~3']);
      expect(once.effects.at(-1)).toMatchObject({ type: 'openWorkItem', assignment: { person: 'li' } });
      const twice = advance(flow, once.state, { type: 'complete', key: 'B~3' });
      expect(open(twice.state)).toEqual(['C~2']);
      expect(twice.effects.at(-1)).toMatchObject({ assignment: { person: 'wu' } });
      expect(open(advance(flow, twice.state, { type: 'complete', key: 'C~2' }).state)).toEqual(['D']);
      const normal = after(flow, ['A', 'B', { type: 'reroute', key: 'C', to: 'B', back: {} }, { type: 'reroute', key: 'B~2', to: 'A' }, 'A~2']);
      expect(open(advance(flow, normal, { type: 'complete', key: 'B~3' }).state)).toEqual(['C~2']);
    }
  });

  it('leaves the other branch with its key as it is, and the join waits for both as before', async () => {
    for (const { flow } of await shapes(sideBySide)) {
      const state = after(flow, ['First', 'A1', 'B1']);
      const { state: moved, effects } = reroute(flow, state, { type: 'reroute', key: 'A2', to: 'A1' });
      expect(open(moved)).toEqual(['A1~2', 'B2']);
      expect(moved.acts['B2']).toEqual(state.acts['B2']);
      expect(effects.map((effect) => 'key' in effect && effect.key)).toEqual(['A2', 'A1~2']);
      const rest: FlowInput[] = [{ type: 'complete', key: 'A1~2' }, { type: 'complete', key: 'B2' }, { type: 'complete', key: 'A2~2' }];
      expect(open(rest.reduce((each, input) => advance(flow, each, input).state, moved))).toEqual(['Last']);
    }
  });

  it('refuses to enter another branch, to go before the split or behind the join while the other branch is at work', async () => {
    for (const { flow, shape } of await shapes(sideBySide)) {
      const state = after(flow, ['First', 'A1', 'B1']);
      for (const to of ['B1', 'B2', 'First', 'Last']) {
        const code = shape === 'nested' || to === 'B2' ? 'REROUTE_OUT_OF_BRANCH' : 'REROUTE_UNSOUND';
        expect(codeOf(() => reroute(flow, state, { type: 'reroute', key: 'A2', to }))).toEqual({ code, possible: ['A1'] });
      }
    }
  });

  it('refuses too where the other branch waits at the join already: its token would wait for ever', async () => {
    for (const { flow } of await shapes(sideBySide)) {
      const state = after(flow, ['First', 'B1', 'B2', 'A1']);
      expect(reroutesOf(flow, state, 'A2')).toEqual(['A1']);
    }
  });

  it('after the join goes back before the split, but not into one branch alone', async () => {
    for (const { flow } of await shapes(sideBySide)) {
      const state = after(flow, ['First', 'A1', 'A2', 'B1', 'B2']);
      expect(reroutesOf(flow, state, 'Last')).toEqual(['First']);
      expect(codeOf(() => reroute(flow, state, { type: 'reroute', key: 'Last', to: 'A2' }))).toMatchObject({ possible: ['First'] });
      expect(open(after(flow, ['First', 'A1', 'A2', 'B1', 'B2', { type: 'reroute', key: 'Last', to: 'First' }, 'First~2']))).toEqual(['A1~2', 'B1~2']);
    }
  });

  it('stays within its sub-process, in the repetition that it belongs to', async () => {
    const inside = `<subProcess id="U"><multiInstanceLoopCharacteristics oa:collection="items" oa:elementVariable="item"/><startEvent id="US"/>${task('X', 'Y')}<endEvent id="UE"/>${flowsOf('US -> X -> Y -> UE')}</subProcess>`;
    const xml = diagram(process('P', `${start}${task('First')}${inside}${task('Last')}${end}`, 'S -> First -> U -> Last -> E'));
    for (const { flow } of await shapes(xml)) {
      const state = after(flow, ['First', 'X', 'X~2'], { items: [1, 2] });
      expect(open(state)).toEqual(['U', 'U[0]', 'U[1]', 'Y', 'Y~2']);
      expect(codeOf(() => reroute(flow, state, { type: 'reroute', key: 'Y~2', to: 'First' }))).toEqual({ code: 'REROUTE_OUT_OF_SCOPE', possible: ['X'] });
      const moved = reroute(flow, state, { type: 'reroute', key: 'Y~2', to: 'X', back: {} }).state;
      expect(open(moved)).toEqual(['U', 'U[0]', 'U[1]', 'X~3', 'Y']);
      expect(moved.acts['X~3']?.scope).toBe(state.acts['Y~2']?.scope);
      expect(moved.acts['Y']).toEqual(state.acts['Y']);
      expect(open(advance(flow, moved, { type: 'complete', key: 'X~3' }).state)).toEqual(['U', 'U[0]', 'U[1]', 'Y', 'Y~3']);
    }
  });

  it('takes no single voice out of a step that several do at once, and says so; a move to that step asks them all again', async () => {
    const many = '<userTask id="Vote"><multiInstanceLoopCharacteristics oa:collection="items" oa:elementVariable="item"/></userTask>';
    const xml = diagram(process('P', `${start}${task('A')}${many}${task('B')}${end}`, 'S -> A -> Vote -> B -> E'));
    for (const { flow } of await shapes(xml)) {
      const voting = after(flow, ['A'], { items: ['x', 'y'] });
      expect(codeOf(() => reroute(flow, voting, { type: 'reroute', key: 'Vote[1]', to: 'A' }))).toEqual({ code: 'REROUTE_PART_OF_MANY', possible: [] });
      const back = after(flow, ['A', 'Vote[0]', 'Vote[1]', { type: 'reroute', key: 'B', to: 'Vote', back: {} }], { items: ['x', 'y'] });
      expect(open(back)).toEqual(['Vote~2', 'Vote~2[0]', 'Vote~2[1]']);
      expect(open(['Vote~2[0]', 'Vote~2[1]'].reduce((state, key) => advance(flow, state, { type: 'complete', key }).state, back))).toEqual(['B~2']);
    }
  });

  it('an inclusive join that waited for the token fires when it goes where it cannot come from any more', async () => {
    const xml = diagram(process('P', `${start}<inclusiveGateway id="O"/>${task('A', 'B', 'C', 'Last')}<inclusiveGateway id="M"/>${end}<endEvent id="E2"/><exclusiveGateway id="X"/>`, 'S -> O\nO -> A [true]\nO -> B [true]\nA -> M\nB -> X\nX -> M [again]\nX -> C [not(again)]\nC -> E2\nM -> Last -> E'));
    const [, net] = await shapes(xml);
    const flow = net?.flow as LoadedFlow;
    const state = after(flow, ['A'], { again: true });
    expect(open(state)).toEqual(['B']);
    expect(open(reroute(flow, state, { type: 'reroute', key: 'B', to: 'C' }).state)).toEqual(['C', 'Last']);
  });

  it('gets a token out of an incident', async () => {
    const xml = diagram(process('P', `${start}${task('A', 'B', 'C')}<exclusiveGateway id="X"/>${end}`, 'S -> A -> X\nX -> B [x = 1]\nX -> C [x = 2]\nB -> E\nC -> E'));
    for (const { flow } of await shapes(xml)) {
      const stuck = after(flow, ['A'], { x: 3 });
      expect(stuck.status).toBe('incident');
      const [key] = open(stuck);
      const { state } = reroute(flow, stuck, { type: 'reroute', key: key as string, to: 'A' });
      expect([state.status, open(state)]).toEqual(['active', ['A~2']]);
    }
  });

  it('timers at the step that is left are no longer waited for', async () => {
    const xml = diagram(process('P', `${start}${task('A', 'B', 'C')}<boundaryEvent id="T" attachedToRef="B"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></boundaryEvent>${end}`, 'S -> A -> B -> E\nT -> C -> E'));
    for (const { flow } of await shapes(xml)) {
      const { state, effects } = reroute(flow, after(flow, ['A']), { type: 'reroute', key: 'B', to: 'A' });
      expect(state.subscriptions).toEqual({});
      expect(effects).toContainEqual({ type: 'unsubscribe', key: 'T' });
    }
  });

  it('knows what a step rests on: what leads to it by every way and was never done', async () => {
    // A meeting is called only where it is needed; its minutes rest on the call.
    const meeting = diagram(process('P', `${start}${task('Examine', 'Call', 'Vote', 'Decide')}<exclusiveGateway id="X"/><exclusiveGateway id="Y"/>${end}`, 'S -> Examine -> X\nX -> Call [meet]\nCall -> Vote -> Y\nX -> Y [not(meet)]\nY -> Decide -> E'));
    const [shape] = await shapes(meeting);
    const flow = shape?.flow as LoadedFlow;
    const without = after(flow, ['Examine'], { meet: false });
    expect(missingBefore(flow, without, { from: 'Decide', to: 'Vote' })).toEqual(['Call']);
    expect(missingBefore(flow, without, { from: 'Decide', to: 'Call' })).toEqual([]);
    const met = after(flow, ['Examine', 'Call', 'Vote'], { meet: true });
    expect(missingBefore(flow, met, { from: 'Decide', to: 'Vote' })).toEqual([]);
    // What is open for the first time is not done yet.
    expect(missingBefore(flow, after(flow, ['Examine'], { meet: true }), { from: 'Call', to: 'Vote' })).toEqual(['Call']);
    const [branches] = await shapes(sideBySide);
    const forked = branches?.flow as LoadedFlow;
    expect(missingBefore(forked, after(forked, []), { from: 'First', to: 'Last' }).sort()).toEqual(['A1', 'A2', 'B1', 'B2', 'First']);
    expect(missingBefore(forked, after(forked, ['First', 'A1']), { from: 'A2', to: 'B2' })).toEqual(['B1']);
  });

  it('knows what would be done once more: what was passed and lies on the way from there, not what comes anyway', async () => {
    const [shape] = await shapes(inTurn);
    const flow = shape?.flow as LoadedFlow;
    const state = after(flow, ['A', 'B', 'C']);
    expect(passedAgain(flow, state, { from: 'D', to: 'B' })).toEqual(['B', 'C']);
    expect(passedAgain(flow, after(flow, ['A']), { from: 'B', to: 'D' })).toEqual([]);
    const withReturn = diagram(process('P', `${start}${task('A', 'B', 'C')}<exclusiveGateway id="X"/>${end}`, 'S -> A -> B -> X\nX -> A [again]\nX -> C [not(again)]\nC -> E'));
    const [loop] = await shapes(withReturn);
    const looped = loop?.flow as LoadedFlow;
    expect(passedAgain(looped, after(looped, ['A']), { from: 'B', to: 'A' })).toEqual([]);
    expect(passedAgain(looped, after(looped, ['A', 'B'], { again: false }), { from: 'C', to: 'A' }).sort()).toEqual(['A', 'B']);
  });

  it('what leads over the border of a step does not rest on its being done', async () => {
    const xml = diagram(process('P', `${start}${task('A', 'B', 'C')}<boundaryEvent id="T" attachedToRef="B"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></boundaryEvent>${end}`, 'S -> A -> B -> E\nT -> C -> E'));
    const [shape] = await shapes(xml);
    const flow = shape?.flow as LoadedFlow;
    expect(missingBefore(flow, after(flow, ['A']), { from: 'B', to: 'C' })).toEqual([]);
    expect(missingBefore(flow, after(flow, []), { from: 'A', to: 'C' })).toEqual(['A']);
  });

  it('knows what was passed, what a jump leaves out and what follows directly', async () => {
    const [nested] = await shapes(sideBySide);
    const flow = nested?.flow as LoadedFlow;
    const state = after(flow, ['First', 'A1', 'B1']);
    expect(passedSteps(flow, state, 'A2')).toEqual(['A1', 'First']);
    expect(skippedSteps(flow, { from: 'First', to: 'Last' }).sort()).toEqual(['A1', 'A2', 'B1', 'B2', 'First']);
    expect(skippedSteps(flow, { from: 'A2', to: 'A1' })).toEqual([]);
    const withReturn = diagram(process('P', `${start}${task('A', 'B', 'C')}<exclusiveGateway id="X"/><exclusiveGateway id="Y"/>${end}`, 'S -> A -> B -> X\nX -> A [again]\nX -> Y [not(again)]\nY -> C [more]\nY -> E [not(more)]\nC -> E'));
    const [loop] = await shapes(withReturn);
    const skipped = (from: string, to: string): string[] => skippedSteps(loop?.flow as LoadedFlow, { from, to });
    expect([skipped('A', 'B'), skipped('B', 'A'), skipped('A', 'C'), skipped('B', 'C')]).toEqual([['A'], [], ['A', 'B'], ['B']]);
    expect([followsDirectly(flow, 'First', 'A1'), followsDirectly(flow, 'First', 'A2'), followsDirectly(flow, 'A2', 'Last')]).toEqual([true, false, true]);
  });
});
