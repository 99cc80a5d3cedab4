import { assignmentWords } from '../../bpmn/assignment-rule.js';
import type { FlowModel, FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import type { RuleContext } from '../../lint/rule.js';
import { assignedAnywhere, assignedBy, engineNames } from '../conditions/assignments.js';
import { namesInFeel } from '../conditions/names-in-feel.js';
import { surelyAssigned } from '../conditions/surely-assigned.js';
import { wayTo } from './walks.js';
import { lawSeverity } from '../severity.js';

/**
 * A variable that some step assigns is assigned on every way to where it is read. One that nothing assigns is brought along at the start;
 * so is one that the process declares (`oa:startVariables`).
 */
export function unassignedVariable(process: FlowProcess, { model }: RuleContext): Finding[] {
  const somewhere = assignedAnywhere(model, process);
  for (const name of process.oa.startVariables ?? []) somewhere.delete(name);
  const suspects = Object.values(process.nodes).flatMap((node) => readsOf(process, node).map((read) => ({ node, ...read }))).filter(({ name }) => somewhere.has(name));
  if (suspects.length === 0) return [];
  const sure = surelyAssigned(model, process);
  const told = new Set<string>();
  return suspects.flatMap(({ node, name, after }) => {
    const known = sure.get(node.id);
    if (known === undefined || known.has(name) || (after && assignedBy(node).includes(name)) || told.has(`${node.id} ${name}`)) return [];
    told.add(`${node.id} ${name}`);
    return [finding(model, process, node, name)];
  });
}

/** What a node reads: before it is done, or (conditions of its flows) after it. */
function readsOf(process: FlowProcess, node: FlowNode): { name: string; after: boolean }[] {
  const conditions = node.outgoing.map((id) => process.flows[id]?.condition).filter((text) => text !== undefined);
  const { loop, event, oa } = node;
  const isTimerFormula = event?.timer?.value.startsWith('=');
  const before = [
    event?.condition,
    isTimerFormula ? event?.timer?.value.slice(1) : undefined,
    oa.department?.startsWith('=') ? oa.department.slice(1) : undefined,
    ...assignmentWords(oa.assignment ?? '').filter((word) => word.startsWith('=')).map((word) => word.slice(1)),
    node.script,
    loop?.kind === 'multi' ? loop.cardinality : undefined,
    loop?.kind === 'multi' ? loop.collection : undefined,
  ].filter((text) => text !== undefined);
  const inside = [loop?.kind === 'multi' ? loop.completionCondition : loop?.condition].filter((text) => text !== undefined);
  const own = loop?.kind === 'multi' && loop.elementVariable !== undefined ? [loop.elementVariable] : [];
  const read = (texts: readonly string[], after: boolean) => texts.flatMap((text) => namesInFeel(text)).filter((name) => !engineNames.has(name) && !own.includes(name)).map((name) => ({ name, after }));
  return [...read(before, false), ...read([...conditions, ...inside], true)];
}

function finding(model: FlowModel, process: FlowProcess, node: FlowNode, name: string): Finding {
  const root = process.scopes[process.id]?.starts.map((id) => process.nodes[id]).filter((start) => start !== undefined) ?? [];
  const writes = (other: FlowNode): boolean => assignedBy(other).includes(name) || (other.calledElement !== undefined && model.processes.some(({ id }) => id === other.calledElement));
  const path = root.map((start) => wayTo(process, start, ({ id }) => id === node.id, writes)).find((way) => way !== undefined);
  return {
    rule: 'unassigned-variable',
    severity: lawSeverity(process),
    elements: [node.id],
    ...(path === undefined ? {} : { path }),
    message: `“${node.name || node.id}”要用到变量 ${name}，但有的路径到这里时还没有为它赋值。若它由办件开始时带入，请写在 oa:startVariables 中。`,
    messageEn: `${node.id} reads the variable ${name}, which on some way to it nobody has assigned yet. If a case brings it along, name it in oa:startVariables.`,
  };
}
