import { evaluate } from 'feelin';
import { startsOf, type Diagram, type Element, type Flow } from './diagram.js';
import { Chance, keyOf } from './explore.js';
import { TokenGame, type Player, type Subscription, type Values } from './token-game.js';
import { newWorld, type Due, type Scope, type World } from './world.js';

export interface TaskBehaviour {
  readonly error?: string;
  readonly result?: Values;
}

/** One step of a scenario, in the shape of `onestop flow run`. */
export interface Step {
  readonly start?: string;
  readonly complete?: string;
  readonly nth?: number;
  readonly message?: string;
  readonly signal?: string;
  readonly advance?: string;
  readonly setVariables?: Values;
  readonly bpmnError?: string;
  readonly at?: string;
  readonly completeAllOpen?: boolean;
  readonly variables?: Values;
}

export type Tasks = Readonly<Record<string, TaskBehaviour>>;

/** What anybody can see after a step. Order plays no part in it. */
export interface View {
  readonly accepted: boolean;
  readonly executed: string[];
  readonly instances: { process: string; status: string; open: string[]; waitingAt: string[]; variables: Values }[];
}

/** A step that never comes to rest. */
export class Endless extends Error {}

/** Nothing has begun; the clocks of start events run. */
export function worldOf(diagram: Diagram): World {
  const world = newWorld();
  for (const { id, type, event } of diagram.pools.flatMap(startsOf)) if (type === 'StartEvent' && event.timer) world.starting[id] = dueAt(event.timer.kind, event.timer.text, world.now);
  return world;
}

/** Plays one step and lets every token move until nothing moves by itself; nothing is changed when the step is impossible. */
export function play(diagram: Diagram, world: World, step: Step, tasks: Tasks): { accepted: boolean; world: World } {
  const game = new TokenGame(diagram, structuredClone(world), dataPlayer(tasks, () => 0));
  const more = act(game, step, (_count, wanted) => wanted);
  if (more === undefined) return { accepted: false, world };
  settle(game);
  for (let part = 0; more(game); part += 1) {
    // A date that has passed, waited for again and again in a loop.
    if (part > 200) throw new Endless('A step never comes to its end');
    settle(game);
  }
  return { accepted: true, world: game.world };
}

/**
 * Every world in which the step may end when tokens move in whatever order: BPMN leaves it open which of two tokens moves first. Undefined
 * when there are too many.
 */
export function everyOutcome(diagram: Diagram, world: World, step: Step, tasks: Tasks, maximum = 8_000): World[] | undefined {
  const chance = new Chance();
  const player = dataPlayer(tasks, (count) => chance.pick(count));
  const rest = new Map<string, World>();
  const seen = new Set<string>();
  const pending: { world: World; more: More }[] = [];
  const add = (next: World, more: More): void => {
    const key = JSON.stringify([keyOf(next), [...next.executed].sort(), next.instances.map(({ variables }) => variables), next.post, next.now, next.starting]);
    if (seen.has(key)) return;
    seen.add(key);
    pending.push({ world: next, more });
  };
  chance.everyWay(() => {
    const game = new TokenGame(diagram, structuredClone(world), player);
    const more = act(game, step, (count, wanted) => (wanted + chance.pick(count)) % count);
    if (more !== undefined) add(game.world, more);
  });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.size > maximum) return undefined;
    const { world: from, more } = next;
    const count = new TokenGame(diagram, from, player).automaticMoves().length;
    if (count === 0) {
      chance.everyWay(() => {
        const game = new TokenGame(diagram, structuredClone(from), player);
        if (more(game)) add(game.world, more);
        else rest.set(JSON.stringify([keyOf(game.world), game.world.executed, game.world.instances.map(({ variables }) => variables)]), game.world);
      });
    }
    for (let index = 0; index < count; index += 1) {
      chance.everyWay(() => {
        const game = new TokenGame(diagram, structuredClone(from), player);
        game.automaticMoves()[index]?.run();
        game.refreshConditions();
        add(game.world, more);
      });
    }
  }
  return [...rest.values()];
}

