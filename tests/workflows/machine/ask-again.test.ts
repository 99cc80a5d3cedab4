import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import { compileFlow } from '../../../src/workflows/compile/compile-flow.js';
import { advance } from '../../../src/workflows/machine/advance.js';
import { askAgain } from '../../../src/workflows/machine/ask-again.js';
import { loadFlow } from '../../../src/workflows/machine/load-flow.js';
import { diagram, process } from './play.js';

describe('what a flow asked of its host can be asked again', () => {
  it.each(['userTask id="W" oa:role="clerk" oa:department="=\'d-\' + x" oa:form="f" oa:limitWorkdays="2"', 'callActivity id="W" calledElement="other"', 'intermediateCatchEvent id="W"'])('%s: the same effect as the first time, and the state stays as it is', async (element) => {
    const name = element.split(' ')[0] ?? '';
    const inner = name === 'intermediateCatchEvent' ? '<timerEventDefinition oa:workdays="3"/>' : '<multiInstanceLoopCharacteristics oa:collection="xs" oa:elementVariable="x"/>';
    const { model } = await readFlow(diagram(process('P', `<startEvent id="S"/><${element}>${inner}</${name}><endEvent id="E"/>`, 'S -> W -> E')));
    const flow = loadFlow(compileFlow(model!.processes[0]!));
    const { state, effects } = advance(flow, undefined, { type: 'start', variables: { xs: ['a', 'b'] } });
    const before = JSON.stringify(state);
    const asked = effects.filter((effect) => ['openWorkItem', 'callFlow', 'subscribe'].includes(effect.type));
    expect(asked.length).toBe(name === 'intermediateCatchEvent' ? 1 : 2);
    for (const effect of asked) expect(askAgain(flow, state, (effect as { key: string }).key)).toEqual(effect);
    expect(JSON.stringify(state)).toBe(before);
    expect(askAgain(flow, state, 'nowhere')).toBeUndefined();
  });
});
