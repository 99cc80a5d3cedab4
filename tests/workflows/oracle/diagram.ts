import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';

/** The BPMN trees as drawn, with the few pointers a token needs. Nothing of `src/workflows` is used: this is the second opinion. */
export interface Diagram {
  readonly pools: Pool[];
}

/** A process or sub-process with what lies directly in it. */
export interface Pool {
  readonly id: string;
  readonly elements: Element[];
  readonly flows: Flow[];
  /** The sub-process element; absent for a process. */
  readonly owner?: Element;
}

export interface Element {
  readonly id: string;
  /** BPMN type without prefix, `UserTask`. */
  readonly type: string;
  readonly tree: ModdleElement;
  readonly pool: Pool;
  readonly incoming: Flow[];
  readonly outgoing: Flow[];
  readonly boundary: Element[];
  /** Of a sub-process. */
  readonly inner?: Pool;
  readonly event: EventPart;
  /** Of a boundary event or the start of an event sub-process. */
  readonly interrupting: boolean;
  attachedTo?: Element;
  /** Of a compensation boundary event. */
  handler?: Element;
}

export interface EventPart {
  readonly kind: string;
  readonly name?: string;
  readonly code?: string;
  readonly timer?: { readonly kind: 'date' | 'duration' | 'cycle'; readonly text: string };
  readonly condition?: string;
  readonly activity?: string;
}

export interface Flow {
  readonly id: string;
  readonly source: Element;
  readonly target: Element;
  readonly condition?: string;
  readonly isDefault: boolean;
}

const moddle = new BpmnModdle();

/** Reads the files of one run; the first is the main one. */
export async function readDiagram(...files: string[]): Promise<Diagram> {
  const pools: Pool[] = [];
  for (const xml of files) {
    const { rootElement } = await moddle.fromXML(xml);
    for (const root of many(rootElement, 'rootElements')) {
      if (root.$type === 'bpmn:Process' && many(root, 'flowElements').length > 0) pools.push(readPool(root, undefined));
    }
  }
  return { pools };
}

export function poolOf(diagram: Diagram, id: string): Pool {
  const pool = diagram.pools.find((candidate) => candidate.id === id);
  if (pool === undefined) throw new Error(`There is no process ${id}`);
  return pool;
}

/** Everything in a pool, sub-processes included. */
export function allElements(pool: Pool): Element[] {
  return pool.elements.flatMap((element) => [element, ...(element.inner ? allElements(element.inner) : [])]);
}

/** Elements at which a token is born when the pool begins (BPMN 2.0 §13.3.2, §13.3.4). */
export function startsOf(pool: Pool): Element[] {
  const starts = pool.elements.filter(({ type }) => type === 'StartEvent');
  if (starts.length > 0) return starts;
  return pool.elements.filter((element) => element.incoming.length === 0 && element.type !== 'BoundaryEvent' && !isEventSubProcess(element) && !isUndoing(element) && !(element.type === 'IntermediateCatchEvent' && element.event.kind === 'link'));
}

export function isEventSubProcess(element: Element): boolean {
  return element.type === 'SubProcess' && element.tree['triggeredByEvent'] === true;
}

/** Only run to undo another activity. */
export function isUndoing(element: Element): boolean {
  return element.tree['isForCompensation'] === true;
}

export function isScope(element: Element): boolean {
  return element.inner !== undefined;
}

export function isActivity({ type }: Element): boolean {
  return /Task$|^SubProcess$|^Transaction$|^CallActivity$/.test(type);
}

/** Elements to which a token goes on its way over this flow, without stopping: the other end of a link included. */
export function linkTarget(element: Element): Element | undefined {
  if (element.type !== 'IntermediateThrowEvent' || element.event.kind !== 'link') return undefined;
  return element.pool.elements.find(({ type, event }) => type === 'IntermediateCatchEvent' && event.kind === 'link' && event.name === element.event.name);
}

