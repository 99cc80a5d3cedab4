import { Area, Drawing, escape, type Box } from './drawing.js';
import type { Random } from './random.js';

/** Names of constructs; a level is a table of how often each is drawn. */
type Construct =
  | 'user' | 'automatic' | 'manual' | 'receive' | 'exclusive' | 'parallel' | 'inclusive' | 'loop' | 'subProcess' | 'call' | 'multi' | 'standardLoop'
  | 'implicitSplit' | 'catch' | 'choice' | 'throw' | 'link' | 'interrupted' | 'reminded' | 'failing' | 'escalating' | 'transaction' | 'guarded' | 'undo' | 'terminating';

export type Weights = Partial<Record<Construct, number>>;

/** Gateways, tasks, loops, sub-processes, calls, repetition. */
export const plainWeights: Weights = { user: 6, automatic: 3, manual: 1, receive: 1, exclusive: 4, parallel: 4, inclusive: 2, loop: 2, subProcess: 2, call: 1, multi: 1, standardLoop: 1, implicitSplit: 1, terminating: 1 };

/** Every construct. */
export const allWeights: Weights = { ...plainWeights, catch: 2, choice: 2, throw: 1, link: 1, interrupted: 2, reminded: 2, failing: 2, escalating: 1, transaction: 1, guarded: 2, undo: 1 };

/** Every construct, those oftener whose instances write to each other. */
export const wideWeights: Weights = { ...allWeights, automatic: 6, throw: 4, catch: 4, receive: 2, multi: 2 };

export interface RandomModel {
  readonly xml: string;
  readonly process: string;
  /** Names that decide gateways, with the number of their values. */
  readonly choices: Record<string, number>;
  readonly messages: string[];
  readonly signals: string[];
  /** Tasks at which an error would be caught, with its code. */
  readonly errors: { readonly at: string; readonly code: string }[];
  readonly conditions: string[];
  /** What begins another instance beside a plain start. */
  readonly begins: { readonly kind: 'message' | 'signal' | 'timer' | 'none'; readonly name: string }[];
  /** The variables under which a conditional start event begins. */
  readonly startsIf: string[];
}

interface Sketch {
  readonly drawing: Drawing;
  readonly random: Random;
  readonly weights: Weights;
  readonly model: RandomModel;
  /** With several start events, posts between instances, dates, cycles and collections. */
  readonly wide: boolean;
  /** How many constructs may still be drawn. */
  left: number;
}

/** A part with one way in and one way out. */
interface Part {
  readonly first: Box;
  readonly last: Box;
}

/**
 * Draws a random process. Half of them are well nested and so mostly sound; the others get a flow bent, a gateway changed or a shortcut
 * added, and may or may not be sound.
 */
export function randomModel(random: Random, options: { weights: Weights; size: number; bends: number; wide?: boolean }): RandomModel {
  const drawing = new Drawing();
  const model: RandomModel = { xml: '', process: 'main', choices: {}, messages: [], signals: [], errors: [], conditions: [], begins: [], startsIf: [] };
  const sketch: Sketch = { drawing, random, weights: options.weights, model, wide: options.wide ?? false, left: options.size };
  const main = drawing.process('main');
  if (sketch.wide) planBegins(sketch);
  drawScope(sketch, main, 0);
  for (const begin of model.begins) addStart(sketch, main, begin);
  if (sketch.wide && random.chance(0.25)) beginIf(sketch, main.boxes[0] as Box);
  for (let bend = 0; bend < options.bends; bend += 1) bendSomething(sketch, random.oneOf(drawing.processes.flatMap((area) => area.all())));
  for (const area of drawing.processes.flatMap((process) => process.all())) writeConditions(sketch, area);
  return { ...model, xml: drawing.xml() };
}

// Scopes and blocks ------------------------------------------------------------------------------------------------------------------

