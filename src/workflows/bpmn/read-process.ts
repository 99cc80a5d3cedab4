import type { ModdleElement } from 'bpmn-moddle';
import type { Finding } from '../lint/finding.js';
import { byId } from './by-id.js';
import type { FlowNode, FlowProcess, FlowScope, Lane, SequenceFlow } from './flow-model.js';
import { child, children, expression, text, wholeNumber } from './moddle-access.js';
import { readProcessData, withoutGaps } from './read-approval-data.js';
import { isFlowNode, isScopeElement, readNode } from './read-node.js';
import { notWellFormed, unsupported } from './reading-findings.js';

/** Deeper nesting of sub-processes is a mistake of a program, not a drawing. */
const deepestNesting = 60;

interface Draft {
  readonly scopes: Record<string, FlowScope>;
  readonly nodes: Record<string, FlowNode>;
  readonly flows: Record<string, SequenceFlow>;
  readonly lanes: Lane[];
  readonly findings: Finding[];
  extended: boolean;
}

/** Reads one process with everything inside it. */
export function readProcess(element: ModdleElement, file: number): { process: FlowProcess; findings: Finding[] } {
  const draft: Draft = { scopes: byId(), nodes: byId(), flows: byId(), lanes: [], findings: [], extended: false };
  const id = element.id ?? '';
  if (id === '') draft.findings.push(notWellFormed([], '流程没有编号', 'The process has no id'));
  const oa = readProcessData(element);
  if (Object.keys(oa).length > 0) draft.extended = true;
  readScope(element, { id, kind: 'process', depth: 0 }, draft);
  const process: FlowProcess = {
    id,
    name: element.name ?? id,
    file,
    scopes: draft.scopes,
    nodes: withLaneDefaults(draft),
    flows: draft.flows,
    lanes: draft.lanes,
    oa,
    extended: draft.extended,
  };
  return { process, findings: draft.findings };
}

function readScope(element: ModdleElement, place: { id: string; kind: FlowScope['kind']; parent?: string; depth: number }, draft: Draft): void {
  if (place.depth > deepestNesting) {
    draft.findings.push(unsupported(place.id, `超过 ${deepestNesting} 层的子流程`, `sub-processes nested more than ${deepestNesting} deep`));
    return;
  }
  const elements = children(element, 'flowElements');
  const nodeElements = elements.filter(isFlowNode);
  const flowElements = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  for (const laneSet of children(element, 'laneSets')) readLanes(laneSet, draft);

  const here = nodeElements.map((node) => readNode(node, { scope: place.id, insideHandler: place.kind === 'eventSubProcess', insideTransaction: place.kind === 'transaction' }));
  for (const { node, findings } of here) {
    draft.findings.push(...findings);
    if (node.id === '') draft.findings.push(notWellFormed([], '有元素没有编号', 'An element has no id'));
    if (Object.keys(node.oa).length > 0 || node.event?.timer?.kind === 'workdays') draft.extended = true;
    draft.nodes[node.id] = node;
  }
  const flows = [...flowElements.map((flow) => readSequenceFlow(flow, place.id, draft)), ...linkFlows(here.map(({ node }) => node), place.id, draft)].filter((flow) => flow !== undefined);
  for (const flow of flows) draft.flows[flow.id] = flow;

  const nodes = here.map(({ node }) => node.id);
  join(nodes, flows, draft);
  joinBoundaries(nodes, draft);
  joinCompensation(element, draft);
  draft.scopes[place.id] = withoutGaps({
    id: place.id,
    kind: place.kind,
    parent: place.parent,
    nodes,
    flows: flows.map(({ id }) => id),
    starts: startsOf(nodes, draft),
    eventSubProcesses: nodes.filter((id) => draft.nodes[id]?.kind === 'eventSubProcess'),
  }) as FlowScope;

  for (const nested of nodeElements.filter(isScopeElement)) {
    const kind = draft.nodes[nested.id ?? '']?.kind as 'subProcess' | 'transaction' | 'eventSubProcess';
    readScope(nested, { id: nested.id ?? '', kind, parent: place.id, depth: place.depth + 1 }, draft);
  }
}

function readSequenceFlow(element: ModdleElement, scope: string, draft: Draft): SequenceFlow | undefined {
  const id = element.id ?? '';
  const source = child(element, 'sourceRef')?.id;
  const target = child(element, 'targetRef')?.id;
  if (source === undefined || target === undefined) {
    draft.findings.push(notWellFormed([id], `连线 ${id} 没有起点或终点`, `Sequence flow ${id} has no source or no target`));
    return undefined;
  }
  const condition = child(element, 'conditionExpression');
  const language = condition && text(condition, 'language');
  if (language !== undefined && !/feel/i.test(language)) {
    draft.findings.push(unsupported(id, `${language} 语言的条件（只支持 FEEL）`, `conditions in ${language} (only FEEL)`));
  }
  const maxRepeats = wholeNumber(element, 'maxRepeats');
  if (maxRepeats !== undefined) draft.extended = true;
  const owner = child(element, 'sourceRef');
  return withoutGaps({
    id,
    name: element.name ?? '',
    source,
    target,
    scope,
    condition: expression(condition),
    isDefault: owner !== undefined && child(owner, 'default')?.id === id,
    maxRepeats,
  }) as SequenceFlow;
}

