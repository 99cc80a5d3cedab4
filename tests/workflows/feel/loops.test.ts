import { evaluateFeel } from '../../../src/workflows/feel/evaluate-feel.js';
import { faultOf } from '../../../src/workflows/feel/check-feel.js';
import { prepareFlow } from '../../../src/workflows/prepare-flow.js';

const endless = 'count(for i in 1..1000000000 return i) > 0';

describe('A condition that counts for minutes', () => {
  it('is refused when the diagram is checked, and never evaluated by the proof', async () => {
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="x"><process id="P"><startEvent id="S"/><exclusiveGateway id="X" default="f3"/><userTask id="A"/><endEvent id="E"/><sequenceFlow id="f1" sourceRef="S" targetRef="X"/><sequenceFlow id="f2" sourceRef="X" targetRef="A"><conditionExpression xsi:type="tFormalExpression">${endless.replace('>', '&gt;')}</conditionExpression></sequenceFlow><sequenceFlow id="f3" sourceRef="X" targetRef="E"/><sequenceFlow id="f4" sourceRef="A" targetRef="E"/></process></definitions>`;
    const { ok, findings } = await prepareFlow(xml);
    expect(ok).toBe(false);
    expect(findings.map(({ rule }) => rule)).toContain('invalid-expression');
  });

  it('is null wherever it is met all the same', () => {
    expect(evaluateFeel(endless, {})).toBeNull();
  });

  it('is told from a short loop, which may be used', () => {
    expect(faultOf('every i in 1..10 satisfies i > 0')).toBeUndefined();
    expect(evaluateFeel('every i in 1..10 satisfies i > 0', {})).toBe(true);
  });
});