function drawScope(sketch: Sketch, area: Area, depth: number): void {
  const { drawing, random } = sketch;
  const start = area.box('startEvent', drawing.id('S'), { fixed: true });
  const parts = Array.from({ length: 1 + random.below(3) }, () => drawPart(sketch, area, depth));
  const end = area.box('endEvent', drawing.id('E'), { fixed: true });
  let last = start;
  for (const part of parts) {
    area.arrow(last, part.first);
    last = part.last;
  }
  area.arrow(last, end);
}

/** Names to begin with, known before the flow is drawn so that it may send them to itself. */
function planBegins({ random, model }: Sketch): void {
  for (let number = random.below(3); number > 0; number -= 1) {
    const kind = random.oneOf(['message', 'signal', 'timer', 'none'] as const);
    model.begins.push({ kind, name: `begin_${number}` });
    if (kind === 'message' || kind === 'signal') model[kind === 'message' ? 'messages' : 'signals'].push(`begin_${number}`);
  }
}

/** Another way to begin, which meets the first or goes a little way of its own before. */
function addStart(sketch: Sketch, area: Area, { kind, name }: RandomModel['begins'][number]): void {
  const { drawing, random } = sketch;
  const id = drawing.id('S');
  const start = area.box('startEvent', id, { fixed: true, ...(kind !== 'none' && { inner: kind === 'timer' ? startTimer(sketch) : drawing.event(kind, name) }) });
  if (kind === 'none' && random.chance(0.5)) beginIf(sketch, start);
  const merge = gateway(sketch, area, 'exclusiveGateway');
  insertAt(area, merge, area.arrows.findIndex(({ from }) => from === area.boxes[0]));
  if (random.chance(0.5)) {
    area.arrow(start, merge);
    return;
  }
  const own = drawPart(sketch, area, 1);
  area.arrow(start, own.first);
  area.arrow(own.last, merge);
}

/** The clock begins instances at a date, after a while, or a few times. */
function startTimer({ drawing, random }: Sketch): string {
  const hours = 1 + random.below(9);
  const shape = random.oneOf(['timer', 'date', 'cycle']);
  return drawing.event(shape, { timer: `PT${hours}H`, date: `2026-01-05T0${hours}:30:00Z`, cycle: `R${2 + random.below(2)}/PT${hours}H` }[shape] as string);
}

/** A start event that begins only under a condition. */
function beginIf({ drawing, model }: Sketch, start: Box): void {
  const name = `begins_${start.id}`;
  model.startsIf.push(name);
  start.inner = drawing.event('conditional', `${name} = true`);
}

function drawPart(sketch: Sketch, area: Area, depth: number): Part {
  const { random } = sketch;
  sketch.left -= 1;
  const small = sketch.left <= 0 || depth > 3;
  const construct = small ? random.oneOf(['user', 'user', 'automatic'] as const) : random.weighted(sketch.weights);
  return constructs[construct](sketch, area, depth + 1);
}

type Draw = (sketch: Sketch, area: Area, depth: number) => Part;

