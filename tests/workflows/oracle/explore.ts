import { allElements, type Diagram, type Element, type Flow } from './diagram.js';
import { isUnderWay, TokenGame, type Move, type Player } from './token-game.js';
import { newWorld, type Scope, type World } from './world.js';

export type Defect = 'deadlock' | 'livelock' | 'lack-of-synchronisation' | 'dead-element';

export interface Exploration {
  /** Every defect that the whole state space shows; empty means sound. Undefined when there are more states than allowed. */
  readonly defects?: Defect[];
  readonly dead: string[];
  /** For each defect but dead elements a way there: elements as tokens pass them. */
  readonly paths: Partial<Record<Defect, string[]>>;
  readonly states: number;
}

interface State {
  /** Forgotten once its moves are known. */
  world?: World;
  readonly next: { to: string; side: boolean }[];
  readonly from?: string;
  /** Elements finished on the way from there. */
  readonly passed: readonly string[];
  isFinal: boolean;
  isDouble: boolean;
}

/**
 * Plays every possible game of a process: every order of automatic moves, every choice of every gateway, every trigger whenever nothing
 * moves by itself. Says which defects some game shows.
 */
export function explore(diagram: Diagram, process: string, maximum = 5_000): Exploration {
  const full = play(diagram, process, maximum, false);
  if (full === undefined) return { dead: [], paths: {}, states: maximum };
  const { states, reached } = full;
  const defects: Defect[] = [];
  const paths: Exploration['paths'] = {};
  const note = (defect: Defect, key: string): void => {
    if (defects.includes(defect)) return;
    defects.push(defect);
    paths[defect] = pathTo(states, key);
  };

  const good = backwards(states, [...states].filter(([, state]) => state.isFinal || state.isDouble).map(([key]) => key));
  const stuck = [...states].filter(([key, { next }]) => !good.has(key) && next.every(({ side }) => side)).map(([key]) => key);
  const nearStuck = backwards(states, stuck);
  for (const [key, state] of states) {
    if (state.isDouble) note('lack-of-synchronisation', key);
    if (!good.has(key) && !nearStuck.has(key)) note('livelock', key);
  }
  for (const key of stuck) note('deadlock', key);

  let dead = elementsOf(diagram, process).filter((id) => !reached.has(id));
  // An element that only a terminate or cancel end cuts off is not dead: it is looked for again with ends that terminate nothing.
  const mild = dead.length > 0 ? play(diagram, process, maximum, true) : undefined;
  if (mild !== undefined) dead = dead.filter((id) => !mild.reached.has(id));
  if (dead.length > 0) defects.push('dead-element');
  return { defects, dead, paths, states: states.size };
}

function play(diagram: Diagram, process: string, maximum: number, mildEnds: boolean): { states: Map<string, State>; reached: Set<string> } | undefined {
  const states = new Map<string, State>();
  const reached = new Set<string>();
  const chance = new Chance();
  const queue: string[] = [];
  const add = (world: World, from?: string): string => {
    const passed = world.executed.splice(0);
    for (const id of passed) reached.add(id);
    world.instances = world.instances.filter(({ status }, index) => index === 0 || status === 'active');
    for (const { root } of world.instances) shortenLog(root);
    for (const { root } of world.instances) for (const id of begunIn(root)) reached.add(id);
    const key = keyOf(world);
    if (!states.has(key)) {
      const [root] = world.instances;
      // What begins twice and is withdrawn again before anybody can act asks nobody twice.
      const atRest = newGame(diagram, world, chance, mildEnds).automaticMoves().length === 0;
      // Ends that terminate nothing may let two tokens come where there is one: the game goes on with them.
      const most = mildEnds ? 2 : 1;
      const isDouble = world.instances.some((instance) => instance.status === 'active' && hasMore(most, instance.root, atRest));
      states.set(key, { world, passed, next: [], isFinal: root?.status !== 'active', isDouble, ...(from !== undefined && { from }) });
      queue.push(key);
    }
    return key;
  };
  const starts = startsOfGame(diagram, process);
  for (const start of starts) {
    chance.everyWay(() => {
      const game = newGame(diagram, newWorld(), chance, mildEnds);
      game.start(process, {}, start ? { start } : {});
      add(game.world);
    });
  }
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    if (states.size > maximum) return undefined;
    const state = states.get(key) as State;
    const { world } = state;
    delete state.world;
    if (state.isFinal || state.isDouble || world === undefined) continue;
    const count = movesOf(newGame(diagram, world, chance, mildEnds)).length;
    for (let index = 0; index < count; index += 1) {
      chance.everyWay(() => {
        const game = newGame(diagram, structuredClone(world), chance, mildEnds);
        const move = movesOf(game)[index] as Move;
        move.run();
        game.world.post = [];
        state.next.push({ to: add(game.world, key), side: move.side });
      });
    }
  }
  return { states, reached };
}

