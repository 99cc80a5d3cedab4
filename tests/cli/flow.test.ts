import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { checkFlow } from '../../src/cli/flow-check.js';
import { playFlow } from '../../src/cli/flow-run.js';
import { table } from '../workflows/dmn/table.js';
import { registerFlowCommands, type FlowFile } from '../../src/cli/flow.js';

const seed = (key: string): FlowFile => ({ name: `${key}.bpmn`, xml: readFileSync(new URL(`../../seeds/flows/${key}.bpmn`, import.meta.url), 'utf8') });
const stage = [seed('stage-construction-permit'), seed('item-standard'), seed('item-decision')];
const file = (process: string): FlowFile[] => [{
  name: 'x.bpmn',
  xml: `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><process id="P">${process}</process></definitions>`,
}];
const deadlock = '<startEvent id="S"/><exclusiveGateway id="X"/><task id="A"/><task id="B"/><parallelGateway id="J"/><endEvent id="E"/><sequenceFlow id="f1" sourceRef="S" targetRef="X"/><sequenceFlow id="f2" sourceRef="X" targetRef="A"/><sequenceFlow id="f3" sourceRef="X" targetRef="B"/><sequenceFlow id="f4" sourceRef="A" targetRef="J"/><sequenceFlow id="f5" sourceRef="B" targetRef="J"/><sequenceFlow id="f6" sourceRef="J" targetRef="E"/>';
const oneTask = '<startEvent id="S"/><userTask id="A"/><endEvent id="E"/><sequenceFlow id="f1" sourceRef="S" targetRef="A"/><sequenceFlow id="f2" sourceRef="A" targetRef="E"/>';
const options = { json: true, force: false, now: 0 };

describe('onestop flow check', () => {
  it('answers with findings, soundness and budget, and exit code 0 for a flow that may be published', async () => {
    const { output, exitCode, complaint } = await checkFlow(stage, { json: true });
    expect(JSON.parse(output)).toMatchObject({ ok: true, soundness: { verdict: 'sound' }, budget: { worstWorkdays: 14 } });
    expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: undefined });
  });

  it('answers for the flow that calls the others, in whatever order the files are given', async () => {
    const { output } = await checkFlow([...stage].reverse(), { json: true });
    expect(JSON.parse(output)).toMatchObject({ ok: true, budget: { worstWorkdays: 14 } });
  });

  it('answers with exit code 1 and a counter-example for a flow that hangs', async () => {
    const { output, exitCode } = await checkFlow(file(deadlock), { json: true });
    expect(JSON.parse(output)).toMatchObject({ ok: false, findings: expect.arrayContaining([expect.objectContaining({ rule: 'deadlock', severity: 'error', path: expect.any(Array) })]) });
    expect(exitCode).toBe(1);
  });

  it('finds the faults of a broken BPMN file, but refuses a file that is none in one line', async () => {
    const [broken] = file('<startEvent id="S"');
    expect(await checkFlow([broken as FlowFile], { json: true })).toMatchObject({ exitCode: 1, output: expect.stringContaining('not-well-formed') });
    const alien = await checkFlow([{ name: 'photo.bpmn', xml: 'JFIF' }], { json: false });
    expect(alien).toEqual({ output: '', complaint: 'photo.bpmn is no BPMN 2.0 file', exitCode: 2 });
  });

  it('can be read by people too', async () => {
    const { output } = await checkFlow(file(deadlock), { json: false });
    expect(output).toContain('✗ deadlock');
    expect(output).not.toContain('{');
  });
});