const constructs: Record<Construct, Draw> = {
  user: (sketch, area) => alone(area.box('userTask', sketch.drawing.id('U'))),
  manual: (sketch, area) => alone(area.box('manualTask', sketch.drawing.id('M'))),
  receive: (sketch, area) => {
    const { drawing, random } = sketch;
    const id = drawing.id('R');
    return alone(area.box('receiveTask', id, random.chance(0.5) ? { attributes: drawing.message(nameOf(sketch, 'messages', id)) } : {}));
  },
  automatic: (sketch, area) => alone(automaticTask(sketch, area)),
  exclusive: (sketch, area, depth) => split(sketch, area, depth, 'exclusiveGateway', 'exclusiveGateway'),
  parallel: (sketch, area, depth) => split(sketch, area, depth, 'parallelGateway', 'parallelGateway'),
  inclusive: (sketch, area, depth) => split(sketch, area, depth, 'inclusiveGateway', 'inclusiveGateway'),
  implicitSplit: (sketch, area, depth) => {
    const conditional = sketch.random.chance(0.5);
    return split(sketch, area, depth, 'userTask', conditional ? 'inclusiveGateway' : 'parallelGateway');
  },
  loop: (sketch, area, depth) => {
    const merge = gateway(sketch, area, 'exclusiveGateway');
    const body = series(sketch, area, depth);
    // The way back passes somebody's work, so that no case turns for ever without anybody acting.
    const work = area.box('userTask', sketch.drawing.id('U'));
    const again = gateway(sketch, area, 'exclusiveGateway');
    area.arrow(merge, body.first);
    area.arrow(body.last, work);
    area.arrow(work, again);
    area.arrow(again, merge);
    const out = automaticTask(sketch, area);
    area.arrow(again, out);
    return { first: merge, last: out };
  },
  subProcess: (sketch, area, depth) => alone(scope(sketch, area, depth, 'subProcess')),
  call: (sketch, area, depth) => {
    const { drawing } = sketch;
    const id = drawing.id('called');
    drawScope(sketch, drawing.process(id), depth);
    return alone(area.box('callActivity', drawing.id('K'), { attributes: ` calledElement="${id}"` }));
  },
  multi: (sketch, area, depth) => {
    const { drawing, random } = sketch;
    const completion = random.chance(0.3) ? '<completionCondition>numberOfCompletedInstances &gt;= 2</completionCondition>' : '';
    const isCollection = sketch.wide && random.chance(0.5);
    const over = isCollection ? ` oa:collection="${escape(random.oneOf(['[1, 2, 3]', '["a", "b"]', '[7]', '[]']))}" oa:elementVariable="each"` : '';
    const inner = `<multiInstanceLoopCharacteristics isSequential="${random.chance(0.4)}"${over}>${isCollection ? '' : `<loopCardinality>${1 + random.below(3)}</loopCardinality>`}${completion}</multiInstanceLoopCharacteristics>`;
    return alone(random.chance(0.6) ? area.box('userTask', drawing.id('U'), { inner }) : withInner(scope(sketch, area, depth, 'subProcess'), inner));
  },
  standardLoop: (sketch, area, depth) => {
    const { drawing, random } = sketch;
    const inner = `<standardLoopCharacteristics testBefore="${random.chance(0.4)}" loopMaximum="${1 + random.below(3)}"><loopCondition>loopCounter &lt; 2</loopCondition></standardLoopCharacteristics>`;
    return alone(random.chance(0.6) ? area.box('userTask', drawing.id('U'), { inner }) : withInner(scope(sketch, area, depth, 'subProcess'), inner));
  },
  terminating: (sketch, area, depth) => {
    const first = gateway(sketch, area, 'exclusiveGateway');
    const stop = area.box('endEvent', sketch.drawing.id('E'), { inner: sketch.drawing.event('terminate'), fixed: true });
    const work = area.box('userTask', sketch.drawing.id('U'));
    const next = drawPart(sketch, area, depth);
    area.arrow(first, work);
    area.arrow(work, stop);
    area.arrow(first, next.first);
    return { first, last: next.last };
  },
  catch: (sketch, area) => {
    const id = sketch.drawing.id('C');
    return alone(area.box('intermediateCatchEvent', id, { inner: trigger(sketch, id, sketch.random.oneOf(['message', 'timer', 'signal', 'conditional'])) }));
  },
  choice: (sketch, area, depth) => {
    const { drawing, random } = sketch;
    const first = area.box('eventBasedGateway', drawing.id('V'), { fixed: true });
    const last = gateway(sketch, area, 'exclusiveGateway');
    for (const kind of ['message', 'timer', 'signal'].slice(0, 2 + random.below(2))) {
      const id = drawing.id('C');
      const event = area.box('intermediateCatchEvent', id, { inner: trigger(sketch, id, kind), fixed: true });
      const body = drawPart(sketch, area, depth);
      area.arrow(first, event);
      area.arrow(event, body.first);
      area.arrow(body.last, last);
    }
    return { first, last };
  },
  throw: (sketch, area) => {
    const { drawing, random } = sketch;
    const kind = random.oneOf(['none', 'message', 'signal']);
    const id = drawing.id('T');
    return alone(area.box('intermediateThrowEvent', id, kind === 'none' ? {} : { inner: drawing.event(kind, addressee(sketch, kind === 'message' ? 'messages' : 'signals') ?? `lost_${id}`) }));
  },
  link: (sketch, area) => {
    const { drawing } = sketch;
    const name = drawing.id('link');
    const thrown = area.box('intermediateThrowEvent', drawing.id('T'), { inner: drawing.event('link', name), fixed: true });
    const caught = area.box('intermediateCatchEvent', drawing.id('C'), { inner: drawing.event('link', name), fixed: true });
    return { first: thrown, last: caught };
  },
  interrupted: (sketch, area, depth) => {
    const activity = waitingActivity(sketch, area, depth);
    const id = sketch.drawing.id('B');
    return caughtAside(sketch, area, depth, activity, area.box('boundaryEvent', id, { attributes: ` attachedToRef="${activity.id}"`, inner: trigger(sketch, id, sketch.random.oneOf(['message', 'timer', 'signal', 'conditional'])), fixed: true }));
  },
  reminded: (sketch, area, depth) => {
    const { drawing, random } = sketch;
    const activity = waitingActivity(sketch, area, depth);
    const id = drawing.id('B');
    const event = area.box('boundaryEvent', id, { attributes: ` attachedToRef="${activity.id}" cancelActivity="false"`, inner: trigger(sketch, id, random.oneOf(['message', 'timer', 'signal', 'conditional'])), fixed: true });
    const side = drawPart(sketch, area, depth + 1);
    const end = area.box('endEvent', drawing.id('E'), { fixed: true });
    area.arrow(event, side.first);
    area.arrow(side.last, end);
    return alone(activity);
  },
  failing: (sketch, area, depth) => {
    const { drawing, random, model } = sketch;
    const code = random.oneOf(['E1', 'E2']);
    const id = drawing.id('B');
    const inner = drawing.event('error', random.chance(0.7) ? code : '');
    if (random.chance(0.4)) {
      const task = area.box(random.oneOf(['userTask', 'serviceTask']), drawing.id('U'));
      model.errors.push({ at: task.id, code });
      return caughtAside(sketch, area, depth, task, area.box('boundaryEvent', id, { attributes: ` attachedToRef="${task.id}"`, inner, fixed: true }));
    }
    const sub = scope(sketch, area, depth, 'subProcess');
    addEnd(sketch, sub.area as Area, drawing.event('error', code));
    return caughtAside(sketch, area, depth, sub, area.box('boundaryEvent', id, { attributes: ` attachedToRef="${sub.id}"`, inner, fixed: true }));
  },
  escalating: (sketch, area, depth) => {
    const { drawing, random } = sketch;
    const code = random.oneOf(['X1', 'X2']);
    const sub = scope(sketch, area, depth, 'subProcess');
    const inside = sub.area as Area;
    if (random.chance(0.5)) addEnd(sketch, inside, drawing.event('escalation', code));
    else insert(inside, inside.box('intermediateThrowEvent', drawing.id('T'), { inner: drawing.event('escalation', code) }), random);
    const event = (attributes: string): Box => area.box('boundaryEvent', drawing.id('B'), { attributes: ` attachedToRef="${sub.id}"${attributes}`, inner: drawing.event('escalation', random.chance(0.7) ? code : ''), fixed: true });
    if (random.chance(0.5)) return caughtAside(sketch, area, depth, sub, event(''));
    const side = drawPart(sketch, area, depth + 1);
    area.arrow(event(' cancelActivity="false"'), side.first);
    area.arrow(side.last, area.box('endEvent', drawing.id('E'), { fixed: true }));
    return alone(sub);
  },
  transaction: (sketch, area, depth) => {
    const { drawing, random } = sketch;
    const transaction = scope(sketch, area, depth, 'transaction');
    const inside = transaction.area as Area;
    if (random.chance(0.6)) insert(inside, undoableTask(sketch, inside), random);
    addEnd(sketch, inside, drawing.event('cancel'));
    return caughtAside(sketch, area, depth, transaction, area.box('boundaryEvent', drawing.id('B'), { attributes: ` attachedToRef="${transaction.id}"`, inner: drawing.event('cancel'), fixed: true }));
  },
  guarded: (sketch, area, depth) => {
    const { drawing, random } = sketch;
    const sub = scope(sketch, area, depth, 'subProcess');
    const inside = sub.area as Area;
    insert(inside, inside.box('userTask', drawing.id('U')), random);
    guard(sketch, inside, depth);
    return alone(sub);
  },
  undo: (sketch, area) => {
    const { drawing, random } = sketch;
    const task = undoableTask(sketch, area);
    const thrown = area.box('intermediateThrowEvent', drawing.id('T'), { inner: drawing.event('compensation', random.chance(0.5) ? task.id : '') });
    area.arrow(task, thrown);
    return { first: task, last: thrown };
  },
};

