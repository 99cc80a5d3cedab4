import type { FlowNode, NodeKind } from '../../workflows/bpmn/flow-model.js';
import type { CompiledFlow } from '../../workflows/compile/compiled-flow.js';
import type { Finding } from '../../workflows/lint/finding.js';

/** Elements that this office's services carry out today. The engine runs more; what the office cannot carry must not be published. */
const carried: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'startEvent',
  'endEvent',
  'userTask',
  'manualTask',
  'task',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'subProcess',
  'callActivity',
]);

/** A timer may wait in the flow or guard a step; other events nobody sends yet. */
function isCarried({ kind, event }: FlowNode): boolean {
  if (kind === 'boundaryEvent' || kind === 'catchEvent') return event?.kind === 'timer';
  return carried.has(kind) && (event === undefined || ['none', 'terminate'].includes(event.kind));
}

/** Findings about what only the engine and not yet the office can do: a case would wait there for ever, and nobody would know. */
export function officeFindings(flow: CompiledFlow): Finding[] {
  return Object.values(flow.graph.nodes)
    .filter((node) => !isCarried(node))
    .map((node) => ({
      rule: 'not-carried-by-the-office',
      severity: 'error' as const,
      elements: [node.id],
      message: `“${node.name || node.id}”（${node.kind}）引擎可以运行，但办件系统尚不能办理此类环节，暂不能发布`,
      messageEn: `"${node.name || node.id}" (${node.kind}) runs in the engine, but the office has no service that carries it out yet`,
    }));
}