describe('onestop flow run', () => {
  it('answers with one entry per step and all instances after it', async () => {
    const { output, exitCode } = await playFlow(file(oneTask), { steps: [{ start: 'P', variables: { n: 1 } }, { complete: 'A', variables: { n: 2 } }] }, options);
    expect(JSON.parse(output)).toEqual({
      steps: [
        { step: 0, accepted: true, executed: ['S'], instances: [{ id: '1', process: 'P', status: 'active', open: ['A'], waitingAt: [], variables: { n: 1 } }] },
        { step: 1, accepted: true, executed: ['A', 'E'], instances: [{ id: '1', process: 'P', status: 'completed', open: [], waitingAt: [], variables: { n: 2 } }] },
      ],
    });
    expect(exitCode).toBe(0);
  });

  it('an impossible step is not accepted, says why, changes nothing and gives exit code 1', async () => {
    const { output, exitCode } = await playFlow(file(oneTask), { steps: [{ start: 'P' }, { complete: 'B' }, { message: 'x' }, { signal: 'x' }, { start: 'Q' }, { advance: 'soon' }, { complete: 'A', nth: 1 }, { complete: 'A' }] }, options);
    const { steps } = JSON.parse(output) as { steps: { accepted: boolean; reason?: string; executed: string[] }[] };
    expect(steps.map(({ accepted }) => accepted)).toEqual([true, false, false, false, false, false, false, true]);
    for (const step of steps.filter(({ accepted }) => !accepted)) expect(step).toMatchObject({ executed: [], reason: expect.stringMatching(/./) });
    expect(exitCode).toBe(1);
  });

  it('refuses what the check refuses with its findings, unless it is forced', async () => {
    const scenario = { steps: [{ start: 'P' }] };
    const refused = await playFlow(file(deadlock), scenario, options);
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.output)).toMatchObject({ ok: false, findings: expect.arrayContaining([expect.objectContaining({ rule: 'deadlock' })]) });
    const forced = await playFlow(file(deadlock), scenario, { ...options, force: true });
    expect(JSON.parse(forced.output)).toMatchObject({ steps: [{ accepted: true, instances: [{ status: 'incident', incident: { reason: 'stuck', element: 'J' } }] }] });
  });

  it('refuses a scenario that is none in one line', async () => {
    for (const scenario of [null, [], {}, { steps: {} }, { steps: [{}] }, { steps: [{ start: 1 }] }, { steps: [{ start: 'P', message: 'x' }] }, { steps: [], tasks: [] }]) {
      const { complaint, exitCode } = await playFlow(file(oneTask), scenario, options);
      expect(exitCode).toBe(2);
      expect(complaint).toMatch(/^the scenario cannot be played: .+$/);
    }
  });
});

it('both commands are on the command line', () => {
  const program = new Command();
  registerFlowCommands(program);
  expect(program.commands.find((command) => command.name() === 'flow')?.commands.map((command) => command.name())).toEqual(['check', 'run']);
});

describe('A decision table beside the diagram', () => {
  const rule = (decision: string): FlowFile[] => [{
    name: 'x.bpmn',
    xml: `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:oa="urn:onestop-approval:bpmn:1" id="d" targetNamespace="x"><process id="P"><startEvent id="S"/><businessRuleTask id="R" oa:decision="${decision}"/><endEvent id="E"/><sequenceFlow id="f1" sourceRef="S" targetRef="R"/><sequenceFlow id="f2" sourceRef="R" targetRef="E"/></process></definitions>`,
  }];
  const dmn = (rows: string[], more: object = {}): FlowFile => ({ name: 'x.dmn', xml: table({ inputs: ['n'], outputs: ['size'], rows, ...more }) });
  const play = async (files: FlowFile[], n: unknown): Promise<{ status: string; variables: object; incident?: object }> => {
    const { output } = await playFlow(files, { steps: [{ start: 'P', variables: { n } }] }, options);
    return (JSON.parse(output) as { steps: { instances: [{ status: string; variables: object }] }[] }).steps[0]?.instances[0] as never;
  };

  it('is asked by its business rule task', async () => {
    const files = [...rule('d'), dmn(['<= 5 => "small"', '> 5 => "large"'])];
    expect(await play(files, 7)).toMatchObject({ status: 'completed', variables: { n: 7, size: 'large' } });
    expect((await checkFlow(files, { json: true })).exitCode).toBe(0);
  });

  it('without a rule that applies, and without default, the case stands as an incident', async () => {
    expect(await play([...rule('d'), dmn(['<= 5 => "small"'])], 7)).toMatchObject({ status: 'incident', incident: { element: 'R', reason: 'no-rule-applies：Choice' } });
    expect(await play([...rule('d'), dmn(['<= 5 => "small"'], { defaults: ['"large"'] })], 7)).toMatchObject({ status: 'completed', variables: { size: 'large' } });
    expect(await play([...rule('d'), dmn(['> 1 => "a"', '> 2 => "b"'])], 7)).toMatchObject({ status: 'incident' });
  });

  it('is checked with the diagram, which may name no other', async () => {
    const unknown = await checkFlow([...rule('other'), dmn(['- => "a"'])], { json: true });
    expect(JSON.parse(unknown.output)).toMatchObject({ ok: false, findings: [expect.objectContaining({ rule: 'unknown-name', elements: ['R'] })] });
    const broken = await checkFlow([...rule('d'), dmn(['+=> "a"'])], { json: true });
    expect(broken.exitCode).toBe(1);
    expect((await playFlow([...rule('d'), dmn(['+=> "a"'])], { steps: [{ start: 'P' }] }, options)).exitCode).toBe(1);
  });
});