function newGame(diagram: Diagram, world: World, chance: Chance, mildEnds: boolean): TokenGame {
  return new TokenGame(diagram, world, freePlayer(chance), mildEnds);
}

/** Automatic moves while there are any; then whatever people, clocks and other systems may do. */
function movesOf(game: TokenGame): Move[] {
  const automatic = game.automaticMoves();
  if (automatic.length > 0) return automatic;
  const moves: Move[] = [];
  for (const { where, act } of game.openWork()) {
    moves.push({ label: `complete ${act.node}`, side: false, run: () => game.complete(where, act) });
    for (const code of game.catchable(where, act)) moves.push({ label: `fail ${act.node}`, side: false, run: () => game.fail(where, act, code) });
  }
  for (const kind of ['message', 'signal', 'timer', 'conditional']) {
    for (const waiting of game.subscriptions(kind)) {
      const isSide = (waiting.use === 'boundary' || waiting.use === 'handler') && !waiting.event.interrupting;
      const colour = waiting.use === 'handler' ? waiting.event.pool.id : waiting.event.id;
      // One reminder at a time tells all there is to tell.
      if (isSide && isUnderWay(waiting.where.scope, colour)) continue;
      moves.push({ label: `${kind} ${waiting.event.id}`, side: isSide, run: () => game.trigger(waiting) });
    }
  }
  return moves;
}

function startsOfGame(diagram: Diagram, process: string): (Element | undefined)[] {
  const pool = diagram.pools.find(({ id }) => id === process);
  const events = pool?.elements.filter(({ type }) => type === 'StartEvent') ?? [];
  return events.length > 0 ? events : [undefined];
}

/** Replays one step once for every combination of choices that it asks for. */
export class Chance {
  #taken: number[] = [];
  #counts: number[] = [];
  #at = 0;

  pick(count: number): number {
    const at = this.#at++;
    if (at === this.#taken.length) {
      this.#taken.push(0);
      this.#counts.push(count);
    }
    return this.#taken[at] as number;
  }

