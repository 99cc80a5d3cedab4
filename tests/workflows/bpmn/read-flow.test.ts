import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';

const diagram = (process: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:oa="urn:onestop-approval:bpmn:1" id="d" targetNamespace="urn:test">${process}</definitions>`;

describe('reading a diagram', () => {
  it('joins nodes and flows in document order and keeps what the approval says about a step', async () => {
    const { model, findings } = await readFlow(diagram(`<process id="p" name="许可" isExecutable="true" oa:stage="SG">
      <startEvent id="s"/><userTask id="a" name="受理审查" oa:act="accept" oa:role="clerk" oa:outcomes="accept:受理,refuse:不予受理" oa:limitWorkdays="1"/>
      <exclusiveGateway id="g" default="f3"/><endEvent id="e"/><endEvent id="n"/>
      <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="g"/>
      <sequenceFlow id="f3" sourceRef="g" targetRef="e"/>
      <sequenceFlow id="f4" sourceRef="g" targetRef="n"><conditionExpression xsi:type="tFormalExpression">=outcome = "refuse"</conditionExpression></sequenceFlow></process>`));
    expect(findings).toEqual([]);
    const process = model?.processes[0];
    expect(process?.extended).toBe(true);
    expect(process?.oa.stage).toBe('SG');
    expect(process?.scopes['p']?.starts).toEqual(['s']);
    expect(process?.nodes['g']).toMatchObject({ kind: 'exclusiveGateway', incoming: ['f2'], outgoing: ['f3', 'f4'], defaultFlow: 'f3' });
    expect(process?.flows['f4']?.condition).toBe('outcome = "refuse"');
    expect(process?.nodes['a']?.oa).toEqual({ act: 'accept', role: 'clerk', outcomes: [{ id: 'accept', name: '受理' }, { id: 'refuse', name: '不予受理' }], limitWorkdays: 1 });
  });

  it('gives the tasks of a lane the department of the lane, unless they name their own', async () => {
    const { model } = await readFlow(diagram(`<process id="p"><laneSet><lane id="l" name="住建" oa:department="zjj"><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef></lane></laneSet>
      <userTask id="a"/><userTask id="b" oa:department="zrzy"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/></process>`));
    expect(model?.processes[0]?.nodes['a']?.oa.department).toBe('zjj');
    expect(model?.processes[0]?.nodes['b']?.oa.department).toBe('zrzy');
    expect(model?.processes[0]?.nodes['b']?.lane).toBe('l');
  });

  it('joins a pair of link events by a flow of their own', async () => {
    const { model, findings } = await readFlow(diagram(`<process id="p"><startEvent id="s"/><intermediateThrowEvent id="t"><linkEventDefinition name="甲"/></intermediateThrowEvent>
      <intermediateCatchEvent id="c"><linkEventDefinition name="甲"/></intermediateCatchEvent><endEvent id="e"/>
      <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="c" targetRef="e"/></process>`));
    expect(findings).toEqual([]);
    expect(model?.processes[0]?.flows['link:t']).toMatchObject({ source: 't', target: 'c', link: true });
    expect(model?.processes[0]?.scopes['p']?.starts).toEqual(['s']);
  });

  it.each([
    ['text that is no XML', 'hello'],
    ['an empty file', ''],
    ['another kind of XML', '<html/>'],
    ['a flow that leads nowhere', diagram('<process id="p"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="gone"/></process>')],
    ['two elements of one id', diagram('<process id="p"><startEvent id="s"/><userTask id="s"/></process>')],
    ['a flow into a start event', diagram('<process id="p"><startEvent id="s"/><userTask id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="s"/></process>')],
    ['no process', diagram('')],
    ['a timer without time', diagram('<process id="p"><startEvent id="s"><timerEventDefinition/></startEvent></process>')],
    ['an event-based gateway before a user task', diagram('<process id="p"><startEvent id="s"/><eventBasedGateway id="g"/><userTask id="a"/><sequenceFlow id="f" sourceRef="s" targetRef="g"/><sequenceFlow id="h" sourceRef="g" targetRef="a"/></process>')],
  ])('calls %s not well-formed', async (_, xml) => {
    const { findings } = await readFlow(xml);
    expect(findings.map(({ rule }) => rule)).toContain('not-well-formed');
  });

  it.each([
    ['a complex gateway', '<startEvent id="s"/><complexGateway id="x"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/>', 'x'],
    ['an ad-hoc sub-process', '<adHocSubProcess id="x"><task id="t"/></adHocSubProcess>', 'x'],
    ['JavaScript', '<scriptTask id="x" scriptFormat="javascript"><script>1</script></scriptTask>', 'x'],
    ['a cancel end event outside a transaction', '<startEvent id="s"/><endEvent id="x"><cancelEventDefinition/></endEvent><sequenceFlow id="f" sourceRef="s" targetRef="x"/>', 'x'],
    ['an event with two triggers', '<startEvent id="x"><signalEventDefinition/><messageEventDefinition/></startEvent>', 'x'],
  ])('refuses %s and names it', async (_, content, element) => {
    const { findings } = await readFlow(diagram(`<process id="p">${content}</process>`));
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'unsupported-element', severity: 'error', elements: [element] }));
  });
});