function readPool(tree: ModdleElement, owner: Element | undefined): Pool {
  const pool: Pool = { id: tree.id ?? '', elements: [], flows: [], ...(owner && { owner }) };
  const children = many(tree, 'flowElements');
  for (const child of children) {
    if (/Event$|Gateway$|Task$|SubProcess$|Transaction$|CallActivity$/.test(child.$type)) pool.elements.push(readElement(child, pool));
  }
  const byId = new Map(pool.elements.map((element) => [element.id, element]));
  for (const child of children.filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
    const source = byId.get(one(child, 'sourceRef')?.id ?? '');
    const target = byId.get(one(child, 'targetRef')?.id ?? '');
    if (source === undefined || target === undefined) continue;
    const condition = feel(one(child, 'conditionExpression'));
    const flow: Flow = { id: child.id ?? '', source, target, isDefault: one(source.tree, 'default')?.id === child.id, ...(condition !== undefined && { condition }) };
    pool.flows.push(flow);
    source.outgoing.push(flow);
    target.incoming.push(flow);
  }
  for (const element of pool.elements) {
    const activity = byId.get(one(element.tree, 'attachedToRef')?.id ?? '');
    if (activity === undefined) continue;
    element.attachedTo = activity;
    activity.boundary.push(element);
  }
  for (const association of many(tree, 'artifacts')) {
    const boundary = byId.get(one(association, 'sourceRef')?.id ?? '');
    const handler = byId.get(one(association, 'targetRef')?.id ?? '');
    if (boundary?.event.kind === 'compensate' && handler !== undefined) boundary.handler = handler;
  }
  return pool;
}

function readElement(tree: ModdleElement, pool: Pool): Element {
  const type = tree.$type.replace('bpmn:', '');
  const interrupting = type === 'BoundaryEvent' ? tree['cancelActivity'] !== false : tree['isInterrupting'] !== false;
  const element: { -readonly [Key in keyof Element]: Element[Key] } = { id: tree.id ?? '', type, tree, pool, incoming: [], outgoing: [], boundary: [], event: readEvent(tree), interrupting };
  if (/^(SubProcess|Transaction)$/.test(type)) element.inner = readPool(tree, element);
  return element;
}

function readEvent(tree: ModdleElement): EventPart {
  if (tree.$type === 'bpmn:ReceiveTask' || tree.$type === 'bpmn:SendTask') {
    const name = one(tree, 'messageRef')?.name;
    return name === undefined ? { kind: 'none' } : { kind: 'message', name };
  }
  const [definition] = many(tree, 'eventDefinitions');
  if (definition === undefined) return { kind: 'none' };
  const kind = definition.$type.replace('bpmn:', '').replace('EventDefinition', '').toLowerCase();
  const thing = one(definition, 'messageRef') ?? one(definition, 'signalRef') ?? one(definition, 'errorRef') ?? one(definition, 'escalationRef');
  const name = kind === 'link' ? definition.name : thing?.name;
  const code = (thing?.['errorCode'] ?? thing?.['escalationCode']) as string | undefined;
  const condition = feel(one(definition, 'condition'));
  const activity = one(definition, 'activityRef')?.id;
  const timer = readTimer(definition);
  return { kind, ...(name !== undefined && { name }), ...(code !== undefined && { code }), ...(condition !== undefined && { condition }), ...(activity !== undefined && { activity }), ...(timer && { timer }) };
}

function readTimer(definition: ModdleElement): EventPart['timer'] {
  for (const [property, kind] of [['timeDate', 'date'], ['timeDuration', 'duration'], ['timeCycle', 'cycle']] as const) {
    const text = one(definition, property)?.['body'];
    if (typeof text === 'string') return { kind, text: text.trim() };
  }
  return undefined;
}

export function one(tree: ModdleElement, property: string): ModdleElement | undefined {
  const value = tree[property];
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined;
}

export function many(tree: ModdleElement, property: string): ModdleElement[] {
  const value = tree[property];
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

export function feel(expression: ModdleElement | undefined): string | undefined {
  const body = expression?.['body'];
  return typeof body === 'string' && body.trim() !== '' ? body.trim().replace(/^=\s*/, '') : undefined;
}