  everyWay(step: () => void): void {
    this.#taken = [];
    this.#counts = [];
    for (;;) {
      this.#at = 0;
      step();
      while (this.#taken.length > 0 && (this.#taken.at(-1) as number) + 1 >= (this.#counts.at(-1) as number)) {
        this.#taken.pop();
        this.#counts.pop();
      }
      if (this.#taken.length === 0) return;
      this.#taken[this.#taken.length - 1] = (this.#taken.at(-1) as number) + 1;
    }
  }
}

/** Whatever the data may be: every condition may hold or not. */
function freePlayer(chance: Chance): Player {
  return {
    seesConditions: false,
    remindsOnce: true,
    exclusive: ({ outgoing }) => (outgoing.length === 0 ? [] : [outgoing[chance.pick(outgoing.length)] as Flow]),
    inclusive: ({ outgoing }) => anySubset(outgoing, chance),
    automatic: (_element, _values, catchable) => {
      const error = catchable[chance.pick(catchable.length + 1) - 1];
      return error === undefined ? {} : { error };
    },
    cardinality: () => 1 + chance.pick(2),
    item: () => null,
    holds: () => chance.pick(2) === 0,
    pick: (count) => chance.pick(count),
    due: () => undefined,
  };
}

function anySubset(outgoing: Flow[], chance: Chance): Flow[] {
  const always = outgoing.filter(({ condition, isDefault }) => condition === undefined && !isDefault);
  const perhaps = outgoing.filter(({ condition, isDefault }) => condition !== undefined && !isDefault);
  const taken = perhaps.filter(() => chance.pick(2) === 0);
  if (always.length + taken.length > 0) return [...always, ...taken];
  const otherwise = outgoing.filter(({ isDefault }) => isDefault);
  // Without a default one of the conditions is taken to hold: a gap is a matter of data, not of shape.
  return otherwise.length > 0 ? otherwise : perhaps.slice(0, 1);
}

/** Elements of the process that can be passed at all: handlers of compensation only when something may call them. */
function elementsOf(diagram: Diagram, process: string): string[] {
  const pool = diagram.pools.find(({ id }) => id === process);
  if (pool === undefined) return [];
  return allElements(pool).filter(({ event, type }) => !(type === 'BoundaryEvent' && event.kind === 'compensate')).map(({ id }) => id);
}

function begunIn(scope: Scope): string[] {
  return scope.acts.flatMap((act) => [act.node, ...act.children.map(({ node }) => node), ...(act.inner ? begunIn(act.inner) : []), ...act.children.flatMap(({ inner }) => (inner ? begunIn(inner) : []))]);
}

/** With `most` 1: two tokens of one path on one flow, an end reached twice, an element begun twice (while something still moves: three times). */
function hasMore(most: number, scope: Scope, atRest: boolean): boolean {
  const places = [...scope.tokens.map(({ flow, at, colour }) => `${flow ?? at} ${colour}`), ...scope.ended.map((end) => `end ${end}`)];
  const begun = scope.acts.map(({ node, colour }) => `${node} ${colour}`);
  const isCrowded = (list: string[], limit: number): boolean => list.some((place) => list.filter((other) => other === place).length > limit);
  if (isCrowded(places, most) || isCrowded(begun, atRest ? most : most + 1)) return true;
  return scope.acts.some((act) => [act, ...act.children].some(({ inner }) => inner !== undefined && hasMore(most, inner, atRest)));
}

/** To undo an activity once shows all that undoing it ten times would. */
function shortenLog(scope: Scope): void {
  scope.log = scope.log.filter(({ node }, at) => !scope.log.slice(0, at).some((earlier) => earlier.node === node));
  for (const act of scope.acts) for (const { inner } of [act, ...act.children]) if (inner) shortenLog(inner);
}

/** The state without what only tells its history. */
export function keyOf(world: World): string {
  return JSON.stringify(world.instances.filter(({ caller }) => caller === undefined).map((instance) => [instance.status, instance.status === 'active' ? scopeKey(instance.root) : '']));

  function scopeKey(scope: Scope): unknown {
    return [
      scope.tokens.map(({ flow, at, colour }) => `${flow ?? at} ${colour}`).sort(),
      scope.acts.map((act) => JSON.stringify(actKey(act))).sort(),
      [...scope.ended].sort(),
      scope.log,
      scope.interrupted === true,
      [...scope.held].sort(),
    ];
  }

  function actKey(act: Scope['acts'][number]): unknown {
    const called = world.instances.find(({ caller, status }) => caller?.act === act.key && status === 'active');
    const children = act.children.map((child) => JSON.stringify(actKey(child))).sort();
    return [act.node, act.kind, act.colour, act.inner && scopeKey(act.inner), children, act.total === Infinity ? 0 : act.total, act.total === Infinity ? 0 : act.begun, act.total === Infinity ? 0 : act.done, act.undo, [...act.held].sort(), called && scopeKey(called.root)];
  }
}

function backwards(states: Map<string, State>, from: string[]): Set<string> {
  const before = new Map<string, string[]>();
  for (const [key, { next }] of states) for (const { to } of next) before.set(to, [...(before.get(to) ?? []), key]);
  const reached = new Set(from);
  for (const key of reached) for (const earlier of before.get(key) ?? []) reached.add(earlier);
  return reached;
}

function pathTo(states: Map<string, State>, key: string): string[] {
  const path: string[] = [];
  for (let at: string | undefined = key; at !== undefined; at = states.get(at)?.from) path.unshift(...(states.get(at)?.passed ?? []));
  return path;
}
