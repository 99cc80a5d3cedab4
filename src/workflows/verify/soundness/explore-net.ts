import { mayJoin, prepareInclusiveJoin, type InclusiveJoin } from './inclusive-join.js';
import { edgeOf, nodeOf, type NetNode, type TokenNet } from './token-net.js';

export interface SearchLimits {
  readonly maxStates: number;
  /** Asked now and then; the search stops when it says so. */
  readonly isLate: () => boolean;
}

/** Something that can go wrong, with the way to it. */
export interface Trouble {
  readonly kind: 'deadlock' | 'livelock' | 'second-token' | 'meant-second-token';
  /** The elements at which it shows. */
  readonly elements: string[];
  readonly path: string[];
}

export interface Exploration {
  readonly troubles: Trouble[];
  /** False when the search stopped at a limit: nothing that was not seen may be claimed. */
  readonly complete: boolean;
  readonly states: number;
  /** Every element that some run reaches. */
  readonly reached: ReadonlySet<string>;
  /** Whether some run comes to its end without being cut off. */
  readonly endsOrdinarily: boolean;
}

/** More tokens than this on one flow, where several are meant, are taken to grow for ever. */
const manyTokens = 6;
/** So many different findings of one kind are enough to repair a diagram. */
const enoughTroubles = 5;
const scopeIsCut = -2;

/** What is known of the data: the values that splits have learned. */
export type Memory = Readonly<Record<string, unknown>>;

/** The part that data play: what a firing node writes and which ways its conditions allow; undefined where data say nothing. */
export interface DataRules {
  readonly fire: (net: TokenNet, node: NetNode, memory: Memory) => { readonly produced?: number[]; readonly memory: Memory }[] | undefined;
}

interface State {
  readonly tokens: Int8Array;
  readonly memory: Memory;
  readonly parent: number;
  /** The node that fired (-1 at the start), and the edges that got a token. */
  readonly fired: number;
  readonly produced: readonly number[];
  readonly next: number[];
  readonly isFinal: boolean;
  readonly isTrouble: boolean;
}

/** One firing: the edges that lose and those that get a token. */
interface Move {
  readonly node: NetNode;
  readonly consumed: readonly number[];
  readonly produced: readonly number[];
  readonly memory: Memory;
}

export interface GameRules {
  /** What data say; without them every split is free. */
  readonly rules?: DataRules | undefined;
  /** Automatic steps run to their end before anything that waits goes on. */
  readonly automaticFirst?: boolean;
}

/** Plays every run of the net, shortest first, until all markings are known or a limit is met. */
export function exploreNet(net: TokenNet, limits: SearchLimits, game: GameRules = {}): Exploration {
  const search = new Search(net, limits, game);
  search.run();
  return search.result();
}

class Search {
  private readonly states: State[] = [];
  private readonly known = new Map<string, number>();
  private readonly joins = new Map<number, InclusiveJoin>();
  private readonly produced = new Set<number>();
  private readonly fired = new Set<number>();
  private readonly troubles: Trouble[] = [];
  private complete = true;
  private ends = false;

  constructor(
    private readonly net: TokenNet,
    private readonly limits: SearchLimits,
    private readonly game: GameRules,
  ) {
    for (const node of net.nodes) {
      if (!node.removed && node.join === 'inclusive' && node.in.length > 1) this.joins.set(node.id, prepareInclusiveJoin(net, node));
    }
  }

  run(): void {
    const first = new Int8Array(this.net.edges.length);
    first[this.net.entry] = 1;
    const entry = edgeOf(this.net, this.net.entry);
    this.produced.add(entry.id);
    this.remember(first, { memory: {}, parent: -1, fired: -1, produced: [entry.id] });
    for (let index = 0; index < this.states.length; index += 1) {
      if (this.states.length > this.limits.maxStates || (index % 32 === 31 && this.limits.isLate())) {
        this.complete = false;
        return;
      }
      this.expand(index);
    }
  }

  result(): Exploration {
    if (this.complete) this.findEndless();
    return { troubles: this.troubles, complete: this.complete, states: this.states.length, reached: this.reachedElements(), endsOrdinarily: this.ends };
  }