function alone(box: Box): Part {
  return { first: box, last: box };
}

function automaticTask(sketch: Sketch, area: Area): Box {
  const { drawing, random } = sketch;
  const tag = random.oneOf(['task', 'serviceTask', 'scriptTask', 'sendTask', 'businessRuleTask']);
  const id = drawing.id('A');
  const to = tag === 'sendTask' ? addressee(sketch, 'messages') : undefined;
  if (to !== undefined) return area.box(tag, id, { attributes: drawing.message(to) });
  return area.box(tag, id, tag === 'scriptTask' ? { inner: `<script>{ made_${id}: 1 + 2 }</script>`, attributes: ' scriptFormat="feel"' } : {});
}

/** A message or signal that somebody in this model may wait for, in this instance or in another. */
function addressee({ wide, random, model }: Sketch, list: 'messages' | 'signals'): string | undefined {
  return wide && random.chance(0.8) ? random.oneOf([...model[list], list === 'messages' ? 'm_shared' : 's_shared']) : undefined;
}

function gateway({ drawing }: Sketch, area: Area, tag: string): Box {
  return area.box(tag, drawing.id('G'));
}

function series(sketch: Sketch, area: Area, depth: number): Part {
  const first = drawPart(sketch, area, depth);
  if (sketch.random.chance(0.6)) return first;
  const second = drawPart(sketch, area, depth);
  area.arrow(first.last, second.first);
  return { first: first.first, last: second.last };
}

