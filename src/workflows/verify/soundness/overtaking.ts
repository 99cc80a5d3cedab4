import type { FlowNode } from '../../bpmn/flow-model.js';
import { cutsScope, waitsForSomebody, type NetQuestion } from './build-net.js';

/**
 * Whether something that ends the whole scope may follow a split without anybody acting in between: automatic steps run to their end first,
 * so it may always overtake what the other ways of the split lead to. Told by the shape alone, and rather too often than too seldom.
 */
export function mayOvertake(question: NetQuestion): boolean {
  const { process, scope, roots, together } = question;
  const begins = together && roots.length > 1 ? [...roots] : [];
  const splits = scope.nodes.map((id) => process.nodes[id]).filter((node) => node !== undefined && goesOnSeveralWays(node));
  return cutsAtOnce([...begins, ...splits.flatMap((node) => next(node as FlowNode, question))], question);
}

function goesOnSeveralWays({ kind, outgoing, boundary }: FlowNode): boolean {
  return boundary.length > 0 || (outgoing.length > 1 && kind !== 'exclusiveGateway' && kind !== 'eventBasedGateway');
}

function cutsAtOnce(ways: readonly string[], question: NetQuestion): boolean {
  const seen = new Set(ways);
  for (const id of seen) {
    const node = question.process.nodes[id];
    if (node === undefined) continue;
    if (cutsScope(node, question)) return true;
    if (!waitsForSomebody(node, question.process)) for (const further of next(node, question)) seen.add(further);
  }
  return false;
}

function next(node: FlowNode, { process }: NetQuestion): string[] {
  return [...node.outgoing.map((flow) => process.flows[flow]?.target ?? ''), ...node.boundary];
}