  private expand(index: number): void {
    const state = this.states[index] as State;
    if (state.isFinal || state.isTrouble) return;
    const marked = markedEdges(state.tokens);
    if (this.game.automaticFirst === true && this.isBegunTwice(index, marked)) return;
    for (const move of this.moves(state, marked)) this.fire(index, move);
    if (state.next.length === 0) this.reportDeadlock(index, marked);
  }

  private *moves({ tokens, memory }: State, marked: readonly number[]): Generator<Move> {
    const consumers = this.consumers(marked);
    const automatic = this.game.automaticFirst === true ? this.automatic(consumers, tokens, marked) : [];
    for (const node of automatic.length > 0 ? automatic : consumers) {
      if (node.sink === 'cut') {
        yield { node, consumed: [], produced: [], memory };
        continue;
      }
      for (const consumed of this.enabled(node, tokens, marked)) {
        for (const way of this.game.rules?.fire(this.net, node, memory) ?? [{ memory }]) {
          for (const produced of way.produced === undefined ? choices(node, this.limits.maxStates) : [way.produced]) yield { node, consumed, produced, memory: way.memory };
        }
      }
    }
  }

  /** Nothing moves by itself any more, and two tokens have come to a step that waits by different flows: somebody is asked twice. */
  private isBegunTwice(index: number, marked: readonly number[]): boolean {
    const { tokens } = this.states[index] as State;
    const consumers = this.consumers(marked);
    const crowded = consumers.find((node) => node.waits && node.join === 'any' && node.in.reduce((sum, edge) => sum + (tokens[edge] ?? 0), 0) > 1);
    if (crowded === undefined || this.automatic(consumers, tokens, marked).length > 0) return false;
    const isMeant = crowded.manyMeant || crowded.in.every((edge) => (tokens[edge] ?? 0) === 0 || edgeOf(this.net, edge).manyMeant);
    if (isMeant) return false;
    this.report('second-token', crowded.path.slice(0, 1), index);
    return true;
  }

  private automatic(consumers: readonly NetNode[], tokens: Int8Array, marked: readonly number[]): NetNode[] {
    return consumers.filter((node) => !node.waits && (node.sink === 'cut' || this.enabled(node, tokens, marked).length > 0));
  }

  /** The nodes that a token waits at, each once, in the order of their tokens. */
  private consumers(marked: readonly number[]): NetNode[] {
    const nodes = new Set(marked.map((edge) => edgeOf(this.net, edge).to));
    return [...nodes].map((id) => nodeOf(this.net, id)).filter((node) => node.sink !== 'end');
  }

  /** The sets of edges from which the node may take one token each. */
  private enabled(node: NetNode, tokens: Int8Array, marked: readonly number[]): number[][] {
    if (node.split === 'none') return [];
    const full = node.in.filter((edge) => (tokens[edge] ?? 0) > 0);
    if (node.join === 'any' || node.in.length === 1) return full.map((edge) => [edge]);
    if (node.join === 'all') return full.length === node.in.length ? [full] : [];
    const join = this.joins.get(node.id);
    return join !== undefined && mayJoin(join, tokens, marked) ? [full] : [];
  }

  private fire(index: number, { node, consumed, produced, memory }: Move): void {
    const state = this.states[index] as State;
    this.fired.add(node.id);
    if (node.sink === 'cut') {
      state.next.push(scopeIsCut);
      return;
    }
    const tokens = state.tokens.slice();
    for (const edge of consumed) tokens[edge] = (tokens[edge] ?? 0) - 1;
    for (const edge of produced) tokens[edge] = (tokens[edge] ?? 0) + 1;
    if (node.mayCut || produced.some((edge) => edgeOf(this.net, edge).mayCut)) {
      state.next.push(scopeIsCut);
    }
    for (const edge of produced) this.produced.add(edge);
    state.next.push(this.remember(tokens, { memory, parent: index, fired: node.id, produced }));
  }

  private remember(tokens: Int8Array, step: { memory: Memory; parent: number; fired: number; produced: readonly number[] }): number {
    const key = String.fromCharCode(...tokens) + (this.game.rules === undefined ? '' : rememberedText(step.memory));
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.states.length;
    this.known.set(key, index);
    const isFinal = this.isFinal(tokens);
    this.ends ||= isFinal;
    const trouble = this.secondToken(tokens, step.produced);
    this.states.push({ tokens, ...step, next: [], isFinal, isTrouble: trouble?.isStop ?? false });
    if (trouble !== undefined) this.report(trouble.kind, trouble.elements, index);
    return index;
  }

