// The speed list of the flow engine: check and compile by size, a step with load and store of its state, steps late in a case against early
// ones, memory of 500 compiled versions, and the same approval on npm bpmn-engine 25 with its state saved after every step (installed into a
// temporary folder, not a dependency). Medians of interleaved rounds of one run, JSON lines.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { advance } from '../src/workflows/machine/advance.js';
import type { FlowState } from '../src/workflows/machine/flow-state.js';
import { loadFlow, type LoadedFlow } from '../src/workflows/machine/load-flow.js';
import { prepareFlow } from '../src/workflows/prepare-flow.js';

const xmlOf = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:bench"><process id="p" isExecutable="true"><startEvent id="S"/><endEvent id="E"/>${body}</process></definitions>`;
const flow = (from: string, to: string): string => `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`;
const user = (id: string, inner = ''): string => `<userTask id="${id}">${inner}</userTask>`;

/** Steps in a row, every fifth a fork of two. */
function approval(elements: number): string {
  const parts: string[] = [];
  let last = 'S';
  let used = 2;
  for (let index = 0; used < elements; index += 1) {
    if (index % 5 === 4) {
      parts.push(`<parallelGateway id="F${index}"/><parallelGateway id="J${index}"/>${user(`A${index}`)}${user(`B${index}`)}`, flow(last, `F${index}`), ...['A', 'B'].flatMap((side) => [flow(`F${index}`, `${side}${index}`), flow(`${side}${index}`, `J${index}`)]));
      last = `J${index}`;
      used += 4;
    } else {
      parts.push(user(`T${index}`), flow(last, `T${index}`));
      last = `T${index}`;
      used += 1;
    }
  }
  return xmlOf([...parts, flow(last, 'E')].join(''));
}

const branches = (count: number): string => xmlOf(`<parallelGateway id="F"/><parallelGateway id="J"/>${flow('S', 'F')}${flow('J', 'E')}${Array.from({ length: count }, (_, index) => user(`T${index}`) + flow('F', `T${index}`) + flow(`T${index}`, 'J')).join('')}`);
const line = (count: number): string => xmlOf(Array.from({ length: count }, (_, index) => user(`T${index}`) + flow(index === 0 ? 'S' : `T${index - 1}`, `T${index}`)).join('') + flow(`T${count - 1}`, 'E'));
const many = xmlOf(`${user('T', '<multiInstanceLoopCharacteristics><loopCardinality>100</loopCardinality></multiInstanceLoopCharacteristics>')}${flow('S', 'T')}${flow('T', 'E')}`);
const loop = xmlOf(`<exclusiveGateway id="M"/>${user('T')}<exclusiveGateway id="X" default="X_M"/>${flow('S', 'M')}${flow('M', 'T')}${flow('T', 'X')}${flow('X', 'M')}<sequenceFlow id="X_E" sourceRef="X" targetRef="E"><conditionExpression xsi:type="tFormalExpression">done</conditionExpression></sequenceFlow>`);

/** Branches that each go round a circle of two steps and send each other a token over crossing inclusive gateways. */
function labyrinth(branches: number): string {
  const at = (index: number): number => (index + branches) % branches;
  const parts = Array.from({ length: branches }, (_, index) => [
    `<inclusiveGateway id="M${index}"/>${user(`A${index}`)}${user(`B${index}`)}<exclusiveGateway id="X${index}"/><inclusiveGateway id="O${index}"/><inclusiveGateway id="N${index}"/>`,
    flow('F', `M${index}`), flow(`M${index}`, `A${index}`), flow(`A${index}`, `X${index}`), flow(`X${index}`, `M${index}`), flow(`X${index}`, `O${index}`),
    flow(`O${index}`, `N${index}`), flow(`O${index}`, `N${at(index + 1)}`), flow(`N${index}`, `B${index}`), flow(`B${index}`, 'J'),
  ].join(''));
  return xmlOf(`<parallelGateway id="F"/><inclusiveGateway id="J"/>${flow('S', 'F')}${flow('J', 'E')}${parts.join('')}`);
}

const rounds = 9;
await checking();
await stepping();
await largeDefinition();
await lateSteps();
await undecided();
await memory();
await against();

async function checking(): Promise<void> {
  for (const [name, xml, most] of [['20 elements', approval(20), 20], ['100 elements', approval(100), 60], ['300 elements', approval(300), 200], ['15 branches', branches(15), 50]] as const) {
    const times: number[] = [];
    for (let round = 0; round < rounds + 2; round += 1) {
      const began = performance.now();
      const { ok, flow: compiled } = await prepareFlow(xml);
      if (!ok || compiled === undefined) throw new Error(`${name} is refused`);
      loadFlow(compiled);
      if (round >= 2) times.push(performance.now() - began);
    }
    say('check-and-compile', { of: name, ms: median(times), most });
  }
}

async function stepping(): Promise<void> {
  for (const [name, xml, most] of [['12-task approval', line(12), 0.2], ['20 parallel branches', branches(20), 0.6], ['100 instances of a task', many, 1]] as const) {
    const loaded = await load(xml);
    const times = Array.from({ length: rounds + 3 }, () => wholeCase(loaded)).slice(3);
    say('step', { of: name, ms: median(times), most });
  }
}

/** Goal 10 of the performance notes: a step of a large definition over one of a small one. */
async function largeDefinition(): Promise<void> {
  const [small, large] = [await load(line(12)), await load(line(200))];
  const cost = (loaded: LoadedFlow): number => median(Array.from({ length: 25 }, () => wholeCase(loaded, 12)));
  const ratios = Array.from({ length: rounds + 3 }, () => cost(large) / cost(small)).slice(3);
  say('large-definition', { goal: 10, of: 'the first 12 of 200 tasks over 12 of 12', wanted: 1.15, ratio: median(ratios), most: 1.3 });
}

