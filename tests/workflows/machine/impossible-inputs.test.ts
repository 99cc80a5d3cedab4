import { DomainError } from '../../../src/errors/domain-error.js';
import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import { compileFlow } from '../../../src/workflows/compile/compile-flow.js';
import { advance } from '../../../src/workflows/machine/advance.js';
import type { FlowInput } from '../../../src/workflows/machine/input.js';
import { loadFlow, type LoadedFlow } from '../../../src/workflows/machine/load-flow.js';
import { diagram, process } from './play.js';

async function flowOf(xml: string): Promise<LoadedFlow> {
  const { model } = await readFlow(xml);
  const [flow] = model?.processes ?? [];
  if (flow === undefined) throw new Error('The diagram holds no process');
  return loadFlow(compileFlow(flow));
}

const elements = '<startEvent id="S"/><parallelGateway id="F"/><userTask id="A" oa:outcomes="yes,no"/><receiveTask id="R" messageRef="m-go"/><serviceTask id="V"/><exclusiveGateway id="X"/><endEvent id="E1"/><endEvent id="E2"/><endEvent id="E3"/><endEvent id="E4"/>';
const xml = diagram(process('P', elements, 'S -> F\nF -> A -> E1\nF -> R -> E2\nF -> V -> E3\nF -> X\nX -> E4 [false]'));

describe('An impossible input', () => {
  const impossible: [string, FlowInput][] = [
    ['starting a case a second time', { type: 'start' }],
    ['completing work that is not open', { type: 'complete', key: 'B' }],
    ['completing an automatic task by hand', { type: 'complete', key: 'V', outcome: 'yes' }],
    ['completing without one of the outcomes', { type: 'complete', key: 'A', outcome: 'maybe' }],
    ['answering a task that nobody ordered', { type: 'taskCompleted', key: 'A' }],
    ['failing a task that nobody ordered', { type: 'taskFailed', key: 'R', error: 'E1' }],
    ['ending a call that nobody made', { type: 'callCompleted', key: 'A' }],
    ['failing a call that nobody made', { type: 'callFailed', key: 'V', error: 'E1' }],
    ['escalating from a call that nobody made', { type: 'callEscalated', key: 'V', code: 'X1' }],
    ['an error at a place that does not run', { type: 'bpmnError', key: 'B', error: 'E1' }],
    ['giving up what a person does', { type: 'fail', key: 'A', reason: 'x' }],
    ['trying again what did not fail', { type: 'retry', key: 'A' }],
    ['taking for done what did not fail', { type: 'skip', key: 'V' }],
    ['taking a gateway without a way for done', { type: 'skip', key: 'X' }],
    ['a message that nobody awaits', { type: 'message', name: 'stop' }],
    ['a message to a place that does not await it', { type: 'message', name: 'go', key: 'A' }],
    ['a signal that nobody awaits', { type: 'signal', name: 'ring' }],
    ['a timer that was not set', { type: 'timer', key: 'R' }],
  ];

  it.each(impossible)('– %s – is refused with what is possible, and changes nothing', async (_what, input) => {
    const flow = await flowOf(xml);
    const { state } = advance(flow, undefined, { type: 'start' });
    const before = JSON.stringify(state);
    const refusal = refusalOf(() => advance(flow, state, input));
    expect(refusal.code).toBe('ACTION_NOT_AVAILABLE');
    expect(refusal.details).toMatchObject({ action: input.type, available: [{ key: 'A', outcome: 'yes' }, { key: 'A', outcome: 'no' }], waitingFor: [{ key: 'R', kind: 'message', name: 'go' }] });
    expect(JSON.stringify(state)).toBe(before);
  });

  it('before the start, anything but a start is refused; after the end, everything is', async () => {
    const flow = await flowOf(diagram(process('P', '<startEvent id="S"/><endEvent id="E"/>', 'S -> E')));
    for (const input of [{ type: 'message', name: 'go' }, { type: 'complete', key: 'A' }, { type: 'setVariables', variables: {} }] as FlowInput[]) {
      expect(refusalOf(() => advance(flow, undefined, input)).code).toBe('ACTION_NOT_AVAILABLE');
    }
    const { state } = advance(flow, undefined, { type: 'start' });
    for (const input of [{ type: 'start' }, { type: 'setVariables', variables: {} }, { type: 'cancel', reason: 'x' }] as FlowInput[]) {
      expect(refusalOf(() => advance(flow, state, input)).details).toMatchObject({ status: 'completed', available: [] });
    }
  });
});

describe('An incident', () => {
  it('at an activity is taken for done when somebody has seen to it by other means, with the variables that it lacked', async () => {
    const flow = await flowOf(diagram(process('P', '<startEvent id="S"/><serviceTask id="V"/><exclusiveGateway id="X" default="X_N"/><userTask id="Y"/><userTask id="N"/><endEvent id="E1"/><endEvent id="E2"/>', 'S -> V -> X\nX -> Y [ok]\nX -> N [default]\nY -> E1\nN -> E2')));
    const begun = advance(flow, undefined, { type: 'start' }).state;
    const failed = advance(flow, begun, { type: 'fail', key: 'V', reason: 'service-failed' });
    expect(failed.state.status).toBe('incident');
    expect(failed.effects).toEqual([{ type: 'incident', element: 'V', reason: 'service-failed' }]);
    const skipped = advance(flow, failed.state, { type: 'skip', key: 'V', variables: { ok: true } });
    expect(skipped.state.status).toBe('active');
    expect(skipped.executed).toEqual(['V', 'X']);
    expect(skipped.effects.map(({ type }) => type)).toEqual(['openWorkItem']);
    expect(Object.keys(skipped.state.acts)).toEqual(['Y']);
  });

  it('is what a task becomes that the host cannot carry out at once', async () => {
    const flow = await flowOf(diagram(process('P', '<startEvent id="S"/><businessRuleTask id="D" oa:decision="d"/><endEvent id="E"/>', 'S -> D -> E')));
    const { state, effects } = advance(flow, undefined, { type: 'start' }, { perform: () => ({ incident: 'no-rule-applies' }) });
    expect([state.status, effects]).toEqual(['incident', [{ type: 'incident', element: 'D', reason: 'no-rule-applies' }]]);
    expect(advance(flow, state, { type: 'retry', key: 'D' }, { perform: () => ({ variables: { track: 'fast' } }) }).state).toMatchObject({ status: 'completed', variables: { track: 'fast' } });
  });
});

function refusalOf(call: () => unknown): DomainError {
  try {
    call();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('The input was not refused');
}