  private isFinal(tokens: Int8Array): boolean {
    return markedEdges(tokens).every((edge) => nodeOf(this.net, edgeOf(this.net, edge).to).sink === 'end');
  }

  private secondToken(tokens: Int8Array, produced: readonly number[]): { kind: Trouble['kind']; elements: string[]; isStop: boolean } | undefined {
    for (const id of produced) {
      const edge = edgeOf(this.net, id);
      const target = nodeOf(this.net, edge.to);
      const atEnd = target.sink === 'end' ? target.in.reduce((sum, other) => sum + (tokens[other] ?? 0), 0) : 0;
      const count = Math.max(tokens[id] ?? 0, atEnd);
      if (count < 2) continue;
      const isMeant = edge.manyMeant || (target.sink === 'end' && target.manyMeant && (tokens[id] ?? 0) < 2);
      if (isMeant && count > manyTokens) this.complete = false;
      return { kind: isMeant ? 'meant-second-token' : 'second-token', elements: this.mergeBefore(id, atEnd > 1), isStop: !isMeant || count > manyTokens };
    }
    return undefined;
  }

  /** The element through which both tokens came: the end itself, or the merge that produced the flow. */
  private mergeBefore(edge: number, isEnd: boolean): string[] {
    const { from, to, path } = edgeOf(this.net, edge);
    const target = nodeOf(this.net, to);
    const merge = isEnd && target.in.length > 1 ? target : this.net.nodes[from];
    if (merge?.split === 'sets' && path[0] !== undefined) return [path[0]];
    const element = commonEnd((merge?.in ?? []).map((id) => edgeOf(this.net, id).path)) ?? merge?.path[0] ?? path[0] ?? target.path[0];
    return element === undefined ? [] : [element];
  }

  private reportDeadlock(index: number, marked: readonly number[]): void {
    const waiting = new Set(marked.map((edge) => nodeOf(this.net, edgeOf(this.net, edge).to)).filter((node) => node.sink !== 'end').map((node) => node.path[0]).filter((id) => id !== undefined));
    this.report('deadlock', [...waiting], index);
  }

  private report(kind: Trouble['kind'], elements: string[], index: number): void {
    const same = this.troubles.filter((trouble) => trouble.kind === kind);
    if (same.length >= enoughTroubles || same.some((trouble) => trouble.elements.join() === elements.join())) return;
    const path = this.pathTo(index);
    this.troubles.push({ kind, elements, path: kind === 'livelock' ? path : upTo(path, elements, kind === 'deadlock') });
  }

  /** Elements in the order in which tokens pass them up to this state. */
  private pathTo(index: number): string[] {
    const steps: State[] = [];
    for (let at = index; at >= 0; at = (this.states[at] as State).parent) steps.unshift(this.states[at] as State);
    const path = steps.flatMap(({ fired, produced }) => [...(this.net.nodes[fired]?.path ?? []), ...produced.flatMap((edge) => edgeOf(this.net, edge).path)]);
    return path.filter((id, position) => id !== path[position - 1]);
  }