/** Milliseconds a step of a case that is played to its end or so many steps, its state read from and written to JSON at every step. */
function wholeCase(loaded: LoadedFlow, most = Infinity): number {
  const began = performance.now();
  let stored = JSON.stringify(advance(loaded, undefined, { type: 'start' }).state);
  let steps = 1;
  for (let state = JSON.parse(stored) as FlowState; state.status === 'active' && steps < most; state = JSON.parse(stored) as FlowState) {
    stored = JSON.stringify(advance(loaded, state, { type: 'complete', key: openKey(state) }).state);
    steps += 1;
  }
  return (performance.now() - began) / steps;
}

/** The cost of one step of the same case at its 10th and at its 1,000th event, from the state stored there. */
async function lateSteps(): Promise<void> {
  const loaded = await load(loop);
  const stored: string[] = [];
  let state = advance(loaded, undefined, { type: 'start' }).state;
  for (let event = 1; event <= 1_000; event += 1) {
    stored.push(JSON.stringify(state));
    state = advance(loaded, state, { type: 'complete', key: openKey(state) }).state;
  }
  const stepFrom = (text: string): number => {
    const began = performance.now();
    for (let index = 0; index < 200; index += 1) {
      const before = JSON.parse(text) as FlowState;
      JSON.stringify(advance(loaded, before, { type: 'complete', key: openKey(before) }).state);
    }
    return (performance.now() - began) / 200;
  };
  const [early, late] = [stored[9] as string, stored[999] as string];
  const ratios = Array.from({ length: 2 * rounds + 1 }, (_, round) => (round % 2 === 0 ? stepFrom(late) / stepFrom(early) : 1 / (stepFrom(early) / stepFrom(late)))).slice(2);
  say('late-step', { of: 'event 1,000 over event 10', ratio: median(ratios), most: 1.2 });
}

/** A diagram whose tokens can lie in more ways than anybody can look at ends as not decided, in the time given. */
async function undecided(): Promise<void> {
  for (const [where, maxMillis, most] of [['browser', 350, 500], ['server', 4_500, 5_000]] as const) {
    const began = performance.now();
    const { soundness } = await prepareFlow(labyrinth(14), {}, { now: () => performance.now(), maxMillis });
    say('not-decided', { of: `${where}: ${soundness.verdict}`, ms: performance.now() - began, most });
  }
}

async function memory(): Promise<void> {
  const compiled = JSON.stringify((await prepareFlow(approval(50))).flow);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 500 }, () => loadFlow(JSON.parse(compiled) as LoadedFlow['compiled']));
  globalThis.gc?.();
  say('memory', { versions: kept.length, megabytes: (process.memoryUsage().heapUsed - before) / 2 ** 20, most: 150 });
}

interface PeerApi { id: string; signal(): void }
interface Peer {
  execute(options: object): Promise<{ getPostponed(): PeerApi[]; getState(): Promise<unknown>; stop(): Promise<void>; state: string }>;
  recover(state: unknown): Peer;
  resume(options?: object): Promise<{ getPostponed(): PeerApi[]; getState(): Promise<unknown>; stop(): Promise<void>; state: string }>;
}

/** The 12-task approval on bpmn-engine, once recovered from its saved state for every step and once resident. */
async function against(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-bpmn-engine-'));
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--silent', 'bpmn-engine@25'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const { Engine } = createRequire(path.join(folder, 'index.js'))('bpmn-engine') as { Engine: new (options?: object) => Peer };
    const xml = line(12);
    const loaded = await load(xml);
    const recovered: number[] = [];
    const resident: number[] = [];
    for (let round = 0; round < rounds + 2; round += 1) {
      const ours = Array.from({ length: 10 }, () => wholeCase(loaded)).reduce((sum, value) => sum + value, 0) / 10;
      const one = await peerCase(Engine, xml, true);
      const other = await peerCase(Engine, xml, false);
      if (round < 2) continue;
      recovered.push(one / ours);
      resident.push(other / ours);
    }
    say('against-bpmn-engine', { recoveredRatio: median(recovered), least: 20 });
    say('against-bpmn-engine', { residentRatio: median(resident), least: 8 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function peerCase(Engine: new (options?: object) => Peer, source: string, recovers: boolean): Promise<number> {
  const began = performance.now();
  let execution = await new Engine({ name: 'bench', source }).execute({});
  let stored = JSON.stringify(await execution.getState());
  let steps = 1;
  for (; steps <= 12; steps += 1) {
    if (recovers) {
      await execution.stop();
      execution = await new Engine({ name: 'bench' }).recover(JSON.parse(stored)).resume();
    }
    const task = execution.getPostponed().find(({ id }) => id.startsWith('T'));
    if (task === undefined) throw new Error(`bpmn-engine has no open task at step ${steps}`);
    task.signal();
    stored = JSON.stringify(await execution.getState());
  }
  return (performance.now() - began) / steps;
}

async function load(xml: string): Promise<LoadedFlow> {
  const { flow: compiled } = await prepareFlow(xml);
  if (compiled === undefined) throw new Error('The flow of the bench is refused');
  return loadFlow(compiled);
}

function openKey(state: FlowState): string {
  const key = Object.entries(state.acts).find(([, { kind }]) => kind === 'work')?.[0];
  if (key === undefined) throw new Error('Nothing is open');
  return key;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function say(bench: string, { most, least, ...figures }: Record<string, number | string>): void {
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 1000) / 1000 : value]));
  const value = Number(Object.values(figures).at(-1));
  console.log(JSON.stringify({ bench: `flow-engine ${bench}`, ...rounded, ...(most !== undefined && { most, ok: value <= Number(most) }), ...(least !== undefined && { least, ok: value >= Number(least) }) }));
}