function split(sketch: Sketch, area: Area, depth: number, openTag: string, closeTag: string): Part {
  const first = openTag === 'userTask' ? area.box('userTask', sketch.drawing.id('U')) : gateway(sketch, area, openTag);
  const last = gateway(sketch, area, closeTag);
  const branches = 2 + sketch.random.below(2);
  for (let branch = 0; branch < branches; branch += 1) {
    if (branch > 0 && branch === branches - 1 && sketch.random.chance(0.2)) {
      area.arrow(first, last);
      continue;
    }
    const body = series(sketch, area, depth);
    area.arrow(first, body.first);
    area.arrow(body.last, last);
  }
  if (openTag === 'userTask' && closeTag === 'inclusiveGateway') splitsByCondition.add(first);
  return { first, last };
}

/** Tasks whose outgoing flows get conditions. */
const splitsByCondition = new WeakSet<Box>();

function scope(sketch: Sketch, area: Area, depth: number, tag: string, fixed = false): Box {
  const id = sketch.drawing.id('P');
  const box = area.box(tag, id, { area: new Area(id), fixed });
  drawScope(sketch, box.area as Area, depth);
  return box;
}

function withInner(box: Box, inner: string): Box {
  box.inner = inner;
  return box;
}

/** An activity at which a case surely waits: a task of a person, or a sub-process that begins with one. */
function waitingActivity(sketch: Sketch, area: Area, depth: number): Box {
  if (sketch.random.chance(0.6)) return area.box('userTask', sketch.drawing.id('U'));
  const sub = scope(sketch, area, depth, 'subProcess');
  const inside = sub.area as Area;
  const first = inside.arrows.findIndex(({ from }) => from === inside.boxes[0]);
  insertAt(inside, inside.box('userTask', sketch.drawing.id('U')), first);
  return sub;
}