export function viewOf(diagram: Diagram, world: World, accepted: boolean): View {
  const game = new TokenGame(diagram, world, dataPlayer({}, () => 0));
  const places = game.places();
  const instances = world.instances.map(({ id, process, status, variables }) => {
    const own = places.filter(({ instance }) => instance.id === id);
    const open = game.openWork().filter(({ where }) => where.instance.id === id).map(({ act: { node } }) => node).sort();
    const waitingAt = [...new Set(own.flatMap(({ scope }) => waitingIn(game, scope)))].sort();
    return { process, status: status === 'active' && own.some(({ scope }) => scope.acts.some(({ kind }) => kind === 'incident')) ? 'incident' : status, open, waitingAt, variables };
  });
  return { accepted, executed: accepted ? [...world.executed].sort() : [], instances };
}

function waitingIn(game: TokenGame, scope: Scope): string[] {
  const events = scope.acts.filter(({ kind }) => kind === 'wait' || kind === 'choice').map(({ node }) => node);
  // Nothing moves by itself any more, so a token that is still on a flow waits before a join.
  return [...events, ...scope.tokens.flatMap(({ flow }) => game.targetOf(flow)?.id ?? [])];
}

/** What a step of several parts (the clock, all open tasks) still has to do when everything has come to rest; false when nothing is left. */
type More = (game: TokenGame) => boolean;

const nothingMore: More = () => false;

/**
 * Does what the step says, or its first part; undefined when it is impossible.
 *
 * @param pick says which of several that fit, given the one that the step means
 */
function act(game: TokenGame, step: Step, pick: (count: number, wanted: number) => number): More | undefined {
  game.world.executed = [];
  const variables = step.variables ?? {};
  if (step.start !== undefined) {
    const pool = game.diagram.pools.find(({ id }) => id === step.start);
    if (pool === undefined) return undefined;
    const start = startsOf(pool).find(({ type, event }) => type !== 'StartEvent' || event.kind === 'none' || (event.kind === 'conditional' && valueOf(event.condition ?? '', variables) === true));
    if (start === undefined) return undefined;
    game.start(step.start, variables, start.type === 'StartEvent' ? { start } : {});
  } else if (step.complete !== undefined) {
    const open = game.openWork().filter(({ act: { node } }) => node === step.complete);
    if (open[step.nth ?? 0] === undefined) return undefined;
    const { where, act: task } = open[pick(open.length, step.nth ?? 0)] as (typeof open)[number];
    Object.assign(where.instance.variables, variables);
    game.complete(where, task);
  } else if (step.message !== undefined) {
    if (!game.arrive('message', step.message, variables)) return undefined;
  } else if (step.signal !== undefined) {
    if (!game.arrive('signal', step.signal, variables)) return undefined;
  } else if (step.advance !== undefined) {
    const until = game.world.now + milliseconds(step.advance);
    return (still) => fireNext(still, until);
  } else if (step.setVariables !== undefined) {
    for (const instance of game.world.instances.filter(({ status }) => status === 'active')) Object.assign(instance.variables, step.setVariables);
    game.refreshConditions();
  } else if (step.bpmnError !== undefined) {
    const open = game.openWork().filter(({ act: { node } }) => node === step.at);
    if (open[step.nth ?? 0] === undefined) return undefined;
    const { where, act: task } = open[pick(open.length, step.nth ?? 0)] as (typeof open)[number];
    game.fail(where, task, step.bpmnError);
  } else {
    const open = game.openWork().map(({ act: { key } }) => key);
    if (open.length === 0) return undefined;
    return (still) => completeNext(still, open, variables);
  }
  return nothingMore;
}

/** Completes the first of these tasks that is still open. */
function completeNext(game: TokenGame, keys: readonly number[], variables: Values): boolean {
  const next = game.openWork().find(({ act: { key } }) => keys.includes(key));
  if (next === undefined) return false;
  Object.assign(next.where.instance.variables, variables);
  game.complete(next.where, next.act);
  return true;
}