/** A throwing link jumps to the catching link of the same name in the same scope (BPMN 2.0 §10.5.5). */
function linkFlows(nodes: readonly FlowNode[], scope: string, draft: Draft): SequenceFlow[] {
  const links = nodes.filter(({ event }) => event?.kind === 'link');
  const catches = links.filter(({ kind }) => kind === 'catchEvent');
  for (const target of catches) {
    if (catches.filter(({ event }) => event?.name === target.event?.name).length > 1) {
      draft.findings.push(notWellFormed([target.id], `连接 ${target.event?.name ?? ''} 有多个入口`, `Link ${target.event?.name ?? ''} is caught more than once`));
    }
  }
  return links.filter(({ kind }) => kind === 'throwEvent').flatMap((thrown) => {
    const target = catches.find(({ event }) => event?.name === thrown.event?.name);
    if (target === undefined) {
      draft.findings.push(notWellFormed([thrown.id], `连接 ${thrown.event?.name ?? ''} 没有对应的入口`, `Link ${thrown.event?.name ?? ''} leads nowhere`));
      return [];
    }
    return [{ id: `link:${thrown.id}`, name: thrown.event?.name ?? '', source: thrown.id, target: target.id, scope, isDefault: false, link: true }];
  });
}

function join(nodes: readonly string[], flows: readonly SequenceFlow[], draft: Draft): void {
  const own = new Set(nodes);
  for (const flow of flows) {
    if (!own.has(flow.source) || !own.has(flow.target)) {
      draft.findings.push(notWellFormed([flow.id], `连线 ${flow.id} 跨越了子流程的边界或指向非流程元素`, `Sequence flow ${flow.id} crosses the border of a sub-process or joins something that is no step`));
      continue;
    }
    draft.nodes[flow.source]?.outgoing.push(flow.id);
    draft.nodes[flow.target]?.incoming.push(flow.id);
  }
  for (const id of nodes) {
    const node = draft.nodes[id];
    const byDefault = node?.outgoing.find((flow) => draft.flows[flow]?.isDefault);
    if (node !== undefined && byDefault !== undefined) draft.nodes[id] = { ...node, defaultFlow: byDefault };
  }
}

function joinBoundaries(nodes: readonly string[], draft: Draft): void {
  for (const id of nodes) {
    const node = draft.nodes[id];
    if (node?.kind !== 'boundaryEvent') continue;
    const activity = node.attachedTo === undefined ? undefined : draft.nodes[node.attachedTo];
    if (activity === undefined || activity.scope !== node.scope || !/Task$|^task$|^subProcess$|^transaction$|^callActivity$/.test(activity.kind)) {
      draft.findings.push(notWellFormed([id], `边界事件 ${id} 没有附着在同层的活动上`, `Boundary event ${id} is not attached to an activity of its level`));
      continue;
    }
    activity.boundary.push(id);
  }
}

/** The association from a compensation boundary event names the activity that undoes. */
function joinCompensation(element: ModdleElement, draft: Draft): void {
  for (const association of children(element, 'artifacts').filter(({ $type }) => $type === 'bpmn:Association')) {
    const ends = [child(association, 'sourceRef')?.id, child(association, 'targetRef')?.id].filter((id) => id !== undefined);
    const boundary = ends.find((id) => draft.nodes[id]?.event?.kind === 'compensation' && draft.nodes[id]?.kind === 'boundaryEvent');
    const handler = ends.find((id) => draft.nodes[id]?.isForCompensation);
    const node = boundary === undefined ? undefined : draft.nodes[boundary];
    if (node !== undefined && handler !== undefined) draft.nodes[node.id] = { ...node, compensationHandler: handler };
  }
}

function startsOf(nodes: readonly string[], draft: Draft): string[] {
  const all = nodes.map((id) => draft.nodes[id]).filter((node) => node !== undefined);
  const startEvents = all.filter(({ kind }) => kind === 'startEvent');
  const starts = startEvents.length > 0 ? [...startEvents, ...all.filter(({ instantiate }) => instantiate)] : all.filter(beginsByItself);
  return starts.map(({ id }) => id);
}

function beginsByItself(node: FlowNode): boolean {
  const isCatchingLink = node.kind === 'catchEvent' && node.event?.kind === 'link';
  return node.incoming.length === 0 && node.kind !== 'boundaryEvent' && node.kind !== 'eventSubProcess' && !node.isForCompensation && !isCatchingLink;
}

function readLanes(laneSet: ModdleElement, draft: Draft): void {
  for (const lane of children(laneSet, 'lanes')) {
    const department = text(lane, 'department');
    const role = text(lane, 'role');
    if (department !== undefined || role !== undefined) draft.extended = true;
    draft.lanes.push(withoutGaps({ id: lane.id ?? '', name: lane.name ?? '', nodes: children(lane, 'flowNodeRef').map(({ id }) => id ?? ''), department, role }) as Lane);
    const nested = child(lane, 'childLaneSet');
    if (nested !== undefined) readLanes(nested, draft);
  }
}

/** Lanes are read outside in, so the innermost one has the last word. */
function withLaneDefaults(draft: Draft): Record<string, FlowNode> {
  const nodes = byId(draft.nodes);
  for (const lane of draft.lanes) {
    for (const id of lane.nodes) {
      const node = nodes[id];
      const own = draft.nodes[id]?.oa;
      if (node === undefined || own === undefined) continue;
      const isPersonal = node.kind === 'userTask' || node.kind === 'manualTask' || node.kind === 'receiveTask';
      const oa = isPersonal ? withoutGaps({ ...node.oa, department: own.department ?? lane.department ?? node.oa.department, role: own.role ?? lane.role ?? node.oa.role }) : node.oa;
      nodes[id] = { ...node, lane: lane.id, oa };
    }
  }
  return nodes;
}