/** What catches leads around the rest, back to the main path or to an end of its own. */
function caughtAside(sketch: Sketch, area: Area, depth: number, activity: Box, event: Box): Part {
  const { drawing, random } = sketch;
  const aside = drawPart(sketch, area, depth + 1);
  area.arrow(event, aside.first);
  if (random.chance(0.4)) {
    area.arrow(aside.last, area.box('endEvent', drawing.id('E'), { fixed: true }));
    return alone(activity);
  }
  const merge = gateway(sketch, area, 'exclusiveGateway');
  area.arrow(activity, merge);
  area.arrow(aside.last, merge);
  return { first: activity, last: merge };
}

function trigger(sketch: Sketch, id: string, kind: string): string {
  const { drawing, random } = sketch;
  if (kind === 'timer') {
    const hours = 1 + random.below(9);
    if (!sketch.wide) return drawing.event('timer', `PT${hours}H`);
    const shape = random.oneOf(['timer', 'date', 'cycle', 'cycle']);
    const times = shape === 'cycle' ? random.oneOf(['', '2', '3']) : '';
    return drawing.event(shape, { timer: `PT${hours}H`, date: `2026-01-05T0${hours}:30:00Z`, cycle: `R${times}/PT${hours}H` }[shape]);
  }
  if (kind === 'conditional') {
    const name = `ready_${id}`;
    sketch.model.conditions.push(name);
    return drawing.event('conditional', `${name} = true`);
  }
  return drawing.event(kind, nameOf(sketch, kind === 'message' ? 'messages' : 'signals', id));
}

function nameOf(sketch: Sketch, list: 'messages' | 'signals', id: string): string {
  const isShared = sketch.wide && sketch.random.chance(0.4);
  const name = `${list === 'messages' ? 'm' : 's'}_${isShared ? 'shared' : id}`;
  sketch.model[list].push(name);
  return name;
}

/** A task with a handler that undoes it. */
function undoableTask({ drawing, random }: Sketch, area: Area): Box {
  const task = area.box('userTask', drawing.id('U'));
  const boundary = area.box('boundaryEvent', drawing.id('B'), { attributes: ` attachedToRef="${task.id}"`, inner: drawing.event('compensation'), fixed: true });
  const handler = area.box(random.oneOf(['userTask', 'serviceTask']), drawing.id('H'), { attributes: ' isForCompensation="true"', fixed: true });
  area.artifacts.push(`<association id="${drawing.id('a')}" associationDirection="One" sourceRef="${boundary.id}" targetRef="${handler.id}"/>`);
  return task;
}

/** Puts an exclusive gateway on some flow, from which another way leads to an end with this event. */
function addEnd(sketch: Sketch, area: Area, event: string): void {
  const { drawing, random } = sketch;
  const way = gateway(sketch, area, 'exclusiveGateway');
  insert(area, way, random);
  area.arrow(way, area.box('endEvent', drawing.id('E'), { inner: event, fixed: true }));
}

/** Puts a box on some flow of the area. */
function insert(area: Area, box: Box, random: Random): void {
  const free = area.arrows.filter(({ from }) => from.tag !== 'eventBasedGateway');
  insertAt(area, box, area.arrows.indexOf(random.oneOf(free)));
}

