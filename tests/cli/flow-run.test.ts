import { playFlow } from '../../src/cli/flow-run.js';
import type { InstanceReport, StepReport } from '../../src/workflows/scenario/scenario.js';
import { diagram, flowsOf, process } from '../workflows/machine/play.js';

const options = { json: true, force: false, now: 0 };
const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';
const message = (name: string): string => `<messageEventDefinition messageRef="m-${name}"/>`;

async function run(xml: string, scenario: object): Promise<{ steps: StepReport[]; exitCode: number }> {
  const { output, exitCode } = await playFlow([{ name: 'x.bpmn', xml }], scenario, options);
  return { ...(JSON.parse(output) as { steps: StepReport[] }), exitCode };
}
const only = ({ steps }: { steps: StepReport[] }, step: number): InstanceReport => steps[step]?.instances[0] as InstanceReport;

describe('A scenario', () => {
  const services = diagram(process('P', `${start}<serviceTask id="V"/><scriptTask id="C"><script>{n: 1}</script></scriptTask><userTask id="A"/>${end}`, 'S -> V -> C -> A -> E'));

  it('lets automatic tasks succeed at once and evaluates FEEL scripts, unless it says otherwise', async () => {
    expect(only(await run(services, { steps: [{ start: 'P' }] }), 0)).toMatchObject({ open: ['A'], variables: { n: 1 } });
    expect(only(await run(services, { tasks: { V: { result: { n: 4 } }, C: { result: { n: '=n + 1' } } }, steps: [{ start: 'P' }] }), 0).variables).toEqual({ n: 5 });
    expect(only(await run(services, { tasks: { V: { error: 'E1' } }, steps: [{ start: 'P' }] }), 0)).toMatchObject({ status: 'ended-by-error' });
  });

  it('shows whom the rules of the open steps would ask, and nothing where there are none', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A" oa:role="clerk" oa:assignment="=chosen; handler-of:A"/><userTask id="B" oa:role="clerk"/>${end}`, 'S -> A -> B -> E')).replace('<process id="P"', '<process id="P" oa:startVariables="chosen"');
    const report = await run(xml, { steps: [{ start: 'P', variables: { chosen: ['wang', 'role:leader'] } }, { complete: 'A' }] });
    expect(only(report, 0).assignees).toEqual({ A: ['person:wang', 'role:leader', 'handler-of:A', 'queue:clerk'] });
    expect(only(report, 1)).not.toHaveProperty('assignees');
  });

  it('finishes each open task by its place among those of the same name, or all of them', async () => {
    const xml = diagram(process('P', `${start}<userTask id="A"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>${end}`, 'S -> A -> E'));
    const { steps } = await run(xml, { steps: [{ start: 'P' }, { complete: 'A', nth: 2 }, { complete: 'A', nth: 2 }, { completeAllOpen: true }] });
    expect(steps.map(({ accepted, executed }) => ({ accepted, executed }))).toEqual([
      { accepted: true, executed: ['S'] }, { accepted: true, executed: ['A'] }, { accepted: false, executed: [] }, { accepted: true, executed: ['A', 'A', 'E'] },
    ]);
  });

  it('moves the clock and fires what falls due, in order', async () => {
    const timer = (id: string, duration: string): string => `<boundaryEvent id="${id}" attachedToRef="A" cancelActivity="false"><timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="${id}E"/>`;
    const xml = diagram(process('P', `${start}<userTask id="A"/>${timer('Late', 'P2D')}${timer('Early', 'PT1H')}${end}`, 'S -> A -> E\nLate -> LateE\nEarly -> EarlyE'));
    const { steps } = await run(xml, { steps: [{ start: 'P' }, { advance: 'PT59M' }, { advance: 'P3D' }] });
    expect(steps.map(({ executed }) => executed)).toEqual([['S'], [], ['Early', 'EarlyE', 'Late', 'LateE']]);
  });

  it('tells a change of the variables, a message, a signal and an error of a task', async () => {
    const xml = diagram(process('P', `${start}<intermediateCatchEvent id="W"><conditionalEventDefinition><condition>x = 1</condition></conditionalEventDefinition></intermediateCatchEvent><intermediateCatchEvent id="M">${message('go')}</intermediateCatchEvent><userTask id="A"/><boundaryEvent id="B" attachedToRef="A"><errorEventDefinition/></boundaryEvent><endEvent id="BE"/>${end}`, 'S -> W -> M -> A -> E\nB -> BE'));
    const { steps, exitCode } = await run(xml, { steps: [{ start: 'P' }, { setVariables: { x: 1 } }, { message: 'go' }, { bpmnError: 'any', at: 'A' }] });
    expect(steps.map(({ instances }) => instances[0]).map((one) => [one?.status, one?.open, one?.waitingAt])).toEqual([['active', [], ['W']], ['active', [], ['M']], ['active', ['A'], []], ['completed', [], []]]);
    expect(exitCode).toBe(0);
  });

  it('shows a called process as an instance with its caller, cancelled when the caller is interrupted', async () => {
    const xml = diagram(
      process('P', `${start}<callActivity id="C" calledElement="Q"/><boundaryEvent id="B" attachedToRef="C">${message('stop')}</boundaryEvent><endEvent id="BE"/>${end}`, 'S -> C -> E\nB -> BE'),
      `<process id="Q"><startEvent id="QS"/><userTask id="QA"/><endEvent id="QE"/>${flowsOf('QS -> QA -> QE')}</process>`,
    );
    const { steps } = await run(xml, { steps: [{ start: 'P' }, { message: 'stop' }] });
    expect(steps.map(({ instances }) => instances.map(({ process: key, parent, status, open }) => ({ process: key, parent, status, open })))).toEqual([
      [{ process: 'P', parent: undefined, status: 'active', open: [] }, { process: 'Q', parent: '1', status: 'active', open: ['QA'] }],
      [{ process: 'P', parent: undefined, status: 'completed', open: [] }, { process: 'Q', parent: '1', status: 'cancelled', open: [] }],
    ]);
  });

  it('says which case can never go on, where and why', async () => {
    const gap = diagram(process('P', `${start}<exclusiveGateway id="G"/><userTask id="A"/><userTask id="B"/>${end}<endEvent id="F"/>`, 'S -> G\nG -> A [x = 1]\nG -> B [x = 2]\nA -> E\nB -> F'));
    const { steps, exitCode } = await run(gap, { steps: [{ start: 'P', variables: { x: 3 } }] });
    expect(steps[0]?.instances[0]).toMatchObject({ status: 'incident', incident: { reason: 'no-outgoing-flow', element: 'G' } });
    expect(exitCode).toBe(0);
  });
});