  /** States from which no end can be reached although something still moves. */
  private findEndless(): void {
    const before: number[][] = this.states.map(() => []);
    const canEnd: boolean[] = this.states.map(({ isFinal, isTrouble, next }) => isFinal || isTrouble || next.length === 0 || next.includes(scopeIsCut));
    this.states.forEach(({ next }, index) => {
      for (const state of next) if (state >= 0) before[state]?.push(index);
    });
    const queue = canEnd.flatMap((value, index) => (value ? [index] : []));
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      for (const earlier of before[state] ?? []) {
        if (canEnd[earlier]) continue;
        canEnd[earlier] = true;
        queue.push(earlier);
      }
    }
    const first = canEnd.indexOf(false);
    if (first < 0) return;
    const cycle = this.innermostCycle(first);
    const elements = new Set<string>();
    for (const state of cycle) {
      const at = this.states[state] as State;
      for (const { node, produced } of this.moves(at, markedEdges(at.tokens))) {
        for (const id of [...node.path, ...produced.flatMap((edge) => edgeOf(this.net, edge).path)]) elements.add(id);
      }
    }
    const entry = cycle.reduce((least, state) => Math.min(least, state));
    this.report('livelock', [...elements], entry);
  }

  /** From here on into a set of states that is never left again. */
  private innermostCycle(from: number): number[] {
    let region = this.closure(from);
    for (;;) {
      const outside = region.find((state) => !this.closure(state).includes(region[0] as number));
      if (outside === undefined) return region;
      region = this.closure(outside);
    }
  }

  private closure(from: number): number[] {
    const seen = new Set([from]);
    for (const state of seen) for (const next of this.states[state]?.next ?? []) if (next >= 0) seen.add(next);
    return [...seen];
  }

  /** What was seen; when not everything was looked at, what the shape of the net allows. */
  private reachedElements(): Set<string> {
    if (!this.complete || this.troubles.some(({ kind }) => kind === 'second-token')) this.assumeByShape();
    const reached = new Set<string>();
    for (const edge of this.produced) for (const id of edgeOf(this.net, edge).inside) reached.add(id);
    for (const node of this.fired) for (const id of nodeOf(this.net, node).inside) reached.add(id);
    for (const edge of this.produced) {
      const target = nodeOf(this.net, edgeOf(this.net, edge).to);
      if (target.sink === 'end') for (const id of target.inside) reached.add(id);
      // A step that waits has begun although it may be withdrawn before anybody sees it.
      if (target.waits && target.path[0] !== undefined) reached.add(target.path[0]);
    }
    return reached;
  }

  private assumeByShape(): void {
    for (const edge of this.produced) {
      const node = nodeOf(this.net, edgeOf(this.net, edge).to);
      if (node.sink === 'end' || (node.join === 'all' && !node.in.every((other) => this.produced.has(other)))) continue;
      this.fired.add(node.id);
      for (const out of node.out) this.produced.add(out);
    }
  }
}

/**
 * A way that ends where the trouble shows: what waits is reached last, without being passed; a second token shows where it comes through,
 * whatever a fused flow holds behind that.
 */
function upTo(path: readonly string[], elements: readonly string[], waits: boolean): string[] {
  const [first] = elements;
  const last = first === undefined || waits ? -1 : path.lastIndexOf(first);
  return last < 0 ? [...path, ...elements.filter((id) => id !== path.at(-1))] : path.slice(0, last + 1);
}

/** Where ways that were fused into one node really came together: the first of the elements with which all of them end. */
function commonEnd(paths: readonly (readonly string[])[]): string | undefined {
  const [first = [], ...others] = paths;
  if (others.length === 0) return undefined;
  let common = 0;
  while (common < first.length && others.every((path) => path.at(-1 - common) === first.at(-1 - common))) common += 1;
  return first[first.length - common];
}

function rememberedText(memory: Memory): string {
  return JSON.stringify(Object.entries(memory).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function markedEdges(tokens: Int8Array): number[] {
  const marked: number[] = [];
  for (let edge = 0; edge < tokens.length; edge += 1) if ((tokens[edge] as number) > 0) marked.push(edge);
  return marked;
}

/** The sets of outgoing edges that get a token when the node fires. */
function choices(node: NetNode, limit: number): number[][] {
  switch (node.split) {
    case 'none':
      return [];
    case 'one':
      return node.out.map((edge) => [edge]);
    case 'all':
      return [node.out];
    case 'sets':
      return node.sets ?? [];
    default:
      return inclusiveChoices(node, limit);
  }
}

function inclusiveChoices(node: NetNode, limit: number): number[][] {
  const always = node.always ?? [];
  const free = node.out.filter((edge) => edge !== node.fallback && !always.includes(edge));
  const sets: number[][] = [];
  for (let mask = 0; mask < 2 ** Math.min(free.length, 16) && sets.length <= limit; mask += 1) {
    const taken = free.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
    if (taken.length > 0) sets.push([...always, ...taken]);
    else if (always.length > 0) sets.push(always);
    else if (node.fallback !== undefined) sets.push([node.fallback]);
  }
  return sets;
}