function insertAt(area: Area, box: Box, index: number): void {
  const arrow = area.arrows[index];
  if (arrow === undefined) throw new Error('There is no flow to put it on');
  const { to } = arrow;
  arrow.to = box;
  area.arrow(box, to);
}

/** An event sub-process that guards the area. */
function guard(sketch: Sketch, area: Area, depth: number): void {
  const { drawing, random } = sketch;
  const handler = scope(sketch, area, depth + 1, 'subProcess', true);
  handler.attributes = ' triggeredByEvent="true"';
  const start = (handler.area as Area).boxes[0] as Box;
  const kind = random.oneOf(['message', 'timer', 'signal', 'error', 'escalation', 'conditional']);
  const interrupting = kind === 'error' || random.chance(0.5);
  start.attributes = interrupting ? '' : ' isInterrupting="false"';
  if (kind === 'error') {
    addEnd(sketch, area, drawing.event('error', 'E3'));
    start.inner = drawing.event('error', random.chance(0.5) ? 'E3' : '');
  } else if (kind === 'escalation') {
    addEnd(sketch, area, drawing.event('escalation', 'X3'));
    start.inner = drawing.event('escalation', random.chance(0.5) ? 'X3' : '');
  } else {
    start.inner = trigger(sketch, start.id, kind);
  }
}

// Bending ----------------------------------------------------------------------------------------------------------------------------

/** Changes one thing, as a person would by mistake or for a good reason. */
function bendSomething(sketch: Sketch, area: Area): void {
  const { random } = sketch;
  const free = area.boxes.filter(({ fixed, tag }) => !fixed && tag !== 'boundaryEvent');
  const gateways = free.filter(({ tag }) => tag.endsWith('Gateway'));
  switch (random.oneOf(['gateway', 'gateway', 'target', 'shortcut', 'end'])) {
    case 'gateway':
      if (gateways.length > 0) random.oneOf(gateways).tag = random.oneOf(['exclusiveGateway', 'parallelGateway', 'inclusiveGateway']);
      return;
    case 'target': {
      const arrows = area.arrows.filter(({ from }) => from.tag !== 'eventBasedGateway');
      if (arrows.length > 0 && free.length > 0) random.oneOf(arrows).to = random.oneOf(free);
      return;
    }
    case 'shortcut':
      if (gateways.length > 0 && free.length > 0) area.arrow(random.oneOf(gateways), random.oneOf(free));
      return;
    case 'end': {
      const arrows = area.arrows.filter(({ from, to }) => from.tag !== 'eventBasedGateway' && to.tag.endsWith('Gateway') && to.tag !== 'eventBasedGateway');
      const ends = area.boxes.filter(({ tag }) => tag === 'endEvent');
      if (arrows.length > 0 && ends.length > 0) random.oneOf(arrows).to = random.oneOf(ends);
    }
  }
}

// Conditions -------------------------------------------------------------------------------------------------------------------------

/** Gives splits their conditions; together with the default they always leave a way. */
function writeConditions({ model, random }: Sketch, area: Area): void {
  for (const box of area.boxes) {
    const out = area.outOf(box);
    const isSplit = out.length > 1 && (box.tag === 'exclusiveGateway' || box.tag === 'inclusiveGateway' || splitsByCondition.has(box));
    if (!isSplit) continue;
    const withDefault = random.chance(0.8);
    for (const [index, arrow] of out.entries()) {
      const isLast = index === out.length - 1;
      if (isLast && withDefault) arrow.isDefault = true;
      else if (box.tag === 'exclusiveGateway') {
        model.choices[`c_${box.id}`] = out.length;
        arrow.condition = isLast ? `c_${box.id} >= ${index}` : `c_${box.id} = ${index}`;
      } else {
        model.choices[`o_${box.id}_${index}`] = 2;
        // Without default one flow is always taken, so that no case falls into a gap.
        if (!isLast) arrow.condition = `o_${box.id}_${index} = 1`;
      }
    }
  }
}