/** Moves the clock to what falls due first (any of several that fall due together), and fires it; to the end of the time when nothing more does. */
function fireNext(game: TokenGame, until: number): boolean {
  const starts = game.diagram.pools.flatMap(startsOf);
  const timers = [...starts, ...game.subscriptions('timer')]
    .map((waiting) => ({ waiting, due: 'use' in waiting ? dueOf(waiting) : game.world.starting[waiting.id] }))
    .filter((timer): timer is { waiting: Subscription | Element; due: Due } => timer.due !== undefined && timer.due.at <= until)
    .sort((left, right) => left.due.at - right.due.at);
  const first = timers.filter(({ due }) => due.at === timers[0]?.due.at);
  const next = first[first.length > 1 ? game.player.pick(first.length) : 0];
  game.world.now = next === undefined ? until : Math.max(game.world.now, next.due.at);
  if (next === undefined) return false;
  const { waiting, due } = next;
  const isStart = !('use' in waiting);
  const dues = isStart ? game.world.starting : ((waiting.use === 'handler' ? waiting.where.scope : waiting.act)?.due ?? {});
  const id = isStart ? waiting.id : waiting.event.id;
  if (due.every !== undefined && (due.left === undefined || due.left > 1)) dues[id] = { ...due, at: due.at + due.every, ...(due.left !== undefined && { left: due.left - 1 }) };
  else delete dues[id];
  if (isStart) game.start(waiting.pool.id, {}, { start: waiting });
  else game.trigger(waiting);
  return true;
}

function dueOf({ use, where, act: waiting, event }: Subscription): Due | undefined {
  return use === 'handler' ? where.scope.due[event.id] : waiting?.due[event.id];
}

function settle(game: TokenGame): void {
  for (let count = 0; ; count += 1) {
    if (count > 600) throw new Endless('An automatic step never comes to rest');
    const [first] = game.automaticMoves();
    if (first === undefined) return;
    first.run();
    game.refreshConditions();
  }
}

/** Decides by the data of the case. */
function dataPlayer(tasks: Tasks, pick: (count: number) => number): Player {
  const holds = (text: string | undefined, values: Values): boolean => text === undefined || valueOf(text, values) === true;
  const plain = (element: Element): Flow[] => element.outgoing.filter(({ isDefault }) => !isDefault);
  const otherwise = (element: Element): Flow[] => element.outgoing.filter(({ isDefault }) => isDefault);
  return {
    seesConditions: true,
    remindsOnce: false,
    exclusive: (element, values) => [...plain(element).filter(({ condition }) => holds(condition, values)).slice(0, 1), ...otherwise(element)].slice(0, 1),
    inclusive: (element, values) => {
      const taken = plain(element).filter(({ condition }) => holds(condition, values));
      return taken.length > 0 ? taken : otherwise(element);
    },
    automatic: (element, values) => {
      const behaviour = tasks[element.id];
      if (behaviour?.error !== undefined) return { error: behaviour.error };
      if (behaviour?.result !== undefined) return { result: Object.fromEntries(Object.entries(behaviour.result).map(([name, value]) => [name, typeof value === 'string' && value.startsWith('=') ? valueOf(value.slice(1), values) : value])) };
      const script = element.tree['script'];
      const result = typeof script === 'string' ? valueOf(script, values) : undefined;
      return typeof result === 'object' && result !== null ? { result: result as Values } : {};
    },
    cardinality: (text, values) => Math.max(0, Number(valueOf(text, values)) || 0),
    item: (list, number, values) => valueOf(`(${list})[${number}]`, values),
    holds,
    pick,
    due: (event, values, now) => {
      const { timer } = event.event;
      return timer && dueAt(timer.kind, timer.text.startsWith('=') ? String(valueOf(timer.text.slice(1), values)) : timer.text, now);
    },
  };
}

function valueOf(text: string, values: Values): unknown {
  return (evaluate(text, values) as { value: unknown }).value;
}

function dueAt(kind: string, text: string, now: number): Due {
  if (kind === 'date') return { at: Date.parse(text) };
  if (kind === 'duration') return { at: now + milliseconds(text) };
  const [count = '', every = ''] = text.split('/');
  const left = count === 'R' ? undefined : Number(count.slice(1));
  return { at: now + milliseconds(every), every: milliseconds(every), ...(left !== undefined && { left }) };
}

/** Of a duration in days, hours, minutes and seconds. */
export function milliseconds(duration: string): number {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (parts === null) throw new Error(`The second opinion does not know the duration ${duration}`);
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
