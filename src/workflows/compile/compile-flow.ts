import { byId } from '../bpmn/by-id.js';
import type { FlowNode, FlowProcess, NodeKind } from '../bpmn/flow-model.js';
import { withoutGaps } from '../bpmn/read-approval-data.js';
import type { CompiledFlow, FlowStart, FlowStep, ScopeDefinition, StepKind } from './compiled-flow.js';
import { nestScope } from './nest-scope.js';
import { netScope } from './net-scope.js';

/**
 * Compiles a checked process to plain JSON: one xstate machine definition per scope and what the product needs to know of each step.
 *
 * `shape: 'net'` carries every scope as a net, also where nested states would do: tests compare the two.
 */
export function compileFlow(process: FlowProcess, options: { readonly shape?: 'net' } = {}): CompiledFlow {
  const definition = Object.fromEntries(Object.keys(process.scopes).map((scope) => [scope, defineScope(process, scope, options.shape)]));
  const steps = Object.values(process.nodes).flatMap((node) => describeStep(node, process));
  return withoutGaps({
    version: 1 as const,
    key: process.id,
    name: process.name,
    stage: process.oa.stage,
    definition: byId(definition),
    steps: byId(Object.fromEntries(steps.map((step) => [step.id, step]))),
    starts: describeStarts(process),
    graph: process,
  }) as CompiledFlow;
}

function defineScope(process: FlowProcess, scope: string, shape: 'net' | undefined): ScopeDefinition {
  const nested = shape === 'net' ? undefined : nestScope(process, scope);
  return nested === undefined ? { shape: 'net', machine: netScope(process, scope) } : { shape: 'nested', machine: nested };
}

const stepKinds: Partial<Record<NodeKind, StepKind>> = {
  userTask: 'user',
  manualTask: 'manual',
  receiveTask: 'receive',
  callActivity: 'call',
  serviceTask: 'service',
  sendTask: 'send',
  scriptTask: 'script',
  businessRuleTask: 'businessRule',
  task: 'task',
  subProcess: 'subProcess',
  transaction: 'subProcess',
};

function describeStep(node: FlowNode, process: FlowProcess): FlowStep[] {
  const kind = stepKinds[node.kind];
  if (kind === undefined) return [];
  const { act, role, department, form, limitWorkdays, pause, legalBasis, notSameAs } = node.oa;
  return [
    withoutGaps({
      id: node.id,
      name: node.name === '' ? node.id : node.name,
      kind,
      act,
      role,
      department,
      form,
      outcomes: node.oa.outcomes ?? [],
      limitWorkdays,
      documents: node.oa.documents ?? [],
      pause,
      legalBasis,
      stage: process.oa.stage,
      calls: node.calledElement,
      notSameAs,
      isRepeated: node.loop !== undefined,
    }) as FlowStep,
  ];
}

/** Start events, and what else can begin an instance; a process without start event begins at all its first steps (`none`). */
function describeStarts(process: FlowProcess): FlowStart[] {
  const starts = (process.scopes[process.id]?.starts ?? []).map((id) => process.nodes[id]).filter((node) => node !== undefined);
  return starts.flatMap((node) => {
    if (node.instantiate && node.kind === 'eventBasedGateway') {
      return node.outgoing.map((flow) => process.nodes[process.flows[flow]?.target ?? '']).filter((branch) => branch !== undefined).map(startOf);
    }
    return [startOf(node)];
  });
}

function startOf(node: FlowNode): FlowStart {
  const isEvent = node.kind === 'startEvent' || node.instantiate || node.kind === 'catchEvent';
  const event = isEvent ? node.event : undefined;
  return withoutGaps({ element: node.id, kind: event?.kind ?? 'none', name: event?.name, timer: event?.timer, condition: event?.condition }) as FlowStart;
}
