import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import { compileFlow } from '../../../src/workflows/compile/compile-flow.js';
import { loadFlow } from '../../../src/workflows/machine/load-flow.js';
import { runScenario } from '../../../src/workflows/scenario/run-scenario.js';
import type { InstanceReport, Scenario, ScenarioReport, ScenarioStep } from '../../../src/workflows/scenario/scenario.js';

/** A diagram of one or more processes from their elements. */
export function diagram(...processes: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:oa="urn:onestop-approval:bpmn:1" id="d" targetNamespace="urn:test">
<message id="m-go" name="go"/><message id="m-stop" name="stop"/><signal id="s-ring" name="ring"/>
<error id="e-1" errorCode="E1"/><error id="e-2" errorCode="E2"/><escalation id="esc-1" escalationCode="X1"/>
${processes.join('\n')}</definitions>`;
}

/** A process from its elements and its flows, one a line: `A -> B`, `G -> B [x > 1]`, `G -> C [default]` (mark the gateway too). */
export function process(id: string, elements: string, flows: string): string {
  return `<process id="${id}" isExecutable="true">${elements}${flowsOf(flows)}</process>`;
}

/** The flows of a sub-process, to be put among its elements. */
export function flowsOf(flows: string): string {
  return flows.trim().split('\n').map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => {
    const [, chain = '', condition] = /^([^[]+)(?:\[(.*)\])?$/.exec(line) ?? [];
    const ids = chain.split('->').map((part) => part.trim());
    return ids.slice(1).map((target, index) => {
      const source = ids[index] ?? '';
      const flow = `${source}_${target}`;
      if (condition === undefined || condition === 'default') return `<sequenceFlow id="${flow}" sourceRef="${source}" targetRef="${target}"/>`;
      return `<sequenceFlow id="${flow}" sourceRef="${source}" targetRef="${target}"><conditionExpression xsi:type="tFormalExpression">${condition.replaceAll('<', '&lt;')}</conditionExpression></sequenceFlow>`;
    });
  }).join('');
}

/** Plays the steps twice, on nested machines where there are some and on nets, and expects the same from both. */
export async function play(xml: string, steps: ScenarioStep[], tasks: Scenario['tasks'] = {}): Promise<ScenarioReport['steps']> {
  const { model, findings } = await readFlow(xml);
  expect(findings).toEqual([]);
  const scenario = { steps, tasks };
  const nested = runScenario((model?.processes ?? []).map((flow) => loadFlow(stored(compileFlow(flow)))), scenario);
  const net = runScenario((model?.processes ?? []).map((flow) => loadFlow(stored(compileFlow(flow, { shape: 'net' })))), scenario);
  expect(nested.steps.map(inAnyOrder)).toEqual(net.steps.map(inAnyOrder));
  return nested.steps;
}

/** Where each step left the first instance: what is open, what it waits at, and how it stands. */
export function traces(steps: ScenarioReport['steps']): string[] {
  return steps.map(({ accepted, executed, instances }) => `${accepted ? executed.join(' ') : 'refused'} | ${instances.map(standing).join(' / ')}`);
}

function standing({ status, open, waitingAt, incident }: InstanceReport): string {
  if (incident !== undefined) return `${incident.reason}@${incident.element}`;
  if (status !== 'active') return status;
  return [...open, ...waitingAt.map((id) => `(${id})`)].join(' ');
}

/** A compiled flow as it comes back from a database column. */
function stored<T>(compiled: T): T {
  return JSON.parse(JSON.stringify(compiled)) as T;
}

/** The two carriers may order concurrent elements differently. */
function inAnyOrder({ executed, instances, ...step }: ScenarioReport['steps'][number]): unknown {
  return { ...step, executed: executed.toSorted(), instances: instances.map(({ open, waitingAt, ...rest }) => ({ ...rest, open: open.toSorted(), waitingAt: waitingAt.toSorted() })) };
}
